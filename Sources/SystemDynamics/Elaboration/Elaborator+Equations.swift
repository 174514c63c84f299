extension Elaborator {
    /// Gives an equation to the cells it is for.
    func equate(_ equation: SourceEquation, _ number: Int) throws(ModelFault) {
        let info = infos[number]
        let targets = try cells(equation, info)
        if case .constants(let values) = equation.content {
            guard values.count == targets.count || values.count == 1 else {
                throw ModelFault(.badData, "\(values.count) ≠ \(targets.count)")
            }
        }
        for (place, target) in targets.enumerated() {
            let cell = info.first + target.flat
            var context = Context(
                instance: info.instance, variable: number, cell: cell, bindings: target.bindings, line: equation.line)
            context.depth = depths[number] ?? 0
            if info.source.kind == .lookup { continue }
            if model.cells[cell].value != nil, !(info.source.kind == .stock && !isVensim) {
                throw ModelFault(.duplicateName, model.cells[cell].name)
            }
            let value = try value(equation, place, target, context)
            model.cells[cell].value = equation.table.map { .lookup(table($0), value, nil) } ?? value
        }
        if targets.count == info.count, targets.allSatisfy({ model.cells[info.first + $0.flat].value?.constant != nil })
        {
            model.variables[number].isConstant = true
        }
    }

    struct Target {
        var flat: Int
        var bindings: [Binding]
        /// The place within the equation's own ranges, for data that move on by element.
        var place: ElementPlace
    }

    /// The elements an equation is for.
    func cells(_ equation: SourceEquation, _ info: Info) throws(ModelFault) -> [Target] {
        guard !info.axes.isEmpty else {
            return [Target(flat: 0, bindings: [], place: ElementPlace(offsets: [], counts: []))]
        }
        let names = equation.subscripts.isEmpty ? info.axes.map(\.name) : equation.subscripts.map(ModelName.canonical)
        guard names.count == info.axes.count else { throw ModelFault(.syntax, info.source.name) }
        let choices = try choices(names, info.axes)
        var excluded: Set<[Int]> = []
        for exception in equation.exceptions {
            let parts = try self.choices(exception.map(ModelName.canonical), info.axes)
            for combination in Self.product(parts.map { $0.map(\.position) }) { excluded.insert(combination) }
        }
        var targets: [Target] = []
        for combination in Self.product(choices.map { Array($0.indices) }) {
            let chosen = zip(choices, combination).map { $0[$1] }
            let positions = chosen.map(\.position)
            guard !excluded.contains(positions) else { continue }
            let flat = zip(info.axes, positions).reduce(0) { $0 * $1.0.elements.count + $1.1 }
            var bindings: [Binding] = []
            var offsets: [Int] = []
            var counts: [Int] = []
            for (place, name) in names.enumerated() {
                let element = info.axes[place].elements[positions[place]]
                if dimensions[name] != nil, choices[place].count > 1 || info.axes[place].position(name) == nil {
                    bindings.append(Binding(range: name, element: element, position: combination[place]))
                    offsets.append(combination[place])
                    counts.append(choices[place].count)
                }
                if !isVensim, info.axes[place].name != name {
                    bindings.append(
                        Binding(range: info.axes[place].name, element: element, position: positions[place]))
                }
            }
            targets.append(
                Target(flat: flat, bindings: bindings, place: ElementPlace(offsets: offsets, counts: counts)))
        }
        return targets
    }

    /// The elements that each name on the left stands for, by position in the variable's dimension.
    private func choices(_ names: [String], _ axes: [Axis]) throws(ModelFault) -> [[(position: Int, element: String)]] {
        guard names.count == axes.count else { throw ModelFault(.syntax, names.joined(separator: ",")) }
        var result: [[(position: Int, element: String)]] = []
        for (name, axis) in zip(names, axes) {
            if let position = axis.position(name) {
                result.append([(position, name)])
                continue
            }
            guard let entry = dimensions[name] else {
                if let number = Int(name), axis.elements.indices.contains(number - 1) {
                    result.append([(number - 1, axis.elements[number - 1])])
                    continue
                }
                throw ModelFault(.unknownName, name)
            }
            let known = entry.elements.compactMap { element in axis.position(element).map { ($0, element) } }
            if known.count == entry.elements.count {
                result.append(known)
            } else if entry.elements.count == axis.elements.count {
                result.append(axis.elements.enumerated().map { ($0, $1) })
            } else {
                throw ModelFault(.unknownName, name)
            }
        }
        return result
    }

    /// All combinations of one from each list, the last varying fastest.
    static func product(_ lists: [[Int]]) -> [[Int]] {
        lists.reduce([[]]) { combinations, list in combinations.flatMap { head in list.map { head + [$0] } } }
    }

    private func value(
        _ equation: SourceEquation, _ place: Int, _ target: Target, _ context: Context
    ) throws(ModelFault) -> Scalar {
        let source = infos[context.variable].source
        switch equation.content {
        case .constants(let values): return .number(values.count == 1 ? values[0] : values[place])
        case .integral(let rate, let initial):
            let number = integrator(.zero, .zero, "", context)
            model.cells[context.cell].value = .state(number)
            model.integrators[number].initial = try scalar(initial, context)
            model.integrators[number].rate = try scalar(rate, context)
            model.cells[context.cell].value = nil
            return .state(number)
        case .data(let data): return try self.data(data, source, target, context)
        case .tableOnly: return .clock(.time)
        case .expression(let expression):
            if source.kind == .stock, !isVensim {
                let initial = try scalar(expression, context)
                return .state(integrator(initial, .zero, "", context))
            }
            if let external = try constant(expression, target) { return external }
            let value = try scalar(expression, context)
            return source.kind == .flow && source.isNonNegative ? .make(.maximum, value, .zero) : value
        }
    }

    /// A constant read from a file.
    private func constant(_ expression: Expression, _ target: Target) throws(ModelFault) -> Scalar? {
        guard case .call(let name, let arguments) = expression else { return nil }
        let function = ModelName.canonical(name.name)
        guard function.hasPrefix("get_"), function.hasSuffix("_constants") else { return nil }
        return .number(try external.constant(function, arguments.map(Self.text), element: target.place))
    }

    static func text(_ expression: Expression) -> String {
        switch expression {
        case .text(let text): text
        case .number(let number): String(number)
        case .reference(let reference): reference.name
        default: ""
        }
    }

    /// A data variable: a lookup of time.
    private func data(
        _ data: DataSource, _ source: SourceVariable, _ target: Target, _ context: Context
    ) throws(ModelFault) -> Scalar {
        var points: [(time: Double, value: Double)]
        if case .call(let name, let arguments)? = data.call {
            points = try external.series(
                ModelName.canonical(name.name), arguments.map(Self.text), element: target.place)
        } else if let given = external.given(model.cells[context.cell].name) {
            points = given
        } else {
            throw ModelFault(.missingEquation, source.name)
        }
        points = points.filter { $0.value.isFinite && $0.time.isFinite }.sorted { $0.time < $1.time }
        guard !points.isEmpty else { throw ModelFault(.badData, source.name) }
        let table = LookupTable(x: points.map(\.time), y: points.map(\.value), kind: data.kind)
        return .lookup(self.table(table), .clock(isVensim ? .stepTime : .time), nil)
    }

    /// The tables of lookups, before any equation uses them.
    func readLookups(from first: Int) {
        for number in infos.indices where number >= first {
            let info = infos[number]
            for equation in info.source.equations {
                guard info.source.kind == .lookup || equation.table != nil else { continue }
                do {
                    for target in try cells(equation, info) {
                        if let table = equation.table {
                            infos[number].tables[target.flat] = self.table(table)
                        } else if case .data(let data) = equation.content,
                            case .call(let name, let arguments)? = data.call
                        {
                            let points = try external.series(
                                ModelName.canonical(name.name), arguments.map(Self.text), element: target.place
                            ).filter { $0.value.isFinite }
                            infos[number].tables[target.flat] = self.table(
                                LookupTable(x: points.map(\.time), y: points.map(\.value), kind: data.kind))
                        }
                    }
                } catch {
                    faults.append(Self.placed(error, info.source, equation))
                }
            }
        }
    }

    /// The clock: times as values.
    func setClock(_ root: Int) {
        let specifications = source.specifications
        let context = Context(instance: root, variable: 0, cell: -1, bindings: [], line: 0)
        func value(_ expression: Expression?, _ name: String, _ standard: Scalar?) -> Scalar {
            guard let expression else {
                if let standard { return standard }
                faults.append(ModelFault(.missingSpecification, name))
                return .one
            }
            do {
                return try scalar(expression, context)
            } catch {
                faults.append(error)
                return .one
            }
        }
        model.clock.start = value(specifications.start, "start", nil)
        model.clock.stop = value(specifications.stop, "stop", nil)
        model.clock.step = value(specifications.step, "dt", isVensim ? nil : .one)
        if specifications.isReciprocal { model.clock.step = .one / model.clock.step }
        if let saving = specifications.saving { model.clock.saving = value(saving, "saving", nil) }
    }
}

extension Elaborator {
    /// Makes an instance of a model: names and empty cells for all its variables, and those of the models in it.
    func declare(_ source: SourceModule, path: String, parent: Int?, isMacro: Bool = false, depth: Int = 0) -> Int {
        let number = instances.count
        instances.append(Instance(path: path, parent: parent, source: source, isMacro: isMacro))
        guard depth < 50 else {
            faults.append(ModelFault(.tooLarge, path))
            return number
        }
        for variable in source.variables { declare(variable, in: number) }
        for use in source.uses {
            let name = ModelName.canonical(use.name)
            guard let inner = self.source.modules.first(where: { ModelName.canonical($0.name) == name }) else {
                faults.append(ModelFault(.missingModule, use.name, variable: use.name, line: use.line))
                continue
            }
            if instances[number].names[name] != nil {
                faults.append(ModelFault(.duplicateName, use.name, variable: use.name, line: use.line))
            }
            let child = declare(connected(inner, use), path: path + use.name + ".", parent: number, depth: depth + 1)
            instances[number].names[name] = .instance(child)
        }
        return number
    }

    /// A module's model, its inputs replaced by what feeds them.
    private func connected(_ source: SourceModule, _ use: ModuleUse) -> SourceModule {
        var source = source
        let own = ModelName.canonical(use.name) + "."
        for connection in use.connections {
            var input = ModelName.canonical(connection.input)
            if input.hasPrefix(own) { input.removeFirst(own.count) }
            if input.hasPrefix(".") { input.removeFirst() }
            guard let place = source.variables.firstIndex(where: { ModelName.canonical($0.name) == input }) else {
                continue
            }
            let outside = Expression.reference(Reference("\u{1}" + connection.source))
            source.variables[place].equations = [SourceEquation(.expression(outside), line: use.line)]
            source.variables[place].isInput = false
            if source.variables[place].kind == .stock { source.variables[place].kind = .auxiliary }
        }
        return source
    }

    /// A variable of a macro, for one call.
    func declareLocal(_ variable: SourceVariable, _ instance: Int, _ context: Context) {
        guard instances[instance].names[ModelName.canonical(variable.name)] == nil else { return }
        let first = model.cells.count
        declare(variable, in: instance)
        let base = model.cells.indices.contains(context.cell) ? model.cells[context.cell].name : ""
        for cell in first..<model.cells.count { model.cells[cell].name = base + "#" + model.cells[cell].name }
    }

    private func declare(_ variable: SourceVariable, in instance: Int) {
        let name = ModelName.canonical(variable.name)
        let path = instances[instance].path
        if instances[instance].names[name] != nil {
            faults.append(ModelFault(.duplicateName, variable.name, variable: variable.name, line: variable.line))
            return
        }
        if variable.equations.isEmpty, variable.isInput {
            faults.append(ModelFault(.notConnected, variable.name, variable: path + variable.name, line: variable.line))
        }
        guard let axes = axes(variable) else { return }
        let count = axes.reduce(1) { $0 * $1.elements.count }
        guard count <= 1_000_000, model.cells.count + count <= 5_000_000 else {
            faults.append(ModelFault(.tooLarge, variable.name, variable: variable.name, line: variable.line))
            return
        }
        let first = model.cells.count
        let number = infos.count
        for flat in 0..<count {
            let subscripts = Self.subscripts(axes, flat)
            let suffix =
                subscripts.isEmpty
                ? "" : "[" + zip(axes, subscripts).map { $0.display[$1] }.joined(separator: ",") + "]"
            model.cells.append(
                .init(variable: number, name: path + variable.name + suffix, value: nil, line: variable.line))
        }
        infos.append(Info(source: variable, instance: instance, axes: axes, first: first, count: count, number: number))
        model.variables.append(
            .init(
                name: path + variable.name, first: first, count: count,
                isShown: variable.kind != .lookup && !instances[instance].isMacro, isConstant: false,
                line: variable.line, units: variable.units))
        instances[instance].names[name] = .variable(number)
    }

    /// The position in each dimension of an element by its number.
    static func subscripts(_ axes: [Axis], _ flat: Int) -> [Int] {
        var rest = flat
        var result = Array(repeating: 0, count: axes.count)
        for place in axes.indices.reversed() {
            result[place] = rest % axes[place].elements.count
            rest /= axes[place].elements.count
        }
        return result
    }

    /// The dimensions of a variable: as declared, or the smallest ranges that hold what stands on the left.
    private func axes(_ variable: SourceVariable) -> [Axis]? {
        if !variable.dimensions.isEmpty {
            return collect(variable.dimensions.map { axis($0, variable) })
        }
        guard let first = variable.equations.first, !first.subscripts.isEmpty else { return [] }
        let rank = first.subscripts.count
        guard variable.equations.allSatisfy({ $0.subscripts.count == rank }) else {
            faults.append(ModelFault(.syntax, variable.name, variable: variable.name, line: variable.line))
            return nil
        }
        return collect(
            (0..<rank).map { place in
                let names = variable.equations.map { $0.subscripts[place] }
                let whole = names.map(ModelName.canonical)
                if Set(whole).count == 1, dimensions[whole[0]] != nil { return axis(names[0], variable) }
                let elements = Set(whole.flatMap { dimensions[$0]?.elements ?? [$0] })
                guard let range = dimensions.range(holding: elements) else {
                    let unknown = names.first {
                        dimensions[ModelName.canonical($0)] == nil
                            && dimensions.family(of: ModelName.canonical($0)) == nil
                    }
                    faults.append(
                        ModelFault(.unknownName, unknown ?? names[0], variable: variable.name, line: variable.line))
                    return nil
                }
                return axis(range, variable)
            })
    }

    private func axis(_ name: String, _ variable: SourceVariable) -> Axis? {
        let key = ModelName.canonical(name)
        guard let entry = dimensions[key], !entry.elements.isEmpty else {
            faults.append(ModelFault(.unknownName, name, variable: variable.name, line: variable.line))
            return nil
        }
        return Axis(name: key, elements: entry.elements, display: entry.display)
    }

    private func collect(_ axes: [Axis?]) -> [Axis]? {
        let known = axes.compactMap { $0 }
        return known.count == axes.count ? known : nil
    }

    /// The order in which variables are printed: that of the file, modules where they stand.
    func showAll(of instance: Int) {
        let source = instances[instance].source
        for entry in source.order {
            switch entry {
            case .variable(let place):
                let name = ModelName.canonical(source.variables[place].name)
                if case .variable(let number)? = instances[instance].names[name], infos[number].instance == instance,
                    model.variables[number].isShown
                {
                    model.shown.append(number)
                }
            case .use(let place):
                if case .instance(let child)? = instances[instance].names[ModelName.canonical(source.uses[place].name)]
                {
                    showAll(of: child)
                }
            }
        }
    }

    /// What a name means, seen from an instance; `\u{1}` before it stands for the instance around.
    func entity(_ name: String, in instance: Int) -> Entity? {
        if name.hasPrefix("\u{1}") {
            guard let parent = instances[instance].parent else { return nil }
            return entity(String(name.dropFirst()), in: parent)
        }
        if name.hasPrefix(".") { return entity(String(name.dropFirst()), in: 0) }
        let key = ModelName.canonical(name)
        if let found = instances[instance].names[key] { return found }
        if let dot = key.firstIndex(of: "."),
            case .instance(let child)? = instances[instance].names[String(key[..<dot])]
        {
            return entity(String(key[key.index(after: dot)...]), in: child)
        }
        if key.contains("."), !instances[instance].isMacro, let parent = instances[instance].parent {
            return entity(name, in: parent)
        }
        return nil
    }
}

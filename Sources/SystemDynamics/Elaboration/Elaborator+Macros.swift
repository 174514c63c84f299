extension Elaborator {
    /// A call of a macro: its own variables for this call and this element.
    func expand(_ macro: SourceMacro, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar {
        guard context.depth < deepest else { throw ModelFault(.circularMacro, macro.name) }
        guard arguments.count <= macro.parameters.count else {
            throw ModelFault(.argumentCount, "\(macro.name): \(arguments.count)")
        }
        if let specifications = macro.specifications { return try nested(macro, specifications, arguments, context) }
        let instance = instances.count
        let parent = instances[context.instance].isMacro ? outermost(context).instance : context.instance
        instances.append(Instance(path: "", parent: parent, source: macro.body, isMacro: true))
        for (place, parameter) in macro.parameters.enumerated() {
            let key = ModelName.canonical(parameter.name)
            if place < arguments.count {
                instances[instance].names[key] = try argument(arguments[place], context)
            } else if let standard = parameter.standard {
                var inner = context
                inner.instance = instance
                instances[instance].names[key] = .value(shared(try scalar(standard, inner), context))
            } else {
                throw ModelFault(.argumentCount, "\(macro.name): \(arguments.count)")
            }
        }
        return try body(macro, instance, context)
    }

    private func argument(_ expression: Expression, _ context: Context) throws(ModelFault) -> Entity {
        if case .reference(let reference) = expression, let info = info(reference, context) {
            let isWhole = reference.subscripts.isEmpty && !info.axes.isEmpty
            if info.source.kind == .lookup || isWhole && isVensim { return .argument(expression, context) }
        }
        return .value(shared(try scalar(expression, context), context))
    }

    private func body(_ macro: SourceMacro, _ instance: Int, _ context: Context) throws(ModelFault) -> Scalar {
        let first = infos.count
        let name = ModelName.canonical(macro.name)
        let before = faults.count
        for variable in macro.body.variables { declareLocal(variable, instance, context) }
        readLookups(from: first)
        let numbers = first..<infos.count
        for number in numbers { depths[number] = context.depth + 1 }
        for number in numbers { equate(number) }
        wireStocks(from: first)
        guard faults.count == before else { throw faults[before] }
        var inner = context
        inner.instance = instance
        inner.depth += 1
        if let result = macro.result { return shared(try scalar(result, inner), context) }
        guard case .variable(let number)? = instances[instance].names[name] else {
            throw ModelFault(.missingEquation, macro.name)
        }
        return .cell(infos[number].first)
    }

    /// A macro that simulates by itself each time it is evaluated.
    private func nested(
        _ macro: SourceMacro, _ specifications: SimulationSpecifications, _ arguments: [Expression], _ context: Context
    ) throws(ModelFault) -> Scalar {
        guard arguments.count == macro.parameters.count else {
            throw ModelFault(.argumentCount, "\(macro.name): \(arguments.count)")
        }
        var inner = SourceModel(dialect: source.dialect)
        inner.dimensions = source.dimensions
        inner.macros = source.macros.filter { $0.name != macro.name }
        inner.specifications = specifications
        inner.root = macro.body
        for parameter in macro.parameters {
            var variable = SourceVariable(name: parameter.name, kind: .auxiliary, line: macro.line)
            variable.equations = [SourceEquation(.expression(.number(0)), line: macro.line)]
            inner.root.add(variable)
        }
        let answer = "\u{3}answer"
        var variable = SourceVariable(name: answer, kind: .auxiliary, line: macro.line)
        variable.equations = [
            SourceEquation(.expression(macro.result ?? .reference(Reference(macro.name))), line: macro.line)
        ]
        inner.root.add(variable)
        let worker = Elaborator(inner, external: external, deepest: deepest)
        var elaborated: ElaboratedModel
        do {
            elaborated = try worker.elaborate()
        } catch {
            throw error.list.first ?? ModelFault(.syntax, macro.name)
        }
        let cells = macro.parameters.map { parameter in
            worker.cell(named: parameter.name)
        }
        elaborated.given = Set(cells.compactMap { $0 })
        model.nested.append(
            NestedModel(model: elaborated, parameters: cells.compactMap { $0 }, result: worker.cell(named: answer) ?? 0)
        )
        var inputs: [Scalar] = []
        for argument in arguments { inputs.append(try scalar(argument, context)) }
        return .block(block(.nested(model.nested.count - 1), inputs, outputs: 1), 0)
    }

    /// The first cell of a variable of the root.
    func cell(named name: String) -> Int? {
        guard case .variable(let number)? = entity(name, in: 0) else { return nil }
        return infos[number].first
    }
}

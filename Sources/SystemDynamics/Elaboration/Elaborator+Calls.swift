extension Elaborator {
    /// A function, macro or lookup with arguments.
    func call(_ reference: Reference, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar {
        let key = ModelName.canonical(reference.name)
        if let found = entity(reference.name, in: context.instance) {
            return try lookup(found, reference, arguments, context)
        }
        if let macro = source.macros.first(where: { ModelName.canonical($0.name) == key }) {
            return try expand(macro, arguments, context)
        }
        let name = key.hasPrefix("std.") ? String(key.dropFirst(4)) : key
        if arguments.isEmpty, let value = clockValue(name) { return value }
        if let value = try plain(name, arguments, context) { return value }
        if let value = try choices(name, arguments, context) { return value }
        if let value = try inputs(name, arguments, context) { return value }
        if let value = try delays(name, arguments, context) { return value }
        if let value = try smooths(name, arguments, context) { return value }
        if let value = try memories(name, arguments, context) { return value }
        if let value = try arrays(name, arguments, context) { return value }
        if let value = try vectors(name, arguments, context) { return value }
        if let value = try randoms(name, arguments, context) { return value }
        if let value = try lookups(name, arguments, context) { return value }
        throw ModelFault(.unknownFunction, reference.name)
    }

    /// Functions that some files write without parentheses.
    func withoutArguments(_ key: String, _ context: Context) throws(ModelFault) -> Scalar? {
        let name = key.hasPrefix("std.") ? String(key.dropFirst(4)) : key
        return clockValue(name)
    }

    /// Checks the number of arguments.
    func count(_ arguments: [Expression], _ range: ClosedRange<Int>, _ name: String) throws(ModelFault) {
        guard range.contains(arguments.count) else { throw ModelFault(.argumentCount, "\(name): \(arguments.count)") }
    }

    /// A call of something that is a variable: a lookup.
    private func lookup(
        _ entity: Entity, _ reference: Reference, _ arguments: [Expression], _ context: Context
    ) throws(ModelFault) -> Scalar {
        switch entity {
        case .variable(let number):
            try count(arguments, 1...1, reference.name)
            let table = try table(of: number, reference, context)
            return .lookup(table, try scalar(arguments[0], context), nil)
        case .argument(.reference(let outer), let where_):
            return try call(
                outer, arguments,
                Context(
                    instance: where_.instance, variable: context.variable, cell: context.cell,
                    bindings: where_.bindings,
                    axes: context.axes, line: context.line, depth: context.depth))
        default: throw ModelFault(.unknownFunction, reference.name)
        }
    }

    /// The table of a lookup's element.
    func table(of number: Int, _ reference: Reference, _ context: Context) throws(ModelFault) -> Int {
        let info = infos[number]
        guard !info.tables.isEmpty else { throw ModelFault(.unknownFunction, reference.name) }
        if info.axes.isEmpty, let table = info.tables[0] { return table }
        var asked = info
        asked.source.kind = .auxiliary
        guard case .cell(let cell) = try element(asked, reference, context) else {
            throw ModelFault(.notConstant, reference.name)
        }
        guard let table = info.tables[cell - info.first] else { throw ModelFault(.missingElement, reference.name) }
        return table
    }

    /// A number that must be known before the model runs.
    func whole(_ expression: Expression, _ context: Context) throws(ModelFault) -> Int {
        let value = try folded(try scalar(expression, context), 0)
        guard let value, value.isFinite, value < 100_000 else { throw ModelFault(.notConstant, "n") }
        return max(1, Int(value.rounded(.toNearestOrAwayFromZero)))
    }

    /// The value of a scalar where it consists of constants.
    func folded(_ value: Scalar, _ depth: Int) throws(ModelFault) -> Double? {
        guard depth < 200 else { return nil }
        switch value {
        case .number(let number): return number
        case .cell(let cell):
            if let known = model.cells[cell].value { return try folded(known, depth + 1) }
            guard let number = model.cells[cell].variable, !equating.contains(number) else { return nil }
            equate(number)
            return try model.cells[cell].value.flatMap { value throws(ModelFault) in try folded(value, depth + 1) }
        case .unary(let operation, let inner):
            return try folded(inner, depth + 1).map { Arithmetic.apply(operation, $0) }
        case .binary(let operation, let left, let right):
            guard let left = try folded(left, depth + 1), let right = try folded(right, depth + 1) else { return nil }
            return Arithmetic.apply(operation, left, right)
        case .select(let condition, let yes, let no):
            guard let condition = try folded(condition, depth + 1) else { return nil }
            return try folded(condition != 0 ? yes : no, depth + 1)
        case .clock(.time), .clock(.stepTime), .clock(.start): return try folded(source.specifications.start, depth)
        case .clock(.step): return try folded(source.specifications.step, depth)
        default: return nil
        }
    }

    /// A setting of the clock where it consists of constants.
    private func folded(_ setting: Expression?, _ depth: Int) throws(ModelFault) -> Double? {
        guard let setting else { return nil }
        let context = Context(instance: 0, variable: 0, cell: -1, bindings: [], line: 0)
        return try folded(try scalar(setting, context), depth + 1)
    }
}

extension Elaborator {
    /// The value of an expression for one element.
    func scalar(_ expression: Expression, _ context: Context) throws(ModelFault) -> Scalar {
        switch expression {
        case .number(let value): return .number(value)
        case .missing: return .number(LookupTable.missing)
        case .text(let text): throw ModelFault(.syntax, text)
        case .unary(let operation, let value): return .make(operation, try scalar(value, context))
        case .binary(let operation, let left, let right):
            return .make(operation, try scalar(left, context), try scalar(right, context))
        case .conditional(let condition, let yes, let no):
            let condition = try scalar(condition, context)
            if let known = condition.constant { return try scalar(known != 0 ? yes : no, context) }
            return .select(condition, try scalar(yes, context), try scalar(no, context))
        case .transpose(let inner): return try scalar(transposed(inner, context), context)
        case .reference(let reference): return try scalar(reference, context)
        case .call(let reference, let arguments): return try call(reference, arguments, context)
        case .table: throw ModelFault(.unsupported, "table")
        }
    }

    /// An array with its dimensions in reverse order.
    private func transposed(_ expression: Expression, _ context: Context) throws(ModelFault) -> Expression {
        guard case .reference(var reference) = expression, let info = info(reference, context),
            info.axes.count > 1
        else { return expression }
        if reference.subscripts.isEmpty {
            reference.subscripts = info.axes.indices.map { .position(context.bindings.count - $0) }
        } else {
            reference.subscripts.reverse()
        }
        return .reference(reference)
    }

    func info(_ reference: Reference, _ context: Context) -> Info? {
        guard case .variable(let number)? = entity(reference.name, in: context.instance) else { return nil }
        return infos[number]
    }

    private func scalar(_ reference: Reference, _ context: Context) throws(ModelFault) -> Scalar {
        let key = ModelName.canonical(reference.name)
        switch entity(reference.name, in: context.instance) {
        case .variable(let number)?: return try element(infos[number], reference, context)
        case .value(let value)?: return value
        case .argument(let expression, let outer)?:
            return try scalar(try applied(expression, reference.subscripts, context, outer), merged(outer, context))
        case .instance?: throw ModelFault(.unknownName, reference.name)
        case nil: break
        }
        if instances[context.instance].isMacro, key.hasSuffix("$") {
            return try scalar(Reference(String(reference.name.dropLast()), reference.subscripts), outermost(context))
        }
        if let value = clockValue(key) { return value }
        if let value = position(key, context) { return .number(Double(value)) }
        if let value = try withoutArguments(key, context) { return value }
        if dimensions[key] != nil { throw ModelFault(.unboundRange, reference.name) }
        throw ModelFault(.unknownName, reference.name)
    }

    /// The context of the model around all macros.
    func outermost(_ context: Context) -> Context {
        var context = context
        while instances[context.instance].isMacro, let parent = instances[context.instance].parent {
            context.instance = parent
        }
        return context
    }

    /// The context of an argument, with what the inside has bound.
    private func merged(_ outer: Context, _ inner: Context) -> Context {
        var context = outer
        context.axes.merge(inner.axes) { $1 }
        return context
    }

    /// A macro's argument with subscripts put on inside.
    private func applied(
        _ expression: Expression, _ subscripts: [Subscript], _ context: Context, _ outer: Context
    ) throws(ModelFault) -> Expression {
        guard !subscripts.isEmpty, case .reference(var reference) = expression else { return expression }
        reference.subscripts = subscripts
        return .reference(reference)
    }

    func clockValue(_ key: String) -> Scalar? {
        if isVensim {
            switch key {
            case "time": return .clock(.time)
            default: return nil
            }
        }
        switch key {
        case "time": return .clock(.time)
        case "dt": return .clock(.step)
        case "starttime": return .clock(.start)
        case "stoptime": return .clock(.stop)
        case "pi": return .number(.pi)
        case "inf": return .number(.infinity)
        default: return nil
        }
    }

    /// The position of a range or an element where one is meant as a number.
    func position(_ key: String, _ context: Context) -> Int? {
        if let bound = context.axes[key] ?? context.bindings.first(where: { $0.range == key }) {
            // In Vensim an element counts within its family, whatever range names it.
            let family = isVensim ? dimensions.family(of: bound.element)?.positions[bound.element] : nil
            return (family ?? bound.position) + 1
        }
        if let dot = key.firstIndex(of: "."), let entry = dimensions[String(key[..<dot])],
            let position = entry.positions[String(key[key.index(after: dot)...])]
        {
            return position + 1
        }
        if isVensim, let family = dimensions.family(of: key), let position = family.positions[key] {
            return position + 1
        }
        return nil
    }

    /// An element of a variable, known or computed.
    func element(_ info: Info, _ reference: Reference, _ context: Context) throws(ModelFault) -> Scalar {
        guard info.source.kind != .lookup || !isVensim else { throw ModelFault(.syntax, reference.name) }
        guard !info.axes.isEmpty else {
            guard reference.subscripts.isEmpty else { throw ModelFault(.syntax, reference.name) }
            return .cell(info.first)
        }
        let indices = try indices(info, reference, context)
        var flat = 0
        var known = true
        for (index, axis) in zip(indices, info.axes) {
            guard let value = index.constant else {
                known = false
                break
            }
            let position = Int(value)
            guard axis.elements.indices.contains(position) else {
                let name = model.cells.indices.contains(context.cell) ? model.cells[context.cell].name : ""
                model.warnings.append(
                    ModelWarning(.invalidIndex, "\(position + 1)", variable: name, line: context.line))
                return .number(source.invalidIndexIsNaN ? .nan : 0)
            }
            flat = flat * axis.elements.count + position
        }
        if known { return .cell(info.first + flat) }
        return computed(info, indices)
    }

    private func computed(_ info: Info, _ indices: [Scalar]) -> Scalar {
        var flat = Scalar.zero
        var valid = Scalar.one
        for (index, axis) in zip(indices, info.axes) {
            let count = Scalar.number(Double(axis.elements.count))
            if index.constant == nil {
                valid = .make(
                    .and, valid, .make(.and, .make(.greaterOrEqual, index, .zero), .make(.less, index, count)))
            }
            flat = flat * count + index
        }
        return .gather(
            first: info.first, count: info.count, .choose(valid, flat, .number(-1)),
            otherwise: source.invalidIndexIsNaN || isVensim ? .nan : 0)
    }

    /// The position, from 0, in each dimension.
    private func indices(_ info: Info, _ reference: Reference, _ context: Context) throws(ModelFault) -> [Scalar] {
        var subscripts = reference.subscripts
        if subscripts.isEmpty { subscripts = try implied(info, reference, context) }
        if subscripts.count == 1, info.axes.count > 1, !isVensim, case .expression(let flat) = subscripts[0] {
            let number = try scalar(flat, context)
            let index = Scalar.make(.truncate, number) - .one
            return try split(index, info)
        }
        guard subscripts.count == info.axes.count else { throw ModelFault(.syntax, reference.name) }
        var result: [Scalar] = []
        var seen: [String: Int] = [:]
        for (place, (subscripted, axis)) in zip(subscripts, info.axes).enumerated() {
            result.append(try index(subscripted, axis, place, info, &seen, context))
        }
        return result
    }

    private func split(_ flat: Scalar, _ info: Info) throws(ModelFault) -> [Scalar] {
        guard let value = flat.constant else { throw ModelFault(.notConstant, info.source.name) }
        guard (0..<info.count).contains(Int(value)) else { return info.axes.map { _ in .number(-1) } }
        return Self.subscripts(info.axes, Int(value)).map { .number(Double($0)) }
    }

    /// Without subscripts: the current element of dimensions that all stand on the left.
    private func implied(_ info: Info, _ reference: Reference, _ context: Context) throws(ModelFault) -> [Subscript] {
        var seen: [String: Int] = [:]
        let inAxes = info.axes.allSatisfy { axis in
            seen[axis.name, default: 0] += 1
            return context.axes["\(axis.name)*\(seen[axis.name] ?? 1)"] != nil
        }
        if inAxes { return info.axes.map { _ in .wildcard } }
        guard !isVensim, info.axes.allSatisfy({ axis in context.bindings.contains { $0.range == axis.name } }) else {
            throw ModelFault(.arrayInScalar, reference.name)
        }
        return info.axes.map { .expression(.reference(Reference($0.name))) }
    }

    private func index(
        _ subscripted: Subscript, _ axis: Axis, _ place: Int, _ info: Info, _ seen: inout [String: Int],
        _ context: Context
    ) throws(ModelFault) -> Scalar {
        switch subscripted {
        case .wildcard:
            seen[axis.name, default: 0] += 1
            return try bound("\(axis.name)*\(seen[axis.name] ?? 1)", axis, context)
        case .range:
            seen[axis.name, default: 0] += 1
            return try bound("\(axis.name)*\(seen[axis.name] ?? 1)", axis, context)
        case .marked(let name): return try bound(ModelName.canonical(name) + "!", axis, context)
        case .position(let number):
            guard context.bindings.indices.contains(number - 1) else { throw ModelFault(.syntax, "@\(number)") }
            return try place2(context.bindings[number - 1], axis, "@\(number)")
        case .expression(.reference(let inner)) where inner.subscripts.isEmpty:
            let key = ModelName.canonical(inner.name)
            if let position = axis.position(key) { return .number(Double(position)) }
            if let binding = context.axes[key] ?? context.bindings.first(where: { $0.range == key }) {
                return try place2(binding, axis, inner.name)
            }
            if let position = mapped(key, axis, context) { return .number(Double(position)) }
            if entity(inner.name, in: context.instance) == nil, dimensions[key] != nil {
                throw ModelFault(.unboundRange, inner.name)
            }
            return .make(.truncate, try scalar(.reference(inner), context)) - .one
        case .expression(let expression): return .make(.truncate, try scalar(expression, context)) - .one
        }
    }

    private func bound(_ key: String, _ axis: Axis, _ context: Context) throws(ModelFault) -> Scalar {
        guard let binding = context.axes[key] else { throw ModelFault(.arrayInScalar, axis.name) }
        return try place2(binding, axis, key)
    }

    /// The position of a bound element in a dimension: by name, by mapping, or by its place.
    private func place2(_ binding: Binding, _ axis: Axis, _ name: String) throws(ModelFault) -> Scalar {
        if let position = axis.position(binding.element) { return .number(Double(position)) }
        if let other = dimensions.mapped(binding.element, at: binding.position, from: binding.range, to: axis.name),
            let position = axis.position(other)
        {
            return .number(Double(position))
        }
        if !isVensim, axis.elements.indices.contains(binding.position) { return .number(Double(binding.position)) }
        if dimensions[binding.range]?.elements.count == axis.elements.count { return .number(Double(binding.position)) }
        throw ModelFault(.unboundRange, name)
    }

    /// A range on the right that a range on the left maps to.
    private func mapped(_ key: String, _ axis: Axis, _ context: Context) -> Int? {
        guard dimensions[key] != nil else { return nil }
        for binding in context.bindings {
            if let other = dimensions.mapped(binding.element, at: binding.position, from: binding.range, to: key),
                let position = axis.position(other)
            {
                return position
            }
        }
        return nil
    }
}

extension Elaborator {
    /// The values of an expression for all elements that it runs over by itself: `*`, ranges, `dim!`, and in XMILE whole
    /// arrays by their name.
    func elements(_ expression: Expression, _ context: Context) throws(ModelFault) -> [Scalar] {
        var axes: [(key: String, bindings: [Binding])] = []
        let isSlice = Self.hasWildcard(expression)
        try collect(expression, context, takesWhole: !isSlice, &axes)
        var result: [Scalar] = []
        for combination in Self.product(axes.map { Array($0.bindings.indices) }) {
            var inner = context
            for (axis, place) in zip(axes, combination) { inner.axes[axis.key] = axis.bindings[place] }
            result.append(try scalar(expression, inner))
        }
        return result
    }

    /// Two expressions over all elements that either runs over.
    func elements(
        pairing first: Expression, _ second: Expression, _ context: Context
    ) throws(ModelFault) -> [(Scalar, Scalar)] {
        var axes: [(key: String, bindings: [Binding])] = []
        try collect(first, context, takesWhole: false, &axes)
        try collect(second, context, takesWhole: false, &axes)
        var result: [(Scalar, Scalar)] = []
        for combination in Self.product(axes.map { Array($0.bindings.indices) }) {
            var inner = context
            for (axis, place) in zip(axes, combination) { inner.axes[axis.key] = axis.bindings[place] }
            result.append((try scalar(first, inner), try scalar(second, inner)))
        }
        return result
    }

    private static func hasWildcard(_ expression: Expression) -> Bool {
        switch expression {
        case .reference(let reference):
            return reference.subscripts.contains { part in
                switch part {
                case .wildcard, .range, .marked: true
                case .expression(let inner): hasWildcard(inner)
                case .position: false
                }
            }
        case .unary(_, let inner), .transpose(let inner): return hasWildcard(inner)
        case .binary(_, let left, let right): return hasWildcard(left) || hasWildcard(right)
        case .conditional(let condition, let yes, let no):
            return [condition, yes, no].contains(where: hasWildcard)
        case .call(_, let arguments): return arguments.contains(where: hasWildcard)
        default: return false
        }
    }

    /// Finds what an expression runs over, in the order in which it is first met.
    private func collect(
        _ expression: Expression, _ context: Context, takesWhole: Bool,
        _ axes: inout [(key: String, bindings: [Binding])]
    ) throws(ModelFault) {
        switch expression {
        case .reference(let reference): try collect(reference, context, takesWhole: takesWhole, &axes)
        case .unary(_, let inner), .transpose(let inner):
            try collect(inner, context, takesWhole: takesWhole, &axes)
        case .binary(_, let left, let right):
            try collect(left, context, takesWhole: takesWhole, &axes)
            try collect(right, context, takesWhole: takesWhole, &axes)
        case .conditional(let condition, let yes, let no):
            for part in [condition, yes, no] { try collect(part, context, takesWhole: takesWhole, &axes) }
        case .call(let function, let arguments):
            guard !Self.reductions.contains(ModelName.canonical(function.name)) else { return }
            if case .variable? = entity(function.name, in: context.instance) {
                try collect(function, context, takesWhole: false, &axes)
            }
            for part in arguments { try collect(part, context, takesWhole: takesWhole, &axes) }
        default: return
        }
    }

    private func collect(
        _ reference: Reference, _ context: Context, takesWhole: Bool, _ axes: inout [(key: String, bindings: [Binding])]
    ) throws(ModelFault) {
        if case .argument(let expression, let outer)? = entity(reference.name, in: context.instance) {
            try collect(expression, outer, takesWhole: takesWhole, &axes)
            return
        }
        guard let info = info(reference, context) else {
            for case .marked(let name) in reference.subscripts { try add(marked: name, &axes) }
            return
        }
        guard !info.axes.isEmpty else { return }
        if reference.subscripts.isEmpty {
            guard takesWhole, !isVensim else { return }
            var seen: [String: Int] = [:]
            for axis in info.axes { add(axis, nil, &seen, &axes) }
            return
        }
        guard reference.subscripts.count == info.axes.count else { return }
        var seen: [String: Int] = [:]
        for (part, axis) in zip(reference.subscripts, info.axes) {
            switch part {
            case .wildcard: add(axis, nil, &seen, &axes)
            case .range(let low, let high):
                let first = try bound(low, axis, context)
                let last = try bound(high, axis, context)
                guard first <= last, axis.elements.indices.contains(first), axis.elements.indices.contains(last) else {
                    throw ModelFault(.syntax, reference.name)
                }
                add(axis, first...last, &seen, &axes)
            case .marked(let name): try add(marked: name, &axes)
            case .expression(.reference(let inner)): addUnbound(inner, axis, context, &axes)
            default: continue
            }
        }
    }

    /// A dimension's name that nothing binds stands for all its elements, in XMILE.
    private func addUnbound(
        _ reference: Reference, _ axis: Axis, _ context: Context, _ axes: inout [(key: String, bindings: [Binding])]
    ) {
        let key = ModelName.canonical(reference.name)
        guard !isVensim, key == axis.name, axis.position(key) == nil, context.axes[key] == nil,
            !context.bindings.contains(where: { $0.range == key }), !axes.contains(where: { $0.key == key })
        else { return }
        axes.append((key, axis.elements.enumerated().map { Binding(range: key, element: $1, position: $0) }))
    }

    private func bound(_ expression: Expression, _ axis: Axis, _ context: Context) throws(ModelFault) -> Int {
        if case .reference(let reference) = expression,
            let position = axis.position(ModelName.canonical(reference.name))
        {
            return position
        }
        guard let value = try scalar(expression, context).constant else { throw ModelFault(.notConstant, axis.name) }
        return Int(value) - 1
    }

    private func add(
        _ axis: Axis, _ range: ClosedRange<Int>?, _ seen: inout [String: Int],
        _ axes: inout [(key: String, bindings: [Binding])]
    ) {
        seen[axis.name, default: 0] += 1
        let key = "\(axis.name)*\(seen[axis.name] ?? 1)"
        guard !axes.contains(where: { $0.key == key }) else { return }
        let places = range ?? 0...(axis.elements.count - 1)
        axes.append((key, places.map { Binding(range: axis.name, element: axis.elements[$0], position: $0) }))
    }

    private func add(marked name: String, _ axes: inout [(key: String, bindings: [Binding])]) throws(ModelFault) {
        let key = ModelName.canonical(name)
        guard let entry = dimensions[key] else { throw ModelFault(.unknownName, name) }
        guard !axes.contains(where: { $0.key == key + "!" }) else { return }
        axes.append(
            (key + "!", entry.elements.enumerated().map { Binding(range: key, element: $1, position: $0) }))
    }

    static let reductions: Set<String> = [
        "sum", "mean", "stddev", "size", "rank", "vmin", "vmax", "prod", "elmcount", "vector_select",
    ]

    /// The contexts for each element of the range that is the last subscript of an expression, and the place of the
    /// present element in it.
    func along(
        _ expression: Expression, _ context: Context, place: Int = 1
    ) throws(ModelFault) -> (contexts: [Context], current: Int) {
        guard case .reference(let reference) = expression, reference.subscripts.count >= place,
            case .expression(.reference(let last)) = reference.subscripts[reference.subscripts.count - place]
        else { throw ModelFault(.syntax, "vector") }
        let key = ModelName.canonical(last.name)
        guard let entry = dimensions[key] else { throw ModelFault(.unboundRange, last.name) }
        let current = context.bindings.first { $0.range == key }?.position ?? 0
        let contexts = entry.elements.enumerated().map { position, element in
            var inner = context
            inner.bindings.removeAll { $0.range == key }
            inner.bindings.append(Binding(range: key, element: element, position: position))
            return inner
        }
        return (contexts, current)
    }

    /// The values of an expression in each of some contexts.
    func values(_ expression: Expression, _ contexts: [Context]) throws(ModelFault) -> [Scalar] {
        var result: [Scalar] = []
        for context in contexts { result.append(try scalar(expression, context)) }
        return result
    }
}

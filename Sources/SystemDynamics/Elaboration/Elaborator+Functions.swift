extension Elaborator {
    /// Functions of numbers.
    func plain(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        let unary: [String: UnaryOperation] = [
            "abs": .absolute, "exp": .exponential, "ln": .logarithm, "sqrt": .squareRoot, "sin": .sine,
            "cos": .cosine, "tan": .tangent, "arcsin": .arcSine, "arccos": .arcCosine, "arctan": .arcTangent,
            "sinh": .hyperbolicSine, "cosh": .hyperbolicCosine, "tanh": .hyperbolicTangent, "log10": .logarithm10,
            "gamma_ln": .logGamma, "integer": .truncate, "round": .round,
        ]
        if let operation = unary[name] {
            try count(arguments, 1...1, name)
            return .make(operation, try scalar(arguments[0], context))
        }
        let binary: [String: BinaryOperation] = [
            "quantum": .quantum, "modulo": .truncatedModulus, "power": .power,
            "mod": source.usesVensimIntegers ? .truncatedModulus : .flooredModulus,
        ]
        if let operation = binary[name] {
            try count(arguments, 2...2, name)
            return .make(operation, try scalar(arguments[0], context), try scalar(arguments[1], context))
        }
        switch name {
        case "int":
            try count(arguments, 1...1, name)
            return .make(source.usesVensimIntegers ? .truncate : .floor, try scalar(arguments[0], context))
        case "log":
            try count(arguments, 1...2, name)
            let value = try scalar(arguments[0], context)
            return arguments.count == 1
                ? .make(.logarithm10, value) : .make(.logarithm, value, try scalar(arguments[1], context))
        case "pi": return .number(.pi)
        case "game":
            try count(arguments, 1...1, name)
            return try scalar(arguments[0], context)
        case "safediv", "xidz", "zidz":
            try count(arguments, name == "xidz" ? 3...3 : name == "zidz" ? 2...2 : 2...3, name)
            let (above, below) = (try scalar(arguments[0], context), shared(try scalar(arguments[1], context), context))
            let other = arguments.count > 2 ? try scalar(arguments[2], context) : .zero
            return name == "safediv"
                ? .choose(.make(.equal, below, .zero), other, above / below) : guarded(above, below, other)
        default: return nil
        }
    }

    /// a/b, or another value where the size of b is below 1e-6.
    func guarded(_ above: Scalar, _ below: Scalar, _ other: Scalar) -> Scalar {
        .choose(.make(.less, .make(.absolute, below), .number(1e-6)), other, above / below)
    }

    /// Choices and initial values.
    func choices(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        switch name {
        case "if_then_else":
            try count(arguments, 3...3, name)
            return try scalar(.conditional(arguments[0], arguments[1], arguments[2]), context)
        case "active_initial":
            try count(arguments, 2...2, name)
            return .activeInitial(try scalar(arguments[0], context), try scalar(arguments[1], context))
        case "init", "initial", "reinitial":
            try count(arguments, 1...1, name)
            let value = try scalar(arguments[0], context)
            if value.constant != nil { return value }
            model.held.append(value)
            return .held(model.held.count - 1)
        default: return nil
        }
    }

    /// Test inputs.
    func inputs(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        guard ["step", "pulse", "pulse_train", "ramp"].contains(name) else { return nil }
        var values: [Scalar] = []
        for argument in arguments { values.append(shared(try scalar(argument, context), context)) }
        if isVensim { return try vensimInput(name, values, arguments) }
        let (time, step) = (Scalar.clock(.time), Scalar.clock(.step))
        let tolerance = step * .number(1e-6)
        switch name {
        case "step":
            try count(arguments, 2...2, name)
            return .choose(.make(.greaterOrEqual, time, values[1] - tolerance), values[0], .zero)
        case "ramp":
            try count(arguments, 2...3, name)
            let end = values.count > 2 ? Scalar.make(.minimum, time, values[2]) : time
            return values[0] * .make(.maximum, .zero, end - values[1])
        case "pulse":
            try count(arguments, 2...3, name)
            let since = Scalar.clock(.stepTime) - values[1]
            let height = values[0] / step
            let within = { (value: Scalar) in
                Scalar.make(
                    .and, .make(.greaterOrEqual, value, .make(.negate, tolerance)),
                    .make(.less, value, step - tolerance))
            }
            let once = Scalar.choose(within(since), height, .zero)
            guard values.count > 2 else { return once }
            let interval = values[2]
            let rounds = Scalar.make(.maximum, .zero, .make(.floor, (since + tolerance) / interval))
            let again = Scalar.choose(within(since - rounds * interval), height, .zero)
            return .choose(.make(.lessOrEqual, interval, .zero), once, again)
        default: return nil
        }
    }

    private func vensimInput(
        _ name: String, _ values: [Scalar], _ arguments: [Expression]
    ) throws(ModelFault) -> Scalar? {
        let (time, step) = (Scalar.clock(.stepTime), Scalar.clock(.step))
        let middle = time + step * .number(0.5)
        switch name {
        case "step":
            try count(arguments, 2...2, name)
            return .choose(.make(.greater, middle, values[1]), values[0], .zero)
        case "pulse":
            try count(arguments, 2...2, name)
            let width = Scalar.choose(.make(.equal, values[1], .zero), step, values[1])
            return .make(.and, .make(.less, values[0], middle), .make(.less, middle, values[0] + width))
        case "pulse_train":
            try count(arguments, 4...4, name)
            let started = Scalar.make(.greater, middle, values[0])
            let phase = Scalar.make(.flooredModulus, middle - values[0], values[2])
            let inside = Scalar.make(.less, phase, .make(.maximum, values[1], step))
            let train = Scalar.make(.and, inside, .make(.less, time, values[3]))
            // Pulses that run into each other are one, which lasts to the end itself (Vensim's output, Query_file).
            let whole = Scalar.make(.lessOrEqual, time, values[3])
            return .make(.and, started, .choose(.make(.less, values[2], values[1]), whole, train))
        case "ramp":
            try count(arguments, 3...3, name)
            let value = values[0] * (.make(.minimum, time, values[2]) - values[1])
            return .choose(.make(.greater, time, values[1]), value, .zero)
        default: return nil
        }
    }

    /// Lookups as functions.
    func lookups(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        let kinds: [String: LookupTable.Kind?] = [
            "with_lookup": nil, "lookup": nil, "lookup_extrapolate": .extrapolate,
            "lookup_forward": .forward, "lookup_backward": .discrete,
        ]
        guard let kind = kinds[name] else { return nil }
        try count(arguments, 2...2, name)
        let isWith = name == "with_lookup"
        let (first, second) = isWith ? (arguments[1], arguments[0]) : (arguments[0], arguments[1])
        let point = try scalar(second, context)
        switch first {
        case .table(let table): return .lookup(self.table(table), point, kind)
        case .reference(let reference):
            guard case .variable(let number)? = entity(reference.name, in: context.instance) else {
                throw ModelFault(.unknownName, reference.name)
            }
            return .lookup(try table(of: number, reference, context), point, kind)
        default: throw ModelFault(.syntax, name)
        }
    }

    /// Random numbers.
    func randoms(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        let forms: [String: (RandomDraw.Distribution, ClosedRange<Int>, Int)] =
            isVensim
            ? [
                "random_uniform": (.uniform, 3...3, 2), "random_normal": (.truncatedNormal, 5...5, 4),
                "random_0_1": (.uniform, 0...0, 0), "random_exponential": (.exponential, 5...5, 4),
                "random_poisson": (.poisson, 6...6, 5), "random_pink_noise": (.pinkNoise, 4...4, 3),
            ]
            : [
                "random": (.uniform, 2...3, 2), "normal": (.normal, 2...3, 2), "lognormal": (.logNormal, 2...3, 2),
                "exprnd": (.exponential, 1...2, 1), "poisson": (.poisson, 1...2, 1),
            ]
        guard let (distribution, range, parameters) = forms[name] else { return nil }
        try count(arguments, range, name)
        var values: [Scalar] = []
        for argument in arguments.prefix(parameters) { values.append(try scalar(argument, context)) }
        if name == "random_0_1" { values = [.zero, .one] }
        sites += 1
        var site = sites
        if arguments.count > parameters, let seed = try scalar(arguments[parameters], context).constant, seed > 0 {
            site = UInt32(truncatingIfNeeded: Int(min(seed, 1e9))) | 0x8000_0000
        }
        let element = UInt32(
            max(0, context.cell - (infos.indices.contains(context.variable) ? infos[context.variable].first : 0)))
        if distribution == .pinkNoise {
            let number = memory(
                .pinkNoise(mean: values[0], deviation: values[1], time: values[2], site: site, element: element))
            return .memory(number, 0)
        }
        return .random(.init(distribution: distribution, parameters: values, site: site, element: element))
    }
}

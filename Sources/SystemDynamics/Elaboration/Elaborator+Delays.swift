extension Elaborator {
    /// Delays of material.
    func delays(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        switch name {
        case "delay", "delay_fixed":
            try count(arguments, isVensim ? 3...3 : 2...3, name)
            let input = try scalar(arguments[0], context)
            let initial = arguments.count > 2 ? try scalar(arguments[2], context) : input
            let time = try scalar(arguments[1], context)
            return .memory(memory(.pipeline(input: input, time: time, initial: initial)), 0)
        case "delay1", "delay3", "delayn", "delay1i", "delay3i":
            let isOrdered = name == "delayn"
            let needsInitial = name.hasSuffix("i")
            let least = isOrdered || needsInitial ? 3 : 2
            try count(arguments, least...(needsInitial || isVensim ? least : least + 1), name)
            let order = isOrdered ? try whole(arguments[2], context) : name.contains("3") ? 3 : 1
            let place = isOrdered ? 3 : 2
            let input = shared(try scalar(arguments[0], context), context)
            let time = shared(try scalar(arguments[1], context), context)
            let initial = arguments.count > place ? try scalar(arguments[place], context) : input
            return cascade(input, time, initial, order: order, name, context)
        case "delay_n":
            try count(arguments, 4...4, name)
            let number = memory(
                .materialDelay(
                    input: try scalar(arguments[0], context), time: try scalar(arguments[1], context),
                    initial: try scalar(arguments[2], context), order: try whole(arguments[3], context)))
            return .memory(number, 0)
        default: return nil
        }
    }

    /// n contents, each of which runs out at its content over its share of the time.
    private func cascade(
        _ input: Scalar, _ time: Scalar, _ initial: Scalar, order: Int, _ name: String, _ context: Context
    ) -> Scalar {
        let share = time / .number(Double(order))
        var inflow = input
        for stage in 1...order {
            let content = integrator(initial * share, .zero, "\(name).\(stage)", context)
            let outflow = shared(.state(content) / share, context)
            model.integrators[content].rate = inflow - outflow
            inflow = outflow
        }
        return inflow
    }

    /// Delays of information.
    func smooths(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        let orders = [
            "smth1": 1, "smth3": 3, "smthn": 0, "smooth": 1, "smoothi": 1, "smooth3": 3, "smooth3i": 3, "smooth_n": 0,
        ]
        if let fixed = orders[name] {
            let needsInitial = name.hasSuffix("i")
            let isVensimN = name == "smooth_n"
            let least = isVensimN ? 4 : fixed == 0 || needsInitial ? 3 : 2
            try count(arguments, least...(needsInitial || isVensim ? least : least + 1), name)
            let order = fixed > 0 ? fixed : try whole(arguments[isVensimN ? 3 : 2], context)
            let place = isVensimN ? 2 : fixed == 0 ? 3 : 2
            let input = shared(try scalar(arguments[0], context), context)
            let time = shared(try scalar(arguments[1], context), context)
            let initial = arguments.count > place ? try scalar(arguments[place], context) : input
            var before = input
            for stage in 1...order {
                let state = integrator(initial, .zero, "\(name).\(stage)", context)
                model.integrators[state].rate = (before - .state(state)) / (time / .number(Double(order)))
                before = .state(state)
            }
            return before
        }
        return try trends(name, arguments, context)
    }

    private func trends(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        guard ["trend", "forcst", "forecast"].contains(name) else { return nil }
        let isTrend = name == "trend"
        try count(arguments, isTrend ? (isVensim ? 3...3 : 2...3) : (isVensim ? 3...3 : 3...4), name)
        let input = shared(try scalar(arguments[0], context), context)
        let time = shared(try scalar(arguments[1], context), context)
        let place = isTrend ? 2 : 3
        let growth = arguments.count > place ? try scalar(arguments[place], context) : .zero
        let average = integrator(input / (.one + growth * time), .zero, name, context)
        let state = Scalar.state(average)
        model.integrators[average].rate = (input - state) / time
        let difference = input - state
        if isTrend {
            let divisor = shared(time * .make(.absolute, state), context)
            return isVensim
                ? guarded(difference, divisor, .zero)
                : .choose(.make(.equal, divisor, .zero), .zero, difference / divisor)
        }
        let divisor = shared(state * time, context)
        let ahead = try scalar(arguments[2], context)
        let relative = isVensim ? guarded(difference, divisor, .zero) : difference / divisor
        return input * (.one + ahead * relative)
    }

    /// What is kept from step to step.
    func memories(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        switch name {
        case "previous":
            try count(arguments, 2...2, name)
            let initial = try scalar(arguments[1], context)
            if case .reference(let reference) = arguments[0], ModelName.canonical(reference.name) == "self",
                entity("self", in: context.instance) == nil
            {
                return .memory(memory(.previous(initial: initial, next: .cell(context.cell))), 0)
            }
            return .memory(memory(.previous(initial: initial, next: try scalar(arguments[0], context))), 0)
        case "sample_if_true":
            try count(arguments, 3...3, name)
            let number = memory(.previous(initial: try scalar(arguments[2], context), next: .zero))
            let before = Scalar.memory(number, 0)
            let value = Scalar.choose(try scalar(arguments[0], context), try scalar(arguments[1], context), before)
            let cell = hidden(replacingSelf(value, context.cell, before), "sample", context)
            if case .previous(let initial, _) = model.memories[number] {
                model.memories[number] = .previous(initial: initial, next: .cell(cell))
            }
            return .cell(cell)
        default: return nil
        }
    }

    /// A value in which the cell that is defined stands for its value before.
    private func replacingSelf(_ value: Scalar, _ cell: Int, _ before: Scalar) -> Scalar {
        switch value {
        case .cell(cell): before
        case .unary(let operation, let inner): .unary(operation, replacingSelf(inner, cell, before))
        case .binary(let operation, let left, let right):
            .binary(operation, replacingSelf(left, cell, before), replacingSelf(right, cell, before))
        case .select(let condition, let yes, let no):
            .select(
                replacingSelf(condition, cell, before), replacingSelf(yes, cell, before),
                replacingSelf(no, cell, before))
        case .lookup(let table, let inner, let kind): .lookup(table, replacingSelf(inner, cell, before), kind)
        default: value
        }
    }
}

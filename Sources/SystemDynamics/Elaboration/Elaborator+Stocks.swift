extension Elaborator {
    /// Gives XMILE's stocks their rates from the flows they name, and flows their limits.
    func wireStocks(from first: Int) {
        guard !isVensim else { return }
        let numbers = infos.indices.filter { $0 >= first && infos[$0].source.kind == .stock }
        var suppliers: [Int: Int] = [:]
        for number in numbers where infos[number].source.conveyor != nil || infos[number].source.isQueue {
            for flow in flows(infos[number].source.outflows, number) { suppliers[flow] = number }
        }
        drains = [:]
        for number in numbers {
            for flow in flows(infos[number].source.outflows, number) { drains[flow, default: 0] += 1 }
        }
        for number in numbers {
            let source = infos[number].source
            if source.conveyor != nil || source.isQueue { continue }
            wire(number)
        }
        wireBelts(numbers, suppliers)
    }

    /// The numbers of the flows that a stock names.
    func flows(_ names: [String], _ number: Int) -> [Int] {
        let info = infos[number]
        return names.compactMap { name in
            guard case .variable(let flow)? = entity(name, in: info.instance) else {
                faults.append(ModelFault(.missingFlow, name, variable: info.source.name, line: info.source.line))
                return nil
            }
            return flow
        }
    }

    private func wire(_ number: Int) {
        let info = infos[number]
        let inflows = flows(info.source.inflows, number)
        let outflows = flows(info.source.outflows, number)
        for flat in 0..<info.count {
            guard case .state(let state)? = model.cells[info.first + flat].value else { continue }
            var rate: Scalar?
            for flow in inflows {
                guard let value = amount(flow, flat, info) else { continue }
                let delivered = multiplied(flow, value, info)
                rate = rate.map { $0 + delivered } ?? delivered
            }
            var taken = Scalar.zero
            for flow in outflows {
                guard let cell = cell(flow, flat, info) else { continue }
                if info.source.isNonNegative, drains[flow] == 1, let value = model.cells[cell].value {
                    let available = Scalar.state(state) / .clock(.step) - taken
                    model.cells[cell].value = .make(.minimum, value, .make(.maximum, available, .zero))
                }
                taken = taken + .cell(cell)
                rate = (rate ?? .zero) - .cell(cell)
            }
            model.integrators[state].rate = rate ?? .zero
            model.integrators[state].isClamped = info.source.isNonNegative
            for flow in outflows where info.source.isNonNegative && drains[flow] != 1 {
                model.warnings.append(
                    ModelWarning(
                        .clamped, infos[flow].source.name, variable: model.cells[info.first + flat].name,
                        line: info.source.line))
            }
        }
    }

    /// The cell of a flow for an element of a stock.
    func cell(_ flow: Int, _ flat: Int, _ stock: Info) -> Int? {
        let info = infos[flow]
        if info.count == stock.count { return info.first + flat }
        if info.count == 1 { return info.first }
        faults.append(
            ModelFault(.arrayInScalar, info.source.name, variable: stock.source.name, line: stock.source.line))
        return nil
    }

    private func amount(_ flow: Int, _ flat: Int, _ stock: Info) -> Scalar? {
        cell(flow, flat, stock).map { .cell($0) }
    }

    private func multiplied(_ flow: Int, _ value: Scalar, _ stock: Info) -> Scalar {
        guard let multiplier = infos[flow].source.multiplier else { return value }
        let context = Context(
            instance: infos[flow].instance, variable: flow, cell: infos[flow].first, bindings: [],
            line: infos[flow].source.line)
        do {
            return value * (try scalar(multiplier, context))
        } catch {
            faults.append(Self.placed(error, infos[flow].source, nil))
            return value
        }
    }

    /// Conveyors and queues: their flows come from the belt and the waiting line.
    private func wireBelts(_ numbers: [Int], _ suppliers: [Int: Int]) {
        var memoryOf: [Int: Int] = [:]
        let belts = numbers.filter { infos[$0].source.conveyor != nil || infos[$0].source.isQueue }
        for number in belts {
            guard infos[number].count == 1 else {
                let source = infos[number].source
                faults.append(ModelFault(.unsupported, source.name, variable: source.name, line: source.line))
                continue
            }
            memoryOf[number] = memory(.previous(initial: .zero, next: .zero))
        }
        for number in belts where infos[number].source.conveyor != nil { conveyor(number, memoryOf, suppliers) }
        for number in belts where infos[number].source.isQueue { queue(number, memoryOf) }
    }

    private func context(_ number: Int) -> Context {
        Context(
            instance: infos[number].instance, variable: number, cell: infos[number].first, bindings: [],
            line: infos[number].source.line)
    }

    private func option(_ expression: Expression?, _ number: Int) -> Scalar? {
        guard let expression else { return nil }
        do {
            return try scalar(expression, context(number))
        } catch {
            faults.append(Self.placed(error, infos[number].source, nil))
            return nil
        }
    }

    private func initial(_ number: Int) -> Scalar {
        if case .state(let state)? = model.cells[infos[number].first].value { return model.integrators[state].initial }
        return .zero
    }

    private func conveyor(_ number: Int, _ memoryOf: [Int: Int], _ suppliers: [Int: Int]) {
        let source = infos[number].source
        guard let options = source.conveyor, let memory = memoryOf[number] else { return }
        guard let length = option(options.length, number) else {
            faults.append(ModelFault(.missingEquation, source.name, variable: source.name, line: source.line))
            return
        }
        let outflows = flows(source.outflows, number)
        guard let exit = outflows.first(where: { infos[$0].source.leak == nil }) else {
            faults.append(ModelFault(.missingFlow, source.name, variable: source.name, line: source.line))
            return
        }
        let leaks = outflows.filter { infos[$0].source.leak != nil }
        let inflows = flows(source.inflows, number)
        let initial = initial(number)
        var parts = ConveyorParts(
            initial: initial, length: length, capacity: option(options.capacity, number),
            inflowLimit: option(options.inflowLimit, number), sample: option(options.sample, number),
            arrest: option(options.arrest, number), requests: [], leaks: [], isDiscrete: options.isDiscrete,
            keepsBatches: options.keepsBatches, oneAtATime: options.oneAtATime,
            leaksExponentially: options.leaksExponentially)
        for leak in leaks {
            let found = infos[leak].source.leak ?? LeakOptions()
            let fraction = option(found.fraction, leak) ?? model.cells[infos[leak].first].value ?? .zero
            parts.leaks.append(
                .init(fraction: fraction, start: found.start, end: found.end))
        }
        for inflow in inflows {
            let supplier = suppliers[inflow]
            let isWaiting = supplier.map { infos[$0].source.isQueue } ?? false
            let request = ConveyorParts.Request(
                amount: supplier == nil
                    ? model.cells[infos[inflow].first].value ?? .zero
                    : isWaiting ? arrivals(supplier ?? 0) : .zero,
                canBeRefused: supplier == nil || infos[supplier ?? 0].source.isQueue,
                queue: supplier.flatMap { infos[$0].source.isQueue ? memoryOf[$0] : nil })
            parts.requests.append(request)
        }
        finish(number, parts, memory, exit: exit, leaks: leaks, inflows: inflows, suppliers)
    }

    /// What arrives at a queue in this step.
    private func arrivals(_ queue: Int) -> Scalar {
        flows(infos[queue].source.inflows, queue).reduce(Scalar.zero) { $0 + .cell(infos[$1].first) }
    }

    private func finish(
        _ number: Int, _ given: ConveyorParts, _ memory: Int, exit: Int, leaks: [Int], inflows: [Int],
        _ suppliers: [Int: Int]
    ) {
        var parts = given
        let leaving = [parts.length, parts.sample ?? .one, parts.arrest ?? .zero] + parts.leaks.map(\.fraction)
        let exits = block(.conveyorExit(memory), leaving, outputs: 1 + leaks.count)
        model.cells[infos[exit].first].value = .block(exits, 0)
        for (place, leak) in leaks.enumerated() { model.cells[infos[leak].first].value = .block(exits, 1 + place) }
        var amounts: [Scalar] = []
        for (place, inflow) in inflows.enumerated() {
            let request = parts.requests[place]
            let isFromBelt = suppliers[inflow] != nil && request.queue == nil
            let amount = isFromBelt ? Scalar.cell(infos[inflow].first) : request.amount
            parts.requests[place].amount = amount
            amounts.append(amount)
        }
        let admissions = block(
            .conveyorAdmission(memory),
            [parts.arrest ?? .zero, parts.capacity ?? .number(.infinity), parts.inflowLimit ?? .number(.infinity)]
                + [.block(exits, 0)] + amounts, outputs: inflows.count)
        for (place, inflow) in inflows.enumerated() {
            let isFromBelt = suppliers[inflow] != nil && parts.requests[place].queue == nil
            if !isFromBelt { model.cells[infos[inflow].first].value = .block(admissions, place) }
        }
        model.memories[memory] = .conveyor(parts)
        model.cells[infos[number].first].value = .memory(memory, 0)
    }

    private func queue(_ number: Int, _ memoryOf: [Int: Int]) {
        let source = infos[number].source
        guard let memory = memoryOf[number] else { return }
        let outflows = flows(source.outflows, number)
        let inflows = flows(source.inflows, number)
        var parts = QueueParts(initial: initial(number), inflows: [], outflows: [])
        for inflow in inflows { parts.inflows.append(.cell(infos[inflow].first)) }
        var inputs = parts.inflows
        for outflow in outflows {
            let taker = infos.indices.first { stock in
                infos[stock].source.conveyor != nil
                    && infos[stock].instance == infos[number].instance
                    && infos[stock].source.inflows.contains {
                        ModelName.canonical($0) == ModelName.canonical(infos[outflow].source.name)
                    }
            }
            parts.outflows.append(
                .init(conveyor: taker.flatMap { memoryOf[$0] }, isOverflow: infos[outflow].source.isOverflow))
            parts.taken.append(.cell(infos[outflow].first))
            inputs.append(taker == nil ? .zero : .cell(infos[outflow].first))
        }
        let exits = block(.queueExit(memory), inputs, outputs: outflows.count)
        for (place, outflow) in outflows.enumerated() where parts.outflows[place].conveyor == nil {
            model.cells[infos[outflow].first].value = .block(exits, place)
        }
        model.memories[memory] = .queue(parts)
        model.cells[infos[number].first].value = .memory(memory, 0)
    }
}

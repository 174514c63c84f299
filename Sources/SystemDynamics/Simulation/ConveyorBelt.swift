/// A conveyor's belt in one run: batches with the steps they still have to go.
struct ConveyorBelt: Sendable {
    struct Batch: Sendable {
        var content: Double
        /// What it held when it entered, for linear leaks.
        var entry: Double
        /// Steps until it leaves; it leaves in the step in which this is 1.
        var left: Int
        /// The steps of its whole transit.
        var transit: Int
    }

    let parts: ConveyorParts
    private var batches: [Batch] = []
    private var slats: Int
    private var leavesNow = 0.0
    private var leaksNow: [Double] = []
    private var admittedNow = 0.0
    private var isArrested = false
    private var fractions: [Double]

    init(_ parts: ConveyorParts, _ inputs: [Double], step: Double) {
        self.parts = parts
        slats = MemoryState.steps(inputs[1], step)
        fractions = Array(inputs.dropFirst(2))
        let profile = Self.profile(parts, fractions, slats: slats, step: step)
        let sum = profile.reduce(0, +)
        for place in 0..<slats where inputs[0] != 0 {
            let entry = inputs[0] / sum
            batches.append(
                Batch(content: inputs[0] * profile[place] / sum, entry: entry, left: slats - place, transit: slats))
        }
    }

    /// The share of its entry that a batch still holds after some steps on the belt.
    private static func profile(_ parts: ConveyorParts, _ fractions: [Double], slats: Int, step: Double) -> [Double] {
        var share = 1.0
        return (0..<slats).map { place in
            let present = share
            for (leak, fraction) in zip(parts.leaks, fractions) where inZone(leak, place, slats) {
                share -= parts.leaksExponentially ? present * fraction * step : fraction / Double(slats)
            }
            return max(0, present)
        }
    }

    private static func inZone(_ leak: ConveyorParts.Leak, _ place: Int, _ slats: Int) -> Bool {
        let position = (Double(place) + 0.5) / Double(slats)
        return position >= leak.start && position <= leak.end
    }

    /// All that is on the belt.
    var total: Double { batches.reduce(0) { $0 + $1.content } }

    /// What leaves and leaks in this step, per unit of time.
    ///
    /// - Parameter inputs: transit time, whether to read it, whether to stand still, then the leaks' fractions.
    mutating func leave(_ inputs: [Double], step: Double) -> [Double] {
        isArrested = inputs[2] != 0
        leaksNow = parts.leaks.map { _ in 0 }
        leavesNow = 0
        guard !isArrested else { return [0] + leaksNow }
        if inputs[1] != 0 { slats = MemoryState.steps(inputs[0], step) }
        fractions = Array(inputs.dropFirst(3))
        for place in batches.indices {
            let lost = losses(batches[place], step)
            for (leak, amount) in lost.enumerated() { leaksNow[leak] += amount }
            if batches[place].left <= 1 { leavesNow += batches[place].content - lost.reduce(0, +) }
        }
        return [leavesNow / step] + leaksNow.map { $0 / step }
    }

    /// What a batch loses in a step, by leak.
    private func losses(_ batch: Batch, _ step: Double) -> [Double] {
        var rest = batch.content
        return zip(parts.leaks, fractions).map { leak, fraction in
            guard Self.inZone(leak, batch.transit - batch.left, batch.transit) else { return 0 }
            let wanted =
                parts.leaksExponentially
                ? batch.content * fraction * step : batch.entry * fraction / Double(batch.transit)
            let lost = min(rest, max(0, wanted))
            rest -= lost
            return lost
        }
    }

    /// What is admitted in this step, per unit of time, by inflow.
    ///
    /// - Parameters:
    ///   - inputs: whether it stands still, capacity, limit of inflow, what leaves, then what wants to enter.
    ///   - lines: the batches that wait where a queue supplies.
    mutating func admit(_ inputs: [Double], lines: [[Double]?], step: Double) -> [Double] {
        let requests = Array(inputs.dropFirst(4))
        guard inputs[0] == 0 else {
            admittedNow = 0
            return requests.map { _ in 0 }
        }
        let lost = leaksNow.reduce(0, +)
        var room = min(inputs[1] - (total - leavesNow - lost), inputs[2] * step)
        admittedNow = 0
        var result: [Double] = []
        for (place, request) in requests.enumerated() {
            let options = parts.requests[place]
            var amount = request * step
            if options.queue != nil {
                amount = supplied(lines[place] ?? [], arriving: amount, room: max(0, room))
            } else if options.canBeRefused {
                amount = max(0, min(amount, room))
            }
            room -= amount
            admittedNow += amount
            result.append(amount / step)
        }
        return result
    }

    /// What a queue gives: batches from its head, as the conveyor takes them.
    private func supplied(_ waiting: [Double], arriving: Double, room: Double) -> Double {
        var line = waiting
        if arriving > 0 { line.append(arriving) }
        var taken = 0.0
        for batch in line {
            let rest = room - taken
            if batch <= rest + 1e-12 {
                taken += batch
            } else {
                if !parts.keepsBatches { taken += max(0, rest) }
                break
            }
            if parts.oneAtATime, parts.isDiscrete { break }
        }
        return taken
    }

    /// Moves the belt on by a step.
    mutating func advance(step: Double) {
        guard !isArrested else { return }
        var moved: [Batch] = []
        moved.reserveCapacity(batches.count + 1)
        for var batch in batches {
            guard batch.left > 1 else { continue }
            batch.content -= losses(batch, step).reduce(0, +)
            batch.left -= 1
            moved.append(batch)
        }
        if admittedNow != 0 {
            moved.append(Batch(content: admittedNow, entry: admittedNow, left: slats, transit: slats))
        }
        batches = moved
    }
}

/// A queue in one run: batches in the order of arrival.
struct WaitingLine: Sendable {
    private(set) var batches: [Double]
    private let inflows: Int
    private let outflows: [QueueParts.Outflow]

    init(initial: Double, _ parts: QueueParts) {
        batches = initial > 0 ? [initial] : []
        inflows = parts.inflows.count
        outflows = parts.outflows
    }

    var total: Double { batches.reduce(0, +) }

    /// What leaves by each outflow, per unit of time; those to conveyors are given.
    ///
    /// An outflow to a cloud or stock empties the queue; an overflow takes what is left where an outflow before it
    /// could not take all.
    ///
    /// - Parameter inputs: the inflows, then for each outflow what a conveyor has admitted, or 0.
    func leave(_ inputs: [Double], step: Double) -> [Double] {
        let admitted = inputs.dropFirst(inflows)
        var left = total + inputs.prefix(inflows).reduce(0, +) * step - admitted.reduce(0, +) * step
        return zip(outflows, admitted).map { outflow, amount in
            guard outflow.conveyor == nil else { return amount }
            defer { left = 0 }
            return max(0, left) / step
        }
    }

    /// Takes in what arrives and gives up what left.
    ///
    /// - Parameter input: the inflows, then the outflows, by number.
    mutating func advance(step: Double, _ input: (Int) -> Double) {
        for number in 0..<inflows where input(number) > 0 { batches.append(input(number) * step) }
        var leaving = outflows.indices.reduce(0) { $0 + input(inflows + $1) } * step
        while leaving > 0, let first = batches.first {
            if first <= leaving + 1e-12 {
                leaving -= first
                batches.removeFirst()
            } else {
                batches[0] -= leaving
                leaving = 0
            }
        }
    }
}

/// The signs of the effects of slots on each other along a run of a model.
struct LinkSigns {
    /// What has been seen of an effect.
    private struct Seen {
        var rises = false
        var falls = false
        var isUnknown = false

        mutating func note(_ slope: Double) {
            if slope.isNaN { isUnknown = true }
            if slope > 0 { rises = true }
            if slope < 0 { falls = true }
        }

        var polarity: CausalGraph.Polarity {
            if isUnknown || !rises && !falls { return .unknown }
            return rises && falls ? .varying : rises ? .positive : .negative
        }
    }

    private let model: ElaboratedModel
    private let layout: SlotLayout
    /// For each slot what acts on it.
    private var causes: [Int: [Int: Seen]] = [:]

    static let times = 50

    init(_ model: Model) throws(ModelFaults) {
        var elaborated = model.elaborated
        elaborated.clock.saving = (.clock(.stop) - .clock(.start)) / .number(Double(Self.times))
        let program = try Program(elaborated)
        self.model = elaborated
        layout = program.layout
        let width = layout.constants
        var run = SimulationRun<Double>(
            program, method: model.method, columns: Array(0..<width), seed: 0, runs: [0])
        try run.execute()
        for place in run.times.indices {
            note(Array(run.outputs[0][place * width..<(place + 1) * width]))
        }
    }

    /// Notes all slopes at one time.
    private mutating func note(_ values: [Double]) {
        for (cell, known) in model.cells.enumerated() { if let value = known.value { note(value, at: cell, values) } }
        for (number, stock) in model.integrators.enumerated() { note(stock.rate, at: layout.states + number, values) }
        for (number, memory) in model.memories.enumerated() {
            let isPlain: Bool =
                switch memory {
                case .previous, .pipeline, .materialDelay: true
                default: false
                }
            for (place, input) in memory.stepInputs.enumerated() {
                note(input, at: layout.memories[number], values, slope: isPlain && place == 0 ? 1 : .nan)
            }
            guard case .conveyor(let parts) = memory else { continue }
            for input in parts.requests.map(\.amount) + parts.leaks.map(\.fraction) + [parts.length] {
                note(input, at: layout.memories[number], values, slope: .nan)
            }
        }
        for (number, block) in model.blocks.enumerated() {
            for output in 0..<block.outputs {
                for input in block.inputs { note(input, at: layout.blocks[number] + output, values, slope: .nan) }
            }
        }
    }

    private mutating func note(_ value: Scalar, at target: Int, _ values: [Double], slope: Double = 1) {
        var slopes = Slopes(layout: layout, tables: model.tables, values: values)
        slopes.follow(value, slope)
        for (source, slope) in slopes.found { causes[target, default: [:]][source, default: Seen()].note(slope) }
    }

    /// What acts on a slot, through hidden slots up to those that are known.
    func sources(of slot: Int, until isKnown: (Int) -> Bool) -> [(slot: Int, polarity: CausalGraph.Polarity)] {
        var result: [Int: CausalGraph.Polarity] = [:]
        var reached: [Int: CausalGraph.Polarity] = [slot: .positive]
        var open = [slot]
        while let next = open.popLast() {
            guard let so = reached[next] else { continue }
            for (source, seen) in causes[next, default: [:]].sorted(by: { $0.key < $1.key }) {
                let effect = seen.polarity.then(so)
                if isKnown(source) {
                    // A stock is its own state: that is no link.
                    if source != slot { result[source] = result[source].map { $0.beside(effect) } ?? effect }
                    continue
                }
                let merged = reached[source].map { $0.beside(effect) } ?? effect
                // A hidden stock that acts on itself only slows the effect down.
                if reached[source] == nil || merged != reached[source] && source != next {
                    reached[source] = merged
                    open.append(source)
                }
            }
        }
        return result.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

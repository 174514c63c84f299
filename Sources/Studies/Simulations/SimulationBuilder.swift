import StatisticalData
import TargetTracking

/// Adds the values of simulations to a result, each with the model, the scenario and the line they come from.
struct SimulationBuilder {
    let inputs: SimulationInputs
    let years: [Int]
    var builder: ResultBuilder

    init(study: String, inputs: SimulationInputs, years: SimulatedYears) {
        self.inputs = inputs
        self.years = years.all
        builder = ResultBuilder(study: study)
    }

    var home: Area.ID { inputs.homeArea }

    func key(_ item: String, _ measure: String, _ year: Int) -> ResultKey {
        builder.key(item, measure, home, .year(year))
    }

    /// The ledger's own figures, which the model is held against.
    mutating func addObserved() {
        for (output, observations) in zip(inputs.outputs, inputs.observed) {
            for observation in observations {
                guard let year = observation.period.simpleYear else { continue }
                builder.addObserved(key(output.item, "observed", year), observation, in: output.valueUnit)
            }
        }
    }

    /// What every simulated value rests on: the model, whose assumptions nobody has checked, and its scenario.
    func origin(of output: ResolvedOutput, scenario: String?) -> [DerivationInput] {
        let model = DerivationInput.Declared(
            .word("model"), trust: .unverified, place: Place(file: inputs.file, line: output.line))
        let changes = scenario.map {
            DerivationInput(
                "s", .declared(.init(.word("scenario"), trust: .unverified, place: Place(file: $0, line: 1))))
        }
        return [DerivationInput("m", .declared(model))] + (changes.map { [$0] } ?? [])
    }

    /// The values of one run in the unit of the output, as levels.
    func levels(_ numbers: [Double], of output: ResolvedOutput) -> [Double] {
        numbers.map { output.modelUnit.convert($0, to: output.unit) ?? $0 }
    }

    /// Changes on the year before, per cent.
    static func changes(_ levels: [Double]) -> [Double] {
        zip(levels, levels.dropFirst()).map { 100 * ($1 / $0 - 1) }
    }

    /// Adds what a run gave for an output; its values by year.
    mutating func addRun(_ numbers: [Double], of output: ResolvedOutput, item: String, scenario: String?) {
        let levels = levels(numbers, of: output)
        let measure = output.isChange ? "simulated-level" : "simulated"
        var keys: [ResultKey] = []
        for (year, level) in zip(years, levels) {
            keys.append(
                builder.add(
                    key(item, measure, year), .number(level), unit: output.unit, formula: "formula-simulated",
                    "x(t)", from: origin(of: output, scenario: scenario)))
        }
        guard output.isChange else { return }
        for (place, change) in Self.changes(levels).enumerated() {
            builder.add(
                key(item, "simulated", years[place + 1]), .number(change), unit: .percent,
                formula: "formula-from-levels", "100 · (y / y₀ − 1)",
                from: [
                    DerivationInput("y", .result(keys[place + 1])), DerivationInput("y₀", .result(keys[place])),
                ])
        }
    }

    /// What an output gave, year by year, in the unit of its values.
    func series(_ numbers: [Double], of output: ResolvedOutput) -> [(year: Int, value: Double)] {
        let levels = levels(numbers, of: output)
        return output.isChange
            ? zip(years.dropFirst(), Self.changes(levels)).map { ($0, $1) } : zip(years, levels).map { ($0, $1) }
    }
}

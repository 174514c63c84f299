import ModelFormats
import StatisticalData
import SystemDynamics
import TargetTracking

extension EnsembleStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var bands = EnsembleBands(study: study.id, inputs: inputs)
        bands.simulation.addObserved()
        try bands.run()
        bands.addBands()
        let targets = SimulatedTarget.all(inputs.simulation, years: bands.simulation.years)
        for target in targets { bands.addProbability(target) }
        return StudyResult(
            study: study.id, kind: .ensemble, title: title, summary: summary, homeArea: bands.simulation.home,
            asKnownOn: asKnownOn, dataKnownOn: bands.simulation.builder.dataKnownOn, items: items(inputs, targets),
            values: bands.simulation.builder.values, notices: bands.simulation.builder.notices,
            detail: .ensemble(try detail(inputs, targets)))
    }

    private func items(_ inputs: Inputs, _ targets: [SimulatedTarget]) -> [ResultItem] {
        var seen: Set<String> = []
        let named =
            inputs.simulation.outputs.map { ($0.item, $0.name) } + targets.map { ($0.plan.item, $0.plan.name) }
        return named.compactMap { id, name in
            seen.insert(id).inserted ? ResultItem(id: id, name: name) : nil
        }
    }

    private func detail(_ inputs: Inputs, _ targets: [SimulatedTarget]) throws -> EnsembleDetail {
        let (ensemble, model) = try inputs.prepared()
        let values = try inputs.design(ensemble)
        let varied = try ensemble.specification.inputs.enumerated().map { place, input in
            let about = try model.about(input.name)
            let drawn = values.map { $0[place] }
            return EnsembleDetail.Input(
                variable: input.name, documentation: about.documentation, value: about.value,
                low: drawn.min() ?? .nan, high: drawn.max() ?? .nan)
        }
        return EnsembleDetail(
            model: model.file, scenario: scenario, ensemble: self.ensemble, years: years.all,
            outputs: inputs.simulation.outputs.map(\.shown), goals: targets.map(\.shown),
            runs: ensemble.specification.runs, seed: ensemble.specification.seed, inputs: varied,
            assumptions: assumptions ?? [])
    }
}

/// The runs of an ensemble and the bands they make.
struct EnsembleBands {
    private let inputs: EnsembleStudy.Inputs
    var simulation: SimulationBuilder
    /// By output, run and year, in the unit of the output's values.
    private var series: [[[(year: Int, value: Double)]]] = []
    private var excluded = 0

    /// The bands: from 5 to 95 and from 25 to 75 per cent of the runs.
    private static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

    init(study: String, inputs: EnsembleStudy.Inputs) {
        self.inputs = inputs
        simulation = SimulationBuilder(study: study, inputs: inputs.simulation, years: inputs.study.years)
    }

    /// Runs the model; runs with a value that is not finite are left out whole, and their number is told.
    mutating func run() throws {
        let (ensemble, model) = try inputs.prepared()
        let outputs = inputs.simulation.outputs
        let rows = try SimulatedModel.rows(of: simulation.years, in: ensemble.times, file: model.file)
        let all: [[Double]]
        do {
            all = try ensemble.values(of: Array(0..<ensemble.specification.runs))
        } catch {
            throw Faults(error.list.map { $0.fault(in: model.file) })
        }
        let width = ensemble.names.count
        let kept = all.filter { run in
            rows.allSatisfy { row in run[row * width..<(row + 1) * width].allSatisfy(\.isFinite) }
        }
        excluded = all.count - kept.count
        series = outputs.indices.map { column in
            kept.map { run in
                simulation.series(rows.map { run[$0 * width + column] }, of: outputs[column])
            }
        }
        if excluded > 0 {
            simulation.builder.note(
                Notice(
                    "notice-runs-excluded", ["count": String(excluded), "total": String(all.count)]))
        }
        guard !kept.isEmpty else { throw Fault("simulation-no-run", at: Place(file: model.file)) }
    }

    private func origin(_ output: ResolvedOutput) -> [DerivationInput] {
        simulation.origin(of: output, scenario: inputs.study.scenario) + [
            DerivationInput(
                "u",
                .declared(
                    .init(.word("ensemble"), trust: .unverified, place: Place(file: inputs.study.ensemble, line: 1))))
        ]
    }

    /// Adds median and bands of every output and year.
    mutating func addBands() {
        for (output, runs) in zip(inputs.simulation.outputs, series) {
            for place in runs.first?.indices ?? 0..<0 {
                let year = runs[0][place].year
                let quantiles = EnsembleSummary(runs.map { $0[place].value }, quantiles: Self.shares).quantiles
                for (measure, low, high) in [("median", 0, 4), ("middle", 1, 3)] {
                    simulation.builder.add(
                        simulation.key(output.item, measure, year),
                        .number(quantiles[2], low: quantiles[low], high: quantiles[high]), unit: output.valueUnit,
                        formula: "formula-ensemble-" + measure, "x(t)", from: origin(output))
                }
            }
        }
    }

    /// Adds a target and the share of runs that meet it.
    mutating func addProbability(_ target: SimulatedTarget) {
        simulation.addTarget(target)
        guard let place = inputs.simulation.outputs.firstIndex(of: target.output) else { return }
        let home = simulation.home
        let verdicts = series[place].compactMap { target.assessment($0, in: home)?.isTargetMet }
        guard verdicts.count == series[place].count else { return }
        let year = target.plan.target.targetYear
        simulation.builder.add(
            simulation.key(target.plan.item, "share-of-runs", year),
            .number(Double(verdicts.count { $0 }) / Double(verdicts.count)), unit: .one,
            formula: "formula-share-of-runs", "n(y ↔ y*) / n",
            from: [DerivationInput("y*", .result(simulation.key(target.plan.item, "target", year)))]
                + origin(target.output))
    }
}

import ModelFormats
import StatisticalData
import SystemDynamics

extension EnsembleStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into an ensemble.
    struct Inputs: Codable, Sendable {
        let study: EnsembleStudy
        let simulation: SimulationInputs
        /// The text of the scenario's file.
        let scenario: String?
        /// The text of the file that says what varies.
        let ensemble: String
    }

    /// The most runs of a study: their values are held in memory.
    static let mostRuns = 100_000

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let gatherer = SimulationGatherer(study: study, context: context, asKnownOn: asKnownOn)
        let simulation = try gatherer.gather(
            model: model, years: years, outputs: outputs, targets: targets, into: &collector)
        let changes = try scenario.flatMap {
            try gatherer.text($0, at: study.place(of: "scenario"), into: &collector)
        }
        let varied = try gatherer.text(ensemble, at: study.place(of: "ensemble"), into: &collector)
        try collector.throwIfFaulty(in: study.place.file)
        guard let simulation, let varied else { throw Faults(collector.faults) }
        let inputs = Inputs(study: self, simulation: simulation, scenario: changes, ensemble: varied)
        try collector.collect { _ in
            let (prepared, _) = try inputs.prepared()
            if prepared.specification.runs > Self.mostRuns {
                throw Fault(
                    "simulation-runs", at: Place(file: ensemble),
                    ["found": String(prepared.specification.runs), "expected": String(Self.mostRuns)])
            }
        }
        try collector.throwIfFaulty(in: study.place.file)
        return inputs
    }
}

extension EnsembleStudy.Inputs {
    /// The ensemble, and the model it runs.
    func prepared() throws -> (ensemble: Ensemble, model: SimulatedModel) {
        let base = try SimulatedModel(simulation.model, file: simulation.file)
        let model = try scenario.map { try base.applying($0, file: study.scenario ?? simulation.file) } ?? base
        let file = try EnsembleFile(ensemble, file: study.ensemble)
        do {
            return (
                try Ensemble(model.model, file.specification, model.options(simulation.outputs)), model
            )
        } catch {
            throw Faults(error.list.map { $0.fault(in: study.ensemble) })
        }
    }

    /// The values of the inputs that vary, by run.
    func design(_ ensemble: Ensemble) throws -> [[Double]] {
        do {
            let design = try EnsembleDesign(ensemble.specification)
            return (0..<ensemble.specification.runs).map { design.values(run: $0) }
        } catch {
            throw Faults(error.list.map { $0.fault(in: study.ensemble) })
        }
    }
}

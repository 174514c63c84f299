import ModelFormats
import StatisticalData

extension ScenarioStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a comparison of scenarios.
    struct Inputs: Codable, Sendable {
        let study: ScenarioStudy
        let simulation: SimulationInputs
        /// The texts of the scenarios' files, in their order; `nil` for the model as it stands.
        let texts: [String?]
        let index: SimulatedIndex?
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let gatherer = SimulationGatherer(study: study, context: context, asKnownOn: asKnownOn)
        let simulation = try gatherer.gather(
            model: model, years: years, outputs: outputs, targets: targets, into: &collector)
        if scenarios.isEmpty { collector.add(Fault("simulation-no-scenario", at: study.place(of: "scenarios"))) }
        var seen: Set<String> = []
        for scenario in scenarios {
            let isWord = !scenario.id.isEmpty && scenario.id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            guard isWord, seen.insert(scenario.id).inserted else {
                collector.add(
                    Fault("simulation-scenario-id", at: study.place(of: "scenarios"), ["found": scenario.id]))
                continue
            }
        }
        let texts = try scenarios.map { scenario in
            try scenario.file.flatMap {
                try gatherer.text($0, at: study.place(of: "scenarios"), into: &collector)
            }
        }
        if let simulation {
            for (scenario, text) in zip(scenarios, texts) {
                guard let text, let file = scenario.file else { continue }
                try collector.collect { _ in
                    _ = try SimulatedModel(simulation.model, file: model).applying(text, file: file)
                }
            }
        }
        let index = try self.index.flatMap {
            try SimulatedIndex(
                $0, years: years, outputs: simulation?.outputs ?? [], study: study, from: context, into: &collector)
        }
        try collector.throwIfFaulty(in: study.place.file)
        guard let simulation else { throw Faults(collector.faults) }
        return Inputs(study: self, simulation: simulation, texts: texts, index: index)
    }
}

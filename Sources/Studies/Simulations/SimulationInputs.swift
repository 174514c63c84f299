import StatisticalData
import SystemDynamics

/// What studies of models take from the workspace, as plain values.
struct SimulationInputs: Codable, Sendable {
    let homeArea: Area.ID
    let file: String
    /// The text of the model's file.
    let model: String
    let outputs: [ResolvedOutput]
    /// The ledger's figures of each output, in the order of the outputs.
    let observed: [[Observation]]
    let targets: [PlanTarget]
}

/// Finds what studies of models have in common.
struct SimulationGatherer {
    let study: Study
    let context: StudyContext
    let asKnownOn: KnownDate?

    /// The text of a file.
    func text(_ file: String, at place: Place, into collector: inout FaultCollector) throws -> String? {
        let bytes = try collector.collect { _ in try context.readFile(file, place) }
        guard let bytes else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            collector.add(Fault("simulation-encoding", at: Place(file: file)))
            return nil
        }
        return text
    }

    /// Reads model, outputs, figures and targets; faults for all that does not fit together.
    func gather(
        model file: String, years: SimulatedYears, outputs: [SimulatedOutput],
        targets: PlanLedgerStudy.TargetsReference?, into collector: inout FaultCollector
    ) throws -> SimulationInputs? {
        if years.from > years.to {
            collector.add(.yearsReversed(years.from, years.to, at: study.place(of: "years")))
        }
        guard let text = try text(file, at: study.place(of: "model"), into: &collector),
            let model = try collector.collect({ _ in try SimulatedModel(text, file: file) })
        else { return nil }
        var seen: Set<String> = []
        let resolved = outputs.compactMap { output -> ResolvedOutput? in
            if !seen.insert(output.item).inserted {
                collector.add(Fault("simulation-output-twice", at: place, ["found": output.item]))
            }
            return resolve(output, in: model, into: &collector)
        }
        let observed = try resolved.map { try figures($0, years: years) }
        let plan = try targets.map { try self.targets($0, into: &collector) } ?? []
        return SimulationInputs(
            homeArea: context.homeArea, file: file, model: text, outputs: resolved, observed: observed, targets: plan)
    }

    private var place: Place { study.place(of: "outputs") }

    private func resolve(
        _ output: SimulatedOutput, in model: SimulatedModel, into collector: inout FaultCollector
    ) -> ResolvedOutput? {
        let indicator = output.indicator.flatMap { context.indicator($0, at: place, into: &collector) }
        if output.indicator == nil, output.name == nil {
            collector.add(Fault("simulation-output-name", at: place, ["variable": output.variable]))
        }
        guard let found = model.find(output.variable) else {
            let names = model.model.variables.flatMap { [$0.name] + $0.elements }
            let nearest = Suggestion.nearest(to: output.variable, among: names)
            collector.add(
                Fault("simulation-variable", at: place, ["found": output.variable, "nearest": nearest ?? "-"]))
            return nil
        }
        guard found.count == 1 else {
            collector.add(Fault("simulation-array", at: place, ["variable": output.variable]))
            return nil
        }
        guard let unit = UnitOfMeasure(output.unit) else {
            collector.add(Fault("simulation-unit", at: place, ["found": output.unit]))
            return nil
        }
        let own = output.isChange ? unit : indicator?.unit ?? unit
        if unit.dimension != own.dimension { collector.add(.unitMismatch(unit, expected: own, at: place)) }
        return ResolvedOutput(
            item: output.item, variable: output.variable, indicator: output.indicator, isChange: output.isChange,
            name: output.name ?? indicator?.name ?? LocalisedText(en: output.variable, zh: output.variable),
            modelUnit: unit, unit: own, line: found.line)
    }

    private func figures(_ output: ResolvedOutput, years: SimulatedYears) throws -> [Observation] {
        guard let indicator = output.indicator else { return [] }
        let key = SeriesKey(indicator, output.isChange ? .annualChange : .level, in: context.homeArea)
        return try context.ledger.series(key, asKnownOn: asKnownOn).filter { observation in
            guard let year = observation.period.simpleYear, observation.value != nil else { return false }
            return year <= years.to && year >= years.from && observation.value(in: output.valueUnit) != nil
        }
    }

    private func targets(
        _ reference: PlanLedgerStudy.TargetsReference, into collector: inout FaultCollector
    ) throws -> [PlanTarget] {
        let place = study.place(of: "targets", "file")
        guard let bytes = try collector.collect({ _ in try context.readFile(reference.file, place) }) else { return [] }
        let file = TargetsFile(context: context, reference: reference)
        let read = try collector.collect {
            try file.read(bytes, studyPlace: study.place(of: "targets", "plan"), into: &$0)
        }
        return (read ?? []).filter { $0.area == context.homeArea }
    }
}

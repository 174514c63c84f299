import StatisticalData

/// A composite index in which the home area's figures are those of a simulation, and all others stay as published.
struct SimulatedIndex: Codable, Sendable {
    /// The file of the study and its text.
    let file: String
    let text: String
    let study: String
    let title: LocalisedText
    let years: [Int]
    let inputs: CompositeIndexStudy.Inputs

    /// The item of the index.
    var item: String { "index" }

    var shown: ScenarioDetail.Index {
        ScenarioDetail.Index(item: item, study: study, title: title, period: inputs.study.period, years: years)
    }

    init?(
        _ reference: ScenarioStudy.IndexReference, years: SimulatedYears, outputs: [ResolvedOutput], study: Study,
        from context: StudyContext, into collector: inout FaultCollector
    ) throws {
        let place = study.place(of: "index", "study")
        let file = "studies/" + reference.study + ".yaml"
        let gatherer = SimulationGatherer(study: study, context: context, asKnownOn: nil)
        guard let text = try gatherer.text(file, at: place, into: &collector),
            let other = try collector.collect({ _ in try Study(id: reference.study, yaml: text, file: file) })
        else { return nil }
        guard case .compositeIndex(let index) = other.definition else {
            collector.add(Fault("simulation-index-kind", at: place, ["found": other.kind.rawValue]))
            return nil
        }
        for year in reference.years where !years.all.dropFirst().contains(year) {
            collector.add(Fault("simulation-year", at: study.place(of: "index", "years"), ["year": String(year)]))
        }
        let definition = index.withoutVariation()
        guard let inputs = try collector.collect({ try definition.gather(study: other, from: context, into: &$0) })
        else { return nil }
        (self.file, self.text, self.study, title) = (file, text, reference.study, other.title)
        (self.years, self.inputs) = (reference.years, inputs)
        if !outputs.contains(where: { replaces($0) }) {
            collector.add(Fault("simulation-index-figures", at: place, ["found": reference.study]))
        }
    }

    /// Whether the index has a figure that an output is.
    private func replaces(_ output: ResolvedOutput) -> Bool {
        guard let indicator = output.indicator else { return false }
        return inputs.study.observed.contains { element, used in
            used == indicator
                && (inputs.study.transformations?[element] ?? .level) == (output.isChange ? .annualChange : .level)
        }
    }

    /// Adds score and rank of the home area with the figures of a run.
    func add(_ numbers: [[Double]], suffix: String, to simulation: inout SimulationBuilder) throws {
        let home = simulation.home
        let used = zip(simulation.inputs.outputs, numbers).filter { replaces($0.0) }
        for year in years {
            var observations = inputs.observations
            var origins: [DerivationInput] = []
            for (output, numbers) in used {
                guard let indicator = output.indicator,
                    let value = simulation.series(numbers, of: output).first(where: { $0.year == year })?.value
                else { continue }
                observations[indicator.rawValue]?[home.rawValue] = Observation(
                    series: SeriesKey(indicator, output.isChange ? .annualChange : .level, in: home),
                    period: inputs.study.period, value: value, decimals: 0, unit: output.valueUnit,
                    knownOn: KnownDate(latestDay: 0, precision: .day), revision: .estimated, trust: .unverified,
                    source: Source.ID("simulation"), place: Place(file: ""))
                origins.append(
                    DerivationInput(
                        "x(\(output.item))", .result(simulation.key(output.item + suffix, "simulated", year))))
            }
            try add(inputs.with(observations), origins, suffix: suffix, year: year, to: &simulation)
        }
    }

    private func add(
        _ inputs: CompositeIndexStudy.Inputs, _ origins: [DerivationInput], suffix: String, year: Int,
        to simulation: inout SimulationBuilder
    ) throws {
        let study = try Study(id: study, yaml: text, file: file)
        let result = try inputs.study.compute(study: study, inputs: inputs)
        guard case .compositeIndex(let detail) = result.detail else { return }
        let index = ResultIndex(result)
        let method = DerivationInput("I", .declared(.init(.word("model"), place: Place(file: file, line: 1))))
        for measure in ["score", "rank"] {
            guard let value = index[detail.index, measure, simulation.home, detail.period],
                let number = value.number
            else { continue }
            simulation.builder.add(
                simulation.key(item + suffix, measure, year), .number(number), unit: value.unit,
                formula: "formula-simulated-index", "I(x)", from: [method] + origins)
        }
    }
}

extension CompositeIndexStudy.Inputs {
    /// The same with other figures.
    func with(_ observations: [String: [String: Observation]]) -> Self {
        Self(
            study: study, homeArea: homeArea, areas: areas, framework: framework, names: names, units: units,
            firstUnit: firstUnit, observations: observations, weightAnswers: weightAnswers, furtherObservations: nil)
    }
}

extension CompositeIndexStudy {
    /// The index of one period alone, without the runs that tell how sure it is.
    func withoutVariation() -> Self {
        var copy = self
        copy.uncertainty = nil
        copy.lift = nil
        copy.panel = nil
        return copy
    }
}

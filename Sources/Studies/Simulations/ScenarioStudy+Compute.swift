import ModelFormats
import StatisticalData
import SystemDynamics
import TargetTracking

extension ScenarioStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var simulation = SimulationBuilder(study: study.id, inputs: inputs.simulation, years: years)
        let outputs = inputs.simulation.outputs
        simulation.addObserved()
        let targets = SimulatedTarget.all(inputs.simulation, years: simulation.years)
        for target in targets { simulation.addTarget(target) }
        let base = try SimulatedModel(inputs.simulation.model, file: model)
        for (scenario, text) in zip(scenarios, inputs.texts) {
            let run = try text.map { try base.applying($0, file: scenario.file ?? model) } ?? base
            let numbers = try run.values(of: outputs, years: simulation.years)
            let suffix = "@" + scenario.id
            for (output, numbers) in zip(outputs, numbers) {
                simulation.addRun(numbers, of: output, item: output.item + suffix, scenario: scenario.file)
            }
            for target in targets {
                guard let place = outputs.firstIndex(of: target.output) else { continue }
                simulation.addStatus(
                    target, simulation.series(numbers[place], of: target.output),
                    item: target.output.item + suffix, suffix: suffix)
            }
            if let index = inputs.index {
                try index.add(numbers, suffix: suffix, to: &simulation)
            }
        }
        addDifferences(to: &simulation)
        return StudyResult(
            study: study.id, kind: .scenario, title: title, summary: summary, homeArea: simulation.home,
            asKnownOn: asKnownOn, dataKnownOn: simulation.builder.dataKnownOn, items: items(inputs, targets),
            values: simulation.builder.values, notices: simulation.builder.notices,
            detail: .scenario(try detail(inputs, targets, base)))
    }

    /// What each scenario gives more or less than the first one.
    private func addDifferences(to simulation: inout SimulationBuilder) {
        guard let first = scenarios.first else { return }
        for output in simulation.inputs.outputs {
            for scenario in scenarios.dropFirst() {
                for year in simulation.years {
                    let keys = [scenario, first].map {
                        simulation.key(output.item + "@" + $0.id, "simulated", year)
                    }
                    let numbers = keys.compactMap { simulation.builder[$0]?.number }
                    guard numbers.count == 2 else { continue }
                    simulation.builder.add(
                        simulation.key(output.item + "@" + scenario.id, "change-by-scenario", year),
                        .number(numbers[0] - numbers[1]), unit: output.valueUnit, formula: "formula-difference",
                        "y − y₀",
                        from: [DerivationInput("y", .result(keys[0])), DerivationInput("y₀", .result(keys[1]))])
                }
            }
        }
    }

    private func items(_ inputs: Inputs, _ targets: [SimulatedTarget]) -> [ResultItem] {
        var items: [ResultItem] = []
        var seen: Set<String> = []
        func add(_ id: String, _ name: LocalisedText) {
            if seen.insert(id).inserted { items.append(ResultItem(id: id, name: name)) }
        }
        let named =
            inputs.simulation.outputs.map { ($0.item, $0.name) } + targets.map { ($0.plan.item, $0.plan.name) }
            + (inputs.index.map { [($0.item, $0.title)] } ?? [])
        for (id, name) in named {
            add(id, name)
            for scenario in scenarios {
                add(
                    id + "@" + scenario.id,
                    LocalisedText(
                        en: name.en + " (" + scenario.name.en + ")", zh: name.zh + "（" + scenario.name.zh + "）"))
            }
        }
        return items
    }

    private func detail(_ inputs: Inputs, _ targets: [SimulatedTarget], _ base: SimulatedModel) throws -> ScenarioDetail
    {
        ScenarioDetail(
            model: model, years: years.all, outputs: inputs.simulation.outputs.map(\.shown),
            scenarios: try zip(scenarios, inputs.texts).map { scenario, text in
                let changes = try text.map { try ScenarioReader.scenario($0, file: scenario.file ?? model).changes }
                return ScenarioDetail.Scenario(
                    id: scenario.id, name: scenario.name, file: scenario.file,
                    changes: try (changes ?? []).map { try base.told($0) })
            }, goals: targets.map(\.shown), index: inputs.index?.shown, assumptions: assumptions ?? [])
    }
}

extension ResolvedOutput {
    var shown: SimulatedItem {
        SimulatedItem(item: item, unit: valueUnit, variable: variable, line: line)
    }
}

extension SimulatedTarget {
    var shown: SimulatedGoal {
        SimulatedGoal(
            item: plan.item, output: output.item, year: plan.target.targetYear,
            isLevel: !plan.target.form.isPercentage && plan.unit.dimension == output.valueUnit.dimension)
    }
}

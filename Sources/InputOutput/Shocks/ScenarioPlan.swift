import LinearAlgebra

/// A scenario ready to be solved: its stimuli, checked against each other, and the changed coefficients.
struct ScenarioPlan {
    let stimuli: [Stimulus]
    let changed: ImpactCoefficients
    /// Columns of A that differ from the base, in order.
    let columns: [Int]
    /// Industries whose output is set, in order.
    let fixed: [Int]

    private let scenario: Scenario
    private let named: Set<ScenarioAssumption>
    private let refusing: [Int: ScenarioAddress]

    init(_ scenario: Scenario, _ base: ImpactBase, _ coefficients: ImpactCoefficients) throws(InputOutputFaults) {
        var builder = StimulusBuilder(base, coefficients)
        if scenario.programme.isEmpty { builder.tell(.nothingDone, nil) }
        var placed: [(ScenarioAddress, Stimulus)] = []
        for (part, shocks) in [(ScenarioPart.gross, scenario.programme), (.displaced, scenario.displaced)] {
            for (position, shock) in shocks.enumerated() {
                let address = ScenarioAddress(part, position)
                placed.append((address, builder.stimulus(of: shock, at: address)))
            }
        }
        let financing = Self.financing(scenario.financing, placed.map(\.1), &builder)
        Self.checkConflicts(placed, base.table, &builder)
        let (changed, columns) = Self.changed(placed, base.table, coefficients, &builder)
        guard builder.faults.isEmpty else { throw InputOutputFaults(builder.faults) }
        stimuli = placed.map(\.1) + financing
        self.changed = changed
        self.columns = columns
        fixed = Set(stimuli.flatMap { $0.fixed.keys }).sorted()
        self.scenario = scenario
        named = builder.assumptions
        refusing = Self.refusing(scenario, builder.positions)
    }

    /// All that the result rests on, in a fixed order.
    func assumptions(_ base: ImpactBase) -> [ScenarioAssumption] {
        var all = named.union([.fixedCoefficients])
        if scenario.financing == .none { all.insert(.grossNotNet) }
        if let rule = base.households?.rule { all.insert(rule == .allOverIncome ? .householdsAll : .householdsShare) }
        return ScenarioAssumption.allCases.filter(all.contains)
    }

    /// What shows only in the result: shortages that were not allowed, outputs below zero.
    func faults(of result: ScenarioResult, _ coefficients: ImpactCoefficients) -> [InputOutputFault] {
        var faults: [InputOutputFault] = []
        for (position, supply) in zip(fixed, result.setOutputs) {
            let isShort = supply.leftForDemand < -1e-9 * max(1, coefficients.output[position])
            guard isShort, let address = refusing[position] else { continue }
            faults.append(.scenario(ScenarioFault(address, .shortage(supply.industry, needed: -supply.leftForDemand))))
        }
        for timing in result.timings {
            guard let effects = result.sum({ $0.timing == timing }) else { continue }
            let row = result.outputRow
            for (column, industry) in result.industries.enumerated() {
                let new = coefficients.output[column] + effects.direct[row, column] + effects.indirect[row, column]
                guard new < -1e-9 * max(1, coefficients.output[column]) else { continue }
                faults.append(.scenario(ScenarioFault(nil, .outputBelowZero(industry, new))))
            }
        }
        return faults
    }

    private static func financing(
        _ financing: Financing, _ stimuli: [Stimulus], _ builder: inout StimulusBuilder
    ) -> [Stimulus] {
        guard case .rules(let rules) = financing else { return [] }
        var result: [Stimulus] = []
        for (position, rule) in rules.enumerated() {
            let address = ScenarioAddress(.financed, position)
            let source: ScenarioPart = rule.kind == .savingsRespent ? .displaced : .gross
            let found = ShockTiming.allCases.compactMap { timing -> (ShockTiming, Double)? in
                let spent = stimuli.filter { $0.part == source && $0.timing == timing }.reduce(0) { $0 + $1.money }
                let money = rule.amounts.map { $0[timing] ?? 0 } ?? spent
                return money == 0 ? nil : (timing, money)
            }
            if found.isEmpty { builder.tell(.nothingToFinance, address) }
            for (timing, money) in found {
                if let stimulus = builder.stimulus(of: rule, timing, money: money, address) { result.append(stimulus) }
            }
        }
        if rules.isEmpty { builder.tell(.nothingToFinance, nil) }
        return result
    }

    private static func checkConflicts(
        _ placed: [(ScenarioAddress, Stimulus)], _ table: InputOutputTable, _ builder: inout StimulusBuilder
    ) {
        var cells: Set<Stimulus.Cell> = []
        var fixed: Set<Int> = []
        for (address, stimulus) in placed {
            for cell in stimulus.cells.keys.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
                guard !cells.insert(cell).inserted else { continue }
                builder.tell(
                    .changedTwice(seller: table.industries[cell.row], buyer: table.industries[cell.column]), address)
            }
            for row in stimulus.fixed.keys.sorted() where !fixed.insert(row).inserted {
                builder.tell(.changedTwice(seller: nil, buyer: table.industries[row]), address)
            }
        }
        for (address, stimulus) in placed {
            for row in fixed.sorted() where stimulus.demand[row] != 0 {
                builder.tell(.demandForFixedOutput(table.industries[row]), address)
            }
        }
    }

    /// The changed A and its changed columns; column sums are checked.
    private static func changed(
        _ placed: [(ScenarioAddress, Stimulus)], _ table: InputOutputTable, _ coefficients: ImpactCoefficients,
        _ builder: inout StimulusBuilder
    ) -> (ImpactCoefficients, [Int]) {
        var changed = coefficients
        var addresses: [Int: ScenarioAddress] = [:]
        for (address, stimulus) in placed {
            for (cell, change) in stimulus.cells where change != 0 {
                changed.inputs[cell.row, cell.column] += change
                addresses[cell.column] = address
            }
        }
        for (column, address) in addresses.sorted(by: { $0.key < $1.key }) {
            let sum = (0..<changed.inputs.rows).reduce(0) { $0 + changed.inputs[$1, column] }
            let before = (0..<changed.inputs.rows).reduce(0) { $0 + coefficients.inputs[$1, column] }
            if sum >= 1, sum > before { builder.tell(.columnSum(table.industries[column], sum), address) }
        }
        return (changed, addresses.keys.sorted())
    }

    /// The industries of set output whose shortage is an error.
    private static func refusing(_ scenario: Scenario, _ positions: IndustryPositions) -> [Int: ScenarioAddress] {
        var result: [Int: ScenarioAddress] = [:]
        for (part, shocks) in [(ScenarioPart.gross, scenario.programme), (.displaced, scenario.displaced)] {
            for (position, shock) in shocks.enumerated() {
                guard case .capacity(let change) = shock.change, change.shortage == .refused,
                    let row = positions[change.industry]
                else { continue }
                result[row] = ScenarioAddress(part, position)
            }
        }
        return result
    }
}

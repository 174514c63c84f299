import LinearAlgebra

extension StimulusBuilder {
    mutating func add(
        _ purchase: Purchase, sign: Double, to stimulus: inout Stimulus, _ address: ScenarioAddress
    ) {
        let amount = purchase.amount
        let isGood = amount.isFinite && (sign > 0 || amount >= 0)
        guard check(isGood, .badNumber(amount), address), let row = position(purchase.product, address) else { return }
        let shares = purchase.margins.map(\.weight) + [purchase.taxes]
        let apart = shares.reduce(0, +)
        guard check(shares.allSatisfy { $0 >= 0 } && apart <= 1, .shareOutOfRange(apart), address) else { return }
        if let share = purchase.homeShare, !check((0...1).contains(share), .shareOutOfRange(share), address) { return }
        let home = purchase.homeShare ?? homeShare(of: row)
        demand(sign * amount * (1 - apart) * home, row, &stimulus, address)
        for margin in purchase.margins {
            guard let row = position(margin.industry, address) else { continue }
            demand(sign * amount * margin.weight, row, &stimulus, address)
        }
        stimulus.money += amount
    }

    mutating func add(
        _ people: DirectLabour, sign: Double, to stimulus: inout Stimulus, _ address: ScenarioAddress
    ) {
        let wages = people.wages
        let isGood = wages.isFinite && wages >= 0
        guard check(isGood, .badNumber(wages), address), let column = position(people.industry, address) else { return }
        stimulus.income[coefficients.areas[column]] += sign * wages
        stimulus.money += wages
        if wages > 0, base.households == nil { assume(.wagesNotSpent) }
        for (label, amount) in people.amounts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let row = base.stressors.firstIndex(where: { $0.label == label }) else {
                tell(.unknownRow(label), address)
                continue
            }
            guard check(amount.isFinite && amount >= 0, .badNumber(amount), address) else { continue }
            stimulus.labour[row, column] += sign * amount
        }
    }

    mutating func scale(
        _ products: [Industry], _ categories: [String], _ factor: Double, _ stimulus: inout Stimulus,
        _ address: ScenarioAddress
    ) {
        guard check(factor.isFinite && factor >= 0, .badNumber(factor), address) else { return }
        let table = base.table
        for name in categories where !table.demandCategories.contains(where: { $0.category == name }) {
            tell(.unknownCategory(name), address)
        }
        let rows = products.isEmpty ? Array(0..<count) : products.compactMap { position($0, address) }
        for row in rows {
            var change = 0.0
            for (column, category) in table.demandCategories.enumerated() {
                guard categories.isEmpty || categories.contains(category.category) else { continue }
                change += (factor - 1) * table.finalDemand[row, column]
            }
            stimulus.demand[row] += change
        }
    }

    /// The stimulus of a rule of financing for a timing; `nil` where it has no money.
    mutating func stimulus(
        of rule: FinancingRule, _ timing: ShockTiming, money: Double, _ address: ScenarioAddress
    ) -> Stimulus? {
        guard money != 0 else { return nil }
        guard check(money.isFinite && money > 0, .badNumber(money), address) else { return nil }
        if let share = rule.homeShare, !check((0...1).contains(share), .shareOutOfRange(share), address) { return nil }
        var stimulus = empty(rule.kind.rawValue, .financed, timing)
        let amount = rule.kind == .savingsRespent ? money : -money
        switch rule.structure {
        case .products(let weights): spend(amount, on: weights, homeShare: rule.homeShare, &stimulus, address)
        case .category(let name): spend(amount, asCategory: name, homeShare: rule.homeShare, &stimulus, address)
        }
        return stimulus
    }

    private mutating func spend(
        _ amount: Double, asCategory name: String, homeShare: Double?, _ stimulus: inout Stimulus,
        _ address: ScenarioAddress
    ) {
        let table = base.table
        let columns = table.demandCategories.indices.filter { table.demandCategories[$0].category == name }
        guard check(!columns.isEmpty, .unknownCategory(name), address) else { return }
        let home = (0..<count).map { row in columns.reduce(0) { $0 + table.finalDemand[row, $1] } }
        let homeSum = home.reduce(0, +)
        let imported = base.imports.map { imports in
            (0..<count).reduce(0) { sum, row in columns.reduce(sum) { $0 + imports.finalDemand[row, $1] } }
        }
        let all = homeSum + (imported ?? 0)
        guard check(homeSum > 0 && all > 0, .badWeights, address) else { return }
        guard check(amount > 0 || -amount <= all, .beyondCategory(name, spent: all, taken: -amount), address) else {
            return
        }
        if homeShare == nil { assume(imported == nil ? .boughtAtHome : .homeShareOfFinalDemand) }
        let share = homeShare ?? homeSum / all
        for row in 0..<count where home[row] != 0 {
            demand(amount * share * home[row] / homeSum, row, &stimulus, address)
        }
    }
}

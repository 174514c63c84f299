import InputOutput
import LinearAlgebra
import StatisticalData

/// The steps from a regional table to jobs and value added in what leaves the region.
struct EmbodiedTradeComputation {
    let inputs: EmbodiedTradeStudy.Inputs
    var steps: RegionalTableSteps
    /// What is made for whom, in each case of the assumptions: the middle delta and the stated split first.
    private let cases: [Uses]

    static let rest = "rest-of-nation"
    static let abroad = "abroad"
    static let shortfall = "shortfall"
    static let all = "all-uses"
    static let trade = "trade"

    private var data: RegionalTableData { inputs.data }

    /// Final demand for products of the region by use, in one case.
    struct Uses {
        let model: RegionalModels.Case
        /// By category of the region in the order of the table, then the rest of the nation, abroad, the shortfall (negative).
        let demand: [[Double]]
    }

    init(study: String, inputs: EmbodiedTradeStudy.Inputs) throws {
        self.inputs = inputs
        let models = try RegionalModels(inputs.data, inputs.study.table, spendingShare: nil)
        steps = RegionalTableSteps(
            data: inputs.data, choice: inputs.study.table, models: models, spendingShare: nil, area: inputs.homeArea,
            places: inputs.places, builder: ResultBuilder(study: study))
        cases = models.cases.flatMap { model in
            inputs.study.abroad.cases.map { Self.uses(inputs, model, factor: $0) }
        }
    }

    private static func uses(_ inputs: EmbodiedTradeStudy.Inputs, _ model: RegionalModels.Case, factor: Double) -> Uses
    {
        let data = inputs.data
        let regional = model.regional
        let column = data.categories.firstIndex(of: EmbodiedTradeStudy.exports) ?? 0
        let abroad = data.sectors.indices.map { position -> Double in
            let nation = data.nationJobs[position]
            let share = nation == 0 ? 0 : data.regionJobs[position] / nation
            let exports = data.finalDemand[position * data.categories.count + column]
            return max(0, min(regional.leaving[position], factor * share * exports))
        }
        let kept = regional.table.demandCategories.count - 2
        let home = (0..<kept).map { category in
            data.sectors.indices.map { regional.table.finalDemand[$0, category] }
        }
        return Uses(
            model: model,
            demand: home + [
                zip(regional.leaving, abroad).map { $0 - $1 }, abroad, regional.shortfall.map { -$0 },
            ])
    }

    /// The items of the uses, in the order of `Uses.demand`.
    var uses: [String] {
        data.categories.filter { inputs.study.table.demand[$0] != nil } + [Self.rest, Self.abroad, Self.shortfall]
    }

    /// The groups in which charts show sectors, in the order in which they occur.
    var groups: [(item: String, name: LocalisedText, sectors: [Int])] {
        var names: [LocalisedText] = []
        for sector in data.sectors where !names.contains(sector.group) { names.append(sector.group) }
        return names.enumerated().map { position, name in
            ("group-\(position + 1)", name, data.sectors.indices.filter { data.sectors[$0].group == name })
        }
    }

    /// The sectors of which the region would use more than it makes, in the middle case.
    var short: [String] {
        data.ids.indices.filter { cases[0].model.regional.shortfall[$0] > 0 }.map { data.ids[$0] }
    }

    private func band(_ value: (Uses) -> Double) -> Finding { RegionalModels.band(cases.map(value)) }

    mutating func run() {
        steps.addRegion()
        addLeaving()
        addUses()
        addSectors()
        steps.builder.note(Notice("notice-regional-estimate", item: RegionalTableSteps.table))
        steps.builder.note(Notice("notice-abroad-assumed", item: Self.abroad))
        if !short.isEmpty {
            steps.builder.note(
                Notice("notice-shortfall", item: Self.shortfall, ["count": String(short.count)]))
        }
    }

    private var rows: [DerivationInput] {
        data.ids.indices.map { data.row("y(\(data.ids[$0]))", "Y.csv", $0) }
            + data.categories.compactMap { category in
                inputs.study.table.demand[category].map {
                    steps.declared("σ(\(category))", "demand." + category, $0)
                }
            }
    }

    /// What leaves the region in all and by product, and what would be missing.
    private mutating func addLeaving() {
        let grounds = [steps.tableInput] + rows
        steps.builder.add(
            steps.key(Self.trade, "leaving"), band { $0.model.regional.leaving.reduce(0, +) }, unit: .money,
            formula: "formula-leaving", "Σ max(x − Σ z − Σ c, 0)", from: grounds)
        for (position, sector) in data.ids.enumerated() {
            let own = [steps.input("T", Self.trade, "leaving")]
            steps.builder.add(
                steps.key(sector, "leaving"), band { $0.model.regional.leaving[position] }, unit: .money,
                formula: "formula-leaving-product", "max(x − Σ z − Σ c, 0)", from: own)
            steps.builder.add(
                steps.key(sector, "shortfall"), band { $0.model.regional.shortfall[position] }, unit: .money,
                formula: "formula-shortfall-product", "max(Σ z + Σ c − x, 0)", from: own)
        }
    }

    private var split: [DerivationInput] {
        let abroad = inputs.study.abroad
        return [("value", "k", abroad.value), ("low", "k₁", abroad.low), ("high", "k₂", abroad.high)].map {
            steps.declared($0.1, "abroad." + $0.0, $0.2)
        }
    }

    private func total(_ demand: [Double], _ intensities: [Double]) -> Double {
        zip(demand, intensities).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Jobs and value added in what is made for each use, and in all of them.
    private mutating func addUses() {
        let trade = [steps.input("T", Self.trade, "leaving")] + split
        let primary = data.primaryRows.filter { $0 != RegionalTableData.importsRow }.map { data.primaryRow("v", $0) }
        for (position, use) in uses.enumerated() {
            steps.builder.add(
                steps.key(use, "jobs-embodied"), band { total($0.demand[position], $0.model.type1) }, unit: .persons,
                formula: "formula-jobs-embodied", "Σ m f", from: steps.intensities + trade)
            steps.builder.add(
                steps.key(use, "value-added-embodied"), band { total($0.demand[position], $0.model.valueAdded) },
                unit: .money, formula: "formula-value-added-embodied", "Σ v L f", from: trade + primary)
        }
        let parts = uses.map { steps.input("J(\($0))", $0, "jobs-embodied") }
        steps.builder.add(
            steps.key(Self.all, "jobs-embodied"), .number(data.regionJobs.reduce(0, +)), unit: .persons,
            formula: "formula-jobs-all-uses", "Σ J", from: parts)
        let count = uses.count
        steps.builder.add(
            steps.key(Self.trade, "jobs-leaving-share"),
            band { uses in
                let leaving = [count - 3, count - 2].reduce(0) { $0 + total(uses.demand[$1], uses.model.type1) }
                return 100 * leaving / data.regionJobs.reduce(0, +)
            }, unit: .percent, formula: "formula-leaving-share", "100 (J_r + J_a) / E_r",
            from: [
                steps.input("J_r", Self.rest, "jobs-embodied"), steps.input("J_a", Self.abroad, "jobs-embodied"),
                steps.input("E_r", Self.all, "jobs-embodied"),
            ])
    }

    /// Jobs in what leaves by product, and by the sector where people work and for whom; the same by group of sectors.
    private mutating func addSectors() {
        let grounds = steps.intensities + [steps.input("T", Self.trade, "leaving")]
        for (position, sector) in data.ids.enumerated() {
            steps.builder.add(
                steps.key(sector, "jobs-embodied"),
                band { $0.model.type1[position] * $0.model.regional.leaving[position] }, unit: .persons,
                formula: "formula-jobs-embodied-product", "m l", from: grounds)
        }
        for (position, sector) in data.ids.enumerated() {
            for target in Target.allCases {
                steps.builder.add(
                    steps.key(sector, target.measure), band { jobs(of: [position], for: target, $0) }, unit: .persons,
                    formula: "formula-" + target.measure, "e (L f)",
                    from: [
                        steps.input("e(\(sector))", sector, "direct-jobs"), steps.input("T", Self.trade, "leaving"),
                    ] + split)
            }
        }
        for group in groups {
            for target in Target.allCases {
                steps.builder.add(
                    steps.key(group.item, target.measure), band { jobs(of: group.sectors, for: target, $0) },
                    unit: .persons, formula: "formula-sum-of-sectors", "Σ J",
                    from: group.sectors.map { steps.input("J(\(data.ids[$0]))", data.ids[$0], target.measure) })
            }
        }
    }

    /// For whom people work.
    enum Target: String, CaseIterable {
        case home
        case rest
        case abroad

        var measure: String { "jobs-for-" + rawValue }
    }

    /// Jobs of some sectors for a target; home takes all uses but what leaves, less the shortfalls.
    private func jobs(of sectors: [Int], for target: Target, _ uses: Uses) -> Double {
        let last = uses.demand.count
        let chosen: [Int] =
            switch target {
            case .home: Array(0..<last - 3) + [last - 1]
            case .rest: [last - 3]
            case .abroad: [last - 2]
            }
        return sectors.reduce(0) { sum, row in
            chosen.reduce(sum) { inner, use in
                uses.demand[use].indices.reduce(inner) {
                    $0 + uses.model.openJobs[row, $1] * uses.demand[use][$1]
                }
            }
        }
    }
}

import InputOutput
import StatisticalData

/// Adds the values that both kinds of study on a regional table share: how the region is estimated, and jobs by sector.
struct RegionalTableSteps {
    let data: RegionalTableData
    let choice: RegionalTableChoice
    let models: RegionalModels
    let spendingShare: Estimate?
    let area: Area.ID
    /// Where the study declares each assumption.
    let places: [String: Place]
    var builder: ResultBuilder

    /// The item of the table itself.
    static let table = "regional-table"
    /// The item of households.
    static let households = "households"

    var period: Period { choice.period }

    /// The items of both kinds of study: the sectors, the table, households.
    static func items(_ data: RegionalTableData) -> [ResultItem] {
        data.sectors.map { ResultItem(id: $0.id, name: $0.name) } + [
            ResultItem(id: table, name: LocalisedText(en: "Regional table", zh: "区域表")),
            ResultItem(id: households, name: LocalisedText(en: "Households", zh: "居民")),
        ]
    }

    func key(_ item: String, _ measure: String) -> ResultKey { builder.key(item, measure, area, period) }

    /// A number that the study declares.
    func declared(_ role: String, _ path: String, _ value: Double, _ unit: UnitOfMeasure? = .one) -> DerivationInput {
        DerivationInput(
            role,
            .declared(
                DerivationInput.Declared(
                    .number(value), unit: unit, place: places[path] ?? Place(file: "studies"))))
    }

    func input(_ role: String, _ item: String, _ measure: String) -> DerivationInput {
        DerivationInput(role, .result(key(item, measure)))
    }

    /// The jobs per output of all sectors: `e(…)`.
    var intensities: [DerivationInput] { data.ids.map { input("e(\($0))", $0, "direct-jobs") } }

    /// The regional table.
    var tableInput: DerivationInput { input("R", Self.table, "output-multiplier") }

    /// What closes the model on households.
    var closure: [DerivationInput] {
        [
            input("H", Self.households, "spending-at-home"),
            data.primaryRow("w", RegionalTableData.compensationRow),
        ]
    }

    /// Adds size factor, quotients, the regional table, jobs by sector and per output.
    mutating func addRegion() {
        let share = choice.delta
        builder.add(
            key(Self.table, "size-factor"), models.band(\.sizeFactor), unit: .one, formula: "formula-size-factor",
            "λ = (log₂(1 + E_r/E_n))^δ",
            from: data.totals + [
                declared("δ₁", "delta.from", share.from), declared("δ₂", "delta.to", share.to),
                declared("Δ", "delta.step", share.step),
            ])
        let quotients = (try? LocationQuotients(region: data.regionJobs, nation: data.nationJobs))?.simple ?? []
        for (position, quotient) in quotients.enumerated() {
            let id = data.ids[position]
            builder.add(
                key(id, "location-quotient"), .number(quotient), unit: .one, formula: "formula-location-quotient",
                "(E_ri / E_ni) / (E_r / E_n)", from: jobs(position) + data.totals)
        }
        let rows = data.ids.indices.flatMap { position in
            [
                data.row("z(\(data.ids[position]))", "Z.csv", position),
                data.row("x(\(data.ids[position]))", "x.csv", position),
            ]
        }
        builder.add(
            key(Self.table, "output-multiplier"), models.band { $0.regional.coefficients.meanOutputMultiplier },
            unit: .one, formula: choice.method == .flq ? "formula-regional-flq" : "formula-regional-aflq",
            "1′(I − A_r)⁻¹1 / n",
            from: [input("λ", Self.table, "size-factor")]
                + data.ids.map { input("q(\($0))", $0, "location-quotient") } + rows)
        addJobs()
    }

    private func jobs(_ position: Int) -> [DerivationInput] {
        [
            data.figure("E_ri", "jobs.csv", position, "region", data.regionJobs[position], .persons),
            data.figure("E_ni", "jobs.csv", position, "nation", data.nationJobs[position], .persons),
        ]
    }

    /// Jobs of the region with the error of the sample they rest on, and jobs per output.
    private mutating func addJobs() {
        for position in data.ids.indices {
            let id = data.ids[position]
            let (jobs, sample) = (data.regionJobs[position], data.sample[position])
            builder.add(
                key(id, "jobs"), Self.sampled(jobs, sample), unit: .persons, formula: "formula-sampled-jobs",
                "E ± 1.645 E/√n",
                from: [
                    data.figure("E", "jobs.csv", position, "region", jobs, .persons),
                    data.figure("n", "sample.csv", position, "persons", sample, .persons),
                ])
        }
        for position in data.ids.indices {
            builder.add(
                key(data.ids[position], "direct-jobs"), .number(models.cases[0].direct[position]), unit: .jobsPerMoney,
                formula: "formula-direct-jobs", "E_n / x_n",
                from: [
                    data.figure("E", "jobs.csv", position, "nation", data.nationJobs[position], .persons),
                    data.row("z", "Z.csv", position), data.row("y", "Y.csv", position),
                ])
        }
    }

    /// A number of persons with the 90 per cent interval that a count in a sample leaves.
    static func sampled(_ value: Double, _ count: Double) -> Finding {
        guard count > 0 else { return .number(value) }
        let half = 1.645 * value / count.squareRoot()
        return .number(value, low: max(0, value - half), high: value + half)
    }

    /// Adds the jobs in the region for a unit of final demand of each product, without and with households.
    mutating func addMultipliers() {
        for (position, id) in data.ids.enumerated() {
            let open = intensities + [tableInput]
            builder.add(
                key(id, "type1-jobs"), models.band { $0.type1[position] }, unit: .jobsPerMoney,
                formula: "formula-type1-jobs", "m = Σ e l", from: open)
            builder.add(
                key(id, "indirect-jobs"), models.band { $0.type1[position] - $0.direct[position] }, unit: .jobsPerMoney,
                formula: "formula-indirect-jobs", "m − e", from: open)
            guard spendingShare != nil else { continue }
            builder.add(
                key(id, "type2-jobs"), models.band { $0.type2[position] }, unit: .jobsPerMoney,
                formula: "formula-type2-jobs", "m̄ = Σ e l̄", from: open + closure)
            builder.add(
                key(id, "induced-jobs"), models.band { $0.type2[position] - $0.type1[position] }, unit: .jobsPerMoney,
                formula: "formula-induced-jobs", "m̄ − m", from: open + closure)
        }
    }

    /// Adds what households spend in the region per unit of income, and what share of each product is bought in it.
    mutating func addHouseholds() {
        guard let spendingShare else { return }
        let rows = data.ids.indices.flatMap { position -> [DerivationInput] in
            let id = data.ids[position]
            return [
                data.row("y(\(id))", "Y.csv", position), data.row("p(\(id))", "purchasers.csv", position),
            ]
        }
        builder.add(
            key(Self.households, "spending-at-home"), models.band { $0.spending.reduce(0, +) }, unit: .one,
            formula: "formula-spending-at-home", "φ Σ min(q, 1) c / Σ C",
            from: [
                declared("φ", "spending.value", spendingShare.value), declared("φ₁", "spending.low", spendingShare.low),
                declared("φ₂", "spending.high", spendingShare.high), tableInput,
            ] + rows)
    }

    /// Adds the share of what is bought of a product that is made in the region.
    mutating func addHomeShare(_ position: Int) {
        let id = data.ids[position]
        guard builder[key(id, "home-share")] == nil else { return }
        builder.add(
            key(id, "home-share"), models.band { $0.homeShare[position] }, unit: .one, formula: "formula-home-share",
            "min(q, 1) (1 − t)",
            from: [
                input("q", id, "location-quotient"),
                data.row("z", "Z.csv", position), data.row("y", "Y.csv", position),
                data.row("m", "imported-uses.csv", position),
            ])
    }
}

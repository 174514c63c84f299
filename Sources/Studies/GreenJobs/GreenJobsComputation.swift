import StatisticalData

/// The steps from a regional table to jobs by sector, jobs of programmes, and environmental employment.
struct GreenJobsComputation {
    let inputs: GreenJobsStudy.Inputs
    var steps: RegionalTableSteps

    static let environment = "environment"

    private var study: GreenJobsStudy { inputs.study }
    private var data: RegionalTableData { inputs.data }

    init(study: String, inputs: GreenJobsStudy.Inputs) throws {
        self.inputs = inputs
        steps = RegionalTableSteps(
            data: inputs.data, choice: inputs.study.table,
            models: try RegionalModels(inputs.data, inputs.study.table, spendingShare: inputs.study.spendingShare),
            spendingShare: inputs.study.spendingShare, area: inputs.homeArea, places: inputs.places,
            builder: ResultBuilder(study: study))
    }

    mutating func run() {
        steps.addRegion()
        steps.addHouseholds()
        steps.addMultipliers()
        for (id, programme) in study.ordered {
            for position in products(of: programme) { steps.addHomeShare(position) }
            add(programme, id)
        }
        addEnvironment()
        steps.builder.note(Notice("notice-regional-estimate", item: RegionalTableSteps.table))
        for (id, programme) in study.ordered where programme.financing.rule == .none {
            steps.builder.note(Notice("notice-gross-not-net", item: id))
        }
        if let environment = study.environment, environment.decent == nil {
            steps.builder.note(Notice("notice-no-decent-share", item: Self.environment))
        }
    }

    /// The products whose share made in the region takes part.
    private func products(of programme: SpendingProgramme) -> [Int] {
        let estimated = [programme.spending, programme.displaced].compactMap { $0 }.flatMap { spending in
            spending.products.keys.filter { spending.atHome?[$0] == nil }
        }
        let all = Set(estimated + Array((programme.financing.products ?? [:]).keys))
        return data.ids.indices.filter { all.contains(data.ids[$0]) }
    }

    /// The item of the jobs of a programme at a sector.
    static func item(_ programme: String, _ sector: String) -> String { programme + "-in-" + sector }

    // MARK: Programmes

    private mutating func add(_ programme: SpendingProgramme, _ id: String) {
        let households = data.householdConsumption.reduce(0, +)
        let demand = data.householdDemand
        let effects = steps.models.cases.map { model in
            ProgrammeEffects(
                programme, model, data.ids,
                households: model.spendingStructure(demand, households))
        }
        let base = steps.intensities + [steps.tableInput]
        let bought = spending("s", "f", "h", programme.spending, id, "spending")
        func add(
            _ measure: String, _ expression: String, _ inputs: [DerivationInput], _ value: (ProgrammeEffects) -> Double
        ) {
            steps.builder.add(
                steps.key(id, measure), RegionalModels.band(effects.map(value)), unit: programme.unit,
                formula: "formula-programme-" + measure, expression, from: inputs)
        }
        add("gross-direct", "s Σ f h e", bought + base, \.grossDirect)
        add("gross-indirect", "s Σ f h (m − e)", bought + base, \.grossIndirect)
        add("gross-induced", "s Σ f h (m̄ − m)", bought + base + steps.closure, \.grossInduced)
        add("gross", "s Σ f h m̄", bought + base + steps.closure, \.gross)
        var parts = [steps.input("G", id, "gross")]
        if let displaced = programme.displaced {
            add(
                "displaced", "−s Σ f h m̄",
                spending("s", "f", "h", displaced, id, "displaced") + base + steps.closure, \.displacedJobs)
            parts.append(steps.input("D", id, "displaced"))
        }
        guard programme.financing.rule != .none else { return addSectors(programme, id, effects, parts) }
        add("financed", financedExpression(programme), financing(programme, id) + base + steps.closure, \.financedJobs)
        parts.append(steps.input("P", id, "financed"))
        add("net", "G + D + P", parts, \.net)
        addSectors(programme, id, effects, parts)
    }

    private func financedExpression(_ programme: SpendingProgramme) -> String {
        programme.financing.rule == .priceFinanced ? "−s H/φ Σ c m̄" : "−s Σ f h m̄"
    }

    /// What a list of purchases puts into a formula: money, shares, and shares made in the region.
    private func spending(
        _ money: String, _ share: String, _ home: String, _ spending: SpendingProgramme.Spending, _ id: String,
        _ key: String
    ) -> [DerivationInput] {
        let path = "programmes.\(id).\(key)"
        return [steps.declared(money, path + ".amount", spending.amount, .money)]
            + data.ids.filter { spending.products[$0] != nil }.flatMap { product -> [DerivationInput] in
                let own = steps.declared(
                    "\(share)(\(product))", path + ".products.\(product)", spending.products[product] ?? 0)
                guard let known = spending.atHome?[product] else {
                    return [own, steps.input("\(home)(\(product))", product, "home-share")]
                }
                return [own, steps.declared("\(home)(\(product))", path + ".at-home.\(product)", known)]
            }
    }

    private func financing(_ programme: SpendingProgramme, _ id: String) -> [DerivationInput] {
        let path = "programmes.\(id)."
        let key = programme.financing.amount == nil ? "spending" : "financing"
        let money = steps.declared("s", path + key + ".amount", programme.financed, .money)
        guard programme.financing.rule == .budgetNeutral else { return [money] }
        let products = programme.financing.products ?? [:]
        return [money]
            + data.ids.filter { products[$0] != nil }.flatMap { product in
                [
                    steps.declared("f(\(product))", path + "financing.products.\(product)", products[product] ?? 0),
                    steps.input("h(\(product))", product, "home-share"),
                ]
            }
    }

    private mutating func addSectors(
        _ programme: SpendingProgramme, _ id: String, _ effects: [ProgrammeEffects], _ parts: [DerivationInput]
    ) {
        for (position, sector) in data.ids.enumerated() {
            let item = Self.item(id, sector)
            let own = [steps.input("e(\(sector))", sector, "direct-jobs")]
            steps.builder.add(
                steps.key(item, "gross"), RegionalModels.band(effects.map { $0.jobs(at: position).gross }),
                unit: programme.unit, formula: "formula-programme-sector-gross", "e (L̄ f)",
                from: own + Array(parts.prefix(1)))
            guard programme.financing.rule != .none else { continue }
            steps.builder.add(
                steps.key(item, "net"), RegionalModels.band(effects.map { $0.jobs(at: position).net }),
                unit: programme.unit, formula: "formula-programme-sector-net", "e (L̄ (f − f_D − f_P))",
                from: own + parts)
        }
    }

    // MARK: Environmental employment

    /// The five numbers of the statistical definition; without a decent share the fifth is not told.
    private mutating func addEnvironment() {
        guard let environment = study.environment else { return }
        let outputs = addOutputs()
        let processes = addProcesses(environment)
        let overlap = environment.overlap
        let union = Estimate(
            value: outputs.value + (1 - overlap.value) * processes.value,
            low: outputs.low + (1 - overlap.high) * processes.low,
            high: outputs.high + (1 - overlap.low) * processes.high)
        func ends(_ path: String, _ role: String, _ estimate: Estimate) -> [DerivationInput] {
            [("value", "", estimate.value), ("low", "₁", estimate.low), ("high", "₂", estimate.high)].map {
                steps.declared(role + $0.1, "environment.\(path).\($0.0)", $0.2)
            }
        }
        let item = Self.environment
        steps.builder.add(
            steps.key(item, "environmental-employment"), union.finding, unit: .persons,
            formula: "formula-environmental-union",
            "O + (1 − o) P",
            from: [steps.input("O", item, "output-jobs"), steps.input("P", item, "process-jobs")]
                + ends("overlap", "o", overlap))
        guard let decent = environment.decent else { return }
        steps.builder.add(
            steps.key(item, "decent-share"), decent.finding, unit: .one, formula: "formula-declared-range", "d",
            from: ends("decent", "d", decent))
        steps.builder.add(
            steps.key(item, "green-jobs"),
            .number(union.value * decent.value, low: union.low * decent.low, high: union.high * decent.high),
            unit: .persons, formula: "formula-green-jobs", "U d",
            from: [
                steps.input("U", item, "environmental-employment"), steps.input("d", item, "decent-share"),
            ])
    }

    /// Jobs of the divisions that make environmental goods and services, with the error of the sample.
    private mutating func addOutputs() -> Estimate {
        var (value, low, high) = (0.0, 0.0, 0.0)
        var grounds: [DerivationInput] = []
        for division in inputs.divisions {
            guard let position = data.ids.firstIndex(of: division.sector) else { continue }
            let jobs = data.regionJobs[position] * division.persons / division.sectorPersons
            value += jobs
            if case .number(_, let lower, let upper) = RegionalTableSteps.sampled(jobs, division.persons) {
                low += lower ?? jobs
                high += upper ?? jobs
            }
            func declared(_ role: String, _ number: Double, _ column: String) -> DerivationInput {
                DerivationInput(
                    role + "(\(division.sector))",
                    .declared(
                        DerivationInput.Declared(
                            .number(number), unit: .persons, trust: division.trust, source: division.source,
                            note: division.name,
                            place: Place(file: division.place.file, line: division.place.line, column: column))))
            }
            grounds += [
                steps.input("E(\(division.sector))", division.sector, "jobs"),
                declared("n", division.persons, "persons"),
                declared("N", division.sectorPersons, "sector_persons"),
            ]
        }
        steps.builder.add(
            steps.key(Self.environment, "output-jobs"), .number(value, low: low, high: high), unit: .persons,
            formula: "formula-output-jobs", "Σ E n/N (1 ± 1.645/√n)", from: grounds)
        return Estimate(value: value, low: low, high: high)
    }

    /// Jobs that serve environmental processes inside units, by a stated share of each sector.
    private mutating func addProcesses(_ environment: GreenJobsStudy.Environment) -> Estimate {
        var sums = [0.0, 0.0, 0.0]
        var grounds: [DerivationInput] = []
        for (position, sector) in data.ids.enumerated() {
            guard let share = environment.processes[sector] else { continue }
            for (place, part) in share.cases.enumerated() { sums[place] += data.regionJobs[position] * part }
            grounds.append(steps.input("E(\(sector))", sector, "jobs"))
            for (key, mark, number) in [("value", "", share.value), ("low", "₁", share.low), ("high", "₂", share.high)]
            {
                grounds.append(
                    steps.declared("p\(mark)(\(sector))", "environment.processes.\(sector).\(key)", number))
            }
        }
        steps.builder.add(
            steps.key(Self.environment, "process-jobs"), .number(sums[0], low: sums[1], high: sums[2]), unit: .persons,
            formula: "formula-process-jobs", "Σ E p", from: grounds)
        return Estimate(value: sums[0], low: sums[1], high: sums[2])
    }
}

extension Estimate {
    /// The value with its ends.
    var finding: Finding { .number(value, low: low, high: high) }
}

extension RegionalModels.Case {
    /// What the households of the region buy of each of its products for a unit of what they spend.
    func spendingStructure(_ homeDemand: [Double], _ all: Double) -> [Double] {
        zip(homeDemand, madeAtHome).map { all > 0 ? $0 * $1 / all : 0 }
    }
}

import Spreadsheets
import StatisticalData

extension GreenJobsStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a study of jobs.
    struct Inputs: Codable, Sendable {
        let study: GreenJobsStudy
        let homeArea: Area.ID
        let data: RegionalTableData
        let divisions: [Division]
        /// Where the study declares each assumption, by the path of its keys.
        let places: [String: Place]
    }

    /// A division of industry that makes environmental goods or services.
    struct Division: Codable, Sendable {
        let sector: String
        let name: LocalisedText
        /// Persons counted in the division and in its sector.
        let persons: Double
        let sectorPersons: Double
        let trust: Trust
        let source: Source.ID?
        let place: Place
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        table.check(study, into: &collector)
        check(spendingShare, "spending-share", 0.0...1, ["spending-share"], study, into: &collector)
        let reader = try RegionalTableReader(
            table.folder, at: study.place(of: "table", "folder"), from: context, into: &collector)
        let data = try reader.read(into: &collector)
        if let data { checkNames(data, study, into: &collector) }
        let divisions = try data.map { try readDivisions($0, study, context, into: &collector) } ?? []
        try collector.throwIfFaulty(in: study.place.file)
        guard let data else { throw Faults(collector.faults) }
        return Inputs(
            study: self, homeArea: context.homeArea, data: data, divisions: divisions, places: places(of: study))
    }

    private func check(
        _ estimate: Estimate, _ name: String, _ bounds: ClosedRange<Double>, _ path: [String], _ study: Study,
        into collector: inout FaultCollector
    ) {
        guard !estimate.isOrdered(within: bounds) else { return }
        collector.add(
            .assumptionRange(
                name, estimate.value, Decimals.text(estimate.low), Decimals.text(estimate.high),
                at: study.place(of: path)))
    }

    /// Sectors, categories and shares that the study names.
    private func checkNames(_ data: RegionalTableData, _ study: Study, into collector: inout FaultCollector) {
        for category in table.demand.keys.sorted() where !data.categories.contains(category) {
            collector.add(
                .noCategory(category, known: data.categories, at: study.place(of: "table", "demand", category)))
        }
        for (id, programme) in ordered {
            let path = ["programmes", id]
            for list in programme.productLists {
                check(list.products, data, study, path + list.path, into: &collector)
            }
            for (key, spending) in [("spending", programme.spending), ("displaced", programme.displaced)] {
                guard let spending else { continue }
                if !(spending.amount > 0) {
                    collector.add(
                        .assumptionRange(
                            "amount", spending.amount, "0", "-", at: study.place(of: path + [key, "amount"])))
                }
                for (product, share) in spending.atHome ?? [:] {
                    let place = study.place(of: path + [key, "at-home", product])
                    if !(0...1).contains(share) { collector.add(.assumptionRange(product, share, "0", "1", at: place)) }
                    if spending.products[product] == nil {
                        collector.add(.unknownSector(product, among: spending.products.keys.sorted(), at: place))
                    }
                }
            }
            if programme.financing.rule == .budgetNeutral, programme.financing.products == nil {
                collector.add(Fault("financing-products", at: study.place(of: path + ["financing"])))
            }
        }
        for (sector, estimate) in environment?.processes ?? [:] {
            let path = ["environment", "processes", sector]
            if !data.ids.contains(sector) {
                collector.add(.unknownSector(sector, among: data.ids, at: study.place(of: path)))
            }
            check(estimate, sector, 0.0...1, path, study, into: &collector)
        }
        if let environment {
            check(environment.overlap, "overlap", 0.0...1, ["environment", "overlap"], study, into: &collector)
            if let decent = environment.decent {
                check(decent, "decent", 0.0...1, ["environment", "decent"], study, into: &collector)
            }
        }
    }

    /// Shares of known products that add up to 1.
    private func check(
        _ products: [String: Double], _ data: RegionalTableData, _ study: Study, _ path: [String],
        into collector: inout FaultCollector
    ) {
        for (product, share) in products.sorted(by: { $0.key < $1.key }) {
            let place = study.place(of: path + [product])
            if !data.ids.contains(product) { collector.add(.unknownSector(product, among: data.ids, at: place)) }
            if !(share >= 0 && share <= 1) { collector.add(.assumptionRange(product, share, "0", "1", at: place)) }
        }
        let sum = products.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        if abs(sum - 1) > 1e-9 { collector.add(.sharesNotOne(sum, at: study.place(of: path))) }
    }

    private func readDivisions(
        _ data: RegionalTableData, _ study: Study, _ context: StudyContext, into collector: inout FaultCollector
    ) throws -> [Division] {
        guard let environment else { return [] }
        let file = table.folder + "/" + environment.outputs
        let place = study.place(of: "environment", "outputs")
        let bytes = try collector.collect { _ in try context.readFile(file, place) }
        let found = try bytes.flatMap { bytes in
            try collector.collect { _ in
                try CSVTable(
                    bytes, file: file,
                    required: ["sector", "division", "name_en", "name_zh", "persons", "sector_persons"])
            }
        }
        guard let found else { return [] }
        collector.add(contentsOf: found.faults)
        let source = context.defaultSources[file]
        return found.rows.compactMap { row in
            guard let sector = row.required("sector", into: &collector),
                let persons = row.number("persons", into: &collector)?.value,
                let all = row.number("sector_persons", into: &collector)?.value
            else { return nil }
            if !data.ids.contains(sector) {
                collector.add(.unknownSector(sector, among: data.ids, at: row.place("sector")))
            }
            if !(persons >= 0 && persons <= all && all > 0) {
                collector.add(
                    .assumptionRange("persons", persons, "0", Decimals.text(all), at: row.place("persons")))
            }
            return Division(
                sector: sector, name: LocalisedText(en: row["name_en"] ?? sector, zh: row["name_zh"] ?? sector),
                persons: persons, sectorPersons: all,
                trust: source.flatMap { context.sources[$0]?.trust } ?? .unverified,
                source: source, place: row.place("persons"))
        }
    }

    /// Where each number that takes part is declared.
    private func places(of study: Study) -> [String: Place] {
        var places: [String: Place] = [:]
        func note(_ path: String...) { places[path.joined(separator: ".")] = study.place(of: path) }
        for key in ["from", "to", "step"] { places["delta." + key] = study.place(of: "table", "delta", key) }
        for key in ["value", "low", "high"] {
            places["spending." + key] = study.place(of: "spending-share", key)
            note("environment", "overlap", key)
            note("environment", "decent", key)
            for sector in environment?.processes.keys.sorted() ?? [] { note("environment", "processes", sector, key) }
        }
        for category in table.demand.keys {
            places["demand." + category] = study.place(of: "table", "demand", category)
        }
        for (id, programme) in ordered {
            for key in ["spending", "displaced", "financing"] { note("programmes", id, key, "amount") }
            for (path, products) in programme.productLists {
                for product in products.keys {
                    let full = ["programmes", id] + path + [product]
                    places[full.joined(separator: ".")] = study.place(of: full)
                }
            }
            for (key, spending) in [("spending", programme.spending), ("displaced", programme.displaced)] {
                for product in spending?.atHome?.keys.sorted() ?? [] { note("programmes", id, key, "at-home", product) }
            }
        }
        return places
    }
}

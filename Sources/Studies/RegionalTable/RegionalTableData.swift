import InputOutput
import LinearAlgebra
import StatisticalData

/// A national table with its jobs as plain values, and where each is written.
struct RegionalTableData: Codable, Sendable {
    let folder: String
    let sectors: [Sector]
    let categories: [String]
    /// Z, row by row.
    let flows: [Double]
    /// Y, row by row.
    let finalDemand: [Double]
    /// Imported goods by category of final demand, row by row.
    let importedDemand: [Double]
    /// Imported goods used as inputs, by product.
    let importedInputs: [Double]
    let compensation: [Double]
    /// Compensation and what else is value added.
    let valueAdded: [Double]
    /// Consumption of home and imported goods by households and by government.
    let householdConsumption: [Double]
    let governmentConsumption: [Double]
    let regionJobs: [Double]
    let nationJobs: [Double]
    /// Persons of the region counted in the sample that jobs rest on.
    let sample: [Double]
    /// The lines of the sectors in each file, in their order; of `primary_F.csv` those of its rows.
    let lines: [String: [Int]]
    let primaryRows: [String]
    let totalLine: Int
    /// The mark and source of each file.
    let marks: [String: Mark]

    struct Sector: Codable, Sendable {
        let id: String
        let name: LocalisedText
        let group: LocalisedText
    }

    struct Mark: Codable, Sendable {
        let trust: Trust
        let source: Source.ID?
    }

    static let consumption = "consumption"
    static let compensationRow = "compensation"
    static let importsRow = "imported_inputs"
    /// What stands for a row whose cells all take part.
    static let wholeRow = "whole row"

    var count: Int { sectors.count }
    var ids: [String] { sectors.map(\.id) }

    func matrix(_ elements: [Double]) -> Matrix {
        Matrix(rows: count, columns: elements.count / max(count, 1)) { elements[$0 * (elements.count / count) + $1] }
    }

    /// The table of home products.
    func table() throws(InputOutputFaults) -> InputOutputTable {
        try InputOutputTable(
            industries: sectors.map { Industry(sector: $0.id) }, flows: matrix(flows),
            demandCategories: categories.map { DemandCategory(category: $0) }, finalDemand: matrix(finalDemand),
            allowsNegativeFlows: true)
    }

    /// What households buy of home products: consumption in the proportion in which households and government buy the
    /// product, home and imported together.
    var householdDemand: [Double] {
        let column = categories.firstIndex(of: Self.consumption) ?? 0
        return sectors.indices.map { position in
            let (own, other) = (householdConsumption[position], governmentConsumption[position])
            guard own + other != 0 else { return 0 }
            return finalDemand[position * categories.count + column] * own / (own + other)
        }
    }

    /// The share of imports in what is used of a product at home: inputs and final demand but exports.
    var importShares: [Double] {
        let kept = categories.indices.filter { categories[$0] != "exports" }
        let sales = matrix(flows).rowSums
        return sectors.indices.map { position in
            let row = position * categories.count
            let imported = importedInputs[position] + kept.reduce(0) { $0 + importedDemand[row + $1] }
            let home = sales[position] + kept.reduce(0) { $0 + finalDemand[row + $1] }
            return imported + home > 0 ? imported / (imported + home) : 0
        }
    }

    // MARK: Where figures are written

    private func declared(_ file: String, _ line: Int, _ column: String, _ finding: Finding, _ unit: UnitOfMeasure?)
        -> DerivationInput.Origin
    {
        let mark = marks[file]
        return .declared(
            DerivationInput.Declared(
                finding, unit: unit, trust: mark?.trust ?? .unverified, source: mark?.source,
                place: Place(file: folder + "/" + file, line: line, column: column)))
    }

    /// A figure of a sector as an input of a formula.
    func figure(
        _ role: String, _ file: String, _ sector: Int, _ column: String, _ value: Double, _ unit: UnitOfMeasure?
    ) -> DerivationInput {
        DerivationInput(role, declared(file, lines[file]?[sector] ?? 1, column, .number(value), unit))
    }

    /// The whole row of a sector in a table.
    func row(_ role: String, _ file: String, _ sector: Int) -> DerivationInput {
        DerivationInput(
            role, declared(file, lines[file]?[sector] ?? 1, "sector", .word(Self.wholeRow), nil))
    }

    /// A whole row of the primary inputs.
    func primaryRow(_ role: String, _ name: String) -> DerivationInput {
        let position = primaryRows.firstIndex(of: name) ?? 0
        return DerivationInput(
            role, declared("primary_F.csv", lines["primary_F.csv"]?[position] ?? 1, "item", .word(Self.wholeRow), nil))
    }

    /// The totals of jobs as published.
    var totals: [DerivationInput] {
        [("E_r", "region", regionJobs), ("E_n", "nation", nationJobs)].map { role, column, values in
            DerivationInput(
                role, declared("jobs.csv", totalLine, column, .number(values.reduce(0, +)), .persons))
        }
    }
}

extension UnitOfMeasure {
    static let persons = UnitOfMeasure("persons") ?? .one
    static let jobYears = UnitOfMeasure("job-years") ?? .one
    static let money = UnitOfMeasure("10^8 yuan") ?? .one
    static let jobsPerMoney = UnitOfMeasure("persons per 10^8 yuan") ?? .one
}

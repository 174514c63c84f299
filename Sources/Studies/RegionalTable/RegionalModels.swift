import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData

/// The models of a region for each case of the assumptions: each delta with each share that households spend.
struct RegionalModels {
    let data: RegionalTableData
    /// The cases, that of the middle delta and the stated share first.
    let cases: [Case]

    struct Case {
        let delta: Double
        let sizeFactor: Double
        let regional: RegionalTable
        /// Jobs per unit of output, of final demand with all inputs, and with what households spend.
        let direct: [Double]
        let type1: [Double]
        let type2: [Double]
        /// The share of what is bought of each product in the region that is made there.
        let homeShare: [Double]
        /// The share of what final consumers of the region buy of the nation's products that is made in the region.
        let madeAtHome: [Double]
        /// What the households of the region spend on each of its products per unit of income.
        let spending: [Double]
        /// Jobs at each industry (row) for a unit of final demand of each product, with what households spend.
        let jobs: Matrix
        /// The same without households.
        let openJobs: Matrix
        /// Value added in the region for a unit of final demand of each product.
        let valueAdded: [Double]
    }

    /// Makes the models.
    ///
    /// - Parameter spendingShare: the share of income that households spend.
    init(
        _ data: RegionalTableData, _ choice: RegionalTableChoice, spendingShare: Estimate?
    ) throws {
        self.data = data
        let place = Place(file: data.folder + "/jobs.csv")
        let table = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in try data.table() }
        let lines = data.lines["jobs.csv"] ?? []
        cases = try RegionalisationFaultTexts.tellingAll(place, table, lines) {
            try Self.cases(data, choice, table, spendingShare)
        }
    }

    private static func cases(
        _ data: RegionalTableData, _ choice: RegionalTableChoice, _ table: InputOutputTable, _ share: Estimate?
    ) throws -> [Case] {
        let quotients = try LocationQuotients(region: data.regionJobs, nation: data.nationJobs)
        let middle = choice.middle
        let deltas = choice.deltas
        let order = [middle] + deltas.indices.filter { $0 != middle }
        return try order.flatMap { position in
            try (share?.cases ?? [0]).map { spendingShare in
                try made(data, choice, table, quotients, delta: deltas[position], spendingShare: spendingShare)
            }
        }
    }

    private static func made(
        _ data: RegionalTableData, _ choice: RegionalTableChoice, _ table: InputOutputTable,
        _ quotients: LocationQuotients, delta: Double, spendingShare: Double
    ) throws -> Case {
        let method = choice.quotient(delta)
        let regional = try RegionalTable(
            national: table, region: data.regionJobs, nation: data.nationJobs, method: method,
            demandShares: data.categories.map { choice.demand[$0] })
        let made = quotients.shareOfFinalPurchases
        let direct = zip(data.nationJobs, table.output).map { $1 == 0 ? 0 : $0 / $1 }
        let diagonal = Matrix(rows: data.count, columns: data.count) { $0 == $1 ? direct[$0] : 0 }
        let model = try LeontiefModel(regional.table)
        let open = try model.totalIntensities(diagonal)
        let households = data.householdDemand
        let all = data.householdConsumption.reduce(0, +)
        let atHome = zip(households, made).map { $0 * $1 }
        let spent = atHome.reduce(0, +)
        let share = all > 0 ? spendingShare * spent / all : 0
        var closed = open
        if share > 0 {
            let income = data.compensation.indices.map { column in
                table.output[column] == 0
                    ? 0 : data.compensation[column] / table.output[column] * regional.table.output[column]
            }
            closed = try HouseholdModel(
                regional.table, income: income,
                spending: Matrix(rows: data.count, columns: 1) { row, _ in atHome[row] },
                rule: .share(share)
            ).totalIntensities(diagonal)
        }
        let values = zip(data.valueAdded, table.output).map { $1 == 0 ? 0 : $0 / $1 }
        return Case(
            delta: delta, sizeFactor: try quotients.sizeFactor(delta: delta), regional: regional, direct: direct,
            type1: open.columnSums, type2: closed.columnSums,
            homeShare: zip(made, data.importShares).map { $0 * (1 - $1) },
            madeAtHome: made, spending: atHome.map { spent > 0 ? share * $0 / spent : 0 }, jobs: closed, openJobs: open,
            valueAdded: try model.totalIntensities(Matrix(rows: 1, columns: data.count) { values[$1] }).elements)
    }

    /// A number of the first case, with the range over all cases.
    func band(_ value: (Case) throws -> Double) rethrows -> Finding {
        let values = try cases.map(value)
        return Self.band(values)
    }

    /// The first of several numbers, with the range of all.
    static func band(_ values: [Double]) -> Finding {
        .number(values.first ?? 0, low: values.min() ?? 0, high: values.max() ?? 0)
    }
}

extension RegionalisationFaultTexts {
    /// Runs `body`; what it throws of regions and models is told at the rows of jobs.
    fileprivate static func tellingAll<Value>(
        _ place: Place, _ table: InputOutputTable, _ lines: [Int], _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch let faults as RegionalisationFaults {
            return try telling(
                at: place, industries: table.industries,
                rows: lines.map { Place(file: place.file, line: $0) }, categories: table.demandCategories
            ) { () throws(RegionalisationFaults) in throw faults }
        } catch {
            let told = InputOutputFaultTexts.faults(error, at: place)
            throw told.isEmpty ? error : Faults(told)
        }
    }
}

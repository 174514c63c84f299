public import LinearAlgebra

/// An input-output table of a region estimated from that of its nation.
///
/// Output is x_r = x_n E_r / E_n by industry (the nation's productivity) unless it is given. Flows are A_r x_r. Of each
/// category of national final demand the region buys a stated share (households by population or income, capital formation
/// by its own total), of which `shareOfFinalPurchases` is made at home. What the region makes and does not use
/// leaves it, to the rest of the nation and abroad alike: the residual. Where the residual is negative the region would use
/// more of its own product than it makes; nothing leaves, and the amount is shown as a shortfall.
///
/// Source: R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed. (2009), section 8.2.
public struct RegionalTable: Sendable {
    /// The table: home products alone. Its categories are those of the nation that the region has, then `leaving` and
    /// `shortfall`.
    public let table: InputOutputTable
    /// How it was made.
    public let coefficients: RegionalCoefficients
    /// Inputs from the rest of the nation (n x n).
    public let flowsFromRest: Matrix
    /// Final demand for products of the rest of the nation, by the categories of the region (n x categories).
    public let demandFromRest: Matrix
    /// What leaves the region, by industry.
    public let leaving: [Double]
    /// What the region would use of an industry beyond what it makes: 0 or above.
    public let shortfall: [Double]

    /// The category of what leaves the region.
    public static let leavingCategory = "leaving"
    /// The category that holds the shortfalls, as negative amounts.
    public static let shortfallCategory = "shortfall"

    /// Estimates a table.
    ///
    /// - Parameters:
    ///   - national: the nation's table of home products, of one area.
    ///   - region: E_r by industry.
    ///   - nation: E_n by industry, the sum of all regions.
    ///   - output: x_r where it is known; `nil` for the nation's productivity.
    ///   - demandShares: for each category of the national table the share that the region buys; `nil` for a category it
    ///     does not have, such as exports.
    /// - Throws: `RegionalisationFaults` with what is wrong with the figures.
    public init(
        national: InputOutputTable, region: [Double], nation: [Double], method: LocationQuotientMethod,
        output: [Double]? = nil, demandShares: [Double?]
    ) throws(RegionalisationFaults) {
        guard national.areas.count == 1 else { throw RegionalisationFaults([.severalAreas(national.areas.count)]) }
        let quotients = try LocationQuotients(region: region, nation: nation)
        let coefficients = try RegionalCoefficients(national: national.inputCoefficients, quotients, method)
        let own =
            output
            ?? national.output.indices.map { nation[$0] == 0 ? 0 : national.output[$0] * (region[$0] / nation[$0]) }
        try Self.check(own, demandShares, national)
        let kept = demandShares.indices.filter { demandShares[$0] != nil }
        let purchases = Matrix(rows: own.count, columns: kept.count) { row, column in
            (demandShares[kept[column]] ?? 0) * national.finalDemand[row, kept[column]]
        }
        let madeAtHome = quotients.shareOfFinalPurchases
        let bought = Matrix(rows: own.count, columns: kept.count) { madeAtHome[$0] * purchases[$0, $1] }
        let flows = Matrix(rows: own.count, columns: own.count) { coefficients.home[$0, $1] * own[$1] }
        let (sales, used) = (flows.rowSums, bought.rowSums)
        let residual = own.indices.map { own[$0] - sales[$0] - used[$0] }
        let area = national.areas.first ?? ""
        let names =
            kept.map { national.demandCategories[$0].category } + [Self.leavingCategory, Self.shortfallCategory]
        let demand = Matrix(rows: own.count, columns: names.count) { row, column in
            if column < kept.count { return bought[row, column] }
            return column == kept.count ? max(residual[row], 0) : min(residual[row], 0)
        }
        do throws(InputOutputFaults) {
            table = try InputOutputTable(
                industries: national.industries, flows: flows,
                demandCategories: names.map { DemandCategory(area: area, category: $0) }, finalDemand: demand,
                allowsNegativeFlows: true)
        } catch {
            throw RegionalisationFaults([.unsolvable])
        }
        self.coefficients = coefficients
        flowsFromRest = Matrix(rows: own.count, columns: own.count) { coefficients.fromRest[$0, $1] * own[$1] }
        demandFromRest = Matrix(rows: own.count, columns: kept.count) { purchases[$0, $1] - bought[$0, $1] }
        leaving = residual.map { max($0, 0) }
        shortfall = residual.map { max(-$0, 0) }
    }

    private static func check(
        _ output: [Double], _ shares: [Double?], _ national: InputOutputTable
    ) throws(RegionalisationFaults) {
        var faults: [RegionalisationFault] = []
        if output.count != national.output.count {
            faults.append(.wrongCount(expected: national.output.count, found: output.count))
        }
        for (position, value) in output.enumerated() where !(value >= 0) || !value.isFinite {
            faults.append(.badFigure(industry: position, value))
        }
        if shares.count != national.demandCategories.count {
            faults.append(.wrongCount(expected: national.demandCategories.count, found: shares.count))
        }
        for (position, share) in shares.enumerated() {
            if let share, !(share >= 0 && share <= 1) { faults.append(.badShare(category: position, share)) }
        }
        guard faults.isEmpty else { throw RegionalisationFaults(faults) }
    }
}

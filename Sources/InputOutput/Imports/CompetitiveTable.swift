public import LinearAlgebra

/// A table in which imported products stand with home-made ones and a column M of imports is subtracted ("competitive").
///
/// x = Z 1 + Y 1 - M. Before multipliers it is made domestic by `separated(by:)`; `totalFlows` are multipliers as if
/// imports were made at home by the same means, which overstates effects at home.
///
/// Source: Miller & Blair (2009), section 4.3.
public struct CompetitiveTable: Sendable {
    /// The industries: rows and columns of Z.
    public let industries: [Industry]
    /// Z, the flows of products of both origins.
    public let flows: Matrix
    /// The columns of Y.
    public let demandCategories: [DemandCategory]
    /// Y, final demand for products of both origins.
    public let finalDemand: Matrix
    /// M, the imports of each product, not negative.
    public let imports: [Double]
    /// The categories of demand that are exports.
    public let exports: [DemandCategory]
    /// The table with a further category of demand that is -M: A = Z x^-1 with both origins.
    public let totalFlows: InputOutputTable

    /// The category of `totalFlows` that holds -M.
    public static let importCategory = "imports"

    /// Makes a table.
    ///
    /// - Throws: `InputOutputFaults` for what is wrong in any table, imports below zero, and exports that are not a category.
    public init(
        industries: [Industry], flows: Matrix, demandCategories: [DemandCategory], finalDemand: Matrix,
        imports: [Double], exports: [DemandCategory], allowsNegativeFlows: Bool = false
    ) throws(InputOutputFaults) {
        let count = industries.count
        let column = Matrix(rows: imports.count, columns: 1) { row, _ in imports[row] }
        var faults = InputOutputTable.sizeFaults(column, .imports, count, 1)
        faults += InputOutputTable.sizeFaults(finalDemand, .finalDemand, count, demandCategories.count)
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        faults += zip(industries, imports).filter { $0.1 < 0 }
            .map { .construction(.negativeImports($0.0, $0.1)) }
        faults += exports.filter { !demandCategories.contains($0) }
            .map { .construction(.unknownCategory($0.category)) }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        let areas = industries.map(\.area).distinct
        let added = areas.map { DemandCategory(area: $0, category: Self.importCategory) }
        let width = demandCategories.count
        totalFlows = try InputOutputTable(
            industries: industries, flows: flows, demandCategories: demandCategories + added,
            finalDemand: Matrix(rows: count, columns: width + added.count) { row, column in
                guard column >= width else { return finalDemand[row, column] }
                return industries[row].area == areas[column - width] && imports[row] != 0 ? -imports[row] : 0
            }, allowsNegativeFlows: allowsNegativeFlows)
        self.industries = industries
        self.flows = flows
        self.demandCategories = demandCategories
        self.finalDemand = finalDemand
        self.imports = imports
        self.exports = exports
    }

    /// x = Z 1 + Y 1 - M.
    public var output: [Double] { totalFlows.output }

    /// t, the share of imports in what each user takes of a product.
    ///
    /// - Throws: `InputOutputFaults` for products whose imports exceed that use (t > 1): those re-exported. With
    ///   `.totalSupply` this cannot occur unless supply is not above zero.
    public func importShares(_ separation: ImportSeparation) throws(InputOutputFaults) -> [Double] {
        var faults: [InputOutputFault] = []
        let sold = flows.rowSums
        let shares = industries.indices.map { row in
            var use = sold[row]
            for (column, category) in demandCategories.enumerated()
            where separation == .totalSupply || !exports.contains(category) {
                use += finalDemand[row, column]
            }
            let isAbove = imports[row] > use * (1 + 1e-12)
            guard imports[row] > 0 else { return 0.0 }
            if isAbove {
                faults.append(.construction(.importsAboveUse(industries[row], imports: imports[row], use: use)))
                return 1
            }
            return min(1, imports[row] / use)
        }
        guard faults.isEmpty else { throw InputOutputFaults(faults) }
        return shares
    }

    /// The domestic table and its imports: Z_d = diag(1 - t) Z, Z_m = diag(t) Z, likewise Y; of exports only with
    /// `.totalSupply`.
    ///
    /// Every user of a product is taken to use the same share of imports: an assumption, kept in `separation`.
    ///
    /// - Parameter separation: the rule for t; `.published` is taken as `.domesticUse`.
    /// - Throws: `InputOutputFaults` for products with t > 1.
    public func separated(by separation: ImportSeparation) throws(InputOutputFaults) -> ImportedTable {
        let rule = separation == .published ? .domesticUse : separation
        let shares = try importShares(rule)
        let isHome = demandCategories.map { rule == .totalSupply || !exports.contains($0) }
        let importFlows = Matrix(rows: flows.rows, columns: flows.columns) { shares[$0] * flows[$0, $1] }
        let importDemand = Matrix(rows: finalDemand.rows, columns: finalDemand.columns) { row, column in
            isHome[column] ? shares[row] * finalDemand[row, column] : 0
        }
        let domestic = try InputOutputTable(
            industries: industries,
            flows: Matrix(rows: flows.rows, columns: flows.columns) { flows[$0, $1] - importFlows[$0, $1] },
            demandCategories: demandCategories,
            finalDemand: Matrix(rows: finalDemand.rows, columns: finalDemand.columns) { row, column in
                finalDemand[row, column] - importDemand[row, column]
            }, allowsNegativeFlows: true)
        return ImportedTable(
            domestic: domestic,
            imported: try ImportTable(
                flows: importFlows, finalDemand: importDemand, of: domestic, allowsNegativeFlows: true),
            separation: rule)
    }
}

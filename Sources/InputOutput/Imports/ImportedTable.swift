public import LinearAlgebra

/// A table of home-made products with the imports that its industries and final users take ("non-competitive").
///
/// Z_d, Y_d are the flows of the domestic table, Z_m, Y_m those of imported products of the same classification. Multipliers
/// use the domestic part, Z_d x^-1: imports are leakage. Rows: Z_d 1 + Y_d 1 = x; columns: the sum of Z_d, Z_m and primary
/// inputs is x.
///
/// Source: Eurostat (2008), Manual of Supply, Use and Input-Output Tables, chapter 11.
public struct ImportedTable: Sendable {
    /// Z_d and Y_d.
    public let domestic: InputOutputTable
    /// Z_m and Y_m; among exports Y_m holds re-exports.
    public let imported: ImportTable
    /// How imports came to be set apart.
    public let separation: ImportSeparation

    /// Joins a domestic table and its imports.
    public init(domestic: InputOutputTable, imported: ImportTable, separation: ImportSeparation = .published) {
        self.domestic = domestic
        self.imported = imported
        self.separation = separation
    }

    /// Z_m, imported products bought by industries (n x n).
    public var importFlows: Matrix { imported.flows }

    /// Y_m, imported products bought by final users (n x c).
    public var importDemand: Matrix { imported.finalDemand }

    /// M = Z_m 1 + Y_m 1, the imports of each product.
    public var imports: [Double] {
        zip(importFlows.rowSums, importDemand.rowSums).map { $0 + $1 }
    }

    /// The imports that go into each industry: the column sums of Z_m.
    public var importInputs: [Double] { importFlows.columnSums }

    /// The table in which products of both origins stand together: Z_d + Z_m, Y_d + Y_m, M.
    ///
    /// - Parameter exports: the categories of demand that are exports.
    /// - Throws: `InputOutputFaults` as for a competitive table.
    public func joined(exports: [DemandCategory]) throws(InputOutputFaults) -> CompetitiveTable {
        let sum = { (left: Matrix, right: Matrix) in
            Matrix(rows: left.rows, columns: left.columns) { left[$0, $1] + right[$0, $1] }
        }
        return try CompetitiveTable(
            industries: domestic.industries, flows: sum(domestic.flows, importFlows),
            demandCategories: domestic.demandCategories, finalDemand: sum(domestic.finalDemand, importDemand),
            imports: imports, exports: exports, allowsNegativeFlows: true)
    }
}

/// How imports came to be set apart from home-made products.
public enum ImportSeparation: Hashable, Sendable {
    /// The table was published so.
    case published
    /// t_i = M_i / (sum_j Z_ij + final demand at home_i): every user at home takes the same share of imports, exports none.
    case domesticUse
    /// t_i = M_i / total supply_i: exports take the same share as users at home; for products with re-exports.
    case totalSupply
}

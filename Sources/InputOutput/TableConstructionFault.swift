/// What can be wrong when a table is made from another: separated from imports, transformed, aggregated, split, priced.
public enum TableConstructionFault: Error, Hashable, Sendable {
    /// Imports below zero.
    case negativeImports(Industry, Double)
    /// A category of demand that the table has not.
    case unknownCategory(String)
    /// Imports of a product above the use that can take them: t > 1.
    case importsAboveUse(Industry, imports: Double, use: Double)
    /// The shares of an industry in a concordance that do not add up to 1.
    case sharesNotOne(Industry, sum: Double)
    /// A share in a concordance outside 0 to 1.
    case shareOutOfRange(Industry, group: Industry, Double)
    /// Industries of the table that a concordance does not name.
    case notInConcordance([Industry])
    /// An industry that the table has not.
    case unknownIndustry(Industry)
    /// An area of the table whose groups are in several areas, so that its final demand has no place.
    case areaDivided(String)
    /// A link that a concordance has twice.
    case repeatedLink(Industry, group: Industry)
    /// The output share of a part outside 0 to 1.
    case outputShare(Industry, Double)
    /// The own structure of a part asks for more than its parent has of a cell; the buyer is an industry or a category.
    case partAboveParent(from: String, to: String, part: Double, parent: Double)
    /// The sales given for a part do not fit into its output, or those of the rest into its own.
    case splitInfeasible(Industry, BalancingFault)
    /// A label of a part that is that of another industry.
    case labelInUse(Industry)
    /// As many products as industries are needed.
    case notSquare(products: Int, industries: Int)
    /// A product without any output, so that market shares are not defined.
    case productWithoutOutput(Industry)
    /// An industry without any output, so that its product mix is not defined.
    case industryWithoutOutput(Industry)
    /// A make matrix that double numbers cannot invert.
    case makeSingular
    /// An output below zero in a make matrix.
    case negativeMake(industry: Industry, product: Industry, Double)
    /// Use and supply of a product that differ.
    case productImbalance(Industry, supply: Double, use: Double)
    /// An industry whose output is zero and so has no price.
    case noPrice(Industry)
}

/// The assumption by which supply and use become a symmetric table.
///
/// With B = U g^-1, C = V^T g^-1, D = V q^-1 and e by product:
///
/// | model | assumption | A | final demand |
/// |---|---|---|---|
/// | A | each product has its own technology, wherever it is made (product x product) | B C^-1 | e |
/// | B | each industry has its own technology, whatever it makes (product x product) | B D | e |
/// | C | each industry has its own sales structure (industry x industry) | C^-1 B | C^-1 e |
/// | D | each product has its own sales structure (industry x industry) | D B | D e |
///
/// A and C need as many products as industries and may give negative cells; B and D do neither. Jobs are counted by
/// industry, so that D needs no further assumption on them.
///
/// Source: Eurostat (2008), Manual of Supply, Use and Input-Output Tables, chapter 11.
public enum TransformationModel: String, Hashable, Sendable, CaseIterable {
    /// Product technology, product x product.
    case productTechnology = "A"
    /// Industry technology, product x product.
    case industryTechnology = "B"
    /// Fixed industry sales structure, industry x industry.
    case fixedIndustrySales = "C"
    /// Fixed product sales structure, industry x industry.
    case fixedProductSales = "D"

    /// Whether rows and columns of the result are products.
    public var isByProduct: Bool { self == .productTechnology || self == .industryTechnology }

    /// Whether as many products as industries are needed.
    public var needsSquare: Bool { self == .productTechnology || self == .fixedIndustrySales }
}

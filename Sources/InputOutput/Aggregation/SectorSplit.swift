/// A part, such as a green sector, that is split from its parent industry.
///
/// The part has the share w of the parent's output. Without more it has the structure of the parent: rows and columns are
/// divided by w. Flows that are known of it take the place of those; its sales are then fitted by GRAS to its output within
/// the parent's cells. Whatever the parts have, the sum of both is the parent's: the rest is the parent less the part.
/// A proportional split can miss the part's true multiplier by far: see `varied(over:)`.
///
/// Source: J. Lindner, J. Legault, D. Guan (2012), Economic Systems Research 24(4); method of the Green Jobs Assessment
/// Institutions Network (ILO).
public struct SectorSplit: Hashable, Sendable {
    /// The industry that is split.
    public var parent: Industry
    /// The label of the part, in the parent's area.
    public var part: Industry
    /// The label of what is left.
    public var rest: Industry
    /// w, the part's share in the parent's output, above 0 and below 1.
    public var outputShare: Double
    /// What the part buys of other industries; for those not named w of the parent's purchases.
    public var purchases: [Industry: Double] = [:]
    /// What the part sells to other industries; for those not named w of the parent's sales, before they are fitted.
    public var sales: [Industry: Double] = [:]
    /// What the part sells to final users; likewise.
    public var finalSales: [DemandCategory: Double] = [:]
    /// What the part uses of its own product; `nil` is w^2 of the parent's.
    public var ownUse: Double?
    /// What the rest buys of the part; `nil` is w (1 - w) of the parent's own use.
    public var salesToRest: Double?
    /// What the part buys of the rest; likewise.
    public var purchasesFromRest: Double?

    /// A split in which the part has the structure of the parent.
    public init(_ parent: Industry, part: Industry, rest: Industry, outputShare: Double) {
        self.parent = parent
        self.part = part
        self.rest = rest
        self.outputShare = outputShare
    }

    /// Whether anything of the part's own structure is known.
    public var isProportional: Bool {
        purchases.isEmpty && sales.isEmpty && finalSales.isEmpty && ownUse == nil && salesToRest == nil
            && purchasesFromRest == nil
    }

    /// The concordance that adds both parts up to the parent again.
    ///
    /// - Throws: `InputOutputFaults` for a table that is not the split one.
    public func joining(_ table: InputOutputTable) throws(InputOutputFaults) -> Concordance {
        try Concordance(
            table.industries.map { Concordance.Link($0, to: $0 == part || $0 == rest ? parent : $0) },
            for: table.industries)
    }
}

public import CompositeIndicators
internal import Spreadsheets
public import StatisticalData

/// Judgments of pairs for the analytic hierarchy process: rows and columns are codes, a cell says how many times as
/// important the element of the row is as that of the column.
///
/// Numbers and fractions (`1/3`) are read. One of two opposite cells is enough, the other is its inverse. Elements of
/// several parents may stand in one table; cells between them stay empty. A column `respondent` tells the tables of
/// several people apart; their judgments are combined by the geometric mean. Who judges no pair of a parent has no say
/// there.
public struct JudgmentTable: Hashable, Sendable {
    /// The judgments about the parts of one parent.
    public struct Block: Hashable, Sendable {
        /// The code of the parent.
        public let parent: String
        /// The codes of the parts, in the order of the metadata.
        public let parts: [String]
        /// Who judged; empty names where the table has no such column.
        public let respondents: [String]
        /// The judgments of each.
        public let members: [AnalyticHierarchy]
        /// The judgments combined.
        public let combined: AnalyticHierarchy
        /// By respondent, row and column the line of the judgment on a pair: that of the cell read first where both
        /// opposite cells stand; `nil` on the diagonal.
        public let lines: [[[Int?]]]
    }

    /// The parents, in the order of the metadata.
    public let blocks: [Block]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: CSV, UTF-8.
    ///   - file: its name in faults.
    ///   - metadata: the tree.
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String, metadata: [IndicatorMetadata]) throws(Faults) {
        var faults = FaultCollector()
        var blocks: [Block] = []
        if let sheet = Sheet.read(bytes, file: file, faults: &faults),
            let judgments = Judgments(sheet, elements: WeightedElements(metadata), faults: &faults)
        {
            blocks = judgments.blocks(faults: &faults)
            if blocks.isEmpty, !faults.hasErrors { faults.add(.weightsNone(file: file)) }
        }
        try faults.throwIfFaulty(in: file)
        self.blocks = blocks
    }

    /// The weights by code, summing to 1 within each parent: the principal eigenvectors.
    public var weights: [String: Double] {
        let pairs = blocks.flatMap { zip($0.parts, $0.combined.weights) }
        return Dictionary(pairs.map { ($0, $1) }) { first, _ in first }
    }
}

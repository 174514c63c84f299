public import CompositeIndicators
internal import Spreadsheets
public import StatisticalData

/// Points that respondents share out among the parts of one or several parents: a row a respondent, a column a code.
///
/// A respondent gives 100 points to the parts of each parent, or none at all: then the respondent has no say there.
public struct BudgetTable: Hashable, Sendable {
    /// The column that names the respondents.
    public static let respondent = "respondent"

    /// The points given to the parts of one parent.
    public struct Block: Hashable, Sendable {
        /// The code of the parent.
        public let parent: String
        /// The codes of the parts, in the order of the metadata.
        public let parts: [String]
        /// The respondents who gave points.
        public let respondents: [String]
        /// Their points.
        public let allocation: BudgetAllocation
        /// The line of each respondent.
        public let lines: [Int]
    }

    /// The parents, in the order of the metadata.
    public let blocks: [Block]
    private let file: String

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
        if let sheet = Sheet.read(bytes, file: file, faults: &faults) {
            blocks = Self.blocks(sheet, elements: WeightedElements(metadata), faults: &faults)
            if blocks.isEmpty, !faults.hasErrors { faults.add(.weightsNone(file: file)) }
        }
        try faults.throwIfFaulty(in: file)
        self.blocks = blocks
        self.file = file
    }

    /// The weights by code, summing to 1 within each parent.
    ///
    /// - Throws: `Faults` for a parent whose medians are all zero.
    public func weights(_ centre: BudgetAllocation.Centre) throws(Faults) -> [String: Double] {
        var result: [String: Double] = [:]
        var faults: [Fault] = []
        for block in blocks {
            guard let weights = block.allocation.weights(centre) else {
                faults.append(.pointsMedians(block.parent, file: file))
                continue
            }
            for (code, weight) in zip(block.parts, weights) { result[code] = weight }
        }
        if !faults.isEmpty { throw Faults(faults) }
        return result
    }

    private static func blocks(
        _ sheet: Sheet, elements: WeightedElements, faults: inout FaultCollector
    ) -> [Block] {
        guard sheet.has(respondent) else {
            faults.add(.csvMissingColumn(respondent, among: sheet.header, file: sheet.file))
            return []
        }
        let codes = sheet.header.filter { $0 != respondent }
        let known = codes.filter { elements.check($0, at: sheet.headerPlace($0), faults: &faults) }
        let names = Respondents.names(sheet, faults: &faults)
        guard known.count == codes.count else { return [] }
        let place = Place(file: sheet.file, line: 1)
        return elements.groups(of: Set(codes), at: place, faults: &faults).compactMap { group in
            var experts: [(name: String, points: [Double], line: Int)] = []
            for (row, name) in zip(sheet.rows, names) {
                guard let points = points(row, group, in: sheet, faults: &faults) else { continue }
                experts.append((name, points, row.line))
            }
            guard let allocation = try? BudgetAllocation(experts: experts.map(\.points)) else { return nil }
            return Block(
                parent: group.parent, parts: group.parts, respondents: experts.map(\.name), allocation: allocation,
                lines: experts.map(\.line))
        }
    }

    /// The points of a respondent; `nil` for one who gave none, or whose points are at fault.
    private static func points(
        _ row: Sheet.Row, _ group: WeightedElements.Group, in sheet: Sheet, faults: inout FaultCollector
    ) -> [Double]? {
        guard group.parts.contains(where: { sheet.text(row, $0) != nil }) else { return nil }
        var points: [Double] = []
        for code in group.parts {
            let place = sheet.place(row, code)
            if sheet.text(row, code) == nil { faults.add(.indexEmptyField(at: place)) }
            guard let number = sheet.number(row, code, faults: &faults) else { continue }
            if number < 0 { faults.add(.pointsNegative(number, at: place)) } else { points.append(number) }
        }
        guard points.count == group.parts.count else { return nil }
        let sum = points.reduce(0, +)
        if abs(sum - budget) <= 1e-9 * budget { return points }
        faults.add(.pointsSum(group.parent, found: sum, at: Place(file: sheet.file, line: row.line)))
        return nil
    }

    private static let budget = 100.0
}

/// The column that names who answered.
enum Respondents {
    /// The names; each must stand, and stand once.
    static func names(_ sheet: Sheet, faults: inout FaultCollector) -> [String] {
        var lines: [String: Int] = [:]
        return sheet.rows.map { row in
            let place = sheet.place(row, BudgetTable.respondent)
            guard let name = sheet.text(row, BudgetTable.respondent) else {
                faults.add(.indexEmptyField(at: place))
                return ""
            }
            if let line = lines.updateValue(row.line, forKey: name) {
                faults.add(.weightsRepeated(name, line: line, at: place))
            }
            return name
        }
    }
}

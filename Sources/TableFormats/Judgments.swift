internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

/// The cells of a table of judgments, by respondent.
struct Judgments {
    private let sheet: Sheet
    private let elements: WeightedElements
    /// The codes of the columns.
    private let codes: [String]
    /// Who judged, in the order of the rows.
    private var respondents: [String?] = []
    private var known: Set<String?> = []
    /// The row of each element of a respondent.
    private var rows: [Key: Sheet.Row] = [:]

    private struct Key: Hashable {
        let respondent: String?
        let code: String
    }

    /// A judgment as found.
    private struct Cell {
        let text: String
        let value: Double
        let place: Place
    }

    /// Reads header and names of the rows; `nil` where cells could not be understood.
    init?(_ sheet: Sheet, elements: WeightedElements, faults: inout FaultCollector) {
        self.sheet = sheet
        self.elements = elements
        codes = sheet.header.filter { $0 != SpecialColumn.code && $0 != BudgetTable.respondent }
        guard sheet.has(SpecialColumn.code) else {
            faults.add(.csvMissingColumn(SpecialColumn.code, among: sheet.header, file: sheet.file))
            return nil
        }
        let before = faults.faults.count
        for code in codes { _ = elements.check(code, at: sheet.headerPlace(code), faults: &faults) }
        for row in sheet.rows { read(row, faults: &faults) }
        if faults.faults.count > before { return nil }
    }

    private var hasRespondents: Bool { sheet.has(BudgetTable.respondent) }

    private mutating func read(_ row: Sheet.Row, faults: inout FaultCollector) {
        let place = sheet.place(row, SpecialColumn.code)
        let respondent = sheet.text(row, BudgetTable.respondent)
        if hasRespondents, respondent == nil {
            faults.add(.indexEmptyField(at: sheet.place(row, BudgetTable.respondent)))
        }
        guard let code = sheet.text(row, SpecialColumn.code) else {
            faults.add(.indexEmptyField(at: place))
            return
        }
        guard elements.check(code, at: place, faults: &faults) else { return }
        if known.insert(respondent).inserted { respondents.append(respondent) }
        if let earlier = rows.updateValue(row, forKey: Key(respondent: respondent, code: code)) {
            faults.add(.weightsRepeated(code, line: earlier.line, at: place))
        }
        for other in codes where elements.parents[other] != elements.parents[code] && sheet.text(row, other) != nil {
            faults.add(.judgmentParents(code, other, at: sheet.place(row, other)))
        }
    }

    /// The judgments by parent.
    func blocks(faults: inout FaultCollector) -> [JudgmentTable.Block] {
        let named = Set(codes).union(rows.keys.map(\.code))
        let place = Place(file: sheet.file)
        return elements.groups(of: named, at: place, faults: &faults).compactMap { group in
            var names: [String] = []
            var members: [AnalyticHierarchy] = []
            var lines: [[[Int?]]] = []
            for respondent in respondents {
                guard let matrix = matrix(group, of: respondent, faults: &faults) else { continue }
                guard let member = try? AnalyticHierarchy(matrix) else {
                    faults.add(.judgmentUnsettled(group.parent, file: sheet.file))
                    continue
                }
                names.append(respondent ?? "")
                members.append(member)
                lines.append(self.lines(group.parts, of: respondent))
            }
            guard !members.isEmpty else { return nil }
            guard let combined = try? AnalyticHierarchy(group: members.map(\.matrix)) else {
                faults.add(.judgmentUnsettled(group.parent, file: sheet.file))
                return nil
            }
            return JudgmentTable.Block(
                parent: group.parent, parts: group.parts, respondents: names, members: members, combined: combined,
                lines: lines)
        }
    }

    /// The matrix of a respondent; `nil` for one who judged no pair, or whose judgments are at fault.
    private func matrix(
        _ group: WeightedElements.Group, of respondent: String?, faults: inout FaultCollector
    ) -> [[Double]]? {
        let size = group.parts.count
        var matrix = Array(repeating: Array(repeating: 1.0, count: size), count: size)
        let isSilent =
            size > 1
            && !group.parts.contains { code in
                group.parts.contains { $0 != code && text(code, $0, respondent) != nil }
            }
        if isSilent { return nil }
        var isWhole = true
        for row in group.parts.indices {
            isWhole = checkDiagonal(group.parts[row], respondent, faults: &faults) && isWhole
            for column in group.parts.indices where column > row {
                let pair = (group.parts[row], group.parts[column])
                guard let value = judgment(pair.0, pair.1, respondent, faults: &faults) else {
                    isWhole = false
                    continue
                }
                matrix[row][column] = value
                matrix[column][row] = 1 / value
            }
        }
        return isWhole ? matrix : nil
    }

    /// How many times as important one is as another, from one of the two cells or both.
    private func judgment(
        _ first: String, _ second: String, _ respondent: String?, faults: inout FaultCollector
    ) -> Double? {
        let given = text(first, second, respondent) != nil
        let opposite = text(second, first, respondent) != nil
        guard given || opposite else {
            let row = rows[Key(respondent: respondent, code: first)] ?? rows[Key(respondent: respondent, code: second)]
            let place = Place(file: sheet.file, line: row?.line, column: second)
            faults.add(.judgmentMissing(first, second, respondent: respondent, at: place))
            return nil
        }
        let one = cell(first, second, respondent, faults: &faults)
        let other = cell(second, first, respondent, faults: &faults)
        guard !given || one != nil, !opposite || other != nil else { return nil }
        if let one, let other, abs(one.value * other.value - 1) > 1e-6 {
            faults.add(.judgmentReciprocal(first, second, found: [one.text, other.text], at: other.place))
            return nil
        }
        return one?.value ?? other.map { 1 / $0.value }
    }

    /// The line of the judgment on each pair.
    private func lines(_ parts: [String], of respondent: String?) -> [[Int?]] {
        parts.map { row in
            parts.map { column in
                guard row != column else { return nil }
                let order = text(row, column, respondent) != nil ? row : column
                return rows[Key(respondent: respondent, code: order)]?.line
            }
        }
    }

    private func checkDiagonal(_ code: String, _ respondent: String?, faults: inout FaultCollector) -> Bool {
        guard let text = text(code, code, respondent) else { return true }
        guard let cell = cell(code, code, respondent, faults: &faults) else { return false }
        if cell.value == 1 { return true }
        faults.add(.judgmentDiagonal(text, at: cell.place))
        return false
    }

    private func text(_ row: String, _ column: String, _ respondent: String?) -> String? {
        rows[Key(respondent: respondent, code: row)].flatMap { sheet.text($0, column) }
    }

    private func cell(
        _ code: String, _ column: String, _ respondent: String?, faults: inout FaultCollector
    ) -> Cell? {
        guard let row = rows[Key(respondent: respondent, code: code)], let text = sheet.text(row, column) else {
            return nil
        }
        let place = sheet.place(row, column)
        guard let value = Self.number(text) else {
            faults.add(.judgmentNumber(text, at: place))
            return nil
        }
        return Cell(text: text, value: value, place: place)
    }

    /// A positive number or fraction whose inverse is a number too.
    static func number(_ text: String) -> Double? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap { DecimalNumber($0)?.value }
        guard numbers.count == parts.count, (1...2).contains(parts.count) else { return nil }
        let value = parts.count == 1 ? numbers[0] : numbers[0] / numbers[1]
        return value > 1e-9 && value < 1e9 ? value : nil
    }
}

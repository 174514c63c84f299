/// A number as tables print it, beyond the strict form of the project's own files.
public struct PrintedNumber: Hashable, Sendable {
    /// The number with its decimals.
    public let number: DecimalNumber
    /// Its digits in the strict form: `DecimalNumber(text)` is `number`.
    public let text: String
    /// What was changed to read it.
    public let changes: Set<Change>

    /// What was changed to read a number.
    public enum Change: Hashable, Sendable {
        /// Full-width digits or signs were read as plain ones.
        case fullWidth
        /// A per cent sign was dropped.
        case percentSign
    }

    /// Why a text is no number.
    public enum Refusal: Error, Hashable, Sendable {
        /// Something else than one number.
        case notANumber
        /// A comma or a blank that may group digits, and nobody said that it does.
        case groupingNotDeclared
        /// Beyond the range of a double.
        case notFinite
        /// Not zero, and nearer to zero than any double.
        case underflow
    }

    /// How numbers are printed in a table.
    public struct Style: Hashable, Sendable {
        /// The decimal mark.
        public var decimal: Dialect.DecimalMark
        /// The sign that groups digits by three, if any: a comma, a point, an apostrophe or a blank.
        public var grouping: Character?

        /// Describes a style.
        public init(decimal: Dialect.DecimalMark = .point, grouping: Character? = nil) {
            self.decimal = decimal
            self.grouping = grouping
        }
    }

    /// Reads a number: sign (`+`, `-`, U+2212), digits, one decimal mark, optional exponent; full-width forms are
    /// folded.
    ///
    /// - Parameter allowsPercent: whether a per cent sign may follow; the number stays as printed, 81 % is 81.
    public init(_ cell: String, style: Style = Style(), allowsPercent: Bool = false) throws(Refusal) {
        if let plain = Self.plain(cell, style) {
            self = plain
            return
        }
        var changes: Set<Change> = []
        var text = CellText.folded(cell)
        if text != cell { changes.insert(.fullWidth) }
        if allowsPercent, text.hasSuffix("%") {
            text = CellText.trimmed(String(text.dropLast()))
            changes.insert(.percentSign)
        }
        text = Self.withPlainSign(text)
        text = try Self.ungrouped(text, style)
        if style.decimal == .comma { text = text.replacing(",", with: ".") }
        if text.hasPrefix(".") { text = "0" + text }
        if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
        guard let shape = text.wholeMatch(of: /-?([0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]+))?/), text.utf8.count <= 60
        else {
            throw .notANumber
        }
        let isZero = !shape.1.contains { $0 != "0" && $0 != "." }
        guard let number = DecimalNumber(text) else {
            throw !isZero && shape.2?.hasPrefix("-") == true ? .underflow : .notFinite
        }
        guard isZero || number.value != 0 else { throw .underflow }
        self.number = number
        self.text = text
        self.changes = changes
    }

    private init(plain number: DecimalNumber, text: String) {
        self.number = number
        self.text = text
        changes = []
    }

    /// Sign, digits and a point, as most cells of large tables: the same result sooner. `nil` for everything else.
    private static func plain(_ cell: String, _ style: Style) -> PrintedNumber? {
        guard style.decimal == .point, style.grouping == nil, (1...20).contains(cell.utf8.count) else { return nil }
        var points = 0
        var previous = UInt8(ascii: "-")
        for (position, byte) in cell.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where position == 0: break
            case UInt8(ascii: ".") where points == 0 && previous != UInt8(ascii: "-"): points += 1
            default: return nil
            }
            previous = byte
        }
        guard previous != UInt8(ascii: "-"), previous != UInt8(ascii: "."), let number = DecimalNumber(cell) else {
            return nil
        }
        return PrintedNumber(plain: number, text: cell)
    }

    private static func withPlainSign(_ text: String) -> String {
        if text.hasPrefix("\u{2212}") { return "-" + text.dropFirst() }
        return text.hasPrefix("+") ? String(text.dropFirst()) : text
    }

    /// Takes declared grouping out, where every group but the first has three digits.
    private static func ungrouped(_ text: String, _ style: Style) throws(Refusal) -> String {
        let mark = style.decimal.character
        let whole = text.prefix { $0 != mark }
        let isNumeric = whole.allSatisfy { $0.isASCII && ($0.isNumber || ",.' -".contains($0)) || $0 == "\u{A0}" }
        let groups = whole.split(omittingEmptySubsequences: false) { ",.' \u{A0}\u{202F}".contains($0) }
        guard groups.count > 1, isNumeric, let first = groups.first?.drop(while: { $0 == "-" }) else { return text }
        let isGrouped = (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        let signs = Set(whole.filter { ",.' \u{A0}\u{202F}".contains($0) }.map { $0.isWhitespace ? " " : $0 })
        guard let declared = style.grouping.map({ $0.isWhitespace ? " " : $0 }) else {
            throw isGrouped || groups.count == 2 ? .groupingNotDeclared : .notANumber
        }
        guard isGrouped, signs == [declared] else { throw .notANumber }
        return groups.joined() + text.dropFirst(whole.count)
    }
}

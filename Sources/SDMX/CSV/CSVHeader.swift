import Spreadsheets
import StatisticalData

/// The header of an SDMX-CSV file: its version, and what each column holds.
struct CSVHeader {
    /// What a column holds.
    enum Column: Hashable {
        /// DATAFLOW of version 1.0: the name of a dataflow.
        case dataflow
        /// STRUCTURE: what kind of structure STRUCTURE_ID names.
        case structureKind
        /// STRUCTURE_ID.
        case structureName
        /// ACTION.
        case action
        /// A key written as one text, or a label beside an identifier.
        case skipped
        /// A component.
        case component(String, Form)
    }

    /// How the values of a component are written.
    enum Form: Hashable {
        /// One text.
        case plain
        /// Several, with the sub-separator between.
        case list
        /// Texts in languages: `en:...;zh:...`.
        case languages
    }

    let columns: [Column]
    /// Whether identifiers and codes are followed by `: ` and a label.
    let hasLabelsInCells: Bool
    let subSeparator: Character?

    /// The components in their order.
    var components: [String] {
        columns.compactMap { if case .component(let id, _) = $0 { id } else { nil } }
    }

    /// The position of a column.
    func index(of column: Column) -> Int? { columns.firstIndex(of: column) }

    /// Reads the names of a header.
    ///
    /// - Parameter known: whether an identifier belongs to a structure at hand, and so is no label.
    init(_ names: [String], file: String, isKnown: (String) -> Bool, into collector: inout FaultCollector) {
        let first = names.first ?? ""
        let kind = Self.kind(first)
        if kind == nil { collector.add(.header(first, at: Place(file: file, line: 1, column: first))) }
        subSeparator = kind == .structureKind ? Self.subSeparator(first) : nil
        let hasNames = names.contains { $0.uppercased() == "STRUCTURE_NAME" }
        hasLabelsInCells = !hasNames && names.dropFirst().contains { $0.contains(": ") }
        var columns: [Column] = [kind ?? .skipped]
        var seen: Set<String> = []
        for (index, name) in names.enumerated().dropFirst() {
            let id = hasLabelsInCells ? Self.beforeLabel(name) : name
            if kind == .structureKind, let special = Self.special(id) {
                columns.append(special)
                continue
            }
            let (bare, form) = Self.form(id)
            if hasNames, case .component? = columns.last, !isKnown(bare) {
                columns.append(.skipped)
                continue
            }
            if bare.hasSuffix("_LABEL"), names.contains(String(bare.dropLast(6))), !isKnown(bare) {
                columns.append(.skipped)
                continue
            }
            let place = Place(file: file, line: 1, column: name.isEmpty ? String(index + 1) : name)
            if !Self.isColumnName(bare) {
                collector.add(.componentID(name, at: place))
                columns.append(.skipped)
            } else if !seen.insert(bare).inserted {
                collector.add(.repeatedComponent(bare, at: place))
                columns.append(.skipped)
            } else {
                columns.append(.component(bare, form))
            }
        }
        self.columns = columns
    }

    /// The separator of a file: the byte after its first name; `nil` where the file begins otherwise.
    static func separator(_ bytes: UnsafeRawBufferPointer) -> UInt8? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let isQuoted = bytes.count > start && bytes[start] == UInt8(ascii: "\"")
        var position = start + (isQuoted ? 1 : 0)
        let first = position
        while position < bytes.count, bytes[position].isLetter { position += 1 }
        let word = String(decoding: bytes[first..<position], as: UTF8.self)
        guard Self.kind(word) != nil else { return nil }
        if position + 2 < bytes.count, bytes[position] == UInt8(ascii: "["), bytes[position + 2] == UInt8(ascii: "]") {
            position += 3
        }
        if isQuoted { position += 1 }
        guard position < bytes.count, !bytes[position].isLetterOrDigit, bytes[position] > 8, bytes[position] < 127
        else {
            return nil
        }
        return [10, 13, 34].contains(bytes[position]) ? UInt8(ascii: ",") : bytes[position]
    }

    private static func kind(_ name: String) -> Column? {
        let upper = name.uppercased()
        if upper == "DATAFLOW" { return .dataflow }
        if upper == "STRUCTURE" { return .structureKind }
        return upper.hasPrefix("STRUCTURE[") && upper.hasSuffix("]") && upper.count == 12 ? .structureKind : nil
    }

    private static func special(_ name: String) -> Column? {
        switch name.uppercased() {
        case "STRUCTURE_ID": .structureName
        case "ACTION": .action
        case "STRUCTURE_NAME", "SERIES_KEY", "OBS_KEY": .skipped
        default: nil
        }
    }

    private static func subSeparator(_ name: String) -> Character? {
        name.hasSuffix("]") ? name.dropLast().last : nil
    }

    private static func form(_ id: String) -> (String, Form) {
        guard id.hasSuffix("]"), let open = id.firstIndex(of: "[") else { return (id, .plain) }
        return (String(id[..<open]), id.hasSuffix("[]") ? .list : .languages)
    }

    /// The part before the label.
    static func beforeLabel(_ text: String) -> String {
        text.firstRange(of: ": ").map { String(text[..<$0.lowerBound]) } ?? text
    }

    /// Whether a name can be one of a column; providers add some with a blank, such as `LAST UPDATE`.
    private static func isColumnName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first.isLetter, name.utf8.count <= 100 else { return false }
        return name.utf8.allSatisfy { $0.isLetterOrDigit || "_-@$ ".utf8.contains($0) }
    }
}

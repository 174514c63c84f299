import Foundation
import StatisticalData

/// The relationships of a part: targets by id, and the first one of each type.
final class RelationshipReader: ElementHandler {
    private(set) var targets: [String: String] = [:]
    private(set) var byType: [String: String] = [:]

    override func start(_ element: String, _ attributes: [String: String]) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        targets[id] = target
        let type = attributes["Type"].map { String($0.split(separator: "/").last ?? "") } ?? ""
        if byType[type] == nil { byType[type] = target }
    }
}

/// `workbook.xml`: the sheets in their order, and the calendar.
final class WorkbookReader: ElementHandler {
    struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var usesCalendar1904 = false
    /// Names of ranges, and what they stand for.
    private(set) var names: [String: String] = [:]
    private var name: String?

    override func end(_ element: String) {
        guard element == "definedName", let name else { return }
        names[name] = text
        self.name = nil
    }

    override func start(_ element: String, _ attributes: [String: String]) {
        if element == "workbookPr" { usesCalendar1904 = ["1", "true"].contains(attributes["date1904"]) }
        if element == "definedName", names.count < 10_000 { name = attributes["name"] }
        guard element == "sheet", let name = attributes["name"], let id = Self.value("id", in: attributes) else {
            return
        }
        let state = attributes["state"] ?? "visible"
        sheets.append(Sheet(name: name, relation: id, isHidden: state != "visible"))
    }
}

/// The shared strings: runs joined, phonetic readings left out.
final class StringsReader: ElementHandler {
    private(set) var strings: [String] = []
    private var current = ""
    private var isPhonetic = false
    private let limit: () -> (any Error)?
    private let most: Int

    init(most: Int, limit: @escaping () -> (any Error)?) {
        self.most = most
        self.limit = limit
    }

    override func start(_ element: String, _ attributes: [String: String]) {
        if element == "si" { current = "" }
        if element == "rPh" { isPhonetic = true }
    }

    override func end(_ element: String) {
        switch element {
        case "t" where !isPhonetic: current += Escapes.decoded(text)
        case "rPh": isPhonetic = false
        case "si":
            strings.append(current)
            if strings.count > most { failure = limit() }
        default: break
        }
    }
}

/// `styles.xml`: what kind of number each style shows.
final class StylesReader: ElementHandler {
    private var formats: [Int: String] = [:]
    private var isInCells = false
    private var numbers: [Int] = []

    override func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { formats[id] = attributes["formatCode"] ?? "" }
        case "cellXfs": isInCells = true
        case "xf" where isInCells: numbers.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    override func end(_ element: String) {
        if element == "cellXfs" { isInCells = false }
    }

    /// The kinds by style number.
    var kinds: [NumberFormat] {
        numbers.map { NumberFormat(id: $0, code: formats[$0]) }
    }
}

/// The escapes `_x000D_` of characters that XML cannot hold.
enum Escapes {
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap { UnicodeScalar($0) }.map { String($0) } ?? String(match.0)
        }
    }
}

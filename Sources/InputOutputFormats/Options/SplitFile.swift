public import InputOutput
internal import Spreadsheets
internal import StatisticalData

/// The file of a part to be split from its parent.
///
/// Columns `entry`, `label`, `value`, and for tables of several areas `area`. Entries: `parent`, `part`, `rest` (a label each;
/// without `rest` it keeps the parent's), `share` (a value); `purchase` (of the sector in `label`), `sale` (to the sector),
/// `final` (to the category); `own-use`, `sale-to-rest`, `purchase-from-rest` (a value each); `EXTENSION` or `EXTENSION:ROW`
/// (what the part has of it).
public struct SplitFile: Sendable {
    /// The part.
    public let split: SectorSplit
    /// What the part has of the stressors of extensions, by extension and label.
    public let amounts: [String: [[String]: Double]]

    /// Reads a file for a table.
    ///
    /// - Parameter stressors: the labels of the rows of an extension, by its name.
    /// - Throws: `Faults` with all that was found, each with its place.
    public init(
        _ bytes: [UInt8], file: String, industries: [Industry], extensions: [String],
        stressors: (String) throws -> [[String]]
    ) throws {
        let table = try CSVTable(bytes, file: file, required: ["entry", "label", "value"], optional: ["area"])
        var reader = SplitReader(file: file, industries: industries, extensions: extensions)
        reader.faults.add(contentsOf: table.faults)
        for line in table.rows { try reader.take(line, stressors: stressors) }
        split = try reader.split()
        amounts = reader.amounts
    }
}

/// Takes the rows one by one.
private struct SplitReader {
    let file: String
    let industries: [Industry]
    let extensions: [String]
    var faults = FaultCollector()
    var amounts: [String: [[String]: Double]] = [:]
    private var labels: [String: (sector: String, area: String?)] = [:]
    private var share: Double?
    private var found = SectorSplit(
        Industry(sector: ""), part: Industry(sector: ""), rest: Industry(sector: ""), outputShare: 0)

    static let words = [
        "parent", "part", "rest", "share", "purchase", "sale", "final", "own-use", "sale-to-rest",
        "purchase-from-rest",
    ]

    init(file: String, industries: [Industry], extensions: [String]) {
        self.file = file
        self.industries = industries
        self.extensions = extensions
    }

    mutating func take(_ line: CSVTable.Row, stressors: (String) throws -> [[String]]) throws {
        guard let entry = line.required("entry", into: &faults) else { return }
        if ["parent", "part", "rest"].contains(entry) {
            guard let label = line.required("label", into: &faults) else { return }
            if labels.updateValue((label, line["area"]), forKey: entry) != nil {
                faults.add(.ioRepeatedLabel([entry], at: line.place("entry")))
            }
            return
        }
        guard let value = line.number("value", into: &faults)?.value else {
            if line["value"] == nil { faults.add(.csvEmptyField(at: line.place("value"))) }
            return
        }
        switch entry {
        case "share": share = value
        case "own-use": found.ownUse = value
        case "sale-to-rest": found.salesToRest = value
        case "purchase-from-rest": found.purchasesFromRest = value
        case "purchase": if let other = industry(line) { found.purchases[other] = value }
        case "sale": if let other = industry(line) { found.sales[other] = value }
        case "final":
            guard let label = line.required("label", into: &faults) else { return }
            found.finalSales[DemandCategory(area: line["area"] ?? "", category: label)] = value
        default: try amount(entry, value, line, stressors)
        }
    }

    private mutating func amount(
        _ entry: String, _ value: Double, _ line: CSVTable.Row, _ stressors: (String) throws -> [[String]]
    ) throws {
        let parts = entry.split(separator: ":", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        guard extensions.contains(name) else {
            faults.add(.csvUnknownWord(entry, allowed: Self.words + extensions, at: line.place("entry")))
            return
        }
        let rows = try stressors(name)
        let row =
            parts.count == 2 ? rows.first { $0.joined(separator: " ") == parts[1] } : rows.count == 1 ? rows[0] : nil
        guard let row else {
            faults.add(.ioUnknownLabel([entry], known: rows, at: line.place("entry")))
            return
        }
        amounts[name, default: [:]][row] = value
    }

    private mutating func industry(_ line: CSVTable.Row) -> Industry? {
        guard let label = line.required("label", into: &faults) else { return nil }
        let matches = industries.filter { $0.sector == label && (line["area"] == nil || $0.area == line["area"]) }
        guard matches.count == 1 else {
            faults.add(
                .ioUnknownLabel(
                    [line["area"] ?? "", label], known: industries.map { [$0.area, $0.sector] },
                    at: line.place("label")))
            return nil
        }
        return matches.first
    }

    mutating func split() throws -> SectorSplit {
        for entry in ["parent", "part"] where labels[entry] == nil {
            faults.add(Fault("io-split-entry", at: Place(file: file), ["expected": entry]))
        }
        if share == nil { faults.add(Fault("io-split-entry", at: Place(file: file), ["expected": "share"])) }
        var parent: Industry?
        if let label = labels["parent"] {
            let matches = industries.filter {
                $0.sector == label.sector && (label.area == nil || $0.area == label.area)
            }
            parent = matches.count == 1 ? matches.first : nil
            if parent == nil {
                faults.add(
                    .ioUnknownLabel(
                        [label.area ?? "", label.sector], known: industries.map { [$0.area, $0.sector] },
                        at: Place(file: file)))
            }
        }
        try faults.throwIfFaulty(in: file)
        guard let parent, let share, let part = labels["part"] else { throw Faults(faults.all(in: file)) }
        found.parent = parent
        found.part = Industry(area: parent.area, sector: part.sector)
        found.rest = Industry(area: parent.area, sector: labels["rest"]?.sector ?? parent.sector)
        found.outputShare = share
        return found
    }
}

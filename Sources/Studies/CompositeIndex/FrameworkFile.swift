import CompositeIndicators
import Spreadsheets
import StatisticalData

/// A framework as its file tells it: a row an element.
struct FrameworkFile: Codable, Hashable, Sendable {
    let rows: [Row]

    struct Row: Codable, Hashable, Sendable {
        let id: String
        let parent: String?
        let name: LocalisedText
        let weight: Double?
        let weightClass: String?
        let direction: Indicator.Direction
        let trust: Trust
        let source: Source.ID?
        let note: LocalisedText?
        let place: Place
    }

    private static let required = ["id", "parent", "name_en", "name_zh"]
    private static let optional = [
        "class", "weight", "unit", "direction", "applies_to", "sdg_goals", "trust", "note", "note_zh",
    ]

    init(
        _ bytes: [UInt8], reference: CompositeIndexStudy.FrameworkReference, source: Source?,
        into collector: inout FaultCollector
    ) throws(Faults) {
        let sets = Self.weightColumns(bytes)
        let chosen = reference.weights.map { [Self.weightColumn($0)] } ?? []
        let table = try CSVTable(
            bytes, file: reference.file, required: Self.required + chosen, optional: Self.optional + sets)
        collector.add(contentsOf: table.faults)
        rows = table.rows.compactMap { Self.row($0, reference: reference, source: source, into: &collector) }
    }

    private static func weightColumn(_ set: String) -> String { "weight:" + set }

    /// The columns with sets of weights in the header, whichever set is taken.
    private static func weightColumns(_ bytes: [UInt8]) -> [String] {
        let header = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(4096), as: UTF8.self)
        return header.split { $0 == "," || $0.isNewline }.map(String.init).filter { $0.hasPrefix(weightColumn("")) }
    }

    /// The tree; `nil` with faults in the collector when it is none.
    func framework(
        _ reference: CompositeIndexStudy.FrameworkReference, into collector: inout FaultCollector
    ) -> Framework? {
        do throws(FrameworkFaults) {
            let elements = rows.map { FrameworkElement(id: $0.id, parent: $0.parent, weight: $0.weight) }
            let framework = try Framework(elements)
            let total = framework.weight(of: framework.root)
            if let expected = reference.totalWeight, abs(total - expected) > 1e-9 * abs(expected) {
                collector.add(.totalWeight(found: total, expected: expected, at: Place(file: reference.file)))
            }
            return framework
        } catch {
            for fault in error.list { collector.add(describe(fault, file: reference.file)) }
            return nil
        }
    }

    private static func row(
        _ row: CSVTable.Row, reference: CompositeIndexStudy.FrameworkReference, source: Source?,
        into collector: inout FaultCollector
    ) -> Row? {
        guard let id = row.identifier("id", of: FrameworkElement.self, into: &collector)?.rawValue else { return nil }
        return Row(
            id: id, parent: row["parent"], name: LocalisedText(en: row["name_en"] ?? id, zh: row["name_zh"] ?? id),
            weight: weight(row, reference: reference, into: &collector), weightClass: row["class"],
            direction: row.word("direction", Indicator.Direction.self, into: &collector) ?? .up,
            trust: row.word("trust", Trust.self, into: &collector) ?? source?.trust ?? .unverified,
            source: source?.id,
            note: LocalisedText(en: row["note"], zh: row["note_zh"]),
            place: Place(file: reference.file, line: row.line))
    }

    private static func weight(
        _ row: CSVTable.Row, reference: CompositeIndexStudy.FrameworkReference, into collector: inout FaultCollector
    ) -> Double? {
        if let column = reference.weights.map(weightColumn), row[column] != nil {
            return row.number(column, into: &collector)?.value
        }
        if row["weight"] != nil { return row.number("weight", into: &collector)?.value }
        guard let word = row["class"] else { return nil }
        let classes = reference.classWeights ?? [:]
        if let weight = classes[word] { return weight }
        collector.add(.unknownWeightClass(word, known: classes.keys.sorted(), at: row.place("class")))
        return 0
    }

    private func describe(_ fault: FrameworkFault, file: String) -> Fault {
        func named(_ code: String, _ position: Int, _ extra: [String: String] = [:]) -> Fault {
            let row = rows[position]
            let names = ["element": row.id, "parent": row.parent ?? "-"]
            return Fault(code, at: row.place, names.merging(extra) { $1 })
        }
        switch fault {
        case .empty: return Fault("framework-empty", at: Place(file: file))
        case .noRoot: return Fault("framework-no-root", at: Place(file: file))
        case .duplicate(let element): return named("framework-duplicate", element)
        case .unknownParent(let element): return named("framework-unknown-parent", element)
        case .cycle(let element): return named("framework-cycle", element)
        case .secondRoot(let element): return named("framework-second-root", element)
        case .missingWeight(let element): return named("framework-missing-weight", element)
        case .invalidWeight(let element): return named("framework-invalid-weight", element)
        case .weightlessAggregate(let element): return named("framework-weightless", element)
        case .weightsDoNotSum(let element, let found, let expected):
            return named(
                "framework-weights-do-not-sum", element,
                ["found": Decimals.text(found), "expected": Decimals.text(expected)])
        }
    }
}

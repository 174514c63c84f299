import Spreadsheets
import StatisticalData
import TargetTracking

/// The list of a five-year assessment as its file tells it: groups, targets and the three items beside them.
struct AssessmentFile: Codable, Hashable, Sendable {
    let rows: [Row]

    /// What a row is.
    enum Kind: String, Codable, CaseIterable, Sendable {
        case group
        case target
        case annual
        case satisfaction
        case incidents
    }

    struct Row: Codable, Hashable, Sendable {
        let id: String
        let group: String?
        let name: LocalisedText
        let kind: Kind
        let points: Double
        let isBinding: Bool
        let trust: Trust
        let source: Source.ID?
        let note: LocalisedText?
        let place: Place
    }

    private static let required = ["id", "group", "name_en", "name_zh", "kind", "points"]
    private static let optional = ["points_inland", "binding", "trust", "note", "note_zh"]

    /// Reads the list, with the points of coastal or inland areas.
    init(
        _ bytes: [UInt8], reference: TargetAssessmentStudy.AssessmentReference, source: Source?,
        into collector: inout FaultCollector
    ) throws(Faults) {
        let table = try CSVTable(bytes, file: reference.file, required: Self.required, optional: Self.optional)
        collector.add(contentsOf: table.faults)
        rows = table.rows.compactMap { Self.row($0, variant: reference.points, source: source, into: &collector) }
        check(reference, into: &collector)
    }

    func rows(of kind: Kind) -> [Row] { rows.filter { $0.kind == kind } }

    func targets(of group: String) -> [Row] { rows.filter { $0.kind == .target && $0.group == group } }

    private static func row(
        _ row: CSVTable.Row, variant: TargetAssessmentStudy.AssessmentReference.Variant?, source: Source?,
        into collector: inout FaultCollector
    ) -> Row? {
        let id = row.identifier("id", of: AssessmentFile.self, into: &collector)?.rawValue
        _ = row.required("kind", into: &collector)
        let kind = row.word("kind", Kind.self, into: &collector)
        _ = row.required("points", into: &collector)
        let printed = row.number("points", into: &collector)?.value
        let inland = row.number("points_inland", into: &collector)?.value
        let trust = row.word("trust", Trust.self, into: &collector)
        let isBinding = row.word("binding", YesOrNo.self, into: &collector) == .yes
        guard let id, let kind, let points = variant == .inland ? inland ?? printed : printed else { return nil }
        return Row(
            id: id, group: row["group"], name: LocalisedText(en: row["name_en"] ?? id, zh: row["name_zh"] ?? id),
            kind: kind, points: points, isBinding: isBinding, trust: trust ?? source?.trust ?? .unverified,
            source: source?.id, note: LocalisedText(en: row["note"], zh: row["note_zh"]),
            place: row.place("points"))
    }

    /// Every target in a group that is there, the points of groups and of the whole, one row for each item beside.
    private func check(
        _ reference: TargetAssessmentStudy.AssessmentReference, into collector: inout FaultCollector
    ) {
        let file = Place(file: reference.file)
        var seen: Set<String> = []
        for row in rows where !seen.insert(row.id).inserted {
            collector.add(.assessmentDuplicate(row.id, at: row.place))
        }
        let groups = rows(of: .group).map(\.id)
        for row in rows(of: .target) where !groups.contains(row.group ?? "") {
            collector.add(.assessmentUnknownGroup(row.group ?? "-", among: groups, at: row.place))
        }
        for group in rows(of: .group) {
            let sum = targets(of: group.id).reduce(0) { $0 + $1.points }
            if abs(sum - group.points) > 1e-9 {
                collector.add(.assessmentPointsDoNotSum(group.id, found: sum, expected: group.points, at: group.place))
            }
        }
        for kind in [Kind.annual, .satisfaction, .incidents] where rows(of: kind).count != 1 {
            collector.add(.assessmentNeedsOneRow(of: kind.rawValue, found: rows(of: kind).count, at: file))
        }
        let total = rows.filter { $0.kind != .group }.reduce(0) { $0 + $1.points }
        if let expected = reference.totalPoints, abs(total - expected) > 1e-9 {
            collector.add(.assessmentPointsDoNotSum("*", found: total, expected: expected, at: file))
        }
    }
}

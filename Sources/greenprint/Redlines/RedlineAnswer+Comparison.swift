import Reports
import SpatialAnalysis
import SpatialFormats
import StatisticalData

extension RedlineAnswer {
    /// What became of the zones: by zone, by city, or of all together.
    func comparison(_ oldFile: String, _ newFile: String) throws -> OutputTable {
        let (old, reference) = try reader.zones(oldFile)
        let new = try reader.zones(newFile).zones
        let comparison = try ZoneComparison(
            old: old, new: new, area: area(reference), accuracy: question.accuracy, tolerance: question.tolerance ?? 1,
            threads: question.threads)
        switch question.by {
        case .zone:
            let changes = try comparison.changes()
            if let file = question.pieces {
                try write(changes.flatMap { pieces($0, area(reference)) }, reference, to: file)
            }
            if let file = question.map {
                var map = try emptyMap(reference)
                map.add(changes)
                try map.write(
                    "redlines-map-changes", other: "redlines-map-lost", caution: question.caution, to: file)
            }
            return zones(changes)
        case .city:
            let totals = try comparison.totalsByCity()
            return OutputTable(
                header: ["city"] + Self.areaNames, rows: totals.map { [.word($0.city)] + Self.areas($0.areas) })
        case .total:
            let territory = try question.territory.map { try reader.territory($0) }
            return OutputTable(header: Self.areaNames, rows: [Self.areas(try comparison.total(within: territory))])
        }
    }

    private static let areaNames = [
        "area_year1_m2", "area_year2_m2", "loss_m2", "gain_m2", "stable_m2", "loss_within_accuracy_m2",
        "gain_within_accuracy_m2",
    ]

    private static func areas(_ areas: AreaChange) -> [OutputTable.Cell] {
        [
            areas.old, areas.new, areas.loss, areas.gain, areas.stable, areas.lossWithinAccuracy,
            areas.gainWithinAccuracy,
        ].map { .number($0) }
    }

    private func zones(_ changes: [ZoneChange]) -> OutputTable {
        OutputTable(
            header: [
                "zone", "area_year1_m2", "area_year2_m2", "loss_m2", "gain_m2", "type_year1", "type_year2", "status",
                "area_test", "type_test", "function_test", "kept", "class_year1", "class_year2",
                "function_value_year1", "function_value_year2", "city", "loss_within_accuracy_m2",
                "gain_within_accuracy_m2", "reasons",
            ],
            rows: changes.map { change in
                let city = change.new?.city ?? change.old?.city ?? ""
                return [
                    .word(change.id), .number(change.old == nil ? nil : change.areas.old),
                    .number(change.new == nil ? nil : change.areas.new), .number(change.areas.loss),
                    .number(change.areas.gain), .word(change.old?.type ?? ""), .word(change.new?.type ?? ""),
                    .word(Self.status(change)), .word(change.areaTest.rawValue), .word(change.typeTest.rawValue),
                    .word(change.functionTest.rawValue), .word(change.isKept ? "yes" : "no"),
                    .word(change.old?.zoneClass ?? ""), .word(change.new?.zoneClass ?? ""),
                    .number(change.old?.functionValue), .number(change.new?.functionValue), .word(city),
                    .number(change.areas.lossWithinAccuracy), .number(change.areas.gainWithinAccuracy),
                    .word(ChangeReasons(messages.wording).text(change)),
                ]
            })
    }

    private static func status(_ change: ZoneChange) -> String {
        change.findings.isEmpty ? "unchanged" : change.findings.map(\.rawValue).joined(separator: "; ")
    }

    private func pieces(_ change: ZoneChange, _ area: EllipsoidalArea) -> [Feature] {
        [("loss", change.lostShape), ("gain", change.gainedShape)].flatMap { kind, polygons -> [Feature] in
            guard !polygons.isEmpty else { return [] }
            return [
                Feature(
                    properties: [
                        .init("zone", .text(change.id)), .init("change", .text(kind)),
                        .init("area_m2", .number(Decimals.text(area.area(of: polygons)))),
                    ], shape: .polygons(polygons))
            ]
        }
    }
}

import Reports
import SpatialAnalysis
import SpatialFormats
import StatisticalData
import Workspaces

/// The answers to questions about zones and projects, as tables.
struct RedlineAnswer {
    let question: RedlineQuestion
    let reader: FeatureReader
    let messages: Messages

    /// How areas are measured: on the ellipsoid that the zones' file declares.
    func area(_ reference: ReferenceSystem) -> EllipsoidalArea {
        EllipsoidalArea(reference.ellipsoid, edges: question.edges)
    }

    /// The projects asked for.
    private func projects(_ file: String) throws -> [Project] {
        let all = try reader.projects(file).projects
        guard let id = question.project else { return all }
        guard let project = all.first(where: { $0.id == id }) else { throw Fault.noProject(id, at: Place(file: file)) }
        return [project]
    }

    /// A row for each project and zone that share an area.
    func overlay(_ projectFile: String, _ zoneFile: String) throws -> OutputTable {
        let projects = try projects(projectFile)
        let (zones, reference) = try reader.zones(zoneFile)
        let overlay = try Overlay(zones, area: area(reference), threads: question.threads)
        let pairs: [Overlay.Pair]
        if let file = question.pieces {
            let pieces = try overlay.pieces(with: projects)
            try write(pieces.map { feature($0, projects, zones) }, reference, to: file)
            pairs = pieces.map(\.pair)
        } else {
            pairs = try overlay.pairs(with: projects)
        }
        try drawMap(projects, zones, reference)
        return OutputTable(
            header: ["project", "zone", "class", "area_m2", "share_of_project"],
            rows: pairs.map { pair in
                [
                    .word(projects[pair.project].id), .word(zones[pair.zone].id), .word(zones[pair.zone].zoneClass),
                    .number(pair.area), .number(pair.shareOfProject),
                ]
            })
    }

    /// A row for each project: what it takes of each class, the verdict and why.
    func screening(_ projectFile: String, _ zoneFile: String) throws -> OutputTable {
        let projects = try projects(projectFile)
        let (zones, reference) = try reader.zones(zoneFile)
        let overlay = try Overlay(zones, area: area(reference), threads: question.threads)
        let rules = try question.rules()
        let screenings = try overlay.screenings(of: projects, rules: rules)
        if let file = question.pieces {
            try write(screenings.flatMap(\.pieces).map { feature($0, projects, zones) }, reference, to: file)
        }
        try drawMap(projects, zones, reference)
        let names = rules.names.enumerated().map { $0.offset == 0 ? $0.element : $0.element + "_only" }
        let reasons = ScreeningReasons(zones: zones, rules: rules, wording: messages.wording)
        return OutputTable(
            header: ["project", "area_m2"] + names.map { "class_\($0)_m2" }
                + rules.names.map { "share_class_\($0)" }
                + ["verdict", "touches_boundary", "nearest_zone", "distance_m", "zones", "reasons"],
            rows: screenings.map { found in
                [.word(projects[found.project].id), .number(found.area)] + found.classAreas.map { .number($0) }
                    + found.shares.map { .number($0) }
                    + [
                        .word(found.verdict.rawValue),
                        .word(found.touched.isEmpty && found.thin.isEmpty ? "no" : "yes"),
                        .word(found.nearest.map { zones[$0.zone].id } ?? ""), .number(found.nearest?.distance),
                        .word(found.pieces.map { zones[$0.pair.zone].id }.joined(separator: ";")),
                        .word(reasons.text(found)),
                    ]
            })
    }

    /// A row for each class, and one for all.
    func summary(_ file: String) throws -> OutputTable {
        let (zones, reference) = try reader.zones(file)
        let territory = try question.territory.map { try reader.territory($0) }
        let summary = try ZoneSummary(
            zones, classes: try question.rules().names, within: territory, area: area(reference))
        try drawMap([], zones, reference)
        let rule = try question.payments()
        func share(_ covered: Double) -> OutputTable.Cell {
            .number(summary.territory.map { $0 > 0 ? covered / $0 : 0 })
        }
        let header = ["class", "zones", "sum_m2", "covered_m2", "share_of_territory"]
        let classes = summary.classes.map { found -> [OutputTable.Cell] in
            [
                .word(found.zoneClass), .number(Double(found.zones)), .number(found.sum), .number(found.covered),
                share(found.covered),
            ] + (rule.map { [.number($0.rates[found.zoneClass].map { $0 * found.covered / 1e6 })] } ?? [])
        }
        let total: [OutputTable.Cell] = [
            .word("total"), .number(Double(zones.count)),
            .number(summary.classes.reduce(0) { $0 + $1.sum }), .number(summary.covered), share(summary.covered),
        ]
        return OutputTable(
            header: header + (rule == nil ? [] : ["compensation"]),
            rows: classes + [total + (rule.map { [.number($0.payment(for: summary))] } ?? [])])
    }

    private func feature(_ piece: Overlay.Piece, _ projects: [Project], _ zones: [Zone]) -> Feature {
        let zone = zones[piece.pair.zone]
        return Feature(
            properties: [
                .init("project", .text(projects[piece.pair.project].id)), .init("zone", .text(zone.id)),
                .init("class", .text(zone.zoneClass)), .init("area_m2", .number(Decimals.text(piece.pair.area))),
                .init("share_of_project", .number(Decimals.text(piece.pair.shareOfProject))),
            ], shape: piece.shape)
    }

    /// A map without shapes on it.
    func emptyMap(_ reference: ReferenceSystem) throws -> RedlineMap {
        RedlineMap(classes: try question.rules().names, area: area(reference), wording: messages.wording)
    }

    /// Draws zones and projects where a map was asked for.
    private func drawMap(_ projects: [Project], _ zones: [Zone], _ reference: ReferenceSystem) throws {
        guard let file = question.map else { return }
        var map = try emptyMap(reference)
        map.add(zones)
        map.add(projects)
        try map.write(
            projects.isEmpty ? "redlines-map-zones" : "redlines-map-projects", other: "redlines-map-project",
            caution: question.caution, to: file)
    }

    /// Writes features to a file, which takes its name when it is complete.
    func write(_ features: [Feature], _ reference: ReferenceSystem, to file: String) throws {
        let staged = try StagedFile(file, named: file)
        try staged.write(GeoJSON(features: features, reference: reference).text())
        _ = try staged.finish()
        try staged.commit()
    }
}

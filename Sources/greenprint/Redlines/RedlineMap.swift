import Charts
import Reports
import SpatialAnalysis
import StatisticalData
import Workspaces

/// A map of zones and what lies on them, as SVG.
struct RedlineMap {
    private let classes: [String]
    private let area: EllipsoidalArea
    private let wording: Wording
    private var shapes: [MapShape] = []

    init(classes: [String], area: EllipsoidalArea, wording: Wording) {
        self.classes = classes
        self.area = area
        self.wording = wording
    }

    /// The kinds of shapes: the classes, then projects or losses, then zones as they were.
    private func kinds(_ other: String) -> [MapKind] {
        classes.enumerated().map { index, name in
            MapKind(wording("redlines-map-class", ["class": name]), index == 0 ? .strong : .pale)
        } + [MapKind(wording(other), .outline), MapKind(wording("redlines-map-before"), .faint)]
    }

    mutating func add(_ zones: [Zone]) {
        for zone in zones {
            add(zone.id, zone.shape, kind: classes.firstIndex(of: zone.zoneClass) ?? classes.count + 1)
        }
    }

    mutating func add(_ projects: [Project]) {
        for project in projects { add(project.id, project.shape, kind: classes.count) }
    }

    /// What was lost, and the zones as they were.
    mutating func add(_ changes: [ZoneChange]) {
        for change in changes {
            if let old = change.old { add(change.id, old.shape, kind: classes.count + 1) }
            if let new = change.new { add([new]) }
            if !change.lostShape.isEmpty { add(change.id, .polygons(change.lostShape), kind: classes.count) }
        }
    }

    private mutating func add(_ name: String, _ shape: Shape, kind: Int) {
        let paths = (shape.polygons.flatMap(\.rings) + shape.lines).map { path in
            path.map { MapPoint(longitude: $0.longitude, latitude: $0.latitude) }
        }
        shapes.append(
            MapShape(
                name: name, kind: kind, paths: paths, isOpen: !shape.lines.isEmpty,
                value: shape.polygons.isEmpty ? nil : area.squareKilometres(of: shape)))
    }

    /// Writes the map.
    ///
    /// - Parameters:
    ///   - title: the key of its title.
    ///   - other: the key of what the bold outlines are.
    ///   - caution: what is printed over it.
    func write(_ title: String, other: String, caution: String?, to file: String) throws {
        let isChinese = wording.language == .chinese
        let map = ZoneMap(
            frame: ChartFrame(
                title: wording(title), language: wording.language.tag, noData: wording("chart-no-data"), width: 720),
            kinds: kinds(other), shapes: shapes, caution: caution ?? "", nameTitle: wording("redlines-map-name"),
            kindTitle: wording("redlines-map-kind"), valueTitle: wording("redlines-map-value"),
            scaleUnit: wording("redlines-map-kilometres"),
            style: isChinese ? .chinese(decimals: 2) : .english(decimals: 2))
        let staged = try StagedFile(file, named: file)
        try staged.write(map.svg())
        _ = try staged.finish()
        try staged.commit()
    }
}

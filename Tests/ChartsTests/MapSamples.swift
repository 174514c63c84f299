import Charts

/// Maps of invented zones, in both languages.
enum MapSamples {
    static let english = map("Zones and projects", "en", ["class I", "class II", "project", "zone before"])
    static let chinese = map("红线区与项目", "zh-Hans", ["一类管控区", "二类管控区", "项目", "原红线区"])

    static func map(_ title: String, _ language: String, _ names: [String]) -> ZoneMap {
        let isEnglish = language == "en"
        return ZoneMap(
            frame: Samples.frame(title, language), kinds: zip(names, MapKind.Look.allCases).map { MapKind($0, $1) },
            shapes: [
                MapShape(
                    name: "R1", kind: 0, paths: [ring([(119, 33), (119.6, 33.05), (119.55, 33.5), (119.05, 33.45)])],
                    value: 2558.2, href: "derivation.html#R1"),
                MapShape(
                    name: "R2", kind: 1,
                    paths: [
                        ring([(120.5, 32), (121, 32), (121, 32.5), (120.5, 32.5)]),
                        ring([(120.7, 32.2), (120.7, 32.3), (120.8, 32.3), (120.8, 32.2)]),
                    ], value: 2508),
                MapShape(
                    name: "P1", kind: 2, paths: [ring([(119.3, 33.1), (119.7, 33.1), (119.7, 33.4)])], value: nil),
                MapShape(
                    name: "road", kind: 2,
                    paths: [[MapPoint(longitude: 119.5, latitude: 32.4), MapPoint(longitude: 120.9, latitude: 32.1)]],
                    isOpen: true, value: 3),
                MapShape(name: "R1*", kind: 3, paths: [ring([(119.1, 33), (119.7, 33.05), (119.6, 33.5)])], value: 0),
            ], caution: isEnglish ? "Invented zones, not official boundaries" : "虚构红线区，非官方边界",
            nameTitle: isEnglish ? "Shape" : "图形", kindTitle: isEnglish ? "Kind" : "类别",
            valueTitle: isEnglish ? "Area, km2" : "面积（平方公里）", scaleUnit: isEnglish ? "km" : "公里",
            style: isEnglish ? .english(decimals: 1) : .chinese(decimals: 1))
    }

    private static func ring(_ corners: [(Double, Double)]) -> [MapPoint] {
        (corners + [corners[0]]).map { MapPoint(longitude: $0.0, latitude: $0.1) }
    }
}

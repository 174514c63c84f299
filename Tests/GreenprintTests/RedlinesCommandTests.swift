import Foundation
import TestSupport
import Testing

/// `greenprint redlines` on files.
struct RedlinesCommandTests {
    private func collection(_ features: [String]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}"
    }

    private func box(_ properties: String, _ west: Double, _ east: Double) -> String {
        "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[\(west),32],[\(east),32],[\(east),33],[\(west),33],[\(west),32]]]}}"
    }

    private let bowTie =
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"B\",\"class\":\"I\"},\"geometry\":{\"type\":\"Polygon\","
        + "\"coordinates\":[[[119,32],[120,33],[120,32],[119,33],[119,32]]]}}"

    /// Runs the command in a folder with zones, projects, a later map and a faulty one.
    private func run(_ arguments: [String], _ check: (Greenprint.Outcome, TemporaryFolder) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let zones = [
                box("\"id\":\"Z1\",\"class\":\"I\",\"type\":\"wetland\",\"city\":\"east\"", 119, 120),
                box("\"id\":\"Z2\",\"class\":\"II\",\"city\":\"west\"", 119.5, 120.5),
            ]
            try folder.write(collection(zones), to: "zones.geojson")
            try folder.write(
                collection([
                    box("\"id\":\"P1\"", 119.75, 120.25), box("\"id\":\"P2\"", 120.5, 121),
                    box("\"id\":\"P3\"", 122, 123),
                ]), to: "projects.geojson")
            try folder.write(
                collection([
                    box("\"id\":\"Z1\",\"class\":\"I\",\"type\":\"forest\",\"city\":\"east\"", 119, 119.5), zones[1],
                ]), to: "later.geojson")
            try folder.write(collection([bowTie]), to: "bad.geojson")
            try check(try Greenprint.run(["redlines"] + arguments, in: folder.path), folder)
        }
    }

    @Test func overlay() throws {
        try run(["projects.geojson", "zones.geojson", "--format", "csv"]) { result, _ in
            let lines = result.text.split(separator: "\n").map { $0.split(separator: ",") }
            #expect(result.code == 0)
            #expect(lines.first?.joined(separator: ",") == "project,zone,class,area_m2,share_of_project")
            #expect(lines.dropFirst().map { $0[..<3].joined(separator: ",") } == ["P1,Z1,I", "P1,Z2,II"])
            let shares = lines.dropFirst().compactMap { Double($0[4]) }
            #expect(abs(shares[0] - 0.5) < 1e-9 && abs(shares[1] - 1) < 1e-9)
        }
    }

    /// The pieces that are written can be read again as zones: their areas are those of the table.
    @Test func pieces() throws {
        try run(["projects.geojson", "zones.geojson", "--pieces", "out.geojson"]) { result, folder in
            #expect(result.code == 0)
            let text = try String(contentsOfFile: folder.path("out.geojson"), encoding: .utf8)
            #expect(text.contains("\"project\":\"P1\",\"zone\":\"Z1\",\"class\":\"I\""))
            #expect(text.contains("[[119.75,32],[120,32],[120,33],[119.75,33],[119.75,32]]"))
        }
    }

    @Test(arguments: [("en", ">class I<", ">project<", "km<"), ("zh", ">I类区<", ">项目<", "公里<")])
    func map(language: String, zone: String, project: String, unit: String) throws {
        let arguments = [
            "projects.geojson", "zones.geojson", "--map", "map.svg", "--caution", "Invented & drawn", "--language",
            language,
        ]
        try run(arguments) { result, folder in
            #expect(result.code == 0)
            let text = try String(contentsOfFile: folder.path("map.svg"), encoding: .utf8)
            for words in [zone, project, unit, ">Invented &amp; drawn<"] { #expect(text.contains(words), "\(words)") }
        }
        let comparison = ["--compare", "zones.geojson", "later.geojson", "--map", "map.svg", "--language", language]
        try run(comparison) { result, folder in
            let text = try String(contentsOfFile: folder.path("map.svg"), encoding: .utf8)
            #expect(result.code == 0 && text.contains(language == "en" ? ">lost<" : ">减少部分<"))
        }
    }

    @Test(arguments: [("en", "Class I bans all development: prohibited."), ("zh", "I类区禁止一切开发：禁止准入。")])
    func reasonsInWords(language: String, words: String) throws {
        let arguments = ["--screen", "projects.geojson", "zones.geojson", "--language", language]
        try run(arguments) { result, _ in
            let lines = result.text.split(separator: "\n")
            #expect(result.code == 0 && lines.count == 4)
            #expect(lines[1].contains(words) && lines[1].contains(",prohibited,no,"))
            #expect(lines[2].contains(",clear,yes,") && lines[3].contains(",clear,no,Z2,"))
        }
    }

    @Test func oneProject() throws {
        try run(["--screen", "projects.geojson", "zones.geojson", "--project", "P2"]) { result, _ in
            #expect(result.code == 0 && result.text.split(separator: "\n").count == 2)
        }
        try run(["--screen", "projects.geojson", "zones.geojson", "--project", "P9"]) { result, _ in
            #expect(result.code == 1 && result.errors.contains("“P9”"))
        }
    }

    @Test func comparison() throws {
        try run(["--compare", "zones.geojson", "later.geojson"]) { result, _ in
            let lines = result.text.split(separator: "\n")
            #expect(result.code == 0 && lines.count == 3)
            #expect(
                lines[0].hasPrefix("zone,area_year1_m2,area_year2_m2,loss_m2,gain_m2,type_year1,type_year2,status,"))
            #expect(lines[1].contains(",type changed; reduced,reduced,changed,not measured,no,"))
            #expect(lines[2].contains(",unchanged,kept,not stated,not measured,yes,"))
        }
        try run(["--compare", "zones.geojson", "later.geojson", "--by", "city"]) { result, _ in
            #expect(result.text.split(separator: "\n").map { $0.prefix(4) } == ["city", "east", "west"])
        }
    }

    @Test func summary() throws {
        try run(["--summary", "zones.geojson", "--rates", "I:2,II:1"]) { result, _ in
            let rows = result.lines.map { line in line.split(separator: ",").map(String.init) }
            let names: [String] = rows.map { $0[0] }
            #expect(names == ["class", "I", "II", "total"])
            #expect(rows[1][4] == "NA")
            let payment = Double(rows[3][5]) ?? 0
            #expect(payment > 0)
        }
    }

    @Test func invalidShapes() throws {
        try run(["projects.geojson", "bad.geojson"]) { result, _ in
            #expect(result.code == 1 && result.text.isEmpty)
            #expect(
                result.errors.contains(
                    "bad.geojson:1: error: B crosses or overlaps itself: Self-intersection near 119.5 32.5"))
        }
        try run(["projects.geojson", "bad.geojson", "--repair"]) { result, _ in
            #expect(result.code == 0 && result.errors.contains("B was repaired") && result.text.contains("P1,B,I,"))
        }
    }

    @Test(arguments: [
        ["projects.geojson"], ["a", "b", "c"], ["--compare", "--screen", "a", "b"], ["--summary", "a", "b"],
        ["a", "b", "--rates", "I:1"], ["a", "b", "--classes", "I:maybe"], ["--summary", "a", "--rates", "I:-1"],
        ["a", "b", "--threads", "0"], ["a", "b", "--territory", "t"], ["--screen", "a", "b", "--accuracy", "-1"],
        ["--summary", "a", "--pieces", "p"], ["a", "b", "--width", "0"], ["a", "b", "--by", "city"],
        ["a", "b", "--caution", "c"],
    ])
    func misuse(arguments: [String]) throws {
        try run(arguments) { result, _ in #expect(result.code == 2, "\(arguments)") }
    }

    @Test func missingFile() throws {
        try run(["projects.geojson", "none.geojson"]) { result, _ in
            #expect(result.code == 1 && result.errors.contains("none.geojson"))
        }
    }
}

import Foundation
import SpatialAnalysis
import StatisticalData
import TestSupport
import Testing

@testable import SpatialFormats

/// The reference set of redlines: one territory, four zones, six projects, a second year; areas by quadrature of the
/// authalic integrand and by pyproj, overlaps by shapely.
@Suite(.enabled(if: ReferencePart("redlines").isGiven, Comment(rawValue: ReferenceFolder.hint)))
struct RedlineReferenceTests {
    private let part = ReferencePart("redlines")

    private func file(_ name: String) throws -> GeoJSON { try GeoJSON.read(try part.bytes(name), file: name) }

    private func zones(_ year: Int) throws -> [Zone] {
        try file("zones_year\(year).geojson").zones(file: "zones")
    }

    private func projects() throws -> [Project] { try file("projects.geojson").projects(file: "projects") }

    /// One row of a table by a column.
    private func number(_ row: [String: String], _ column: String) -> Double { Double(row[column] ?? "") ?? .nan }

    private func isNear(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        abs(found - expected) <= tolerance * abs(expected) || found == expected
    }

    @Test(arguments: [("area_lonlat_edges_m2", EdgeRule.straight), ("area_geodesic_edges_m2", .geodesic)])
    func areas(column: String, edges: EdgeRule) throws {
        let files = ["territory": "territory.geojson", "zone": "zones_year1.geojson", "project": "projects.geojson"]
        let area = EllipsoidalArea(edges: edges)
        let rows = try part.rows("areas_expected.csv")
        #expect(rows.count == 11)
        for row in rows {
            let features = try file(files[row["kind"] ?? ""] ?? "").features
            let feature = try #require(features.first { $0["id"]?.word == row["id"] })
            #expect(isNear(area.area(of: feature.shape), number(row, column), 1e-12), "\(row["id"] ?? "")")
        }
    }

    @Test func pairs() throws {
        let (zones, projects) = (try zones(1), try projects())
        let overlay = try Overlay(zones)
        let rows = try part.rows("project_x_zone_expected.csv")
        let pieces = try overlay.pieces(with: projects)
        for pairs in [try overlay.pairs(with: projects), pieces.map(\.pair)] {
            #expect(
                pairs.map { projects[$0.project].id + zones[$0.zone].id }
                    == rows.map { ($0["project"] ?? "") + ($0["zone"] ?? "") })
            for (pair, row) in zip(pairs, rows) {
                #expect(isNear(pair.area, number(row, "overlap_m2")))
                #expect(isNear(pair.shareOfProject, number(row, "share_of_project")))
            }
        }
    }

    @Test func screenings() throws {
        let projects = try projects()
        let found = try Overlay(try zones(1)).screenings(of: projects)
        let rows = try part.rows("screening_expected.csv")
        #expect(found.count == rows.count)
        for (screening, row) in zip(found, rows) {
            #expect(projects[screening.project].id == row["project"])
            #expect(isNear(screening.area, number(row, "area_m2")))
            #expect(isNear(screening.classAreas[0], number(row, "class_I_m2")))
            #expect(isNear(screening.classAreas[1], number(row, "class_II_only_m2")))
            #expect(screening.verdict.rawValue == row["verdict"])
            #expect((screening.touched.isEmpty ? "no" : "yes") == row["touches_boundary"])
        }
    }

    @Test func changeByZone() throws {
        let changes = try ZoneComparison(old: try zones(1), new: try zones(2)).changes()
        let rows = try part.rows("change_by_zone_expected.csv")
        #expect(changes.map(\.id) == rows.map { $0["zone"] ?? "" })
        for (change, row) in zip(changes, rows) {
            let pairs = [
                (change.areas.old, "area_year1_m2"), (change.areas.new, "area_year2_m2"),
                (change.areas.loss, "loss_m2"), (change.areas.gain, "gain_m2"),
            ]
            for (found, column) in pairs {
                #expect(isNear(found, Double(row[column] ?? "") ?? 0), "\(change.id) \(column)")
            }
            let status = change.findings.map(\.rawValue).joined(separator: "; ")
            #expect((status.isEmpty ? "unchanged" : status) == row["status"])
        }
    }

    @Test func changeOfAll() throws {
        let territory = try #require(try file("territory.geojson").features.first).shape
        let total = try ZoneComparison(old: try zones(1), new: try zones(2)).total(within: territory)
        let text = String(decoding: try part.bytes("change_expected.json"), as: UTF8.self)
        for (found, key) in [
            (total.old, "year1_m2"), (total.new, "year2_m2"), (total.loss, "loss_m2"), (total.gain, "gain_m2"),
            (total.stable, "stable_m2"),
        ] {
            let expected = try #require(try Self.number(key, in: text))
            #expect(isNear(found, expected), "\(key)")
        }
        #expect(isNear(total.old, total.loss + total.stable))
    }

    @Test func summary() throws {
        let territory = try #require(try file("territory.geojson").features.first).shape
        let summary = try ZoneSummary(try zones(1), classes: ["I", "II"], within: territory)
        let text = String(decoding: try part.bytes("summary_expected.json"), as: UTF8.self)
        for (found, key) in [
            (summary.classes.reduce(0) { $0 + $1.sum }, "sum_of_zone_areas_m2"),
            (summary.covered, "union_in_territory_m2"), (summary.share ?? .nan, "share_of_territory"),
            (summary.classes[0].covered, "class_I_in_territory_m2"),
            (summary.classes[1].covered, "class_II_only_in_territory_m2"),
        ] {
            #expect(isNear(found, try #require(try Self.number(key, in: text))), "\(key)")
        }
        let whole = try ZoneSummary(try zones(1), classes: ["I", "II"])
        #expect(isNear(whole.covered, try #require(try Self.number("union_m2", in: text))))
    }

    /// A number of a flat JSON object.
    private static func number(_ key: String, in text: String) throws -> Double? {
        guard let start = text.range(of: "\"\(key)\": ") else { return nil }
        return Double(text[start.upperBound...].prefix { "0123456789.e-+".contains($0) })
    }
}

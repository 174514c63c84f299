import SpatialAnalysis
import StatisticalData
import Testing

@testable import SpatialFormats

/// Features as zones and projects.
struct FeatureNamesTests {
    private let box = Shape.polygons([
        Polygon([[Position(1, 1), Position(2, 1), Position(2, 2), Position(1, 1)]])
    ])

    private func feature(_ properties: [(String, JSONValue)], id: String? = nil, shape: Shape? = nil) -> Feature {
        Feature(
            id: id, properties: properties.map { JSONValue.Member($0.0, $0.1) }, shape: shape ?? box, line: 3)
    }

    private func codes(_ body: () throws -> Void) -> [String] {
        do { try body() } catch { return ((error as? Faults)?.list ?? []).map(\.code) }
        return []
    }

    @Test func propertiesByName() throws {
        var names = FeatureNames()
        names.id = "code"
        names.zoneClass = "级别"
        let source = GeoJSON(features: [
            feature([
                ("code", .number("7")), ("级别", .text("I")), ("type", .text("wetland")), ("city", .text("Suzhou")),
                ("function_value", .text("0.5")), ("legal_basis", .text("plan 2020")),
            ])
        ])
        let zone = try #require(try source.zones(names, file: "f").first)
        #expect(
            zone
                == Zone(
                    id: "7", zoneClass: "I", type: "wetland", functionValue: 0.5, city: "Suzhou",
                    legalBasis: "plan 2020", shape: box))
    }

    @Test func identifierBesideTheProperties() throws {
        let source = GeoJSON(features: [feature([], id: "B")])
        #expect(try source.projects(file: "f").map(\.id) == ["B"])
    }

    @Test func faults() {
        let zone = [("id", JSONValue.text("A")), ("class", .text("I"))]
        let lines = Shape.lines([[Position(1, 1), Position(2, 2)]])
        #expect(codes { _ = try GeoJSON(features: [feature([])]).zones(file: "f") } == ["spatial-no-id"])
        #expect(
            codes { _ = try GeoJSON(features: [feature(zone), feature(zone)]).zones(file: "f") } == ["spatial-repeated"]
        )
        #expect(
            codes { _ = try GeoJSON(features: [feature(zone, shape: lines)]).zones(file: "f") } == [
                "spatial-zone-of-lines"
            ])
        #expect(codes { _ = try GeoJSON(features: [feature([zone[0]])]).zones(file: "f") } == ["spatial-no-property"])
        #expect(
            codes { _ = try GeoJSON(features: [feature(zone + [("function_value", .text("high"))])]).zones(file: "f") }
                == ["spatial-no-number"])
        #expect(
            codes { _ = try GeoJSON(features: [feature(zone, shape: lines)]).projects(file: "f") }
                == ["spatial-line-without-width"])
    }

    @Test func widthOfLines() throws {
        let lines = Shape.lines([[Position(1, 1), Position(2, 2)]])
        let source = GeoJSON(features: [
            feature([("id", .text("A"))], shape: lines),
            feature([("id", .text("B")), ("width", .number("12"))], shape: lines),
        ])
        #expect(try source.projects(file: "f", width: 40).map(\.width) == [40, 12])
    }
}

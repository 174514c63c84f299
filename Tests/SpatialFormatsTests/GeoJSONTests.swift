import SpatialAnalysis
import StatisticalData
import Testing

@testable import SpatialFormats

/// GeoJSON read and written, and everything that can be wrong with it.
struct GeoJSONTests {
    private func read(_ text: String, _ limits: GeoJSONLimits = GeoJSONLimits()) throws -> GeoJSON {
        try GeoJSON.read([UInt8](text.utf8), file: "f", limits: limits)
    }

    /// A collection of one feature.
    private func one(_ geometry: String, _ properties: String = "{\"id\":\"A\",\"class\":\"I\"}") -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":\(properties),"
            + "\"geometry\":\(geometry)}]}"
    }

    private func polygon(_ rings: String, _ type: String = "Polygon") -> String {
        "{\"type\":\"\(type)\",\"coordinates\":\(rings)}"
    }

    private let square = "[[119,32],[120,32],[120,33],[119,33],[119,32]]"

    private func codes(_ text: String, _ limits: GeoJSONLimits = GeoJSONLimits()) -> [String] {
        do {
            return try read(text, limits).notices.map(\.code)
        } catch {
            return ((error as? Faults)?.list ?? []).map(\.code)
        }
    }

    @Test func exactBytes() throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":\"7\",\"properties\":{\"id\":\"A\","
            + "\"class\":\"I\",\"n\":1.50,\"ok\":true,\"no\":null,\"list\":[1,{\"a\":\"湿\\n\"}]},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[119.000000001,32],[120,32],[120,33.5],[119.000000001,32]]]}}\n]}\n"
        #expect(try read(text).text() == text)
        #expect(try read(text).notices == [])
    }

    /// The type may come after the coordinates, and other members anywhere.
    @Test func orderOfMembers() throws {
        let text =
            "\u{FEFF}{\"bbox\":[1,2,3,4],\"features\":[{\"geometry\":{\"coordinates\":[\(square)],\"type\":\"Polygon\"},"
            + "\"type\":\"Feature\",\"properties\":null}],\"type\":\"FeatureCollection\"}"
        #expect(try read(text).features.first?.shape.vertexCount == 5)
    }

    @Test func otherRoots() throws {
        #expect(try read(polygon("[\(square)]")).features.count == 1)
        #expect(
            try read("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}").features.first?.shape == Shape.none)
        #expect(codes("{\"type\":\"Point\",\"coordinates\":[1,2]}") == ["geojson-type"])
        #expect(codes("{\"type\":\"GeometryCollection\",\"geometries\":[]}") == ["geojson-type"])
    }

    @Test func directionAndRepeats() throws {
        let clockwise = "[[119,32],[119,33],[120,33],[120,33],[120,32],[119,32]]"
        let source = try read(one(polygon("[\(clockwise)]")))
        #expect(source.notices.map(\.code) == ["geojson-repeated-positions", "geojson-turned"])
        #expect(source.text().contains("[[119,32],[120,32],[120,33],[119,33],[119,32]]"))
    }

    /// Everything wrong with shapes, each with its place.
    static let faulty: [(rings: String, code: String, place: [String: String])] = [
        ("[[[119,32],[120,32],[119,32]]]", "spatial-too-few-positions", ["ring": "1", "found": "3"]),
        ("[[[119,32],[120,32],[120,33],[119,33]]]", "spatial-not-closed", ["ring": "1", "vertex": "4"]),
        ("[[[32,119],[33,119],[33,120],[32,119]]]", "spatial-latitude", ["vertex": "1", "found": "119"]),
        ("[[[119,32],[541234,32],[120,33],[119,32]]]", "spatial-longitude", ["vertex": "2", "found": "541234"]),
        ("[[[170,32],[-170,32],[-170,33],[170,32]]]", "spatial-antimeridian", ["vertex": "1"]),
        ("[[]]", "spatial-too-few-positions", ["found": "0"]),
        ("[[119,32],[120,32]]", "geojson-coordinates", ["feature": "A"]),
        ("[119,32]", "geojson-coordinates", ["feature": "A"]),
        (
            "[[[119,32],[120,32],[120,33],[119,32]],[[119.5,32.1],[119.6,32.2],[119.5,32.3],[119.55,32.2]]]",
            "spatial-not-closed", ["ring": "2"]
        ),
        ("[[[119,32],[119,32],[119,32],[119,32]]]", "spatial-too-few-positions", ["found": "1"]),
    ]

    @Test(arguments: faulty)
    func faultsHaveAPlace(rings: String, code: String, place: [String: String]) throws {
        let faults = try #require(throws: Faults.self) { try read("\n" + one(polygon(rings))) }
        #expect(faults.list.map(\.code) == [code])
        let fault = try #require(faults.list.first)
        #expect(fault.place.line == 2 && fault.arguments["feature"] == "A")
        for (name, value) in place { #expect(fault.arguments[name] == value) }
    }

    @Test func allFeaturesAreTold() {
        let bad = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(polygon("[[[1,1],[2,2],[1,1]]]"))}"
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(bad),\n\(bad)]}"
        #expect(codes(text) == ["spatial-too-few-positions", "spatial-too-few-positions"])
    }

    @Test func emptyShapesStay() throws {
        for geometry in ["null", polygon("[]"), polygon("[]", "MultiPolygon"), polygon("[]", "LineString")] {
            let source = try read(one(geometry))
            #expect(source.features.first?.shape == Shape.none)
            #expect(source.notices.map(\.code) == ["geojson-empty-shape"])
        }
    }

    @Test func heightsAreCounted() throws {
        let source = try read(one(polygon("[[[119,32,5],[120,32,5.5],[120,33,1e2],[119,32,5]]]")))
        #expect(source.notices.first?.arguments["count"] == "4")
    }

    @Test(arguments: [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", ReferenceSystem.wgs84), ("EPSG:4326", .wgs84),
        ("urn:ogc:def:crs:EPSG::4490", .cgcs2000),
    ])
    func referenceSystems(name: String, expected: ReferenceSystem) throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}},\"features\":[]}"
        #expect(try read(text).reference == expected)
        #expect(try read(read(text).text()).reference == expected)
    }

    @Test func metresAreRefused() {
        let text =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[]}"
        #expect(codes(text) == ["geojson-crs"])
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{\"type\":\"FeatureCollection\"", "{\"type\":\"FeatureCollection\",\"features\":[],}",
        "{\"type\":\"FeatureCollection\",\"features\":[]} x", "{\"type\":\"FeatureCollection\",\"features\":{}}",
        "{\"a\":\"\\ud800\"}", "{\"a\":\"\u{1}\"}", "{\"a\":\"\\u12\"}", "{\"a\":tru}", "{\"a\":NaN}", "{\"a\":01}",
        "{\"a\":1e999}", "{\"a\":-}", "{\"a\":1.}", "{\"a\":\"", "{\"a\"",
    ])
    func brokenSyntax(text: String) {
        #expect(codes(text) == ["geojson-syntax"], "\(text)")
    }

    @Test func numbersThatAreNone() {
        for number in ["NaN", "Infinity", "1e400", "0x10", "+1", ".5"] {
            let found = codes(one(polygon("[[[\(number),32],[120,32],[120,33],[119,32]]]")))
            #expect(found == ["geojson-syntax"], "\(number)")
        }
    }

    @Test func limits() {
        #expect(codes(one(polygon("[\(square)]")), GeoJSONLimits(positions: 4)) == ["geojson-too-large"])
        #expect(codes(one(polygon("[\(square)]")), GeoJSONLimits(features: 0)) == ["geojson-too-large"])
        #expect(codes(one("null"), GeoJSONLimits(bytes: 10)) == ["geojson-too-large"])
        let deep = String(repeating: "[", count: 100_000)
        #expect(codes("{\"a\":" + deep) == ["geojson-too-deep"])
        #expect(codes(polygon(deep)) == ["geojson-too-deep"])
        #expect(codes("{\"type\":\"Feature\",\"type\":\"Feature\"}") == ["geojson-repeated-member"])
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (119.0, "119"), (-0.000000001, "-0.000000001"), (120.123456789, "120.123456789"),
        (99.9999999996, "100"), (-180, "-180"), (0.1, "0.1"), (-5.05, "-5.05"),
    ])
    func degrees(value: Double, text: String) {
        #expect(GeoJSON.degrees(value) == text)
    }
}

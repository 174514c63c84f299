import SpatialAnalysis
import StatisticalData

extension GeoJSON {
    /// The features as a FeatureCollection, one a line: outer rings counter-clockwise, holes clockwise, at most nine
    /// decimals of a degree, a tenth of a millimetre. The same features give the same bytes.
    ///
    /// RFC 7946 knows WGS 84 alone; another system is declared in a member `crs`, as files before it did.
    public func text() -> String {
        var text = "{\"type\":\"FeatureCollection\","
        if reference != .wgs84 {
            text += "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(reference.rawValue)\"}},"
        }
        text += "\"features\":["
        for (index, feature) in features.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += "{\"type\":\"Feature\","
            if let id = feature.id { text += "\"id\":" + JSONValue.text(id).text + "," }
            text += "\"properties\":" + JSONValue.object(feature.properties).text + ",\"geometry\":"
            text += Self.geometry(feature.shape) + "}"
        }
        return text + (features.isEmpty ? "]}\n" : "\n]}\n")
    }

    private static func geometry(_ shape: Shape) -> String {
        switch shape.prepared().shape {
        case .none: "null"
        case .polygons(let polygons) where polygons.count == 1:
            "{\"type\":\"Polygon\",\"coordinates\":" + list(polygons[0].rings.map(path)) + "}"
        case .polygons(let polygons):
            "{\"type\":\"MultiPolygon\",\"coordinates\":" + list(polygons.map { list($0.rings.map(path)) }) + "}"
        case .lines(let lines) where lines.count == 1:
            "{\"type\":\"LineString\",\"coordinates\":" + path(lines[0]) + "}"
        case .lines(let lines): "{\"type\":\"MultiLineString\",\"coordinates\":" + list(lines.map(path)) + "}"
        }
    }

    private static func list(_ parts: [String]) -> String { "[" + parts.joined(separator: ",") + "]" }

    private static func path(_ positions: [Position]) -> String {
        list(positions.map { "[\(degrees($0.longitude)),\(degrees($0.latitude))]" })
    }

    /// A number of degrees with at most nine decimals.
    static func degrees(_ value: Double) -> String {
        let scaled = Int((value * 1e9).rounded())
        let whole = String(abs(scaled) / 1_000_000_000)
        var part = abs(scaled) % 1_000_000_000
        let sign = scaled < 0 ? "-" : ""
        if part == 0 { return sign + whole }
        var places = 9
        while part % 10 == 0 {
            part /= 10
            places -= 1
        }
        let digits = String(part)
        return sign + whole + "." + String(repeating: "0", count: places - digits.count) + digits
    }
}

extension JSONValue {
    /// The value as JSON.
    var text: String {
        switch self {
        case .null: "null"
        case .truth(let isTrue): isTrue ? "true" : "false"
        case .number(let text): text
        case .text(let text): Self.quoted(text)
        case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

import SpatialAnalysis
public import StatisticalData

extension GeoJSON {
    /// Reads features with polygons or lines: a FeatureCollection, a Feature, or a geometry alone.
    ///
    /// Positions repeated in a row are left out and rings turned the right way, with a notice. Shapes are checked for
    /// ranges, closure and edges across the antimeridian; whether rings cross is for `ValidityCheck`.
    ///
    /// - Throws: `Faults` with everything wrong in the file, each with feature, part, ring and vertex; after the first
    ///   fault of syntax nothing more can be told.
    public static func read(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: GeoJSONLimits = GeoJSONLimits()
    ) throws(Faults) -> GeoJSON {
        guard bytes.count <= limits.bytes else {
            throw Faults([.geoJSONTooLarge("bytes", limit: limits.bytes, at: Place(file: file))])
        }
        var reader = GeoJSONReader(JSONScanner(bytes, file: file, limits: limits))
        return try reader.read()
    }

    /// Reads features from bytes in memory: see `read(_:file:limits:)`.
    ///
    /// - Throws: `Faults` with everything wrong in the file.
    public static func read(
        _ bytes: [UInt8], file: String, limits: GeoJSONLimits = GeoJSONLimits()
    ) throws(Faults) -> GeoJSON {
        let result: Result<GeoJSON, Faults> = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                return .success(try read(raw, file: file, limits: limits))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// Reads a file, feature by feature.
struct GeoJSONReader {
    private var scanner: JSONScanner
    private var collector = FaultCollector()
    private var features: [Feature] = []
    private var reference = ReferenceSystem.wgs84
    private var tally = JSONScanner.Tally()
    private var repeated = 0
    private var turned = 0

    init(_ scanner: JSONScanner) {
        self.scanner = scanner
    }

    /// The members of an object that mean something.
    private struct Raw {
        var line = 0
        var type: String?
        var id: JSONValue?
        var properties: [JSONValue.Member] = []
        var geometry: Geometry?
        var coordinates: CoordinateTree?
        var hasFeatures = false
        var hasGeometries = false
    }

    /// A geometry before it is checked.
    private struct Geometry {
        let type: String?
        let coordinates: CoordinateTree?
        let isCollection: Bool
    }

    mutating func read() throws(Faults) -> GeoJSON {
        let file = scanner.file
        do throws(Fault) {
            let root = try object(isRoot: true)
            if scanner.next() != 0 || scanner.position < scanner.bytes.count {
                throw scanner.expected("the end of the file")
            }
            finish(root)
        } catch {
            collector.add(error)
        }
        try collector.throwIfFaulty(in: file)
        if tally.heights > 0 { collector.add(.geoJSONHeights(tally.heights, in: file)) }
        if repeated > 0 { collector.add(.geoJSONRepeatedPositions(repeated, in: file)) }
        if turned > 0 { collector.add(.geoJSONTurned(turned, in: file)) }
        return GeoJSON(features: features, reference: reference, notices: collector.all(in: file))
    }

    /// What the file is as a whole.
    private mutating func finish(_ root: Raw) {
        let place = Place(file: scanner.file, line: root.line)
        switch root.type {
        case "FeatureCollection":
            if !root.hasFeatures { collector.add(.geoJSONNoFeatures(at: place)) }
        case "Feature": add(root)
        case let type?:
            var feature = Raw()
            feature.line = root.line
            feature.geometry = Geometry(
                type: type, coordinates: root.coordinates, isCollection: type == "GeometryCollection")
            add(feature)
        case nil: collector.add(.geoJSONType(nil, expected: "FeatureCollection, Feature", at: place))
        }
    }

    /// An object whose members of other names are stepped over.
    private mutating func object(isRoot: Bool) throws(Fault) -> Raw {
        _ = scanner.next()
        var raw = Raw()
        raw.line = scanner.place().line ?? 0
        var found = raw
        try members { (reader, name) throws(Fault) in
            switch name {
            case "type": found.type = try reader.scanner.value(depth: 1).word
            case "id": found.id = try reader.scanner.value(depth: 1)
            case "properties": found.properties = try reader.properties()
            case "geometry": found.geometry = try reader.geometry()
            case "coordinates": found.coordinates = try reader.scanner.coordinates(&reader.tally)
            case "features" where isRoot:
                found.hasFeatures = true
                try reader.readFeatures()
            case "crs" where isRoot: try reader.readReference()
            default: _ = try reader.scanner.value(depth: 1)
            }
        }
        return found
    }

    /// Steps through an object with this reader's scanner.
    private mutating func members(
        _ body: (inout GeoJSONReader, String) throws(Fault) -> Void
    ) throws(Fault) {
        try scanner.require("{")
        if scanner.steps(over: UInt8(ascii: "}")) { return }
        var seen: Set<String> = []
        repeat {
            guard scanner.next() == UInt8(ascii: "\"") else { throw scanner.expected("\"") }
            let name = try scanner.string()
            guard seen.insert(name).inserted else { throw .geoJSONRepeated(name, at: scanner.place()) }
            try scanner.require(":")
            try body(&self, name)
        } while scanner.steps(over: UInt8(ascii: ","))
        try scanner.require("}")
    }

    private mutating func properties() throws(Fault) -> [JSONValue.Member] {
        switch try scanner.value(depth: 1) {
        case .object(let members): return members
        case .null: return []
        default: throw scanner.expected("{")
        }
    }

    private mutating func geometry() throws(Fault) -> Geometry? {
        guard scanner.next() == UInt8(ascii: "{") else {
            guard case .null = try scanner.value(depth: 1) else { throw scanner.expected("{") }
            return nil
        }
        var type: String?
        var coordinates: CoordinateTree?
        var isCollection = false
        try members { (reader, name) throws(Fault) in
            switch name {
            case "type": type = try reader.scanner.value(depth: 2).word
            case "coordinates": coordinates = try reader.scanner.coordinates(&reader.tally)
            default:
                if name == "geometries" { isCollection = true }
                _ = try reader.scanner.value(depth: 2)
            }
        }
        return Geometry(type: type, coordinates: coordinates, isCollection: isCollection)
    }

    private mutating func readFeatures() throws(Fault) {
        try scanner.require("[")
        if scanner.steps(over: UInt8(ascii: "]")) { return }
        repeat {
            add(try object(isRoot: false))
            guard features.count <= scanner.limits.features else {
                throw .geoJSONTooLarge("features", limit: scanner.limits.features, at: scanner.place())
            }
        } while scanner.steps(over: UInt8(ascii: ","))
        try scanner.require("]")
    }

    /// Old files declare the system of their coordinates; RFC 7946 knows WGS 84 alone.
    private mutating func readReference() throws(Fault) {
        let value = try scanner.value(depth: 1)
        if case .null = value { return }
        let name = value["properties"]?["name"]?.word ?? value.word
        guard let known = name.flatMap({ ReferenceSystem(named: $0) }) else {
            collector.add(.geoJSONReference(name ?? "-", at: scanner.place()))
            return
        }
        reference = known
    }

    /// Checks a feature and keeps it.
    private mutating func add(_ raw: Raw) {
        let place = Place(file: scanner.file, line: raw.line)
        let name = raw.id?.word ?? "#\(features.count + 1)"
        var feature = Feature(id: raw.id?.word, properties: raw.properties, shape: .none, line: raw.line)
        defer { features.append(feature) }
        let label = feature["id"]?.word ?? name
        if raw.type != nil, raw.type != "Feature" {
            collector.add(.geoJSONType(raw.type, expected: "Feature", at: place))
            return
        }
        guard let geometry = raw.geometry else {
            collector.add(.geoJSONEmpty(label, at: place))
            return
        }
        let types = ["Polygon", "MultiPolygon", "LineString", "MultiLineString"]
        guard let type = geometry.type, types.contains(type), !geometry.isCollection else {
            collector.add(.geoJSONType(geometry.type, expected: types.joined(separator: ", "), at: place))
            return
        }
        guard let shape = geometry.coordinates.flatMap({ $0.shape(of: type) }) else {
            collector.add(.geoJSONCoordinates(type, feature: label, at: place))
            return
        }
        if shape.isEmpty { collector.add(.geoJSONEmpty(label, at: place)) }
        let (prepared, changes) = shape.prepared()
        repeated += changes.repeated
        turned += changes.turned
        feature.shape = prepared
        let problems = shape.problems(of: label)
        collector.add(
            contentsOf: (problems.isEmpty ? prepared.problems(of: label) : problems).map {
                $0.fault(in: scanner.file, lines: [label: raw.line])
            })
    }
}

import StatisticalData

extension Fault {
    static func geoJSON(expected: String, byte: Int, at place: Place) -> Fault {
        Fault("geojson-syntax", at: place, ["expected": expected, "byte": String(byte)])
    }

    static func geoJSONTooLarge(_ what: String, limit: Int, at place: Place) -> Fault {
        Fault("geojson-too-large", at: place, ["what": what, "limit": String(limit)])
    }

    static func geoJSONTooDeep(_ limit: Int, at place: Place) -> Fault {
        Fault("geojson-too-deep", at: place, ["limit": String(limit)])
    }

    static func geoJSONRepeated(_ name: String, at place: Place) -> Fault {
        Fault("geojson-repeated-member", at: place, ["name": String(name.prefix(120))])
    }

    static func geoJSONType(_ found: String?, expected: String, at place: Place) -> Fault {
        Fault("geojson-type", at: place, ["found": found.map { String($0.prefix(120)) } ?? "-", "expected": expected])
    }

    static func geoJSONCoordinates(_ type: String, feature: String, at place: Place) -> Fault {
        Fault("geojson-coordinates", at: place, ["type": type, "feature": String(feature.prefix(120))])
    }

    static func geoJSONReference(_ found: String, at place: Place) -> Fault {
        Fault("geojson-crs", at: place, ["found": String(found.prefix(120))])
    }

    static func geoJSONNoFeatures(at place: Place) -> Fault {
        Fault("geojson-no-features", at: place)
    }

    static func geoJSONHeights(_ count: Int, in file: String) -> Fault {
        Fault("geojson-heights", at: Place(file: file), severity: .info, ["count": String(count)])
    }

    static func geoJSONRepeatedPositions(_ count: Int, in file: String) -> Fault {
        Fault("geojson-repeated-positions", at: Place(file: file), severity: .info, ["count": String(count)])
    }

    static func geoJSONTurned(_ count: Int, in file: String) -> Fault {
        Fault("geojson-turned", at: Place(file: file), severity: .info, ["count": String(count)])
    }

    static func geoJSONEmpty(_ feature: String, at place: Place) -> Fault {
        Fault("geojson-empty-shape", at: place, severity: .warning, ["feature": String(feature.prefix(120))])
    }

    static func featureWithoutIdentifier(_ number: Int, _ name: String, at place: Place) -> Fault {
        Fault("spatial-no-id", at: place, ["number": String(number), "name": String(name.prefix(120))])
    }

    static func featureWithout(_ name: String, feature: String, at place: Place) -> Fault {
        Fault(
            "spatial-no-property", at: place,
            ["feature": String(feature.prefix(120)), "name": String(name.prefix(120))])
    }

    static func propertyNoNumber(_ name: String, feature: String, found: String, at place: Place) -> Fault {
        Fault(
            "spatial-no-number", at: place,
            [
                "feature": String(feature.prefix(120)), "name": String(name.prefix(120)),
                "found": String(found.prefix(120)),
            ])
    }
}

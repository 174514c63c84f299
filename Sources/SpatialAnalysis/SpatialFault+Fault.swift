public import StatisticalData

extension SpatialFault {
    /// The fault as the rest of the program reports it.
    ///
    /// - Parameter lines: the line of each feature in the file.
    public func fault(in file: String, lines: [String: Int] = [:]) -> Fault {
        Fault(code, at: Place(file: file, line: lines[feature]), arguments)
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .tooFewPositions: "spatial-too-few-positions"
        case .notClosed: "spatial-not-closed"
        case .outOfRange(_, .latitude, _): "spatial-latitude"
        case .outOfRange: "spatial-longitude"
        case .acrossAntimeridian: "spatial-antimeridian"
        case .invalid: "spatial-invalid"
        case .repeatedFeature: "spatial-repeated"
        case .zoneOfLines: "spatial-zone-of-lines"
        case .lineWithoutWidth: "spatial-line-without-width"
        case .unknownClass: "spatial-unknown-class"
        case .overlayFailed: "spatial-overlay-failed"
        case .negative: "spatial-negative"
        }
    }

    private var feature: String {
        switch self {
        case .tooFewPositions(let place, _, _), .notClosed(let place), .outOfRange(let place, _, _),
            .acrossAntimeridian(let place):
            place.feature
        case .invalid(let feature, _, _), .repeatedFeature(let feature), .zoneOfLines(let feature),
            .lineWithoutWidth(let feature), .unknownClass(let feature, _, _), .overlayFailed(let feature, _, _):
            feature
        case .negative: ""
        }
    }

    private var arguments: [String: String] {
        var words = ["feature": Self.short(feature)]
        switch self {
        case .tooFewPositions(let place, let found, let expected):
            words.merge(Self.place(place)) { first, _ in first }
            words["found"] = String(found)
            words["expected"] = String(expected)
        case .notClosed(let place), .acrossAntimeridian(let place):
            words.merge(Self.place(place)) { first, _ in first }
        case .outOfRange(let place, _, let value):
            words.merge(Self.place(place)) { first, _ in first }
            words["found"] = Decimals.text(value)
        case .invalid(_, let reason, let position):
            words["reason"] = reason
            words["position"] = position.map { Decimals.text($0.longitude) + " " + Decimals.text($0.latitude) } ?? "-"
        case .repeatedFeature, .zoneOfLines, .lineWithoutWidth: break
        case .unknownClass(_, let found, let known):
            words["found"] = Self.short(found)
            words["expected"] = known.joined(separator: ", ")
        case .overlayFailed(_, let other, let reason):
            words["other"] = Self.short(other)
            words["reason"] = reason
        case .negative(let name, let value):
            words = ["name": name, "found": Decimals.text(value)]
        }
        return words
    }

    /// The part, ring and vertex; a dash for what does not apply.
    private static func place(_ place: FeaturePlace) -> [String: String] {
        [
            "part": String(place.part), "ring": place.ring.map { String($0) } ?? "-",
            "vertex": place.vertex.map { String($0) } ?? "-",
        ]
    }

    private static func short(_ text: String) -> String { String(text.prefix(120)) }
}

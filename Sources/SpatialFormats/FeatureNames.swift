public import SpatialAnalysis
public import StatisticalData

/// Which property of a feature says what: named by the user, never guessed.
public struct FeatureNames: Hashable, Sendable {
    /// The identifier; a feature without this property may have an `id` beside its properties.
    public var id = "id"
    /// The class of a zone.
    public var zoneClass = "class"
    /// What kind of area a zone is.
    public var type = "type"
    /// What a zone is protected for.
    public var function = "function"
    /// A measure of that function, where more is better.
    public var functionValue = "function_value"
    /// The city or county.
    public var city = "city"
    /// The rule by which a zone is protected.
    public var legalBasis = "legal_basis"
    /// The width of a line, in metres.
    public var width = "width"

    /// The usual names.
    public init() {}
}

extension GeoJSON {
    /// The features as zones.
    ///
    /// - Parameter needsClass: whether a zone without class is a fault.
    /// - Throws: features without identifier or class, those that occur twice, those that are lines.
    public func zones(
        _ names: FeatureNames = FeatureNames(), file: String, needsClass: Bool = true
    ) throws(Faults) -> [Zone] {
        var collector = FaultCollector()
        var seen: Set<String> = []
        var zones: [Zone] = []
        for (index, feature) in features.enumerated() {
            let place = Place(file: file, line: feature.line)
            guard let id = Self.id(feature, index, names, place, &seen, &collector) else { continue }
            if !feature.shape.lines.isEmpty { collector.add(SpatialFault.zoneOfLines(id).at(place)) }
            let zoneClass = feature[names.zoneClass]?.word
            if zoneClass == nil, needsClass {
                collector.add(.featureWithout(names.zoneClass, feature: id, at: place))
            }
            zones.append(
                Zone(
                    id: id, zoneClass: zoneClass ?? "", type: feature[names.type]?.word,
                    function: feature[names.function]?.word,
                    functionValue: Self.number(feature, names.functionValue, id, place, &collector),
                    city: feature[names.city]?.word, legalBasis: feature[names.legalBasis]?.word, shape: feature.shape))
        }
        try collector.throwIfFaulty(in: file)
        return zones
    }

    /// The features as projects.
    ///
    /// - Parameter width: the width of lines that have no property of their own, in metres.
    /// - Throws: features without identifier, those that occur twice, lines without width.
    public func projects(
        _ names: FeatureNames = FeatureNames(), file: String, width: Double? = nil
    ) throws(Faults) -> [Project] {
        var collector = FaultCollector()
        var seen: Set<String> = []
        var projects: [Project] = []
        for (index, feature) in features.enumerated() {
            let place = Place(file: file, line: feature.line)
            guard let id = Self.id(feature, index, names, place, &seen, &collector) else { continue }
            let ownWidth = Self.number(feature, names.width, id, place, &collector) ?? width
            if !feature.shape.lines.isEmpty, !((ownWidth ?? 0) > 0) {
                collector.add(SpatialFault.lineWithoutWidth(id).at(place))
            }
            projects.append(Project(id: id, shape: feature.shape, width: ownWidth))
        }
        try collector.throwIfFaulty(in: file)
        return projects
    }

    private static func id(
        _ feature: Feature, _ index: Int, _ names: FeatureNames, _ place: Place, _ seen: inout Set<String>,
        _ collector: inout FaultCollector
    ) -> String? {
        guard let id = feature[names.id]?.word ?? feature.id, !id.isEmpty else {
            collector.add(.featureWithoutIdentifier(index + 1, names.id, at: place))
            return nil
        }
        if !seen.insert(id).inserted { collector.add(SpatialFault.repeatedFeature(id).at(place)) }
        return id
    }

    /// A number, also one written as text; nothing where there is no such property.
    private static func number(
        _ feature: Feature, _ name: String, _ id: String, _ place: Place, _ collector: inout FaultCollector
    ) -> Double? {
        guard let value = feature[name], value != .null else { return nil }
        let number = value.word.flatMap { Double($0) }
        if let number, number.isFinite { return number }
        collector.add(.propertyNoNumber(name, feature: id, found: value.word ?? "-", at: place))
        return nil
    }
}

extension SpatialFault {
    fileprivate func at(_ place: Place) -> Fault {
        let fault = fault(in: place.file)
        return Fault(fault.code, at: place, fault.arguments)
    }
}

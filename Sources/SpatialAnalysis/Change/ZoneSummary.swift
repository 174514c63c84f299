/// What the zones of a map cover, by class.
public struct ZoneSummary: Sendable {
    /// A class.
    public struct ClassArea: Hashable, Sendable {
        /// The class.
        public let zoneClass: String
        /// The number of its zones.
        public let zones: Int
        /// The sum of their areas, in square metres: what several cover counts several times.
        public let sum: Double
        /// What they cover together within the territory and no class before covers, in square metres.
        public let covered: Double
    }

    /// The classes, the one with precedence first.
    public let classes: [ClassArea]
    /// What all zones cover together within the territory, in square metres.
    public let covered: Double
    /// The area of the territory in square metres; `nil` when none was given.
    public let territory: Double?

    /// The share of the territory that is covered, from 0 to 1.
    public var share: Double? { territory.map { $0 > 0 ? covered / $0 : 0 } }

    /// Summarises zones.
    ///
    /// - Parameter classes: the classes in order of precedence.
    /// - Throws: zones of another class, and overlays that failed.
    public init(
        _ zones: [Zone], classes names: [String], within territory: Shape? = nil,
        area: EllipsoidalArea = EllipsoidalArea()
    ) throws(SpatialFaults) {
        let faults =
            Zone.faults(in: zones)
            + zones.filter { !names.contains($0.zoneClass) }.map {
                SpatialFault.unknownClass(feature: $0.id, found: $0.zoneClass, known: names)
            }
        try faults.throwIfAny()
        let union = ZoneUnion()
        var classes: [ClassArea] = []
        var taken: [Zone] = []
        var before = 0.0
        for name in names {
            let own = zones.filter { $0.zoneClass == name }
            taken += own
            let total =
                own.isEmpty ? before : area.area(of: try union.covered(by: taken, within: territory).polygons)
            classes.append(
                ClassArea(
                    zoneClass: name, zones: own.count, sum: own.reduce(0) { $0 + area.area(of: $1.shape) },
                    covered: max(0, total - before)))
            before = total
        }
        self.classes = classes
        covered = before
        self.territory = territory.map { area.area(of: $0) }
    }
}

/// A payment for what zones cover, by class: a declared rule.
public struct CompensationRule: Hashable, Sendable {
    /// The rate of each class, in money for a square kilometre and year.
    public let rates: [String: Double]

    /// Makes a rule.
    ///
    /// - Throws: rates that are negative or no number.
    public init(rates: [String: Double]) throws(SpatialFaults) {
        let wrong = rates.filter { !($0.value >= 0) || $0.value.isInfinite }
        try wrong.sorted { $0.key < $1.key }.map { SpatialFault.negative($0.key, $0.value) }.throwIfAny()
        self.rates = rates
    }

    /// The payment Σ rate × covered area / 10⁶ over the classes; `nil` when a class with area has no rate.
    public func payment(for summary: ZoneSummary) -> Double? {
        var total = 0.0
        for found in summary.classes where found.covered > 0 {
            guard let rate = rates[found.zoneClass] else { return nil }
            total += rate * found.covered / 1e6
        }
        return total
    }
}

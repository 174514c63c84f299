/// What a rule says of a project that takes area of a zone.
public enum ScreeningVerdict: String, Hashable, Sendable, CaseIterable {
    /// Development is banned.
    case prohibited
    /// Only what the rules of the class permit: to be checked against their list.
    case conditional
    /// Takes nothing of any zone.
    case clear
    /// Takes no more than the accuracy of the maps allows for.
    case withinAccuracy = "boundary contact within accuracy"
}

/// The rule table of a screening: data with a date, since classes and rules change.
public struct ScreeningRules: Hashable, Sendable {
    /// What a class means.
    public struct ClassRule: Hashable, Sendable {
        /// The class as zones name it.
        public let zoneClass: String
        /// What it means for a project that takes area of it.
        public let verdict: ScreeningVerdict

        /// Makes a rule.
        public init(_ zoneClass: String, _ verdict: ScreeningVerdict) {
            self.zoneClass = zoneClass
            self.verdict = verdict
        }
    }

    /// The classes, the one with precedence where zones overlap first.
    public let classes: [ClassRule]
    /// How exact boundaries are, in metres: pieces thinner than this are contact, not overlap.
    public let accuracy: Double

    /// Class I bans all development, class II permits what does not harm the main function (Jiangsu's plans of 2013 and
    /// 2020); boundaries taken as exact.
    public static let twoClasses = ScreeningRules([ClassRule("I", .prohibited), ClassRule("II", .conditional)])

    /// Makes a table.
    public init(_ classes: [ClassRule], accuracy: Double = 0) {
        self.classes = classes
        self.accuracy = accuracy
    }

    /// The names of the classes in order of precedence.
    public var names: [String] { classes.map(\.zoneClass) }

    /// Zones of a class without a rule, and an accuracy below zero.
    func faults(of zones: [Zone]) -> [SpatialFault] {
        let known = Set(names)
        return (accuracy >= 0 ? [] : [.negative("accuracy", accuracy)])
            + zones.filter { !known.contains($0.zoneClass) }.map {
                .unknownClass(feature: $0.id, found: $0.zoneClass, known: names)
            }
    }

    /// Whether a piece is thinner than the boundaries are exact: area < accuracy × perimeter / 2.
    func isThin(area: Double, perimeter: Double) -> Bool {
        accuracy > 0 && area < accuracy * perimeter / 2
    }
}

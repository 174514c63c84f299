/// What a unit measures: powers of base quantities.
///
/// Energy is a base quantity of its own, and carbon dioxide is not mere mass: statistics never add tonnes of coal
/// to tonnes of emissions, so neither may a conversion.
public struct Dimension: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The quantities that are not derived from others.
    public enum Base: Hashable, Sendable, CaseIterable {
        /// Kilogram.
        case mass
        /// Metre.
        case length
        /// Second.
        case time
        /// Joule.
        case energy
        /// Chinese yuan.
        case yuan
        /// United States dollar.
        case dollar
        /// Persons.
        case person
        /// Pieces of something.
        case item
        /// Factories and power stations.
        case plant
        /// Journeys.
        case trip
        /// Kilogram of carbon dioxide.
        case carbonDioxide
        /// Kilogram of carbon dioxide equivalent.
        case carbonDioxideEquivalent
        /// Points of an index.
        case indexPoint
        /// Percentage points.
        case percentagePoint
    }

    /// The power of each base quantity; powers of zero are left out.
    public let powers: [Base: Int]

    /// A pure number.
    public static let none = Dimension(powers: [:])

    init(powers: [Base: Int]) {
        self.powers = powers.filter { $0.value != 0 }
    }

    /// A dimension written as base quantities with their powers.
    public init(dictionaryLiteral elements: (Base, Int)...) {
        self.init(powers: Dictionary(elements, uniquingKeysWith: +))
    }

    /// The dimension of a product of this one and a power of `other`.
    func multiplied(by other: Dimension, power: Int) -> Dimension {
        Dimension(powers: powers.merging(other.powers.mapValues { $0 * power }, uniquingKeysWith: +))
    }
}

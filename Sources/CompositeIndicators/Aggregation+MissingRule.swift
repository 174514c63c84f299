extension Aggregation {
    /// When an aggregate is missing: when less than a share of what is below it is present; equality passes.
    ///
    /// A share of 0 asks for one part; the weights of the missing ones go to those present, which raises the score of a
    /// unit whose bad values are missing: `Coverage.bounds` tells how far.
    public struct MissingRule: Hashable, Sendable, Codable {
        /// What the share counts.
        public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
            /// Direct parts, each as one: a part with one of nine indicators counts as present.
            case parts
            /// Direct parts by weight.
            case weight
            /// Indicators below.
            case indicators
        }

        /// The least share, for every level not named below.
        public var minimumShare: Double
        /// The least share by level of the aggregate: 2 for the first above the indicators.
        public var byLevel: [Int: Double]
        /// What the share counts.
        public var basis: Basis

        /// Declares a rule.
        public init(minimumShare: Double = 0, byLevel: [Int: Double] = [:], basis: Basis = .parts) {
            self.minimumShare = minimumShare
            self.byLevel = byLevel
            self.basis = basis
        }

        /// One part is enough (COINr's default).
        public static let onePart = MissingRule()
        /// Greenprint's default: four fifths of the parts of an aggregate of level 2, one part above.
        public static let fourFifths = MissingRule(byLevel: [2: 0.8])

        func share(level: Int) -> Double {
            byLevel[level] ?? minimumShare
        }
    }
}

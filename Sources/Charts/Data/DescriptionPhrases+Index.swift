extension DescriptionPhrases {
    /// Sentences of a ``RankIntervalChart``.
    public struct Ranks: Sendable, Hashable {
        /// Whose interval is the widest: `{name} {low} {high} {span}`.
        public var widest: String
        /// That all intervals are equally wide: `{span}`.
        public var equal: String
        /// Where the highlighted unit stands: `{name} {nominal} {median} {low} {high}`.
        public var highlighted: String
        /// The same where no unit has a median: `{name} {nominal} {low} {high}`.
        public var withoutMedian: String
        /// How many intervals overlap with that of the first: `{name} {count} {others}`.
        public var overlap: String

        /// Creates sentences.
        public init(
            widest: String = "", equal: String = "", highlighted: String = "", withoutMedian: String = "",
            overlap: String = ""
        ) {
            self.widest = widest
            self.equal = equal
            self.highlighted = highlighted
            self.withoutMedian = withoutMedian
            self.overlap = overlap
        }
    }

    /// Sentences of a ``FrameworkTree``.
    public struct Tree: Sendable, Hashable {
        /// How large the tree is: `{name} {leaves} {levels}`.
        public var size: String
        /// The branches with the greatest and the least weight: `{greatest} {greatestShare} {least} {leastShare}`.
        public var branches: String
        /// The leaves with the greatest and the least weight, with the same placeholders.
        public var leaves: String

        /// Creates sentences.
        public init(size: String = "", branches: String = "", leaves: String = "") {
            self.size = size
            self.branches = branches
            self.leaves = leaves
        }
    }

    /// Sentences of a ``CorrelationMap``.
    public struct Correlations: Sendable, Hashable {
        /// The greatest correlation: `{first} {second} {value}`.
        public var greatest: String
        /// The least correlation, with the same placeholders.
        public var least: String
        /// How many pairs have a correlation below zero: `{count} {total}`.
        public var negative: String

        /// Creates sentences.
        public init(greatest: String = "", least: String = "", negative: String = "") {
            self.greatest = greatest
            self.least = least
            self.negative = negative
        }
    }

    /// Sentences of ``SensitivityBars``.
    public struct Sensitivity: Sendable, Hashable {
        /// Which assumption matters most: `{name} {first} {total}`.
        public var greatest: String
        /// What assumptions do only together: `{sum}` of the first-order shares, `{rest}` up to 1.
        public var interaction: String
        /// That the first-order shares leave nothing to interaction: `{sum}`.
        public var noInteraction: String

        /// Creates sentences.
        public init(greatest: String = "", interaction: String = "", noInteraction: String = "") {
            self.greatest = greatest
            self.interaction = interaction
            self.noInteraction = noInteraction
        }
    }

    /// Sentences of an ``AboveMatrix``.
    public struct Above: Sendable, Hashable {
        /// The pair whose order is least certain: `{first} {second} {value}`.
        public var closest: String
        /// How many pairs have an order that is as good as certain: `{count} {total} {limit}`.
        public var certain: String

        /// Creates sentences.
        public init(closest: String = "", certain: String = "") {
            self.closest = closest
            self.certain = certain
        }
    }
}

extension DescriptionPhrases {
    /// Sentences of a ``WaterfallChart``.
    public struct Waterfall: Sendable, Hashable {
        /// From what to what: `{start} {startValue} {end} {endValue}`.
        public var course: String
        /// Which part adds the most: `{name} {value}`.
        public var rise: String
        /// Which part takes the most: `{name} {value}`.
        public var fall: String

        /// Creates sentences.
        public init(course: String = "", rise: String = "", fall: String = "") {
            self.course = course
            self.rise = rise
            self.fall = fall
        }
    }

    /// Sentences of a ``StateChart``.
    public struct States: Sendable, Hashable {
        /// How many cells are in a state: `{name} {count} {total}`.
        public var count: String

        /// Creates sentences.
        public init(count: String = "") {
            self.count = count
        }
    }
}

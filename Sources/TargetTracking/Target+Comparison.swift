extension Target {
    /// How a value must stand to the figure of the target.
    public enum Comparison: String, Codable, CaseIterable, Sendable {
        /// At or over the figure.
        case atLeast = ">="
        /// At or under the figure.
        case atMost = "<="
        /// Under the figure.
        case below = "<"
        /// Over the figure.
        case above = ">"

        /// Whether more is better.
        public var wantsHigh: Bool {
            switch self {
            case .atLeast, .above: true
            case .atMost, .below: false
            }
        }

        /// Whether a value equal to the figure fails.
        public var isStrict: Bool {
            switch self {
            case .below, .above: true
            case .atLeast, .atMost: false
            }
        }
    }
}

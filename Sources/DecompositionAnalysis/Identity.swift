/// A total as the sum over cells of a product of factors, read from text and never evaluated as code.
///
///     identity := name ("=" | ":") product
///     product  := item { "*" item }
///     item     := factor [ "as" label ] | "sum" "(" dimension { "," dimension } ":" product ")"
///     factor   := term [ "/" term ]
///     term     := name [ "[" [ dimension { "," dimension } ] "]" ]
///
/// `name` keeps the full detail of the data, `name[region]` is the sum over every dimension not listed, `name[]` the
/// grand total. A factor outside a sum must not vary over the dimensions of that sum. A name is made of letters,
/// digits, `_`, `.` and `-`, or stands between single quotes.
public struct Identity: Hashable, Sendable {
    /// A figure of the data, at full detail or summed.
    public struct Term: Hashable, Sendable {
        /// The column.
        public let name: String
        /// The dimensions kept; `nil` for full detail.
        public let detail: [String]?

        /// Names a figure.
        public init(_ name: String, by detail: [String]? = nil) {
            self.name = name
            self.detail = detail
        }
    }

    /// A factor of the product.
    public struct Factor: Hashable, Sendable {
        /// What its effect is called; the text of the factor unless the identity says `as`.
        public let label: String
        /// The figure, or the numerator of a ratio.
        public let numerator: Term
        /// The denominator of a ratio.
        public let denominator: Term?
        /// The dimensions of the innermost sum around it; `nil` outside of all.
        public let level: [String]?
        /// The dimensions of sums that do not enclose it, over which it must be constant.
        public internal(set) var constantOver: [String] = []
        /// Where it begins in the text, in characters from 1.
        public let position: Int
    }

    /// The name of the total.
    public let target: String
    /// The factors in the order of the text.
    public let factors: [Factor]

    /// Characters a text may have.
    public static let longest = 4000
    /// Factors an identity may have.
    public static let mostFactors = 32
    /// Sums within sums.
    public static let deepest = 8
    /// The name of the row of the whole change, which no effect may have.
    public static let total = "total"

    /// Reads an identity.
    ///
    /// - Throws: `IdentityFaults`, each with its position.
    public init(_ text: String) throws(IdentityFaults) {
        var parser = try IdentityParser(text)
        try parser.parse()
        target = parser.target
        factors = parser.factors
    }

    /// The names of columns, the target first.
    public var names: [String] {
        var names = [target]
        for name in factors.flatMap({ [$0.numerator.name] + ($0.denominator.map { [$0.name] } ?? []) })
        where !names.contains(name) { names.append(name) }
        return names
    }

    /// The dimensions the text names, in its order.
    public var dimensions: [String] {
        var result: [String] = []
        for factor in factors {
            let named = (factor.level ?? []) + (factor.numerator.detail ?? []) + (factor.denominator?.detail ?? [])
            for name in named + factor.constantOver where !result.contains(name) { result.append(name) }
        }
        return result
    }

    /// Whether a factor names the total, so that the data must have it.
    public var needsTarget: Bool {
        factors.contains { $0.numerator.name == target || $0.denominator?.name == target }
    }

    /// Whether every factor is a single column, so that only the figures can tell what they multiply to.
    public var isPlain: Bool {
        factors.allSatisfy { $0.denominator == nil && $0.numerator.detail == nil }
    }
}

extension Identity.Term: CustomStringConvertible {
    /// The term as it is written.
    public var description: String {
        detail.map { name + "[" + $0.joined(separator: ",") + "]" } ?? name
    }
}

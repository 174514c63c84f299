extension Aggregation {
    /// How the scores of parts become the score of the whole. Weights are divided by their sum over the parts present;
    /// a part whose weight is zero takes no part in any method.
    public enum Method: Hashable, Sendable, Codable {
        /// sum of w s.
        case arithmetic
        /// exp(sum of w ln s); needs s > 0.
        case geometric
        /// exp(sum of w ln(s + offset)) - offset; needs s + offset > 0. The offset is a judgment of value.
        case shiftedGeometric(offset: Double)
        /// 1/(sum of w/s); needs s > 0.
        case harmonic
        /// (sum of w s^p)^(1/p); p = 0 is the geometric mean. Needs s > 0 unless p is a positive integer.
        case generalised(power: Double)
        /// The median of the parts present, unweighted.
        case median
        /// The lowest part present, unweighted.
        case minimum
        /// The sum of the parts, unweighted; missing when any part is missing, whatever the missing rule.
        case sum
        /// Ordered weighted average (Yager 1988): the weights go to the places, the best part first, one a part;
        /// with parts missing the first places keep their weights, which are divided by their sum.
        case orderedWeighted([Double])
        /// M - S^2/M, unweighted, S with divisor n (Mazziotta and Pareto 2016): unbalance lowers the score.
        case mazziottaParetoDownward
        /// M + S^2/M, unweighted, S with divisor n: unbalance raises the score, for phenomena that are bad.
        case mazziottaParetoUpward
        /// Units outranked by it minus units that outrank it, see `Outranking`; depends on the set of units.
        case copeland
        /// sum of w (rank - 1), the worst unit ranking 1, ties the lower place; depends on the set of units.
        case borda
        /// The best score any weights would give, the best unit under them 1, see `BenefitOfTheDoubt`;
        /// each part takes between `lower` and `upper` of the score. Needs s >= 0 and complete data.
        case benefitOfTheDoubt(lower: Double, upper: Double)
    }

    /// The method of each aggregate: that of the element, else that of its level, else the general one.
    public struct Methods: Hashable, Sendable, Codable {
        /// For everything not named below.
        public var general: Method
        /// By level of the aggregate: 2 for the first above the indicators.
        public var byLevel: [Int: Method]
        /// By code of the aggregate.
        public var byElement: [String: Method]

        /// Declares the methods.
        public init(_ general: Method, byLevel: [Int: Method] = [:], byElement: [String: Method] = [:]) {
            self.general = general
            self.byLevel = byLevel
            self.byElement = byElement
        }

        /// The method of an aggregate on a level.
        public func method(of element: String, level: Int) -> Method {
            byElement[element] ?? byLevel[level] ?? general
        }
    }
}

public import LinearAlgebra

/// Structural decomposition: how much of the change of a footprint between two tables each factor brought.
///
/// The amount is s L f: intensity, technology, final demand. Technology can be split into requirements H of each product,
/// whatever its origin, and trade T, the share of each origin: A = H T, likewise for final demand. Final demand of an area
/// can be split into population, level (a head, if population is a factor) and mix. Which factor changes first matters;
/// the effect of each is the mean over all orders in which they can change, which leaves no residual, with the range over
/// the orders beside it. All k! orders come from 2^k combinations of the years of the factors.
///
/// Both tables are in the prices of one year and have the same classification; the latter is checked.
///
/// Sources: E. Dietzenbacher, B. Los, Economic Systems Research 10 (1998) 307-324; Miller & Blair (2009), section 13.1;
/// trade as a factor: Oosterhaven & van der Linden, Economic Systems Research 9 (1997) 19-33.
public struct StructuralDecomposition: Sendable {
    /// What can change.
    public enum Factor: String, Hashable, Sendable, CaseIterable {
        /// s, the amount per unit of output.
        case intensity
        /// A, or with `trade` H, the requirements of products.
        case technology
        /// T, the shares of origins in the supply of each product to each user.
        case trade
        /// f, final demand, or with `trade` what is demanded of whatever origin.
        case demand
        /// The inhabitants of each area.
        case population
        /// The sum of final demand of each area, a head if `population` is a factor.
        case level
        /// What final demand of each area consists of.
        case mix
    }

    /// Over which orders of change effects are averaged.
    public enum Averaging: Hashable, Sendable {
        /// All.
        case allOrders
        /// One order and its reverse, a good approximation with fewer models.
        case polar
    }

    /// The effect of a factor.
    public struct Effect: Sendable {
        /// The factor.
        public let factor: Factor
        /// The effect by stressor and emitting industry (m x n).
        public let byIndustry: Matrix
        /// The effect on each stressor.
        public let total: [Double]
        /// The smallest effect on each stressor in any order.
        public let lowest: [Double]
        /// The largest effect on each stressor in any order.
        public let highest: [Double]
    }

    /// The effects, in the order of the factors asked for.
    public let effects: [Effect]
    /// s L f in the earlier table, by stressor and emitting industry.
    public let before: Matrix
    /// s L f in the later table.
    public let after: Matrix

    /// Decomposes the change from one table to another.
    ///
    /// - Parameters:
    ///   - earlier: the table and intensities changes start from.
    ///   - later: those they lead to; industries and stressors may stand in another order.
    ///   - factors: what changes: `technology`, either `demand` or `level` and `mix`, `intensity` unless output itself is
    ///     decomposed; `trade` and, with `level`, `population` if wanted.
    ///   - averaging: over which orders.
    /// - Throws: `InputOutputFaults` for tables that do not match, population that is not above zero, and systems without
    ///   a solution.
    public init(
        from earlier: Period, to later: Period, factors: [Factor], averaging: Averaging = .allOrders
    ) throws(InputOutputFaults) {
        let later = try later.matched(to: earlier)
        guard Self.areComplete(factors, withoutIntensity: earlier.intensities == later.intensities) else {
            throw InputOutputFaults([.incompleteFactors])
        }
        let models = try DecompositionModels(earlier, later, factors: factors)
        let combinations = Combinations(count: factors.count, averaging: averaging)
        var amounts: [Int: Matrix] = [:]
        for changed in combinations.needed { amounts[changed] = try models.amounts(changed: changed) }
        let rows = earlier.intensities.rows
        effects = factors.enumerated().map { position, factor in
            Self.effect(factor, combinations.steps(of: position), amounts, rows: rows)
        }
        before = amounts[0] ?? Matrix(rows: 0, columns: 0)
        after = amounts[combinations.all] ?? Matrix(rows: 0, columns: 0)
    }

    /// Whether factors explain all that changes, each once.
    public static func areComplete(_ factors: [Factor], withoutIntensity: Bool) -> Bool {
        let given = Set(factors)
        let isSplit = given.contains(.level) && given.contains(.mix)
        let isHalf = given.contains(.level) != given.contains(.mix)
        return given.count == factors.count && given.contains(.technology) && !isHalf
            && given.contains(.demand) != isSplit && (isSplit || !given.contains(.population))
            && (withoutIntensity || given.contains(.intensity))
    }

    /// The weighted mean of what a factor brings in each step, and its range.
    private static func effect(
        _ factor: Factor, _ steps: [Combinations.Step], _ amounts: [Int: Matrix], rows: Int
    ) -> Effect {
        var mean = Matrix(rows: rows, columns: amounts[0]?.columns ?? 0)
        var lowest = Array(repeating: Double.infinity, count: rows)
        var highest = Array(repeating: -Double.infinity, count: rows)
        for step in steps {
            guard let start = amounts[step.before], let end = amounts[step.after] else { continue }
            for row in 0..<rows {
                var sum = 0.0
                for column in 0..<mean.columns {
                    let change = end[row, column] - start[row, column]
                    mean[row, column] += step.weight * change
                    sum += change
                }
                lowest[row] = min(lowest[row], sum)
                highest[row] = max(highest[row], sum)
            }
        }
        return Effect(factor: factor, byIndustry: mean, total: mean.rowSums, lowest: lowest, highest: highest)
    }
}

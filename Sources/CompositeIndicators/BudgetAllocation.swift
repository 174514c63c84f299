/// Weights from experts who each share out a budget of points.
public struct BudgetAllocation: Hashable, Sendable {
    /// How points become weights.
    public enum Centre: String, Hashable, Sendable, Codable, CaseIterable {
        /// The mean over the experts.
        case mean
        /// The median over the experts, which no single expert can move far.
        case median
    }

    /// What to do with an expert whose points do not add up.
    public enum SumRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// Refuse.
        case exact
        /// Divide the points by their sum, and say so.
        case rescale
    }

    /// The points by expert, adding up to the budget.
    public let points: [[Double]]
    /// The experts whose points were rescaled, by position.
    public let rescaled: [Int]

    /// Reads the points.
    ///
    /// - Parameters:
    ///   - experts: by expert the points of each element, in one order; missing values are not allowed.
    ///   - budget: what the points of an expert add up to, within 1e-9 of it.
    ///   - sumRule: what to do if they do not.
    /// - Throws: `BudgetAllocationError`.
    public init(
        experts: [[Double]], budget: Double = 100, sumRule: SumRule = .exact
    ) throws(BudgetAllocationError) {
        guard let width = experts.first?.count, width > 0, budget > 0 else { throw .empty }
        var points: [[Double]] = []
        var rescaled: [Int] = []
        for (expert, row) in experts.enumerated() {
            if row.count != width { throw .wrongCount(expert: expert, found: row.count, expected: width) }
            if let element = row.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
                throw .invalidPoints(expert: expert, element: element)
            }
            let sum = row.reduce(0, +)
            if abs(sum - budget) <= 1e-9 * budget {
                points.append(row)
            } else if sumRule == .rescale, sum > 0 {
                points.append(row.map { $0 / sum * budget })
                rescaled.append(expert)
            } else {
                throw .wrongSum(expert: expert, found: sum, expected: budget)
            }
        }
        self.points = points
        self.rescaled = rescaled
    }

    /// The weights, summing to 1.
    ///
    /// - Returns: `nil` if the medians are all zero.
    public func weights(_ centre: Centre = .mean) -> [Double]? {
        let centres = byElement.map { centre == .mean ? $0.reduce(0, +) / Double($0.count) : Self.median($0) }
        let sum = centres.reduce(0, +)
        return sum > 0 ? centres.map { $0 / sum } : nil
    }

    /// The standard deviation of the points of each element over the experts, divisor n - 1; `nil` for one expert.
    public var standardDeviations: [Double]? {
        guard points.count > 1 else { return nil }
        return byElement.map { values in
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (squares / Double(values.count - 1)).squareRoot()
        }
    }

    /// The least and the most points of each element.
    public var ranges: [ClosedRange<Double>] {
        byElement.map { ($0.min() ?? 0)...($0.max() ?? 0) }
    }

    private var byElement: [[Double]] {
        (points.first ?? []).indices.map { element in points.map { $0[element] } }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// What is wrong with the points of experts. Experts and elements are given by position.
public enum BudgetAllocationError: Error, Hashable, Sendable {
    /// No experts, no elements, or no budget.
    case empty
    /// An expert with more or fewer elements than the first.
    case wrongCount(expert: Int, found: Int, expected: Int)
    /// Points that are negative or no number.
    case invalidPoints(expert: Int, element: Int)
    /// Points that do not add up to the budget.
    case wrongSum(expert: Int, found: Double, expected: Double)
}

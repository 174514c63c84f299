import LinearAlgebra

/// The best-first search of structural paths.
struct PathSearch {
    /// A path that was found.
    struct Found {
        let industries: [Int]
        let contribution: Double
        let weight: Double
    }

    /// What may be behind a chain that is not found: every path above it is.
    private(set) var cutoff = 0.0

    private let table: InputOutputTable
    private let intensities: [Double]
    private let bounds: [Double]
    private let limit: Int
    private let most: Int?
    private var waiting = PathHeap()
    /// The chains that were followed.
    private var followed: [PathHeap.Chain] = []
    /// Those whose own contribution counts, by their position in `followed`.
    private var listed: [(position: Int, contribution: Double)] = []
    /// The suppliers of an industry, by what is behind a unit of it, the largest first.
    private var suppliers: [Int32: [Supplier]] = [:]

    private struct Supplier {
        let industry: Int32
        let coefficient: Double
        let bound: Double
    }

    init(_ table: InputOutputTable, intensities: [Double], bounds: [Double], limit: Int, most: Int?) {
        self.table = table
        self.intensities = intensities
        self.bounds = bounds
        self.limit = limit
        self.most = most
    }

    /// Follows chains until nothing above the cutoff is left.
    mutating func run(demand: [Double], cutoff: Double) {
        self.cutoff = cutoff
        guard cutoff > 0 else { return }
        for (industry, amount) in demand.enumerated() where amount != 0 {
            wait(industry: Int32(industry), weight: amount, parent: -1)
        }
        while let chain = waiting.removeLargest(), chain.bound >= self.cutoff {
            guard followed.count < limit else {
                self.cutoff = max(self.cutoff, chain.bound)
                return
            }
            follow(chain)
        }
    }

    /// The paths found, ranked.
    func ranked(_ table: InputOutputTable) -> [Found] {
        let all = listed.filter { abs($0.contribution) >= cutoff }
            .map { entry in
                Found(
                    industries: industries(entry.position), contribution: entry.contribution,
                    weight: followed[entry.position].weight)
            }
            .sorted { first, second in
                guard abs(first.contribution) == abs(second.contribution) else {
                    return abs(first.contribution) > abs(second.contribution)
                }
                return Self.precedes(first.industries, second.industries, in: table)
            }
        return most.map { Array(all.prefix($0)) } ?? all
    }

    private mutating func follow(_ chain: PathHeap.Chain) {
        let position = followed.count
        followed.append(chain)
        let contribution = chain.weight * intensities[Int(chain.industry)]
        if abs(contribution) >= cutoff, contribution != 0 {
            listed.append((position, contribution))
            forgetTheSmallest()
        }
        // What is upstream of all suppliers together.
        let upstream = abs(chain.weight) * (bounds[Int(chain.industry)] - abs(intensities[Int(chain.industry)]))
        guard upstream >= cutoff * (1 - 1e-9) else { return }
        for supplier in suppliers(of: chain) {
            guard abs(chain.weight) * supplier.bound >= cutoff else { break }
            wait(industry: supplier.industry, weight: chain.weight * supplier.coefficient, parent: Int32(position))
        }
    }

    private mutating func wait(industry: Int32, weight: Double, parent: Int32) {
        let bound = abs(weight) * bounds[Int(industry)]
        guard bound >= cutoff else { return }
        waiting.insert(.init(bound: bound, weight: weight, industry: industry, parent: parent))
        if waiting.count > limit { cutoff = max(cutoff, waiting.dropSmallerHalf()) }
    }

    /// Raises the cutoff to the smallest contribution that can still be among the largest asked for.
    private mutating func forgetTheSmallest() {
        guard let most, listed.count >= max(2 * most, 64) else { return }
        listed.sort { abs($0.contribution) > abs($1.contribution) }
        cutoff = max(cutoff, abs(listed[max(most, 1) - 1].contribution))
        listed.removeAll { abs($0.contribution) < cutoff }
    }

    /// The suppliers of the upstream end of a chain. Later chains through the same industry weigh less, so that those
    /// which do not count for the first of them never do.
    private mutating func suppliers(of chain: PathHeap.Chain) -> [Supplier] {
        if let known = suppliers[chain.industry] { return known }
        let column = Int(chain.industry)
        let output = table.output[column]
        var found: [Supplier] = []
        for (row, flow) in table.flows.column(column).enumerated() where flow != 0 && output != 0 {
            let coefficient = flow / output
            let bound = coefficient * bounds[row]
            guard abs(chain.weight) * bound >= cutoff else { continue }
            found.append(Supplier(industry: Int32(row), coefficient: coefficient, bound: bound))
        }
        found.sort { $0.bound == $1.bound ? $0.industry < $1.industry : $0.bound > $1.bound }
        suppliers[chain.industry] = found
        return found
    }

    private func industries(_ position: Int) -> [Int] {
        var result: [Int] = []
        var position = position
        while position >= 0 {
            result.append(Int(followed[position].industry))
            position = Int(followed[position].parent)
        }
        return result
    }

    private static func precedes(_ first: [Int], _ second: [Int], in table: InputOutputTable) -> Bool {
        for (one, other) in zip(first, second) where one != other {
            let (label, otherLabel) = (table.industries[one], table.industries[other])
            return label.area == otherLabel.area ? label.sector < otherLabel.sector : label.area < otherLabel.area
        }
        return first.count < second.count
    }
}

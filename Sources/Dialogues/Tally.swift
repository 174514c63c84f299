import CompositeIndicators

/// The result of one question, for one party or for all together.
public struct Tally: Sendable, Hashable {
    /// One figure.
    public struct Figure: Sendable, Hashable {
        /// The option, or two joined by `:`; `nil` for the question as a whole.
        public let option: String?
        /// What is said: `weight`, `borda`, `kendall-w` ...
        public let measure: String
        /// The value; `nil` where it is not defined.
        public let value: Double?
    }

    /// The party, by position; `nil` for all together.
    public let party: Int?
    /// The number of ballots.
    public let ballots: Int
    /// Whether the figures are withheld because the group is too small.
    public let isWithheld: Bool
    /// The figures; none where withheld.
    public let figures: [Figure]
    /// The weights of the options, where the question gives weights and they are shown.
    public let weights: [Double]?

    /// The value of a figure.
    public func value(_ measure: String, _ option: String? = nil) -> Double? {
        figures.first { $0.measure == measure && $0.option == option }?.value
    }
}

extension Tally {
    /// The results of a question by party, in their order, and then of all together.
    ///
    /// Ballots must be whole: a value for each option, or for each pair i < j of options in the order (0,1), (0,2) ... .
    public static func of(
        _ question: Dialogue.Question, ballots: [Ballot], parties: Int, minimum: Int
    ) -> [Tally] {
        let groups = (0..<parties).map { party in ballots.filter { $0.party == party }.map(\.values) }
        let hidden = Anonymity.withheld(groups.map(\.count), minimum: minimum)
        let parts = groups.enumerated().map { party, values in
            Tally(question, party: party, values: values, isWithheld: hidden.contains(party))
        }
        let all = ballots.map(\.values)
        return parts + [
            Tally(question, party: nil, values: all, isWithheld: !all.isEmpty && all.count < minimum)
        ]
    }

    init(_ question: Dialogue.Question, party: Int?, values: [[Double]], isWithheld: Bool) {
        self.party = party
        ballots = values.count
        self.isWithheld = isWithheld
        guard !isWithheld, !values.isEmpty else {
            figures = []
            weights = nil
            return
        }
        let ids = question.options.map(\.id)
        switch question.kind {
        case .budget: (figures, weights) = Self.budget(ids, values, total: question.total ?? 100)
        case .pairwise: (figures, weights) = Self.pairwise(ids, values)
        case .ranking: (figures, weights) = (Self.ranking(ids, values), nil)
        case .position: (figures, weights) = (Self.position(ids, values), nil)
        }
    }

    private static func budget(_ ids: [String], _ values: [[Double]], total: Double) -> ([Figure], [Double]?) {
        guard let allocation = try? BudgetAllocation(experts: values, budget: total), let weights = allocation.weights()
        else { return ([], nil) }
        let deviations = allocation.standardDeviations
        let figures = ids.enumerated().flatMap { option, id in
            let points = values.map { $0[option] / total }.sorted()
            return [
                Figure(option: id, measure: "weight", value: weights[option]),
                Figure(option: id, measure: "weight-deviation", value: deviations.map { $0[option] / total }),
                Figure(option: id, measure: "weight-lower-quartile", value: quantile(points, 0.25)),
                Figure(option: id, measure: "weight-median", value: quantile(points, 0.5)),
                Figure(option: id, measure: "weight-upper-quartile", value: quantile(points, 0.75)),
            ]
        }
        let agreement = Concordance(values.map { $0.map { -$0 } })
        return (figures + [Figure(option: nil, measure: "kendall-w", value: agreement?.coefficient)], weights)
    }

    /// The matrix of judgments of a ballot.
    static func matrix(_ values: [Double], count: Int) -> [[Double]] {
        var matrix = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
        var position = 0
        for row in 0..<count {
            for column in (row + 1)..<max(count, row + 1) {
                matrix[row][column] = values[position]
                matrix[column][row] = 1 / values[position]
                position += 1
            }
        }
        return matrix
    }

    private static func pairwise(_ ids: [String], _ values: [[Double]]) -> ([Figure], [Double]?) {
        let matrices = values.map { matrix($0, count: ids.count) }
        guard let group = try? AnalyticHierarchy(group: matrices) else { return ([], nil) }
        let ratios = matrices.map { try? AnalyticHierarchy($0).consistencyRatio }
        let inconsistent = ratios.count { ($0 ?? nil).map { $0 >= 0.1 } ?? false }
        let single = matrices.map { (try? AnalyticHierarchy($0).weights) ?? [] }
        var figures = ids.enumerated().flatMap { option, id in
            let shares = single.compactMap { $0.indices.contains(option) ? $0[option] : nil }.sorted()
            return [
                Figure(option: id, measure: "weight", value: group.weights[option]),
                Figure(option: id, measure: "weight-lower-quartile", value: quantile(shares, 0.25)),
                Figure(option: id, measure: "weight-median", value: quantile(shares, 0.5)),
                Figure(option: id, measure: "weight-upper-quartile", value: quantile(shares, 0.75)),
            ]
        }
        figures.append(Figure(option: nil, measure: "consistency-ratio", value: group.consistencyRatio))
        figures.append(Figure(option: nil, measure: "inconsistent-ballots", value: Double(inconsistent)))
        let places = single.filter { $0.count == ids.count }.map { $0.map { -$0 } }
        figures.append(Figure(option: nil, measure: "kendall-w", value: Concordance(places)?.coefficient))
        return (figures, group.weights)
    }

    private static func ranking(_ ids: [String], _ values: [[Double]]) -> [Figure] {
        let voting = Voting(values)
        let smith = Set(voting.smithSet)
        let borda = Ranking.descending(voting.bordaPoints.map { Optional($0) })
        var figures = ids.enumerated().flatMap { option, id in
            [
                Figure(option: id, measure: "borda", value: voting.bordaPoints[option]),
                Figure(option: id, measure: "borda-rank", value: borda[option].map(Double.init)),
                Figure(
                    option: id, measure: "mean-place",
                    value: values.reduce(0) { $0 + $1[option] } / Double(values.count)),
                Figure(option: id, measure: "smith-set", value: smith.contains(option) ? 1 : 0),
                Figure(option: id, measure: "condorcet-winner", value: voting.condorcetWinner == option ? 1 : 0),
            ]
        }
        for a in ids.indices {
            for b in ids.indices where a != b {
                figures.append(
                    Figure(option: ids[a] + ":" + ids[b], measure: "prefers", value: Double(voting.wins[a][b])))
            }
        }
        let agreement = Concordance(values)
        return figures + [
            Figure(option: nil, measure: "cycle", value: voting.hasCycle ? 1 : 0),
            Figure(option: nil, measure: "kendall-w", value: agreement?.coefficient),
            Figure(option: nil, measure: "kendall-chi-square", value: agreement?.chiSquare),
            Figure(option: nil, measure: "kendall-probability", value: agreement?.probability),
        ]
    }

    private static func position(_ ids: [String], _ values: [[Double]]) -> [Figure] {
        ids.enumerated().flatMap { option, id in
            let answers = values.map { $0[option] }.sorted()
            let count = Double(answers.count)
            return [
                Figure(option: id, measure: "mean", value: answers.reduce(0, +) / count),
                Figure(option: id, measure: "median", value: quantile(answers, 0.5)),
                Figure(option: id, measure: "agree", value: Double(answers.count { $0 > 0 }) / count),
                Figure(option: id, measure: "disagree", value: Double(answers.count { $0 < 0 }) / count),
            ]
        }
    }

    /// The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996); `nil` of none.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        let place = share * Double(last)
        let low = Int(place)
        let high = min(low + 1, last)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}

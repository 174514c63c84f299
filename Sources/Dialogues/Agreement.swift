import CompositeIndicators

/// What parties have in common and where they part.
public struct Agreement: Sendable, Hashable {
    /// An option as the parties see it.
    public struct Row: Sendable, Hashable {
        /// The option.
        public let option: String
        /// The least value among the parties shown.
        public let least: Double
        /// The greatest.
        public let greatest: Double
        /// The party with the least, by position.
        public let leastParty: Int
        /// The party with the greatest.
        public let greatestParty: Int
        /// Whether a majority of every party agrees; `nil` for questions without positions.
        public let isAcceptedByAll: Bool?

        /// greatest - least.
        public var spread: Double { greatest - least }
    }

    /// A row for each option, in the order of the question; none where fewer than two parties are shown.
    public let rows: [Row]

    /// Compares the parties shown, by weight, points of Borda per ballot, or mean position.
    public init(_ question: Dialogue.Question, _ tallies: [Tally]) {
        let shown = tallies.filter { $0.party != nil && !$0.isWithheld && $0.ballots > 0 }
        guard shown.count > 1 else {
            rows = []
            return
        }
        rows = question.options.compactMap { option in
            let values = shown.compactMap { tally -> (Int, Double)? in
                guard let party = tally.party, let value = Self.value(question.kind, tally, option.id) else {
                    return nil
                }
                return (party, value)
            }
            guard let least = values.min(by: { $0.1 < $1.1 }), let greatest = values.max(by: { $0.1 < $1.1 }) else {
                return nil
            }
            let accepted = shown.allSatisfy { ($0.value("agree", option.id) ?? 0) > 0.5 }
            return Row(
                option: option.id, least: least.1, greatest: greatest.1, leastParty: least.0, greatestParty: greatest.0,
                isAcceptedByAll: question.kind == .position ? accepted : nil)
        }
    }

    /// What parties are compared by: weight, points of Borda per ballot, or mean position.
    public static func value(_ kind: Dialogue.Kind, _ tally: Tally, _ option: String) -> Double? {
        switch kind {
        case .budget, .pairwise: tally.value("weight", option)
        case .ranking: tally.value("borda", option).map { $0 / Double(max(1, tally.ballots)) }
        case .position: tally.value("mean", option)
        }
    }
}

/// The index that the weights of a group would give.
public enum IndexVariant {
    /// The weighted mean of the scores of each unit and its rank.
    ///
    ///     I_u = sum_j w_j s_uj / sum_j w_j
    ///
    /// - Parameters:
    ///   - scores: by unit the score of each element; a unit with a missing score has no index.
    ///   - weights: of the elements.
    public static func indices(_ scores: [[Double?]], weights: [Double]) -> (scores: [Double?], ranks: [Int?]) {
        let sum = weights.reduce(0, +)
        let values = scores.map { row -> Double? in
            guard sum > 0, row.count == weights.count else { return nil }
            var total = 0.0
            for (score, weight) in zip(row, weights) {
                guard let score else { return nil }
                total += score * weight
            }
            return total / sum
        }
        return (values, Ranking.descending(values))
    }
}

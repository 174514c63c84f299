/// Ranking units by score, before any rounding.
public enum Ranking {
    /// Places in descending order: 1 for the highest score; equal scores share the best place ("1, 2, 2, 4").
    ///
    /// Scores closer than 1e-9 of the range of all scores count as equal, so that noise of the last binary digit
    /// does not split a tie.
    ///
    /// - Returns: `nil` for a missing score.
    public static func descending(_ scores: [Double?]) -> [Int?] {
        let present = scores.compactMap { $0 }
        guard let highest = present.max(), let lowest = present.min() else { return scores.map { _ in nil } }
        let tolerance = 1e-9 * (highest - lowest)
        let sorted = present.sorted(by: >)
        return scores.map { score in
            guard let score else { return nil }
            let better = sorted.partitioningIndex { $0 <= score + tolerance }
            return better + 1
        }
    }

    /// Places among the scores of the same label only, such as those of one year of a panel.
    ///
    /// - Parameter labels: as many as scores.
    public static func descending(_ scores: [Double?], within labels: [Int]) -> [Int?] {
        var ranks: [Int?] = Array(repeating: nil, count: scores.count)
        for positions in Dictionary(grouping: scores.indices.prefix(labels.count), by: { labels[$0] }).values {
            for (position, rank) in zip(positions, descending(positions.map { scores[$0] })) { ranks[position] = rank }
        }
        return ranks
    }
}

extension Array {
    /// The first index at which `predicate` holds, given that it holds from there on.
    fileprivate func partitioningIndex(_ predicate: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

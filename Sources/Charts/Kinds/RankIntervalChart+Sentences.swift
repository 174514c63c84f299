extension RankIntervalChart {
    /// Returns whose interval is the widest, where the highlighted unit stands, and how many overlap with the first.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        let ordered = order.map { rows[$0] }
        let missing = ordered.count { $0.interval == nil }
        guard missing < ordered.count else { return [Template.filled(phrases.noValues, ["name": titles.interval])] }
        return [
            widest(ordered, phrases.ranks), highlight(phrases.ranks), overlap(ordered, phrases.ranks),
            missing > 0
                ? Template.filled(phrases.missing, ["name": titles.interval, "count": "\(missing)"]) : "",
        ]
    }

    private func widest(_ ordered: [RankIntervalRow], _ phrases: DescriptionPhrases.Ranks) -> String {
        let spans = ordered.compactMap { row in row.interval.map { (row, $0, $0.upperBound - $0.lowerBound) } }
        guard spans.count > 1, let first = spans.first else { return "" }
        guard spans.contains(where: { $0.2 != first.2 }) else {
            return Template.filled(phrases.equal, ["span": text(first.2)])
        }
        let (row, interval, span) = spans.dropFirst().reduce(first) { $1.2 > $0.2 ? $1 : $0 }
        return Template.filled(
            phrases.widest,
            [
                "name": row.label, "low": text(interval.lowerBound), "high": text(interval.upperBound),
                "span": text(span),
            ])
    }

    private func highlight(_ phrases: DescriptionPhrases.Ranks) -> String {
        guard let highlighted, rows.indices.contains(highlighted), let interval = rows[highlighted].interval else {
            return ""
        }
        let row = rows[highlighted]
        return Template.filled(
            hasMedian ? phrases.highlighted : phrases.withoutMedian,
            [
                "name": row.label, "nominal": text(row.nominal), "median": text(row.median),
                "low": text(interval.lowerBound), "high": text(interval.upperBound),
            ])
    }

    private func overlap(_ ordered: [RankIntervalRow], _ phrases: DescriptionPhrases.Ranks) -> String {
        guard
            let leader = ordered.first, leader.nominal.finite != nil, let interval = leader.interval, ordered.count > 1
        else { return "" }
        let count = ordered.dropFirst().count { $0.interval?.overlaps(interval) == true }
        return Template.filled(
            phrases.overlap, ["name": leader.label, "count": "\(count)", "others": "\(ordered.count - 1)"])
    }
}

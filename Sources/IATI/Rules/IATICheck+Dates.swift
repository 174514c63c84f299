import StatisticalData

extension IATICheck {
    /// The day of a date or date-time; `nil` for what is none.
    static func day(_ text: String) -> Int? {
        guard let date = KnownDate(text.prefix(10)), date.precision == .day else { return nil }
        return date.latestDay
    }

    private func text(_ node: XPathNode) -> String { XPathEvaluation(tree: tree).text(node) }

    /// Dates after the day of the check.
    func future(_ nodes: [XPathNode]) -> [Breach] {
        nodes.compactMap { node in
            guard let day = Self.day(text(node)), day > now.latestDay else { return nil }
            return Breach(node: node, arguments: ["found": text(node), "now": now.description])
        }
    }

    /// Dates of the first after one of the second.
    func disordered(_ first: [XPathNode], _ second: [XPathNode]) -> [Breach] {
        first.compactMap { node in
            guard let start = Self.day(text(node)) else { return nil }
            let earlier = second.first { Self.day(text($0)).map { $0 < start } ?? false }
            return earlier.map { Breach(node: node, arguments: ["from": text(node), "until": text($0)]) }
        }
    }

    /// Dates outside of a period.
    func outside(_ dates: [XPathNode], _ starts: [XPathNode], _ ends: [XPathNode]) -> [Breach] {
        guard let start = starts.first.flatMap({ Self.day(text($0)) }),
            let end = ends.first.flatMap({ Self.day(text($0)) })
        else { return [] }
        return dates.compactMap { node in
            guard let day = Self.day(text(node)), day < start || day > end else { return nil }
            return Breach(node: node, arguments: ["found": text(node)])
        }
    }

    /// A period of more than 365 days between its start and its end.
    func long(_ starts: [XPathNode], _ ends: [XPathNode]) -> [Breach] {
        guard let first = starts.first, let last = ends.first, let start = Self.day(text(first)),
            let end = Self.day(text(last)), end - start > 365
        else { return [] }
        return [Breach(node: last, arguments: ["found": String(end - start)])]
    }
}

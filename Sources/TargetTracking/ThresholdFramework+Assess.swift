extension ThresholdFramework {
    /// Where a park stands in one state, current or intended.
    public struct Assessment: Hashable, Sendable, Codable {
        /// The lines, in the order of the framework.
        public let lines: [Line]
        /// The whole in a word.
        public let verdict: Verdict
    }

    /// A line of an assessment.
    public struct Line: Hashable, Sendable, Codable {
        /// The indicator.
        public let indicator: Indicator
        /// The status.
        public let status: Status
        /// The signed gap to the benchmark, positive where it is better; `nil` where it is not defined.
        public let gap: Double?
    }

    /// The whole in a word.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// All that applies is met.
        case benchmarkReached = "benchmark reached"
        /// All prerequisites that apply are met.
        case prerequisitesComplete = "prerequisites complete"
        /// A prerequisite is not met, or there are no data on it.
        case prerequisitesMissing = "prerequisites missing"
    }

    /// Counts and shares of some lines.
    public struct Share: Hashable, Sendable, Codable {
        /// The lines that apply.
        public let applicable: Int
        /// Those met.
        public let met: Int
        /// Those without data.
        public let noData: Int

        /// met/applicable: no data counts as not met; `nil` when nothing applies.
        public var strict: Double? {
            applicable == 0 ? nil : Double(met) / Double(applicable)
        }

        /// met/(applicable - no data); `nil` when nothing applies or nothing is known.
        public var known: Double? {
            applicable == noData ? nil : Double(met) / Double(applicable - noData)
        }
    }

    /// Sets the values of a park against the benchmarks; an indicator without a value has no data.
    ///
    /// - Throws: `ThresholdFaults` with everything wrong with list and values.
    public func assess(_ values: [String: Value]) throws(ThresholdFaults) -> Assessment {
        let faults = faults(in: values)
        if !faults.isEmpty { throw ThresholdFaults(list: faults) }
        let lines = indicators.map { indicator in
            let value = values[indicator.id]
            return Line(
                indicator: indicator, status: Self.status(of: value, by: indicator.rule),
                gap: value.flatMap { indicator.rule.gap(of: $0) })
        }
        return Assessment(lines: lines, verdict: Self.verdict(lines))
    }

    private static func status(of value: Value?, by rule: Rule) -> Status {
        guard let value else { return .noData }
        if case .notApplicable = value { return .notApplicable }
        return rule.isMet(by: value) == true ? .met : .notMet
    }

    private static func verdict(_ lines: [Line]) -> Verdict {
        func areMet(_ lines: [Line]) -> Bool { lines.allSatisfy { [.met, .notApplicable].contains($0.status) } }
        if areMet(lines) { return .benchmarkReached }
        let prerequisites = lines.filter { $0.indicator.kind == .prerequisite }
        return areMet(prerequisites) ? .prerequisitesComplete : .prerequisitesMissing
    }

    /// The places of parks by a share, 1 for the highest; ties share the best place, a park without a share has none.
    ///
    /// Shares are compared as fractions, so that equal ones tie exactly.
    public static func places(_ shares: [Share]) -> [Int?] {
        shares.map { own in
            guard own.applicable > 0 else { return nil }
            return 1 + shares.count { $0.applicable > 0 && $0.met * own.applicable > own.met * $0.applicable }
        }
    }
}

extension ThresholdFramework.Assessment {
    /// Counts and shares of a category and kind; all of them where none is given.
    public func share(
        category: String? = nil, kind: ThresholdFramework.Kind? = nil
    ) -> ThresholdFramework.Share {
        let chosen = lines.filter { line in
            (category.map { $0 == line.indicator.category } ?? true) && (kind.map { $0 == line.indicator.kind } ?? true)
        }
        return ThresholdFramework.Share(
            applicable: chosen.count { $0.status != .notApplicable }, met: chosen.count { $0.status == .met },
            noData: chosen.count { $0.status == .noData })
    }

    /// What is not met, in the order to mend it: prerequisites first, then by gap closed per unit of cost, the largest
    /// first; what has no cost or no gap follows in the order of the framework.
    public func measures(costs: [String: Double] = [:]) -> [ThresholdFramework.Line] {
        func worth(_ line: ThresholdFramework.Line) -> Double? {
            guard let cost = costs[line.indicator.id], cost > 0, let gap = line.gap else { return nil }
            return -gap / cost
        }
        let open = lines.filter { $0.status == .notMet }
        let ordered = open.enumerated().filter { $0.element.indicator.kind == .performance }.sorted { left, right in
            let (first, second) = (worth(left.element) ?? -.infinity, worth(right.element) ?? -.infinity)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        return open.filter { $0.indicator.kind == .prerequisite } + ordered
    }
}

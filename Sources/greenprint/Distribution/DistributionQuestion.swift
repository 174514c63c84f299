import DistributionAnalysis

/// A measure of `greenprint distribution` as written: `gini`, `fgt:0:9000`, `atkinson:1`, `theil-within`.
struct DistributionQuestion {
    /// What is computed.
    enum Kind {
        case measure(DistributionMeasure)
        case theilWithin, theilBetween, mldWithin, mldBetween
    }

    let text: String
    let kind: Kind

    /// Whether it needs groups.
    var needsGroups: Bool {
        if case .measure = kind { false } else { true }
    }

    init?(_ text: String) {
        self.text = text
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.dropFirst().map { Double($0) }
        switch (parts[0], numbers.count) {
        case ("theil-within", 0): kind = .theilWithin
        case ("theil-between", 0): kind = .theilBetween
        case ("mld-within", 0): kind = .mldWithin
        case ("mld-between", 0): kind = .mldBetween
        default:
            guard let measure = Self.measure(parts[0], numbers) else { return nil }
            kind = .measure(measure)
        }
    }

    private static func measure(_ name: String, _ numbers: [Double?]) -> DistributionMeasure? {
        let plain: [String: DistributionMeasure] = [
            "mean": .mean, "median": .median, "gini": .gini, "gini-sample": .giniSample, "theil": .theil, "mld": .mld,
            "ge2": .ge2, "hoover": .hoover, "palma": .palma, "s80s20": .s80s20,
        ]
        if numbers.isEmpty { return plain[name] }
        let values = numbers.compactMap { $0 }.filter(\.isFinite)
        guard values.count == numbers.count else { return nil }
        switch (name, values.count) {
        case ("fgt", 2): return values[0] >= 0 && values[1] > 0 ? .fgt(values[0], line: values[1]) : nil
        case ("watts", 1): return values[0] > 0 ? .watts(line: values[0]) : nil
        case ("atkinson", 1): return values[0] > 0 ? .atkinson(values[0]) : nil
        default: return nil
        }
    }
}

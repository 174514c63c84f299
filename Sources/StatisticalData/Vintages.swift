/// The rule by which one of several vintages of a figure is taken.
public enum Vintages {
    /// The newest of the vintages of one series and period: the latest date known; on one date the stronger source,
    /// then the more final figure, then the later row.
    public static func newest(_ vintages: some Collection<Observation>) -> Observation? {
        vintages.max(by: precedes)
    }

    /// Whether `left` gives way to `right`.
    public static func precedes(_ left: Observation, _ right: Observation) -> Bool {
        if left.knownOn.latestDay != right.knownOn.latestDay { return left.knownOn.latestDay < right.knownOn.latestDay }
        if left.trust != right.trust { return left.trust > right.trust }
        if left.revision != right.revision { return finality(left.revision) < finality(right.revision) }
        return left.place < right.place
    }

    private static func finality(_ revision: Revision) -> Int {
        switch revision {
        case .imputed: 0
        case .estimated: 1
        case .preliminary: 2
        case .revised: 3
        case .final: 4
        }
    }
}

/// How far a figure is on its way to being final: the first of the two marks of an observation.
public enum Revision: String, Codable, CaseIterable, Sendable {
    /// First published, to be revised.
    case preliminary
    /// Replaced an earlier figure, for instance after a census, and may change again.
    case revised
    /// Stands.
    case final
    /// Computed or estimated by somebody, not counted.
    case estimated
    /// Put in the place of a missing figure by a method.
    case imputed
}

/// How far the source of a figure can be trusted: the second mark of an observation, from strong to weak.
public enum Trust: String, Codable, CaseIterable, Sendable, Comparable {
    /// Read on a page of the office responsible.
    case official
    /// The official text, read on another site.
    case officialViaMirror = "official-via-mirror"
    /// Read in a newspaper, a portal or a news page.
    case press
    /// Arithmetic on other figures; the note gives it.
    case computed
    /// From memory, and an independent arithmetic check holds.
    case recalledAndChecked = "recalled-and-checked"
    /// The source prints something impossible; the note says how it is read.
    case doubtful
    /// From memory or one weak source, no check possible. Never shown without its mark.
    case unverified

    /// The place in the order from strong (0) to weak.
    public var rank: Int {
        Self.allCases.firstIndex(of: self) ?? Self.allCases.count
    }

    /// `official < unverified`: the greater, the weaker.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    /// The weakest of several: what a figure computed from all of them can claim. `official` for none.
    public static func weakest(of marks: some Sequence<Trust>) -> Trust {
        marks.max() ?? .official
    }
}

/// What a printed sign says of a figure that is not exact.
public enum Qualifier: String, Codable, CaseIterable, Sendable {
    /// The true figure is smaller.
    case lessThan = "<"
    /// The true figure is greater.
    case greaterThan = ">"
    /// About.
    case about = "~"
}

/// What was done to the level of an indicator to get the figure (SDMX: TRANSFORMATION).
public enum Transformation: String, Codable, CaseIterable, Sendable {
    /// The level itself, in the unit of the indicator.
    case level
    /// Change on the year before, per cent.
    case annualChange = "annual-change"
    /// Change over several years counted together, per cent.
    case cumulativeChange = "cumulative-change"
    /// Change over the period, in the unit of the indicator.
    case absoluteChange = "absolute-change"
    /// Amount accumulated over the period, in the unit of the indicator.
    case cumulativeAmount = "cumulative-amount"

    /// Whether figures are in per cent, whatever the unit of the indicator.
    public var isPercentage: Bool {
        self == .annualChange || self == .cumulativeChange
    }
}

public import StatisticalData

/// A change a programme works for: an outcome, or an output that serves one.
public struct ProgrammeResult: Hashable, Sendable, Identifiable {
    /// How far it is from what the programme itself does.
    public enum Level: String, Sendable, CaseIterable {
        /// What the programme delivers.
        case output
        /// What changes thereby.
        case outcome
        /// What it is all for.
        case impact
    }

    /// The slug.
    public let id: String
    /// The level.
    public let level: Level
    /// The result it serves.
    public let parent: String?
    /// The name.
    public let name: LocalisedText
    /// The row.
    public let place: Place

    /// Makes a result.
    public init(id: String, level: Level, parent: String?, name: LocalisedText, place: Place) {
        self.id = id
        self.level = level
        self.parent = parent
        self.name = name
        self.place = place
    }
}

/// How a result is seen. Its figures are never typed: they are a series of the ledger, a result of a study, or counted
/// from the register of activities.
public struct ProgrammeIndicator: Hashable, Sendable, Identifiable {
    /// Where figures come from.
    public enum Evidence: Hashable, Sendable {
        /// A series of the ledger.
        case series(SeriesKey)
        /// A value of a study; the period is that asked for.
        case study(study: String, item: String, measure: String, area: Area.ID)
        /// A count of the register of activities.
        case register(Register)
    }

    /// What is counted in the register.
    public struct Register: Hashable, Sendable {
        /// What is counted.
        public enum Subject: String, Sendable, CaseIterable {
            /// Activities.
            case activities
            /// People taking part, as published: a lower bound where only "more than" was.
            case participants
            /// Different organisations taking part.
            case organisations
        }

        /// What is counted.
        public let subject: Subject
        /// Only activities of this kind.
        public let kind: Activity.Kind?
        /// Only activities of this area of work.
        public let workArea: String?

        /// Makes a rule of counting.
        public init(subject: Subject, kind: Activity.Kind?, workArea: String?) {
            self.subject = subject
            self.kind = kind
            self.workArea = workArea
        }
    }

    /// The slug.
    public let id: String
    /// The result it shows.
    public let result: String
    /// The name.
    public let name: LocalisedText
    /// The unit.
    public let unit: UnitOfMeasure
    /// Where its figures come from.
    public let evidence: Evidence
    /// Which way is better.
    public let direction: Indicator.Direction
    /// The period of the baseline; `nil` when there is none.
    public let baseline: Period?
    /// The period of the target.
    public let period: Period
    /// The value to reach; `nil` when none was set.
    public let target: Double?
    /// How far the target can be trusted.
    public let targetTrust: Trust
    /// Where the target was read.
    public let targetSource: Source.ID?
    /// Numbers of the Sustainable Development Goals it informs.
    public let goals: [Int]
    /// A remark.
    public let note: LocalisedText?
    /// The row.
    public let place: Place

    /// Makes an indicator.
    public init(
        id: String, result: String, name: LocalisedText, unit: UnitOfMeasure, evidence: Evidence,
        direction: Indicator.Direction, baseline: Period?, period: Period, target: Double?, targetTrust: Trust,
        targetSource: Source.ID?, goals: [Int], note: LocalisedText?, place: Place
    ) {
        self.id = id
        self.result = result
        self.name = name
        self.unit = unit
        self.evidence = evidence
        self.direction = direction
        self.baseline = baseline
        self.period = period
        self.target = target
        self.targetTrust = targetTrust
        self.targetSource = targetSource
        self.goals = goals
        self.note = note
        self.place = place
    }
}

/// What may go wrong, or what is taken for granted.
public struct ProgrammeRisk: Hashable, Sendable, Identifiable {
    /// Risk or assumption.
    public enum Kind: String, Sendable, CaseIterable {
        /// May go wrong.
        case risk
        /// Is taken for granted.
        case assumption
    }

    /// How likely, or how grave.
    public enum Grade: String, Sendable, CaseIterable {
        /// Little.
        case low
        /// In between.
        case medium
        /// Much.
        case high
    }

    /// The slug.
    public let id: String
    /// The result it is about.
    public let result: String
    /// The kind.
    public let kind: Kind
    /// What it is.
    public let text: LocalisedText
    /// How likely.
    public let likelihood: Grade?
    /// How grave.
    public let impact: Grade?
    /// What is done about it.
    public let response: LocalisedText?

    /// Makes a risk.
    public init(
        id: String, result: String, kind: Kind, text: LocalisedText, likelihood: Grade?, impact: Grade?,
        response: LocalisedText?
    ) {
        self.id = id
        self.result = result
        self.kind = kind
        self.text = text
        self.likelihood = likelihood
        self.impact = impact
        self.response = response
    }
}

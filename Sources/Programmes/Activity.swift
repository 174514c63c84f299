public import StatisticalData

/// Something a programme did or plans: a workshop, an academy, a report, a policy, an exchange.
public struct Activity: Hashable, Sendable, Identifiable {
    /// The slug of an activity; part of its IATI identifier, so it never changes.
    public typealias ID = Identifier<Activity>

    /// What kind of activity it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A decision or document of a government or of the partnership.
        case policy
        /// A study or report.
        case report
        /// A meeting that works on a subject.
        case workshop
        /// Training.
        case academy
        /// An exchange with other regions or countries.
        case exchange
    }

    /// What the date printed stands for.
    public enum DatePrecision: String, Sendable, CaseIterable {
        /// The day.
        case day
        /// The first of several days.
        case start
        /// The day on which the page was posted; the activity was on or before it.
        case posted
        /// The month.
        case month
        /// The year.
        case year
        /// About that day.
        case approximate = "approx"
    }

    /// The slug.
    public let id: ID
    /// The kind.
    public let kind: Kind
    /// The title.
    public let title: LocalisedText
    /// The date, the first one of several.
    public let from: KnownDate
    /// The last day; `nil` when none is recorded.
    public let until: KnownDate?
    /// What `from` stands for.
    public let precision: DatePrecision
    /// Whether it is only planned.
    public let isPlanned: Bool
    /// The organisation in the lead.
    public let lead: Organisation.ID
    /// The area of work, one of the programme's.
    public let workArea: String
    /// The areas it took place in or is about.
    public let places: [Area.ID]
    /// Numbers of the Sustainable Development Goals it contributes to.
    public let goals: [Int]
    /// Where it was read.
    public let source: Source.ID?
    /// How far the row can be trusted.
    public let trust: Trust
    /// A remark: doubts about dates, partners, places.
    public let note: LocalisedText?
    /// The row.
    public let place: Place

    /// Makes an activity.
    public init(
        id: ID, kind: Kind, title: LocalisedText, from: KnownDate, until: KnownDate?, precision: DatePrecision,
        isPlanned: Bool, lead: Organisation.ID, workArea: String, places: [Area.ID], goals: [Int],
        source: Source.ID?, trust: Trust, note: LocalisedText?, place: Place
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.from = from
        self.until = until
        self.precision = precision
        self.isPlanned = isPlanned
        self.lead = lead
        self.workArea = workArea
        self.places = places
        self.goals = goals
        self.source = source
        self.trust = trust
        self.note = note
        self.place = place
    }

    /// The calendar year in which it began.
    public var year: Int { from.year }
}

extension KnownDate {
    /// The calendar year.
    public var year: Int { Int(description.prefix(4)) ?? 0 }

    /// The first day the date may mean: 1 January of a year, the first of a month.
    public var firstDay: KnownDate {
        switch precision {
        case .year: KnownDate(description + "-01-01") ?? self
        case .month: KnownDate(description + "-01") ?? self
        case .day: self
        }
    }

    /// The last day the date may mean.
    public var lastDay: KnownDate { KnownDate(latestDay: latestDay, precision: .day) }
}

/// An organisation's part in an activity.
public struct Participation: Hashable, Sendable {
    /// The part.
    public enum Role: String, Sendable, CaseIterable {
        /// Pays.
        case funding
        /// Answers for it.
        case accountable
        /// Passes money on.
        case extending
        /// Carries it out.
        case implementing
    }

    /// The activity.
    public let activity: Activity.ID
    /// The organisation.
    public let organisation: Organisation.ID
    /// The part.
    public let role: Role

    /// Makes a part.
    public init(activity: Activity.ID, organisation: Organisation.ID, role: Role) {
        self.activity = activity
        self.organisation = organisation
        self.role = role
    }
}

/// How many people of one group took part.
public struct Attendance: Hashable, Sendable {
    /// The sex counted.
    public enum Sex: String, Sendable, CaseIterable {
        /// Women.
        case female
        /// Men.
        case male
        /// Not told apart where it was published.
        case notRecorded = "not-recorded"
    }

    /// The activity.
    public let activity: Activity.ID
    /// The sex.
    public let sex: Sex
    /// The kind of organisation the people come from; `not-recorded` when not told apart.
    public let group: String
    /// How many.
    public let count: Int
    /// Whether the count is exact.
    public let qualifier: Qualifier?

    /// Makes a count.
    public init(activity: Activity.ID, sex: Sex, group: String, count: Int, qualifier: Qualifier?) {
        self.activity = activity
        self.sex = sex
        self.group = group
        self.count = count
        self.qualifier = qualifier
    }
}

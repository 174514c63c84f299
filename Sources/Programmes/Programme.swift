public import StatisticalData

/// A programme: who does what, to which results, with what money.
public struct Programme: Sendable, Hashable {
    /// What `programme.yaml` says.
    public struct Header: Sendable, Hashable, Codable {
        /// The slug, part of identifiers.
        public let id: String
        /// The title.
        public let title: LocalisedText
        /// What it is about.
        public let summary: LocalisedText
        /// The organisation that reports.
        public let reporting: String
        /// The organisation that answers for it; the reporting one without.
        public let accountable: String?
        /// The first day.
        public let from: KnownDate
        /// The last day.
        public let until: KnownDate
        /// The day of the last change to its records.
        public let updated: KnownDate
        /// The country, two letters of ISO 3166-1.
        public let country: String
        /// The areas of work.
        public let workAreas: [WorkArea]
        /// The goals it serves.
        public let goals: [Int]

        /// The names in the file.
        enum CodingKeys: String, CodingKey {
            case id
            case title
            case summary
            case reporting
            case accountable
            case from
            case until
            case updated
            case country
            case workAreas = "work-areas"
            case goals
        }
    }

    /// An area of work.
    public struct WorkArea: Sendable, Hashable, Codable, Identifiable {
        /// The slug.
        public let id: String
        /// The name.
        public let name: LocalisedText
        /// The five digits of the DAC's list of purposes.
        public let sector: String
    }

    /// The header.
    public let header: Header
    /// The organisations.
    public let organisations: [Organisation]
    /// The activities, in the order of the file.
    public let activities: [Activity]
    /// Parts other than the lead.
    public let participations: [Participation]
    /// Counts of people.
    public let attendances: [Attendance]
    /// The results.
    public let results: [ProgrammeResult]
    /// The indicators.
    public let indicators: [ProgrammeIndicator]
    /// The money.
    public let money: [MoneyFlow]
    /// Risks and assumptions.
    public let risks: [ProgrammeRisk]

    /// Puts a programme together.
    public init(
        header: Header, organisations: [Organisation], activities: [Activity], participations: [Participation],
        attendances: [Attendance], results: [ProgrammeResult], indicators: [ProgrammeIndicator],
        money: [MoneyFlow], risks: [ProgrammeRisk]
    ) {
        self.header = header
        self.organisations = organisations
        self.activities = activities
        self.participations = participations
        self.attendances = attendances
        self.results = results
        self.indicators = indicators
        self.money = money
        self.risks = risks
    }

    /// The organisation with this slug.
    public func organisation(_ id: Organisation.ID) -> Organisation? {
        organisations.first { $0.id == id }
    }

    /// The organisations of an activity, the lead first.
    public func organisations(of activity: Activity) -> [Organisation.ID] {
        [activity.lead]
            + participations.filter { $0.activity == activity.id && $0.organisation != activity.lead }
            .map(\.organisation)
    }

    /// The activities in the order of their dates.
    public var timeline: [Activity] {
        activities.sorted { ($0.from.firstDay, $0.from, $0.id) < ($1.from.firstDay, $1.from, $1.id) }
    }
}

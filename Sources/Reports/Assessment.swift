public import Programmes
public import Responsibilities
public import StatisticalData
public import Studies

/// Everything a report shows: registries, results, sources, the files that are cited.
public struct Assessment: Sendable {
    /// The name of the workspace.
    public let name: LocalisedText
    /// The area it is about.
    public let homeArea: Area.ID
    /// The areas.
    public let areas: AreaHierarchy
    /// The indicators, by id.
    public let indicators: [Indicator.ID: Indicator]
    /// The sources, sorted by id.
    public let sources: [Source]
    /// The number of observations of each source.
    public let observationCounts: [Source.ID: Int]
    /// The results, in the order of the chapters.
    public let results: [ResultIndex]
    /// The languages, the workspace's own first.
    public let languages: [Language]
    /// The ids of the studies that are main chapters.
    public let chapters: [String]
    /// The files that figures lead back to.
    public let files: [CitedFile]
    /// What revisions changed; `nil` where the workspace names no dates to compare.
    public let revisions: RevisionReview?
    /// What is owed on a date; `nil` where the workspace declares no responsibilities.
    public let duties: Duties?
    /// The courses.
    public var courses: [CourseChapter] = []
    /// The good practices.
    public var cases: [CaseChapter] = []
    /// What partners sent in signed packages.
    public var partners: [PartnerChapter] = []

    /// What is owed on a date.
    public struct Duties: Sendable {
        /// The date.
        public let on: KnownDate
        /// What is owed.
        public let obligations: [Obligation]

        /// Puts them together.
        public init(on: KnownDate, obligations: [Obligation]) {
            self.on = on
            self.obligations = obligations
        }
    }

    /// The programme; `nil` where the workspace has none.
    public let programme: ProgrammeReport?
    /// The dialogues.
    public let dialogues: [DialogueReport]

    /// A programme and how its indicators stand.
    public struct ProgrammeReport: Sendable {
        /// The programme.
        public let programme: Programme
        /// How its indicators stand.
        public let deliveries: [IndicatorDelivery]

        /// Puts them together.
        public init(programme: Programme, deliveries: [IndicatorDelivery]) {
            self.programme = programme
            self.deliveries = deliveries
        }
    }

    /// Puts an assessment together.
    public init(
        name: LocalisedText, homeArea: Area.ID, areas: AreaHierarchy, indicators: [Indicator], sources: [Source],
        observationCounts: [Source.ID: Int], results: [StudyResult], languages: [Language],
        chapters: [String], files: [CitedFile], revisions: RevisionReview? = nil, duties: Duties? = nil,
        programme: ProgrammeReport? = nil, dialogues: [DialogueReport] = []
    ) {
        self.name = name
        self.homeArea = homeArea
        self.areas = areas
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.sources = sources
        self.observationCounts = observationCounts
        self.results = results.map { ResultIndex($0) }
        let values = results.flatMap(\.values)
        trustByAddress = Dictionary(
            values.map { (Links(from: "").explanation($0.key), $0.trust) }, uniquingKeysWith: { max($0, $1) })
        self.languages = languages + Language.allCases.filter { !languages.contains($0) }
        self.chapters = chapters
        self.files = files
        self.revisions = revisions
        self.duties = duties
        self.programme = programme
        self.dialogues = dialogues
    }

    /// The weakest trust of every value, by the address of its explanation below a language's folder.
    let trustByAddress: [String: Trust]

    /// The latest date on which any figure used became known.
    var dataKnownOn: KnownDate? {
        results.compactMap(\.result.dataKnownOn).max()
    }
}

public import StatisticalData

/// What revisions did to a workspace between two dates.
public struct RevisionReview: Sendable {
    /// The earlier date.
    public let from: KnownDate
    /// The later date; `nil` for the newest figures.
    public let to: KnownDate?
    /// The figures of the home area whose first and newest vintage differ.
    public let figures: [FigureChange]
    /// What differs in the results of the studies.
    public let studies: [StudyChanges]

    /// What differs in the results of one study.
    public struct StudyChanges: Sendable {
        /// The study.
        public let study: String
        /// The values that differ.
        public let changes: [ResultChange]
        /// The study's result on the later date, for names and addresses.
        public let after: StudyResult?
        /// Why the study could not be computed as known on one of the dates, as warnings; empty when it could.
        public let faults: [Fault]

        /// Puts the differences of a study together.
        public init(study: String, changes: [ResultChange], after: StudyResult?, faults: [Fault]) {
            self.study = study
            self.changes = changes
            self.after = after
            self.faults = faults.map { Fault($0.code, at: $0.place, severity: .warning, $0.arguments) }
        }
    }

    /// Puts a review together.
    public init(from: KnownDate, to: KnownDate?, figures: [FigureChange], studies: [StudyChanges]) {
        self.from = from
        self.to = to
        self.figures = figures
        self.studies = studies
    }
}

public import Reports
import StatisticalData
public import Studies
public import Workspaces

/// What a report tells of a workspace: the one place where what is computed and what is shown meet.
public struct Publication: Sendable {
    /// What the pages show.
    public let assessment: Assessment
    /// The results of all studies.
    public let results: [StudyResult]
    /// Courses that are at fault and not shown; `cases` for the case library.
    public let leftOut: [String]

    /// Runs all studies of `open` and puts together what is told of them.
    ///
    /// - Throws: `Faults` of the studies, and a `Fault` for a file that cannot be read.
    public init(of open: OpenWorkspace) throws {
        let workspace = open.workspace
        let results = try open.results()
        let revisions = try open.revisionReview(results)
        let files = try open.citations(of: results, and: revisions?.figures ?? []).map {
            try CitedFile(path: $0.file, data: $0.data, cited: $0.lines)
        }
        self.results = results
        var assessment = Assessment(
            name: workspace.configuration.name, homeArea: workspace.configuration.area, areas: workspace.areas,
            indicators: workspace.indicators, sources: workspace.sources.values.sorted { $0.id < $1.id },
            observationCounts: try open.observationCounts(), results: results,
            languages: workspace.configuration.languages ?? [],
            chapters: workspace.configuration.chapters ?? results.map(\.study), files: files,
            revisions: revisions, duties: try Self.duties(open, results), programme: try Self.programme(open, results),
            dialogues: try Self.dialogues(open, results))
        let (courses, faulty) = try CourseChapters(open).all()
        let cases = try CaseChapters.all(open)
        assessment.courses = courses
        assessment.cases = cases ?? []
        leftOut = faulty + (cases == nil ? ["cases"] : [])
        assessment.partners = try workspace.partners().map { partner in
            PartnerChapter(
                id: partner.id, title: partner.title, signer: partner.signer.name,
                fingerprint: partner.signer.verifying.fingerprint, observations: partner.observations,
                studies: partner.studies)
        }
        self.assessment = assessment
    }

    private static func programme(
        _ open: OpenWorkspace, _ results: [StudyResult]
    ) throws -> Assessment.ProgrammeReport? {
        try open.workspace.programme.map {
            Assessment.ProgrammeReport(programme: $0, deliveries: try open.deliveries(results))
        }
    }

    /// The dialogues with their tallies; faulty ballots stop the report, as `dialogue tally` does.
    private static func dialogues(_ open: OpenWorkspace, _ results: [StudyResult]) throws -> [DialogueReport] {
        try open.workspace.dialogueIDs().map { id in
            let dialogue = try open.workspace.dialogue(id)
            let answers = try open.workspace.answers(to: id, of: dialogue)
            if !answers.faults.isEmpty { throw Faults(answers.faults) }
            return DialogueReport(
                id: id, dialogue: dialogue, ballots: answers.ballots, checksum: answers.checksum,
                leftOut: answers.leftOut, results: results)
        }
    }

    /// What is owed on the date declared, else on that of the newest figure used.
    private static func duties(_ open: OpenWorkspace, _ results: [StudyResult]) throws -> Assessment.Duties? {
        let date = open.workspace.configuration.due ?? results.compactMap(\.dataKnownOn).max()
        guard !open.workspace.responsibilities.isEmpty, let date else { return nil }
        return Assessment.Duties(on: date, obligations: try open.obligations(on: date))
    }
}

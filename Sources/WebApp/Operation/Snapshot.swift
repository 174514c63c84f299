import Publishing
import Reports
import StatisticalData
import Workspaces

/// A workspace as it was at a moment, and the pages made of it: a request sees one and the same from its start to its end.
struct Snapshot: Sendable {
    /// The pages.
    let site: Site
    /// The figures of the ledger.
    let figures: LedgerFigures
    /// The pages that have been asked for.
    let cache = PageCache()
    /// The name of the workspace.
    let name: LocalisedText
    /// The language where nothing else tells one.
    let language: Language
    /// The files it was made of.
    let state: WorkspaceState
    /// What is wrong with the workspace as it is now; empty when the snapshot is what is there.
    let faults: [Fault]

    /// Reads the workspace at `folder`, and lets go of it.
    ///
    /// - Throws: `Faults` with everything wrong with it.
    init(ofWorkspaceAt folder: String, catalogue: Catalogue, progress: JobProgress = .silent) throws {
        state = WorkspaceState(ofWorkspaceAt: folder)
        let open = try OpenWorkspace(at: folder, progress: progress)
        figures = try open.figures()
        let assessment = try Publication(of: open).assessment
        site = try Site(assessment, catalogue: catalogue, sections: LiveSection.allCases)
        name = assessment.name
        language = assessment.languages.first ?? .english
        faults = []
    }

    /// The same pages, which say that the workspace cannot be read as it is now.
    init(_ earlier: Snapshot, faultyIn state: WorkspaceState, _ faults: [Fault], catalogue: Catalogue) {
        func text(_ language: Language) -> String {
            let wording = Wording(catalogue, language)
            let first = faults.first.map { FaultText.summary($0, wording) } ?? ""
            return wording("live-faulty", ["fault": first])
        }
        site = earlier.site.saying(LocalisedText(en: text(.english), zh: text(.chinese)))
        figures = earlier.figures
        name = earlier.name
        language = earlier.language
        self.state = state
        self.faults = faults
    }
}

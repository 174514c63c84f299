import Foundation
import StatisticalData
import Studies
import Workspaces

@testable import Reports

/// A workspace in a folder of its own, opened, computed and put together for its report.
struct ReportFolder: Sendable {
    let assessment: Assessment
    let catalogue: Catalogue
    let site: Site
    let files: [String: Data]
    let sources: [Source.ID: Source]

    private static let read = Result {
        try ReportFolder { folder in _ = try WorkspaceTemplate.copy("jiangsu", to: folder) }
    }
    private static let parsed = Result { try SiteReading(try example().files) }

    /// The example with its whole site, made once for all tests.
    static func example() throws -> ReportFolder { try read.get() }

    /// The pages of the example's site, read once for all tests.
    static func pages() throws -> SiteReading { try parsed.get() }

    /// The report of a few files.
    init(files: [String: String]) throws {
        try self.init { folder in
            for (path, text) in files {
                let file = URL(filePath: folder).appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
        }
    }

    private init(fill: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "reports-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try fill(folder.path)
        let open = try OpenWorkspace(at: folder.path)
        let results = try open.results()
        let workspace = open.workspace
        catalogue = try Catalogue.embedded()
        sources = workspace.sources
        let revisions = try open.revisionReview(results)
        let due = workspace.configuration.due
        let duties = try due.map { Assessment.Duties(on: $0, obligations: try open.obligations(on: $0)) }
        assessment = Assessment(
            name: workspace.configuration.name, homeArea: workspace.configuration.area, areas: workspace.areas,
            indicators: workspace.indicators, sources: workspace.sources.values.sorted { $0.id < $1.id },
            observationCounts: try open.observationCounts(), results: results,
            languages: workspace.configuration.languages ?? [],
            chapters: workspace.configuration.chapters ?? results.map(\.study),
            files: try open.citations(of: results, and: revisions?.figures ?? []).map {
                try CitedFile(path: $0.file, data: $0.data, cited: $0.lines)
            }, revisions: revisions, duties: duties)
        site = try Site(assessment, catalogue: catalogue)
        files = try site.files()
    }

    /// A page of the site as text.
    func text(_ path: String) -> String {
        String(decoding: files[path] ?? Data(), as: UTF8.self)
    }

    func wording(_ language: Language) -> Wording { Wording(catalogue, language) }

    /// The pages before they are written as HTML.
    func pages(in language: Language) -> [Page] { site.pages(in: language) }
}

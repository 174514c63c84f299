import ArgumentParser
import Foundation
import Reports
import StatisticalData
import Studies
import Workspaces

/// `greenprint report`: the bilingual site, the main job.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ingest what is new, run all studies, write the bilingual site. 录入新数据、运行全部研究并生成双语网站。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The folder of the site. 网站文件夹。")
    var output: String

    func run() throws {
        try common.run { messages in
            let (open, results, files, leftOut) = try messages.withProgress { progress in
                let open = try OpenWorkspace(at: common.folder, progress: progress)
                let results = try open.results()
                let (courses, leftOut) = try CourseChapters(open).all()
                let cases = try CaseChapters.all(open)
                var assessment = try assessment(open, results)
                assessment.courses = courses
                assessment.cases = cases ?? []
                let site = try Site(assessment, catalogue: Catalogue.embedded())
                let files = try site.files { progress.tell(.pages, $0, of: $1) }
                try SiteFolder.write(files, to: output)
                return (open, results, files, leftOut + (cases == nil ? ["cases"] : []))
            }
            messages.tell(open.ingestion)
            messages.tell(open.warnings)
            for name in leftOut { messages.tell("report-left-out", ["name": name]) }
            for result in results { messages.tell(result.notices, of: result) }
            let pages = files.keys.filter { $0.hasSuffix(".html") }.count
            messages.tell("report-summary", ["pages": String(pages), "studies": String(results.count)])
            Output.print((output.hasSuffix("/") ? output : output + "/") + "index.html\n")
        }
    }

    private func assessment(_ open: OpenWorkspace, _ results: [StudyResult]) throws -> Assessment {
        let workspace = open.workspace
        let revisions = try open.revisionReview(results)
        let files = try open.citations(of: results, and: revisions?.figures ?? []).map {
            try CitedFile(path: $0.file, data: $0.data, cited: $0.lines)
        }
        var assessment = Assessment(
            name: workspace.configuration.name, homeArea: workspace.configuration.area, areas: workspace.areas,
            indicators: workspace.indicators, sources: workspace.sources.values.sorted { $0.id < $1.id },
            observationCounts: try open.observationCounts(), results: results,
            languages: workspace.configuration.languages ?? [],
            chapters: workspace.configuration.chapters ?? results.map(\.study), files: files,
            revisions: revisions, duties: try duties(open, results))
        assessment.partners = try open.workspace.partners().map { partner in
            PartnerChapter(
                id: partner.id, title: partner.title, signer: partner.signer.name,
                fingerprint: partner.signer.verifying.fingerprint, observations: partner.observations,
                studies: partner.studies)
        }
        return assessment
    }

    /// What is owed on the date declared, else on that of the newest figure used.
    private func duties(_ open: OpenWorkspace, _ results: [StudyResult]) throws -> Assessment.Duties? {
        let date = open.workspace.configuration.due ?? results.compactMap(\.dataKnownOn).max()
        guard !open.workspace.responsibilities.isEmpty, let date else { return nil }
        return Assessment.Duties(on: date, obligations: try open.obligations(on: date))
    }
}

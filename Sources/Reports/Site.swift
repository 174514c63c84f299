import EmbeddedFiles
public import Foundation
import SensitivityAnalysis
import Spreadsheets
public import StatisticalData
import Studies

/// A bilingual site: the same pages in both languages, charts as SVG, tables to download, no script. Written to a folder
/// whole, or answered file by file by a server; each file is the same bytes either way.
public struct Site: Sendable {
    let assessment: Assessment
    let catalogue: Catalogue
    private(set) var writer: PageWriter
    private let makers: [String: Maker]

    /// Whether it is served, and has the pages that only a server has.
    private var isLive: Bool { writer.isLive }

    /// How a file is made.
    private enum Maker: Sendable {
        case page(PagePlan, Language)
        case landing
        case other(@Sendable () throws -> Data)
    }

    /// Prepares the site of an assessment.
    ///
    /// - Parameter sections: further entries of the navigation, of a site that is served live.
    public init(_ assessment: Assessment, catalogue: Catalogue, sections: [LiveSection] = []) throws {
        self.assessment = assessment
        self.catalogue = catalogue
        writer = try PageWriter(assessment: assessment, catalogue: catalogue, sections: sections)
        var makers = Self.downloads(of: assessment)
        makers["index.html"] = .landing
        for plan in Self.plans(of: assessment) {
            for language in Language.allCases { makers[language.rawValue + "/" + plan.path] = .page(plan, language) }
        }
        self.makers = makers
    }

    /// The same site with a notice at the head of every page; `nil` takes it away.
    public func saying(_ notice: LocalisedText?) -> Site {
        var site = self
        site.writer.notice = notice
        return site
    }

    /// The paths of all files, sorted.
    public var paths: [String] { makers.keys.sorted() }

    /// Whether the site has a file at `path`.
    public func contains(_ path: String) -> Bool { makers[path] != nil }

    /// The file at a path such as `en/index.html`; `nil` when the site has none.
    public func file(at path: String) throws -> Data? {
        switch makers[path] {
        case .page(let plan, let language): Data(writer.html(page(plan, in: language), in: language).utf8)
        case .landing: Data(writer.landing().utf8)
        case .other(let make): try make()
        case nil: nil
        }
    }

    /// All files of the site, by path; the same assessment gives the same bytes. Pages are made on all cores.
    ///
    /// - Parameter tell: called with the number of files made and of all files.
    public func files(tell: (Int, Int) -> Void = { _, _ in }) throws -> [String: Data] {
        let paths = paths
        var files: [String: Data] = [:]
        for batch in Parallel.chunks(of: paths.count, chunkSize: Self.batch) {
            tell(batch.lowerBound, paths.count)
            let made = Parallel.map(count: batch.count, chunkSize: 1) { range in
                Result { try file(at: paths[batch.lowerBound + range.lowerBound]) }
            }
            for (path, data) in zip(paths[batch], made) { files[path] = try data.get() }
        }
        return files
    }

    /// How many files are made between two words on the progress.
    private static let batch = 64

    /// The files that are no pages.
    private static func downloads(of assessment: Assessment) -> [String: Maker] {
        var files: [String: Maker] = [:]
        if let sheet = EmbeddedFile.at("assets/style.css") { files["style.css"] = .other { Data(sheet.bytes) } }
        for index in assessment.results {
            files[Downloads.csvPath(index.result.study)] = .other {
                Data(ResultExport.csv([index.result], isForSpreadsheets: true).utf8)
            }
            files[Downloads.jsonPath(index.result.study)] = .other {
                try ResultExport.json([index.result], asList: false)
            }
        }
        if let review = assessment.revisions {
            files[RevisionsPage.figuresPath] = table { RevisionTables.figures(review.figures) }
            files[RevisionsPage.resultsPath] = table { RevisionTables.results(review.studies) }
        }
        if let duties = assessment.duties {
            files[ResponsibilityPage.tablePath] = table { OutputTable(duties.obligations) }
        }
        if let report = assessment.programme {
            for view in ProgrammeTables.View.allCases {
                files[ProgrammePage.tablePath(view)] = table {
                    ProgrammeTables.report(view, of: report.programme, deliveries: report.deliveries)
                }
            }
            files[ProgrammePage.matrixPath] = table { ProgrammeTables.matrix(of: report.programme) }
        }
        for report in assessment.dialogues { files[DialoguePage.tablePath(report.id)] = table { report.table } }
        files[Downloads.sourcesPath] = .other { Data(SourcesPage.csv(assessment).utf8) }
        for file in assessment.files {
            let mark = file.isTable ? CSVWriter.byteOrderMark : ""
            files[Downloads.filePath(file.path)] = .other { Data(mark.utf8) + file.data.withoutByteOrderMark }
        }
        return files
    }

    private static func table(_ make: @escaping @Sendable () -> OutputTable) -> Maker {
        .other { Data((CSVWriter.byteOrderMark + (try make().text(.csv))).utf8) }
    }

    /// The pages before they are written as HTML.
    func pages(in language: Language) -> [Page] {
        Self.plans(of: assessment).map { page($0, in: language) }
    }

    /// A page that the site has: where it stands and how it is made.
    struct PagePlan: Sendable {
        let path: String
        let make: @Sendable (PageContext) -> Page
    }

    func page(_ plan: PagePlan, in language: Language) -> Page {
        plan.make(PageContext(assessment, Wording(catalogue, language), path: plan.path, isLive: isLive))
    }

    /// All pages of a language, in the order of the contents.
    private static func plans(of assessment: Assessment) -> [PagePlan] {
        var plans = [
            PagePlan(path: "index.html") { GlancePage(context: $0).page() },
            PagePlan(path: "sources.html") { SourcesPage(context: $0).page() },
        ]
        for index in assessment.results { plans += Self.plans(of: index) }
        if let review = assessment.revisions {
            plans.append(PagePlan(path: RevisionsPage.path) { RevisionsPage(context: $0, review: review).page() })
        }
        if let duties = assessment.duties {
            plans.append(
                PagePlan(path: ResponsibilityPage.path) { ResponsibilityPage(context: $0, duties: duties).page() })
        }
        if let report = assessment.programme {
            plans.append(PagePlan(path: ProgrammePage.path) { ProgrammePage(context: $0, report: report).page() })
        }
        for report in assessment.dialogues {
            plans.append(
                PagePlan(path: DialoguePage.path(report.id)) { DialoguePage(context: $0, report: report).page() })
        }
        plans += learningPlans(of: assessment)
        for file in assessment.files {
            plans.append(PagePlan(path: Links.filePath(file.path)) { FilePage(context: $0, file: file).page() })
        }
        return plans
    }

    /// The pages of courses and of what partners sent; none without them.
    private static func learningPlans(of assessment: Assessment) -> [PagePlan] {
        var plans: [PagePlan] = []
        if !assessment.courses.isEmpty {
            plans.append(PagePlan(path: LearningPages.path) { LearningPages(context: $0).contents() })
        }
        for course in assessment.courses {
            plans += course.lessons.map { lesson in
                PagePlan(path: LearningPages.path(course, lesson)) {
                    LearningPages(context: $0).page(lesson, of: course)
                }
            }
        }
        if !assessment.cases.isEmpty {
            plans.append(PagePlan(path: CasePages.path) { CasePages(context: $0).contents() })
        }
        plans += assessment.cases.map { practice in
            PagePlan(path: CasePages.path(practice)) { CasePages(context: $0).page(practice) }
        }
        if !assessment.partners.isEmpty {
            plans.append(PagePlan(path: ExchangePage.path) { ExchangePage(context: $0).page() })
        }
        return plans
    }

    private static func plans(of index: ResultIndex) -> [PagePlan] {
        let study = index.result.study
        var plans = [PagePlan(path: study + ".html") { Chapters.chapter(index, $0).page() }]
        if case .compositeIndex(let detail) = index.result.detail, let lift = detail.lift {
            plans.append(
                PagePlan(path: LiftPage.path(study)) {
                    LiftPage(context: $0, index: index, detail: detail, lift: lift).page()
                })
        }
        if case .ecoParks(let detail) = index.result.detail {
            plans += detail.parks.map { park in
                PagePlan(path: EcoParkPage.path(study, park.area)) {
                    EcoParkPage(context: $0, index: index, detail: detail, park: park).page()
                }
            }
        }
        for area in areas(of: index.result) {
            plans.append(
                PagePlan(path: Links.explanationPath(study, area)) {
                    ExplanationPage(context: $0, index: index, area: area).page()
                })
        }
        return plans
    }

    private static func areas(of result: StudyResult) -> [Area.ID] {
        Set(result.values.map(\.key.area)).sorted()
    }
}

extension Data {
    /// The bytes after a UTF-8 byte order mark, if there is one.
    fileprivate var withoutByteOrderMark: Data {
        starts(with: [0xEF, 0xBB, 0xBF]) ? Data(dropFirst(3)) : self
    }
}

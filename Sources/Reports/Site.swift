import EmbeddedFiles
public import Foundation
import SensitivityAnalysis
import Spreadsheets
import StatisticalData
import Studies

/// A static bilingual site: the same pages in both languages, charts as SVG, tables to download, no script.
public struct Site: Sendable {
    private let assessment: Assessment
    private let catalogue: Catalogue
    private let writer: PageWriter

    /// Prepares the site of an assessment.
    public init(_ assessment: Assessment, catalogue: Catalogue) throws {
        self.assessment = assessment
        self.catalogue = catalogue
        writer = try PageWriter(assessment: assessment, catalogue: catalogue)
    }

    /// All files of the site, by path; the same assessment gives the same bytes.
    ///
    /// - Parameter tell: called with the number of pages written and of all pages.
    public func files(tell: (Int, Int) -> Void = { _, _ in }) throws -> [String: Data] {
        var files = htmlFiles(tell: tell)
        files["index.html"] = Data(writer.landing().utf8)
        files["style.css"] = EmbeddedFile.at("assets/style.css").map { Data($0.bytes) }
        for index in assessment.results {
            let csv = ResultExport.csv([index.result], isForSpreadsheets: true)
            files[Downloads.csvPath(index.result.study)] = Data(csv.utf8)
            files[Downloads.jsonPath(index.result.study)] = try ResultExport.json([index.result], asList: false)
        }
        if let review = assessment.revisions {
            let tables = [
                (RevisionsPage.figuresPath, RevisionTables.figures(review.figures)),
                (RevisionsPage.resultsPath, RevisionTables.results(review.studies)),
            ]
            for (path, table) in tables { files[path] = Data((CSVWriter.byteOrderMark + (try table.text(.csv))).utf8) }
        }
        if let duties = assessment.duties {
            let table = try OutputTable(duties.obligations).text(.csv)
            files[ResponsibilityPage.tablePath] = Data((CSVWriter.byteOrderMark + table).utf8)
        }
        files[Downloads.sourcesPath] = Data(SourcesPage.csv(assessment).utf8)
        for file in assessment.files {
            let mark = file.isTable ? CSVWriter.byteOrderMark : ""
            files[Downloads.filePath(file.path)] = Data(mark.utf8) + file.data.withoutByteOrderMark
        }
        return files
    }

    /// How many pages are made between two words on the progress.
    private static let batch = 64

    /// The pages as HTML, made on all cores.
    private func htmlFiles(tell: (Int, Int) -> Void) -> [String: Data] {
        let pages = plans
        let all: [(language: Language, plan: PagePlan)] = Language.allCases.flatMap { language in
            pages.map { (language, $0) }
        }
        var files: [String: Data] = [:]
        for batch in Parallel.chunks(of: all.count, chunkSize: Self.batch) {
            tell(batch.lowerBound, all.count)
            let made = Parallel.map(count: batch.count, chunkSize: 1) { range in
                let (language, plan) = all[batch.lowerBound + range.lowerBound]
                return Data(writer.html(page(plan, in: language), in: language).utf8)
            }
            for ((language, plan), html) in zip(all[batch], made) { files[language.rawValue + "/" + plan.path] = html }
        }
        return files
    }

    /// The pages before they are written as HTML.
    func pages(in language: Language) -> [Page] {
        plans.map { page($0, in: language) }
    }

    /// A page that the site has: where it stands and how it is made.
    struct PagePlan: Sendable {
        let path: String
        let make: @Sendable (PageContext) -> Page
    }

    private func page(_ plan: PagePlan, in language: Language) -> Page {
        plan.make(PageContext(assessment, Wording(catalogue, language), path: plan.path))
    }

    /// All pages of a language, in the order of the contents.
    var plans: [PagePlan] {
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
        plans += learningPlans
        for file in assessment.files {
            plans.append(PagePlan(path: Links.filePath(file.path)) { FilePage(context: $0, file: file).page() })
        }
        return plans
    }

    /// The pages of courses and of what partners sent; none without them.
    private var learningPlans: [PagePlan] {
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

import EmbeddedFiles
public import Foundation
import Spreadsheets
import StatisticalData
import Studies

/// A static bilingual site: the same pages in both languages, charts as SVG, tables to download, no script.
public struct Site {
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
        var files: [String: Data] = [:]
        let pages = Language.allCases.flatMap { language in self.pages(in: language).map { (language, $0) } }
        for (number, (language, page)) in pages.enumerated() {
            tell(number, pages.count)
            files[language.rawValue + "/" + page.path] = Data(writer.html(page, in: language).utf8)
        }
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

    func pages(in language: Language) -> [Page] {
        let wording = Wording(catalogue, language)
        func context(_ path: String) -> PageContext { PageContext(assessment, wording, path: path) }
        var pages = [
            GlancePage(context: context("index.html")).page(), SourcesPage(context: context("sources.html")).page(),
        ]
        for index in assessment.results {
            let study = index.result.study
            pages.append(chapter(index, context(study + ".html")))
            if case .compositeIndex(let detail) = index.result.detail, let lift = detail.lift {
                let context = context(LiftPage.path(study))
                pages.append(LiftPage(context: context, index: index, detail: detail, lift: lift).page())
            }
            for area in Self.areas(of: index.result) {
                let context = context(Links.explanationPath(study, area))
                pages.append(ExplanationPage(context: context, index: index, area: area).page())
            }
        }
        if let review = assessment.revisions {
            pages.append(RevisionsPage(context: context(RevisionsPage.path), review: review).page())
        }
        if let duties = assessment.duties {
            pages.append(ResponsibilityPage(context: context(ResponsibilityPage.path), duties: duties).page())
        }
        for file in assessment.files {
            pages.append(FilePage(context: context(Links.filePath(file.path)), file: file).page())
        }
        return pages
    }

    private func chapter(_ index: ResultIndex, _ context: PageContext) -> Page {
        switch index.result.detail {
        case .compositeIndex(let detail): CompositeIndexPage(context: context, index: index, detail: detail).page()
        case .planLedger(let detail): PlanLedgerPage(context: context, index: index, detail: detail).page()
        case .growthIdentity(let detail): GrowthIdentityPage(context: context, index: index, detail: detail).page()
        case .targetAssessment(let detail):
            TargetAssessmentPage(context: context, index: index, detail: detail).page()
        case .greenEconomyProgress(let detail):
            GreenEconomyProgressPage(context: context, index: index, detail: detail).page()
        case .ecoParks(let detail): EcoParksPage(context: context, index: index, detail: detail).page()
        }
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

import EmbeddedFiles
public import Foundation
public import StatisticalData
import Studies

/// Pages and tables that are made for a request: figures of the ledger.
extension Site {
    /// The assessment the pages tell of.
    public var shown: Assessment { assessment }

    /// The description of the interface for programs, OpenAPI 3.1.
    public static var programDescription: String { EmbeddedFile.at("assets/openapi.json")?.text ?? "{}" }

    /// The page from which figures are found, with what a search for `text` finds.
    public func explorePage(series: [SeriesKey], searching text: String, in language: Language) -> Data {
        let context = PageContext(assessment, Wording(catalogue, language), path: LiveSection.explore.path)
        return Data(writer.html(ExplorePage(context: context, series: series, text: text).page(), in: language).utf8)
    }

    /// The page of figures.
    public func figuresPage(_ view: FigureView, in language: Language) -> Data {
        let path = FiguresPage.path(view.indicator.id)
        let context = PageContext(assessment, Wording(catalogue, language), path: path)
        return Data(writer.html(FiguresPage(context: context, view: view).page(), in: language).utf8)
    }

    /// The page that shows how a value came about.
    ///
    /// - Throws: `RequestProblem.notFound` for a value that there is not.
    public func derivationPage(_ key: ResultKey, in language: Language) throws -> Data {
        guard let index = assessment.results.first(where: { $0.result.study == key.study }), let value = index[key],
            let explanation = Explanation(key, in: index)
        else { throw RequestProblem.notFound }
        let context = PageContext(assessment, Wording(catalogue, language), path: "derivation")
        let page = DerivationPage(context: context, explanation: explanation, value: value, index: index).page()
        return Data(writer.html(page, in: language).utf8)
    }
}

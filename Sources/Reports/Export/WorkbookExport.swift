public import StatisticalData
public import Studies
public import Workbooks

/// A workspace as a workbook: figures, registries, sources, results, a chart, in one language.
///
/// Columns that an import reads carry codes, so that the sheet of figures can be entered again; names stand beside them.
public struct WorkbookExport {
    /// What is written.
    public struct Content {
        /// The name of the workspace.
        public var title: LocalisedText
        /// The areas.
        public var areas: AreaHierarchy
        /// The indicators.
        public var indicators: [Indicator]
        /// The sources.
        public var sources: [Source]
        /// The figures, in the order of the rows.
        public var observations: [Observation]
        /// The results of studies.
        public var results: [StudyResult]
        /// The series of the chart.
        public var charted: ChartedSeries?

        /// Bundles what is written.
        public init(
            title: LocalisedText, areas: AreaHierarchy, indicators: [Indicator], sources: [Source],
            observations: [Observation], results: [StudyResult], charted: ChartedSeries?
        ) {
            self.title = title
            self.areas = areas
            self.indicators = indicators
            self.sources = sources
            self.observations = observations
            self.results = results
            self.charted = charted
        }
    }

    let content: Content
    let wording: Wording
    let indicators: [Indicator.ID: Indicator]

    /// Writes `content` in the language of `wording`.
    public init(_ content: Content, _ wording: Wording) {
        self.content = content
        self.wording = wording
        indicators = Dictionary(content.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The newest date on which a figure was known, in days since 1970-01-01.
    private var day: Int { content.observations.map(\.knownOn.latestDay).max() ?? 0 }

    /// The workbook.
    public var document: WorkbookDocument {
        var sheets = [notes, observationSheet]
        if let charted = content.charted { sheets.append(chartSheet(charted)) }
        sheets += [indicatorSheet, areaSheet, sourceSheet, resultSheet]
        return WorkbookDocument(title: content.title[wording.language], day: day, sheets: sheets)
    }

    /// A text in the language.
    func name(_ text: LocalisedText) -> WorkbookDocument.Cell { .word(text[wording.language]) }

    /// A date: a day as a day, a month or a year as it is written.
    func date(_ date: KnownDate?) -> WorkbookDocument.Cell {
        guard let date else { return .empty }
        return date.precision == .day ? .day(date.latestDay) : .text(date.description)
    }

    /// A period: a year as a number, others as they are written.
    func period(_ period: Period) -> WorkbookDocument.Cell {
        period.simpleYear.map { .number(Double($0), decimals: 0) } ?? .text(period.description)
    }

    /// A sheet with columns as wide as what stands in them, up to sixty characters.
    func sheet(
        _ name: String, _ headers: [String], _ rows: [[WorkbookDocument.Cell]], chart: WorkbookDocument.Chart? = nil
    ) -> WorkbookDocument.Sheet {
        let columns = headers.enumerated().map { column, key in
            let header = wording(key)
            let widths = rows.lazy.map { column < $0.count ? Self.width($0[column]) : 0 }
            return WorkbookDocument.Column(
                header, width: min(60, max(TextTable.width(of: header) + 3, (widths.max() ?? 0) + 1)))
        }
        return WorkbookDocument.Sheet(wording(name), columns: columns, rows: rows, chart: chart)
    }

    private static func width(_ cell: WorkbookDocument.Cell) -> Int {
        switch cell {
        case .empty: 0
        case .text(let text): TextTable.width(of: text)
        case .number(let number, let decimals): Decimals.text(number).count + max(0, decimals ?? 0)
        case .day: 10
        }
    }
}

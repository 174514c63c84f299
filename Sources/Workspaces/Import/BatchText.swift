import Spreadsheets
import StatisticalData

/// Writes figures in the layout of a batch: figures as printed, names as ids.
struct BatchText {
    private let columns: [ImportColumn]
    private var writer = CSVWriter()
    /// The rows written.
    private(set) var rows = 0

    /// - Parameters:
    ///   - plan: optional columns of the table come back in the batch.
    ///   - written: columns the source record has no default for.
    init(_ plan: LayoutPlan, written: Set<ImportColumn>) {
        let always: Set<ImportColumn> = [.indicator, .area, .period, .value, .unit, .note, .chineseNote]
        columns = ImportColumn.allCases.filter { always.contains($0) || written.contains($0) || plan.has($0) }
        writer.row(columns.map(\.rawValue))
    }

    /// The text so far, which is then forgotten.
    mutating func take() -> String { writer.take() }

    /// The length of the text so far.
    var count: Int { writer.text.utf8.count }

    /// Adds a figure.
    mutating func add(_ figure: ImportedFigure) {
        rows += 1
        writer.row(columns.lazy.map { Self.text(figure, $0) })
    }

    private static func text(_ figure: ImportedFigure, _ column: ImportColumn) -> String {
        switch column {
        case .indicator: figure.series.indicator.rawValue
        case .area: figure.series.area.rawValue
        case .period: figure.period.description
        case .value: figure.digits
        case .unit: figure.unit.symbol
        case .transformation: figure.series.transformation.rawValue
        case .qualifier: figure.qualifier?.rawValue ?? ""
        case .knownOn: figure.knownOn.description
        case .revision: figure.revision.rawValue
        case .trust: figure.trust?.rawValue ?? ""
        case .source: figure.source.rawValue
        case .note: figure.note
        case .chineseNote: figure.chineseNote
        }
    }
}

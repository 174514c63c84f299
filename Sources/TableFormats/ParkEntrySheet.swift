internal import Spreadsheets
internal import StatisticalData
internal import TargetTracking

/// A sheet in which parks are filled in: a row a park and benchmark, what is known already filled in.
///
/// Columns tell the benchmark (`category`, `kind`, `rule`, `benchmark`, `unit`, `name_en`, `name_zh`, `benchmark_trust`) and
/// are those of `ParkTable`, which reads the sheet back and does not look at what tells the benchmark.
public struct ParkEntrySheet: Hashable, Sendable {
    /// A cell.
    public enum Cell: Hashable, Sendable {
        /// Nothing.
        case empty
        /// A text.
        case text(String)
        /// A number.
        case number(Double)

        /// As it is written in CSV.
        public var text: String {
            switch self {
            case .empty: ""
            case .text(let text): text
            case .number(let number): Decimals.text(number)
            }
        }

        fileprivate init(_ text: String?) {
            self = text.map { .text($0) } ?? .empty
        }
    }

    /// The columns that tell the benchmark and are not read back.
    static let told = ["category", "kind", "rule", "benchmark", "unit", "name_en", "name_zh", "benchmark_trust"]

    /// The columns.
    public let header: [String]
    /// The rows: all benchmarks of a park, then of the next.
    public let rows: [[Cell]]

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - list: the benchmarks.
    ///   - parks: parks with what they have already.
    ///   - further: codes of parks of which nothing is known.
    public init(_ list: BenchmarkTable, parks: [ParkTable.Park], further: [String] = []) {
        let known = Set(parks.map(\.code))
        let all = parks.map { ($0.code, $0.rows) } + further.filter { !known.contains($0) }.map { ($0, [:]) }
        header =
            ["park", "id"] + Self.told + [
                "current", "intended", "reason", "reason_zh", "measure", "measure_zh", "owner", "owner_zh", "date",
                "cost", "explanation", "trust",
            ]
        rows = all.flatMap { park, values in
            list.rows.map { Self.row(park, $0, values[$0.indicator.id]) }
        }
    }

    private static func row(_ park: String, _ benchmark: BenchmarkTable.Row, _ row: ParkTable.Row?) -> [Cell] {
        let indicator = benchmark.indicator
        let own: [Cell] = [
            .text(park), .text(indicator.id), .text(indicator.category), .text(indicator.kind.rawValue),
            .text(benchmark.rule), .text(benchmark.benchmark), Cell(benchmark.unit), .text(benchmark.name.en),
            .text(benchmark.name.zh), Cell(benchmark.trust?.rawValue),
        ]
        return own + [
            cell(row?.current), cell(row?.intended), Cell(row?.reason?.en), Cell(row?.reason?.zh),
            Cell(row?.measure?.en), Cell(row?.measure?.zh), Cell(row?.owner?.en), Cell(row?.owner?.zh),
            Cell(row?.intention.date), row?.cost.map { .number($0) } ?? .empty, Cell(row?.intention.explanation),
            Cell(row?.trust?.rawValue),
        ]
    }

    private static func cell(_ value: ThresholdFramework.Value?) -> Cell {
        switch value {
        case .figure(let figure): .number(figure)
        case .answer(let answer): .text(answer ? "yes" : "no")
        case .notApplicable: .text("n/a")
        case nil: .empty
        }
    }

    /// The sheet as CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.row(header)
        for row in rows { writer.row(row.map(\.text)) }
        return writer.text
    }
}

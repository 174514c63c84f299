import LedgerStore
import StatisticalData

/// A ledger of indicators by areas by years, written through the interface the program itself uses.
struct GeneratedLedger {
    /// Years of each series.
    let years = 20
    /// The number of series.
    let seriesCount: Int

    private static let areas = 2500
    private static let seriesInBatch = 50_000
    private static let source = Source(
        id: "yearbook", publisher: LocalisedText(en: "Office of Statistics", zh: "统计局"),
        title: LocalisedText(en: "Statistical yearbook", zh: "统计年鉴"), address: nil,
        licence: LocalisedText(en: "generated", zh: "生成数据"), published: nil, retrieved: nil, trust: .official,
        note: nil)

    /// A ledger of about `rows` observations.
    init(rows: Int) {
        seriesCount = max(1, rows / years)
    }

    /// The key of a series by its number.
    func key(_ number: Int) -> SeriesKey {
        SeriesKey(
            Indicator.ID("ind-\(number / Self.areas)"), in: Area.ID("\(100_000 + number % Self.areas * 100)"))
    }

    /// Writes the ledger, a batch for every 50,000 series.
    func write(to path: String) throws {
        let ledger = try Ledger(path: path)
        var numbers = SeededNumbers(state: 20_160_630)
        for start in stride(from: 0, to: seriesCount, by: Self.seriesInBatch) {
            let range = start..<min(start + Self.seriesInBatch, seriesCount)
            let sum = String(repeating: "0", count: 64)
            let batch = BatchRecord(file: "data/\(start).csv", sha256: sum, recordSHA256: sum)
            try ledger.ingest(batch, sources: [Self.source]) { writer in
                try write(range, into: &writer, &numbers)
            }
        }
        try ledger.close()
    }

    private func write(_ range: Range<Int>, into writer: inout BatchWriter, _ numbers: inout SeededNumbers) throws {
        let unit = try writer.number(of: UnitOfMeasure.points)
        guard let source = try writer.number(of: Self.source.id) else { return }
        for number in range {
            let series = try writer.number(of: key(number))
            for year in 0..<years {
                let known = KnownDate(latestDay: (2006 + year - 1970) * 365, precision: .day)
                try writer.add(
                    BatchRow(
                        series: series, period: .year(2005 + year), value: Double(numbers.below(1_000_000)) / 100,
                        decimals: 2, unit: unit, qualifier: nil, knownOn: known, revision: .final, trust: .official,
                        source: source, note: nil, line: (number - range.lowerBound) * years + year + 2))
            }
        }
    }
}

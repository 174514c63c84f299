public import CompositeIndicators
public import StatisticalData

/// The two tables of a composite indicator as the R package COINr reads them: iData, the values by unit, and iMeta,
/// what each column means and how the index is built from it.
///
/// Reading is strict: every fault of both files is reported in one run, with file, line and column. Rows keep the order
/// of the file (COINr sorts them by code); in a panel a unit has a row for each time.
///
/// Source: the tables that `new_coin` of COINr 1.1.14 (W. Becker 2022) takes.
public struct IndexTables: Sendable {
    /// What is known of each column and aggregate, in the order of iMeta.
    public let metadata: [IndicatorMetadata]
    /// Further columns of iMeta that hold text: by code, then by column.
    public let texts: [String: [String: String]]
    /// The line of each code in iMeta.
    public let metadataLines: [String: Int]
    /// The unit of each row of iData, in the order of the file.
    public let units: [Unit]
    /// The time of each row; `nil` when there is no column `Time`.
    public let times: [Int]?
    /// The indicators, columns in the order of iMeta, rows as `units`.
    public let indicators: IndicatorMatrix
    /// The denominators, columns in the order of iMeta, rows as `units`.
    public let denominators: IndicatorMatrix
    /// The group of each row, by code of the group column; `nil` is missing.
    public let groups: [String: [String?]]
    /// Columns of the type `Other`, as text.
    public let others: [String: [String?]]
    /// What is worth knowing though the tables could be read: constant indicators, a single unit.
    public let warnings: [Fault]

    /// A unit: what the index compares, such as a province.
    public struct Unit: Hashable, Sendable, Codable {
        /// The code, `uCode`.
        public let code: String
        /// The name, `uName`.
        public let name: String?

        /// Names a unit.
        public init(code: String, name: String? = nil) {
            self.code = code
            self.name = name
        }
    }

    /// Reads the two tables.
    ///
    /// - Parameters:
    ///   - data: the bytes of iData (CSV, UTF-8).
    ///   - dataFile: its name in faults.
    ///   - metadata: the bytes of iMeta (CSV, UTF-8).
    ///   - metadataFile: its name in faults.
    /// - Throws: `Faults` with all that was found, warnings too, first those of iMeta; at most 100 a file.
    public init(data: [UInt8], dataFile: String, metadata: [UInt8], metadataFile: String) throws(Faults) {
        var dataFaults = FaultCollector()
        var metadataFaults = FaultCollector()
        let catalogue = Sheet.read(metadata, file: metadataFile, faults: &metadataFaults)
            .flatMap { Catalogue($0, faults: &metadataFaults) }
        let rows = Sheet.read(data, file: dataFile, faults: &dataFaults)
            .flatMap { UnitRows($0, faults: &dataFaults) }
        catalogue?.checkTree(faults: &metadataFaults)
        if let catalogue, let rows {
            catalogue.checkColumns(in: rows.sheet, faults: &metadataFaults)
            rows.checkColumns(against: catalogue, faults: &dataFaults)
        }
        let columns = catalogue.flatMap { catalogue in
            rows.map { Columns($0, catalogue: catalogue, faults: &dataFaults) }
        }
        let found = metadataFaults.inOrder(of: metadataFile) + dataFaults.inOrder(of: dataFile)
        guard !metadataFaults.hasErrors, !dataFaults.hasErrors, let catalogue, let rows, let columns else {
            throw Faults(found)
        }
        self.metadata = catalogue.entries.map(\.metadata)
        metadataLines = catalogue.positions.mapValues { catalogue.entries[$0].row.line }
        texts = catalogue.texts
        units = rows.units
        times = rows.times
        indicators = columns.indicators
        denominators = columns.denominators
        groups = columns.groups
        others = columns.others
        warnings = found
    }

    /// Takes some rows of other tables.
    init(_ whole: Self, rows: [Int]) {
        metadata = whole.metadata
        metadataLines = whole.metadataLines
        texts = whole.texts
        units = rows.map { whole.units[$0] }
        times = whole.times.map { times in rows.map { times[$0] } }
        indicators = whole.indicators.taking(rows)
        denominators = whole.denominators.taking(rows)
        groups = whole.groups.mapValues { group in rows.map { group[$0] } }
        others = whole.others.mapValues { column in rows.map { column[$0] } }
        warnings = []
    }
}

extension FaultCollector {
    /// The faults by line, those of the whole file first.
    func inOrder(of file: String) -> [Fault] {
        let ordered = faults.enumerated().sorted { left, right in
            (left.element.place.line ?? 0, left.offset) < (right.element.place.line ?? 0, right.offset)
        }
        return ordered.map(\.element) + all(in: file).dropFirst(faults.count)
    }
}

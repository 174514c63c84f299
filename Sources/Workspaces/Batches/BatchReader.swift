import LedgerStore
import Spreadsheets
import StatisticalData
import Studies

/// Reads the rows of a batch into the ledger: every field checked, every fault of every row reported.
struct BatchReader {
    private static let required = ["indicator", "area", "period", "value", "unit"]
    private static let optional = [
        "transformation", "qualifier", "known_on", "revision", "trust", "source", "note", "note_zh",
    ]

    private let defaults: SourceRecord.Defaults?
    private let areas: AreaHierarchy
    private let indicators: [Indicator.ID: Indicator]
    private let sources: [Source.ID: Source]
    private let defaultSource: (number: Int64, trust: Trust)?
    private var collector = FaultCollector()

    private var indicatorColumn: CachedColumn<Indicator>
    private var areaColumn: CachedColumn<Area.ID>
    private var periodColumn: CachedColumn<Period>
    private var unitColumn: CachedColumn<(unit: UnitOfMeasure, number: Int64)>
    private var dateColumn: CachedColumn<KnownDate>
    private var sourceColumn: CachedColumn<(number: Int64, trust: Trust)>
    private var transformationColumn: CachedColumn<Transformation>
    private var qualifierColumn: CachedColumn<Qualifier>
    private var revisionColumn: CachedColumn<Revision>
    private var trustColumn: CachedColumn<Trust>
    private let valueColumn: CachedColumn<Double>
    private let noteColumn: CachedColumn<String>
    private let chineseNoteColumn: CachedColumn<String>

    /// Reads all of `bytes` into `writer`.
    ///
    /// - Throws: `Faults` when any row is faulty; warnings alone do not stop.
    static func read(
        _ bytes: UnsafeRawBufferPointer, of batch: BatchFile, in workspace: Workspace, into writer: inout BatchWriter,
        progress: JobProgress
    ) throws {
        var csv = try CSVReader(bytes, file: batch.file) { MappedFile.release(bytes, before: $0) }
        let faults = CSVTable.headerFaults(csv.header, required: required, optional: optional, file: batch.file)
        var header = FaultCollector()
        header.add(contentsOf: faults)
        try header.throwIfFaulty(in: batch.file)
        var reader = try BatchReader(csv.header, batch: batch, workspace: workspace, writer: writer)
        try reader.readRows(&csv, into: &writer, progress: progress)
        if let expected = batch.record.rows, expected != writer.count, !reader.collector.hasErrors {
            reader.collector.add(.batchRowCount(found: writer.count, expected: expected, file: batch.file))
        }
        try reader.collector.throwIfFaulty(in: batch.file)
    }

    private init(
        _ header: [String], batch: BatchFile, workspace: Workspace, writer: borrowing BatchWriter
    ) throws {
        defaults = batch.record.defaults
        areas = workspace.areas
        indicators = Dictionary(workspace.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sources = workspace.sources
        indicatorColumn = CachedColumn("indicator", in: header)
        areaColumn = CachedColumn("area", in: header)
        periodColumn = CachedColumn("period", in: header)
        unitColumn = CachedColumn("unit", in: header)
        dateColumn = CachedColumn("known_on", in: header)
        sourceColumn = CachedColumn("source", in: header)
        transformationColumn = CachedColumn("transformation", in: header)
        qualifierColumn = CachedColumn("qualifier", in: header)
        revisionColumn = CachedColumn("revision", in: header)
        trustColumn = CachedColumn("trust", in: header)
        valueColumn = CachedColumn("value", in: header)
        noteColumn = CachedColumn("note", in: header)
        chineseNoteColumn = CachedColumn("note_zh", in: header)
        guard let name = defaults?.source else {
            defaultSource = nil
            return
        }
        let place = Place(file: batch.recordFile)
        guard let source = sources[Source.ID(name)], let number = try writer.number(of: source.id) else {
            throw Fault.unknownSource(name, among: sources.keys, at: place)
        }
        defaultSource = (number, source.trust)
    }

    private mutating func readRows(
        _ csv: inout CSVReader, into writer: inout BatchWriter, progress: JobProgress
    ) throws {
        var row = CSVRow()
        while true {
            if row.line % 20_000 == 0 { progress.tell(.ingest, csv.bytesRead, of: csv.byteCount) }
            do {
                guard try csv.next(&row) else { return }
                if let read = try self.row(row, of: csv, into: &writer) { try writer.add(read) }
            } catch let fault as Fault where fault.place.file == csv.file {
                collector.add(fault)
            }
        }
    }

    /// One row; `nil` with its faults in the collector.
    private mutating func row(
        _ row: CSVRow, of csv: borrowing CSVReader, into writer: inout BatchWriter
    ) throws -> BatchRow? {
        let known = indicators
        let indicator = indicatorColumn.read(row, csv, into: &collector) {
            known[Indicator.ID($0)]
        } fault: {
            .unknownIndicator($0, among: known.keys, at: $1)
        }
        let hierarchy = areas
        let area = areaColumn.read(row, csv, into: &collector) {
            hierarchy[Area.ID($0)]?.id
        } fault: {
            .unknownArea($0, among: hierarchy.areas.map(\.id), at: $1)
        }
        let period = periodColumn.read(row, csv, into: &collector) {
            Period($0)
        } fault: {
            .csvMalformed(.period, $0, at: $1)
        }
        let knownOn = dateColumn.read(row, csv, default: defaults?.knownOn, into: &collector) {
            KnownDate($0)
        } fault: {
            .csvMalformed(.date, $0, at: $1)
        }
        let transformation = transformationColumn.word(row, csv, default: defaults?.transformation, into: &collector)
        let revision = revisionColumn.word(row, csv, default: defaults?.revision, into: &collector)
        let source = try source(row, csv, writer)
        let trust = trustColumn.word(
            row, csv, default: defaults?.trust ?? source?.trust ?? .unverified, into: &collector)
        let hasQualifier = !qualifierColumn.isEmpty(row, csv)
        let qualifier = hasQualifier ? qualifierColumn.word(row, csv, default: nil, into: &collector) : nil
        let note = LocalisedText(en: noteColumn.text(row, csv), zh: chineseNoteColumn.text(row, csv))
        let value = value(row, csv, note: note)
        let unit = try unit(row, csv, writer)
        guard let indicator, let area, let transformation, let period, let knownOn, let revision, let source, let trust,
            let value, let unit, hasQualifier == (qualifier != nil)
        else { return nil }
        let expected = indicator.unit(after: transformation)
        guard unit.unit.dimension == expected.dimension else {
            collector.add(.unitMismatch(unit.unit, expected: expected, at: unitColumn.place(row, csv)))
            return nil
        }
        return BatchRow(
            series: try writer.number(of: SeriesKey(indicator.id, transformation, in: area)), period: period,
            value: value.number?.value, decimals: value.number?.decimals ?? 0, unit: unit.number, qualifier: qualifier,
            knownOn: knownOn, revision: revision, trust: trust, source: source.number, note: note, line: row.line)
    }

    private mutating func source(
        _ row: CSVRow, _ csv: borrowing CSVReader, _ writer: borrowing BatchWriter
    ) throws -> (number: Int64, trust: Trust)? {
        let declared = sources
        return try sourceColumn.read(row, csv, default: defaultSource, into: &collector) { name in
            guard let source = declared[Source.ID(name)] else { return nil }
            return try writer.number(of: source.id).map { ($0, source.trust) }
        } fault: {
            .unknownSource($0, among: declared.keys, at: $1)
        }
    }

    private mutating func unit(
        _ row: CSVRow, _ csv: borrowing CSVReader, _ writer: borrowing BatchWriter
    ) throws -> (unit: UnitOfMeasure, number: Int64)? {
        try unitColumn.read(row, csv, into: &collector) { text in
            guard let unit = UnitOfMeasure(text) else { return nil }
            return (unit, try writer.number(of: unit))
        } fault: {
            .csvMalformed(.unit, $0, at: $1)
        }
    }

    /// A figure that may be absent.
    private struct Figure {
        let number: DecimalNumber?
    }

    /// The figure; an empty cell is a figure that the source does not give, which the note must say.
    private mutating func value(_ row: CSVRow, _ csv: borrowing CSVReader, note: LocalisedText?) -> Figure? {
        guard let index = valueColumn.index, !csv.bytes(row, index).isEmpty else {
            if note != nil { return Figure(number: nil) }
            collector.add(.csvEmptyField(at: valueColumn.place(row, csv)))
            return nil
        }
        if let number = DecimalNumber(csv.bytes(row, index)) { return Figure(number: number) }
        collector.add(.csvNotANumber(csv.string(row, index), at: csv.place(row, index)))
        return nil
    }
}

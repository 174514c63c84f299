import StatisticalData

/// What empty fields of an imported table mean, and which of it the source record already says.
struct ImportDefaults {
    var source: Source.ID?
    var knownOn: KnownDate?
    var revision: Revision?
    var transformation: Transformation?
    /// The columns that the batch must carry because its record has no default for them.
    var written: Set<ImportColumn> = []

    /// The defaults of a record, filled up with `knownOn`, `preliminary` and `level`.
    init(_ record: SourceRecord.Defaults?, knownOn date: KnownDate?) {
        source = record?.source.map { Source.ID($0) }
        knownOn = record?.knownOn ?? date
        revision = record?.revision ?? .preliminary
        transformation = record?.transformation ?? .level
        if source == nil { written.insert(.source) }
        if record?.knownOn == nil { written.insert(.knownOn) }
        if record?.revision == nil { written.insert(.revision) }
        if record?.transformation == nil { written.insert(.transformation) }
    }
}

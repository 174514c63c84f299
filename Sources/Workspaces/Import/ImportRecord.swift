import Spreadsheets
import StatisticalData
import Studies

/// The source record of an imported batch.
struct ImportRecord {
    let record: SourceRecord?
    private let text: String?
    let sources: [Source.ID: Source]
    let defaults: ImportDefaults

    /// The record given, or none: then the batch is unverified under the name of its file.
    ///
    /// - Throws: `Faults` for a record at fault, or one that declares a source the workspace has already.
    init(_ options: ImportOptions, name: String, workspace: Workspace) throws {
        guard let given = options.record else {
            record = nil
            text = nil
            var defaults = ImportDefaults(nil, knownOn: options.knownOn)
            let id = Self.unverified(name)
            defaults.source = id
            defaults.written = []
            self.defaults = defaults
            sources = workspace.sources.merging([id: Self.placeholder(id)]) { known, _ in known }
            return
        }
        let record = try SourceRecord(given.text, file: given.file)
        let declared = record.sources.map { Source($0) }
        let known = declared.filter { workspace.sources[$0.id] != nil }
        guard known.isEmpty else {
            throw Faults(known.map { .importSourceKnown($0.id, at: Place(file: given.file)) })
        }
        self.record = record
        text = given.text
        let all = workspace.sources.merging(declared.map { ($0.id, $0) }) { first, _ in first }
        if let id = record.defaults?.source.map({ Source.ID($0) }), all[id] == nil {
            throw Fault.unknownSource(id.rawValue, among: all.keys, at: Place(file: given.file))
        }
        sources = all
        defaults = ImportDefaults(record.defaults, knownOn: options.knownOn)
    }

    private static func unverified(_ name: String) -> Source.ID { Source.ID("import-" + name) }

    private static func placeholder(_ id: Source.ID) -> Source {
        let unknown = LocalisedText(en: "not stated", zh: "未注明")
        return Source(
            id: id, publisher: unknown, title: unknown, address: nil, licence: unknown, published: nil, retrieved: nil,
            trust: .unverified, note: nil)
    }

    /// The text of the record.
    func yaml(name: String, file: String, outcome: ImportOutcome, rows: Int, sha256: String, original: String) -> String
    {
        if let text { return text }
        let title = TableLayout.quoted(file)
        let id = Self.unverified(name).rawValue
        let date = defaults.knownOn?.description ?? ""
        let how = Self.how(outcome)
        let original = "SHA-256 " + original
        return """
            # Imported without a source record: fill in publisher, title and licence, and mark the trust it deserves.
            sources:
              - id: \(TableLayout.quoted(id))
                publisher: {en: "not stated", zh: "未注明"}
                title: {en: \(title), zh: \(title)}
                licence: {en: "not stated", zh: "未注明"}
                retrieved: \(date)
                trust: unverified
            defaults: {source: \(TableLayout.quoted(id)), known-on: \(date), revision: preliminary, transformation: level}
            note:
              en: \(TableLayout.quoted("Imported from \(file) (\(how.en); \(original))."))
              zh: \(TableLayout.quoted("由\(file)导入（\(how.zh)；\(original)）。"))
            rows: \(rows)
            sha256: \(sha256)

            """
    }

    private static func how(_ outcome: ImportOutcome) -> LocalisedText {
        guard let dialect = outcome.dialect else {
            if let form = outcome.form { return LocalisedText(en: form, zh: form) }
            let sheet = outcome.sheet ?? ""
            return LocalisedText(en: "sheet " + sheet, zh: "工作表" + sheet)
        }
        let (encoding, separator) = (dialect.encoding.rawValue, String(dialect.separator.character))
        let mark = dialect.decimal == .point ? "." : ","
        let sign = dialect.separator == .tab ? "TAB" : separator
        return LocalisedText(
            en: "\(encoding), separator \(sign), decimal mark \(mark)", zh: "\(encoding)，分隔符\(sign)，小数点\(mark)")
    }
}

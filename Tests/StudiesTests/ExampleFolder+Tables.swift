import Declarations
import Spreadsheets
import StatisticalData

extension ExampleFolder {
    static func readAreas() throws -> AreaHierarchy {
        let table = try CSVTable(
            try bytes("areas.csv"), file: "areas.csv",
            required: [
                "id", "parent", "level", "gb2260", "iso_3166", "name_en", "name_zh", "short_en", "short_zh", "coastal",
            ])
        let areas = table.rows.map { row in
            let name = LocalisedText(en: row["name_en"] ?? "", zh: row["name_zh"] ?? "")
            return Area(
                id: Area.ID(row["id"] ?? ""), parent: row["parent"].map { Area.ID($0) }, level: row["level"] ?? "",
                name: name, shortName: name)
        }
        return try AreaHierarchy(areas) { Place(file: "areas.csv", line: $0 + 2) }
    }

    static func readIndicators() throws -> [Indicator.ID: Indicator] {
        let table = try CSVTable(
            try bytes("indicators.csv"), file: "indicators.csv",
            required: ["id", "name_en", "name_zh", "unit", "direction", "sdg_goals"])
        let indicators = table.rows.compactMap { row -> Indicator? in
            guard let unit = row["unit"].flatMap({ UnitOfMeasure($0) }) else { return nil }
            return Indicator(
                id: Indicator.ID(row["id"] ?? ""),
                name: LocalisedText(en: row["name_en"] ?? "", zh: row["name_zh"] ?? ""), unit: unit, direction: .none,
                goals: [])
        }
        return Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The record beside a batch.
struct SourceFile {
    private let content: Content

    /// The sources it declares; of their texts the tests use only the ids.
    var sources: [Source] {
        content.sources.map { entry in
            let text = LocalisedText(en: entry.id, zh: entry.id)
            return Source(
                id: Source.ID(entry.id), publisher: text, title: text, address: nil, licence: text, published: nil,
                retrieved: nil, trust: entry.trust, note: nil)
        }
    }

    /// The source of rows that name none.
    var defaultSource: Source.ID? { content.defaults?.source.map { Source.ID($0) } }

    /// The source of each file of a folder of tables.
    func tableSources(in folder: String) -> [String: Source.ID] {
        let pairs = (content.files ?? []).compactMap { file in
            (file.source ?? content.defaults?.source).map { (folder + "/" + file.name, Source.ID($0)) }
        }
        return Dictionary(pairs) { $1 }
    }

    struct Content: Decodable {
        let sources: [Entry]
        let defaults: Defaults?
        let files: [File]?

        struct File: Decodable {
            let name: String
            let source: String?
        }

        struct Entry: Decodable {
            let id: String
            let trust: Trust
        }

        struct Defaults: Decodable {
            let source: String?
            let knownOn: KnownDate?
            let revision: Revision?
            let trust: Trust?
            let transformation: Transformation?

            enum CodingKeys: String, CodingKey {
                case source, revision, trust, transformation
                case knownOn = "known-on"
            }
        }
    }

    init(_ file: String) throws {
        let text = String(decoding: try ExampleFolder.bytes(file), as: UTF8.self)
        let words = ["source", "known-on", "revision", "trust", "transformation"].map { Schema.Key.optional($0, .text) }
        let texts = ["publisher", "title", "licence", "note"].map { Schema.Key.optional($0, .localisedText) }
        let entry = ["id", "address", "published", "retrieved", "trust"].map { Schema.Key.optional($0, .text) } + texts
        content = try Declaration(text, file: file).decode(
            Content.self,
            schema: .mapping([
                .required("sources", .list(.mapping(entry))), .optional("defaults", .mapping(words)),
                .optional("note", .localisedText), .optional("rows", .integer), .optional("sha256", .text),
                .optional(
                    "files",
                    .list(
                        .mapping([.required("name", .text), .optional("source", .text), .optional("sha256", .text)]))),
            ]))
    }

    /// The rows of the batch, empty cells filled by the defaults.
    func observations(of file: String, sources: [Source.ID: Source]) throws -> [Observation] {
        let table = try CSVTable(
            try ExampleFolder.bytes(file), file: file,
            required: [
                "indicator", "area", "period", "transformation", "value", "unit", "qualifier", "known_on", "revision",
                "trust", "source", "note", "note_zh",
            ])
        return try table.rows.map { row in
            guard let observation = observation(row, in: file, sources: sources) else {
                throw ExampleFolder.Missing(name: "\(file):\(row.line)")
            }
            return observation
        }
    }

    private func observation(_ row: CSVTable.Row, in file: String, sources: [Source.ID: Source]) -> Observation? {
        let defaults = content.defaults
        let number = row["value"].flatMap { DecimalNumber($0) }
        let transformation = row["transformation"].flatMap { Transformation(rawValue: $0) } ?? defaults?.transformation
        guard let source = (row["source"] ?? defaults?.source).map({ Source.ID($0) }), let transformation,
            let period = row["period"].flatMap({ Period($0) }), let unit = row["unit"].flatMap({ UnitOfMeasure($0) }),
            let known = row["known_on"].flatMap({ KnownDate($0) }) ?? defaults?.knownOn,
            let revision = row["revision"].flatMap({ Revision(rawValue: $0) }) ?? defaults?.revision,
            let trust = row["trust"].flatMap({ Trust(rawValue: $0) }) ?? defaults?.trust ?? sources[source]?.trust
        else { return nil }
        return Observation(
            series: SeriesKey(Indicator.ID(row["indicator"] ?? ""), transformation, in: Area.ID(row["area"] ?? "")),
            period: period, value: number?.value, decimals: number?.decimals ?? 0, unit: unit,
            qualifier: row["qualifier"].flatMap { Qualifier(rawValue: $0) }, knownOn: known, revision: revision,
            trust: trust, source: source, note: LocalisedText(en: row["note"], zh: row["note_zh"]),
            place: Place(file: file, line: row.line))
    }
}

import DataPackages
import SDMX
import Spreadsheets
import StatisticalData
import Studies

/// A table of a package: its text and what its columns are.
struct PackageTable {
    let name: String
    let title: String
    let text: String
    let schema: TableSchema

    var path: String { name + ".csv" }

    init(
        _ name: String, title: String, _ fields: [TableSchema.Field], primaryKey: [String],
        foreignKeys: [TableSchema.ForeignKey] = [], rows: some Sequence<[String]>
    ) {
        self.name = name
        self.title = title
        var writer = CSVWriter()
        writer.row(fields.map(\.name))
        for row in rows { writer.row(row) }
        text = writer.text
        schema = TableSchema(
            fields, primaryKey: primaryKey, foreignKeys: foreignKeys.isEmpty ? nil : foreignKeys)
    }
}

extension PackageTable {
    private typealias Field = TableSchema.Field
    private typealias Key = TableSchema.ForeignKey

    private static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> [String]
    where Word.RawValue == String {
        type.allCases.map(\.rawValue)
    }

    private static let datePattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

    /// Every vintage of every figure, in the order of series, period and date known.
    static func observations(_ observations: [Observation]) -> PackageTable {
        let units = Set(observations.map(\.unit.symbol)).sorted()
        return PackageTable(
            "observations", title: "Every vintage of every figure · 全部数据的全部版本",
            [
                Field("indicator", title: "Indicator · 指标", isRequired: true),
                Field("area", title: "Area · 地区", isRequired: true),
                Field("period", title: "Period, such as 2016, 2016-Q3, 2016/2020 · 时期", isRequired: true),
                Field(
                    "transformation", title: "Transformation · 变换", isRequired: true, words: words(Transformation.self)),
                Field("value", .number, title: "Value as printed; empty: not given · 数值", unitField: "unit"),
                Field("unit", title: "Unit · 单位", isRequired: true, words: units.isEmpty ? nil : units),
                Field("qualifier", title: "Sign of inexactness · 限定符", words: words(Qualifier.self)),
                Field("known_on", title: "Date known: the vintage · 已知日期", isRequired: true, pattern: datePattern),
                Field("revision", title: "Revision · 修订状态", isRequired: true, words: words(Revision.self)),
                Field("trust", title: "Trust · 可信度", isRequired: true, words: words(Trust.self)),
                Field("source", title: "Source · 来源", isRequired: true), Field("note", title: "Note · 备注（英文）"),
                Field("note_zh", title: "Note in Chinese · 备注（中文）"),
                Field("file", title: "File of the workspace · 文件", isRequired: true),
                Field("line", .integer, title: "Line of the file · 行", isRequired: true, minimum: 2),
            ],
            primaryKey: ["file", "line"],
            foreignKeys: [
                Key(["indicator"], to: "indicators", ["id"]), Key(["area"], to: "areas", ["id"]),
                Key(["source"], to: "sources", ["id"]),
            ],
            rows: ObservationTable.rows(observations, hasVintages: true).lazy.map { observation in
                ObservationTable.fields(observation)
                    + [observation.place.file, observation.place.line.map { String($0) } ?? ""]
            })
    }

    /// The areas.
    static func areas(_ hierarchy: AreaHierarchy) -> PackageTable {
        PackageTable(
            "areas", title: "Areas · 地区",
            [
                Field("id", title: "Code · 代码", isRequired: true), Field("parent", title: "Area it is part of · 上级地区"),
                Field("level", title: "Level · 层级", isRequired: true),
                Field("name_en", title: "Name", isRequired: true),
                Field("name_zh", title: "名称", isRequired: true), Field("short_en", title: "Short name"),
                Field("short_zh", title: "简称"), Field("gb2260", title: "GB/T 2260"),
                Field("iso_3166", title: "ISO 3166"),
                Field("coastal", title: "On the coast · 沿海", words: ["yes", "no"]),
            ],
            primaryKey: ["id"], foreignKeys: [Key(["parent"], to: "", ["id"])],
            rows: hierarchy.areas.map { area in
                [
                    area.id.rawValue, area.parent?.rawValue ?? "", area.level, area.name.en, area.name.zh,
                    area.shortName.en, area.shortName.zh, area.gb2260 ?? "", area.iso3166 ?? "",
                    area.isCoastal.map { $0 ? "yes" : "no" } ?? "",
                ]
            })
    }

    /// The indicators with their units.
    static func indicators(_ indicators: [Indicator]) -> PackageTable {
        PackageTable(
            "indicators", title: "Indicators · 指标",
            [
                Field("id", title: "Identifier · 标识", isRequired: true),
                Field("name_en", title: "Name", isRequired: true),
                Field("name_zh", title: "名称", isRequired: true),
                Field("unit", title: "Unit of the level · 单位", isRequired: true),
                Field("direction", title: "Better is · 方向", isRequired: true, words: words(Indicator.Direction.self)),
                Field("sdg_goals", title: "Sustainable Development Goals · 可持续发展目标"),
            ],
            primaryKey: ["id"],
            rows: indicators.map { indicator in
                [
                    indicator.id.rawValue, indicator.name.en, indicator.name.zh, indicator.unit.symbol,
                    indicator.direction.rawValue, indicator.goals.map { String($0) }.joined(separator: " "),
                ]
            })
    }

    /// The sources with their terms of use.
    static func sources(_ sources: [Source]) -> PackageTable {
        PackageTable(
            "sources", title: "Sources and their licences · 来源及许可",
            [
                Field("id", title: "Identifier · 标识", isRequired: true), Field("publisher_en", title: "Publisher"),
                Field("publisher_zh", title: "发布机构"), Field("title_en", title: "Title"), Field("title_zh", title: "标题"),
                Field("address", title: "Address · 网址"), Field("licence_en", title: "Licence"),
                Field("licence_zh", title: "许可"), Field("published", title: "Published · 发布日期", pattern: datePattern),
                Field("retrieved", title: "Read on · 获取日期", pattern: datePattern),
                Field("trust", title: "Trust · 可信度", isRequired: true, words: words(Trust.self)),
                Field("note_en", title: "Note"), Field("note_zh", title: "备注"),
            ],
            primaryKey: ["id"],
            rows: sources.map { source in
                [
                    source.id.rawValue, source.publisher.en, source.publisher.zh, source.title.en, source.title.zh,
                    source.address ?? "", source.licence.en, source.licence.zh, source.published?.description ?? "",
                    source.retrieved?.description ?? "", source.trust.rawValue, source.note?.en ?? "",
                    source.note?.zh ?? "",
                ]
            })
    }

    /// The studies.
    static func studies(_ studies: [Study]) -> PackageTable {
        PackageTable(
            "studies", title: "Studies · 专题",
            [
                Field("id", title: "Identifier · 标识", isRequired: true),
                Field("kind", title: "Kind · 类型", isRequired: true, words: words(StudyKind.self)),
                Field("title_en", title: "Title", isRequired: true), Field("title_zh", title: "标题", isRequired: true),
                Field("file", title: "Declaration · 声明文件", isRequired: true),
            ],
            primaryKey: ["id"],
            rows: studies.sorted { $0.id < $1.id }.map { study in
                [study.id, study.kind.rawValue, study.title.en, study.title.zh, study.place.file]
            })
    }
}

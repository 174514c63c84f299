import DataPackages
import StatisticalData
import Studies

extension PackageTable {
    private typealias Field = TableSchema.Field
    private typealias Key = TableSchema.ForeignKey

    /// The columns that name a value of a study.
    private static let valueKey = ["study", "item", "measure", "area", "period"]

    private static let keyFields: [TableSchema.Field] = [
        Field("study", title: "Study · 专题", isRequired: true), Field("item", title: "Item · 对象", isRequired: true),
        Field("measure", title: "Measure · 度量", isRequired: true), Field("area", title: "Area · 地区", isRequired: true),
        Field("period", title: "Period · 时期", isRequired: true),
    ]

    private static func cells(_ key: ResultKey) -> [String] {
        [key.study, key.item, key.measure, key.area.rawValue, key.period.description]
    }

    private static func text(_ number: Double?) -> String { number.map { Decimals.text($0) } ?? "" }

    /// The values of all studies.
    static func results(_ results: [StudyResult]) -> PackageTable {
        PackageTable(
            "results", title: "Results of the studies · 专题结果",
            keyFields + [
                Field("value", .number, title: "Number · 数值", unitField: "unit"),
                Field("low", .number, title: "Lower end of its interval · 区间下限", unitField: "unit"),
                Field("high", .number, title: "Upper end of its interval · 区间上限", unitField: "unit"),
                Field("word", title: "Word, such as a verdict · 结论"), Field("unit", title: "Unit · 单位"),
                Field(
                    "trust", title: "Weakest trust of what it rests on · 可信度", isRequired: true,
                    words: Trust.allCases.map(\.rawValue)),
                Field("sources", title: "Sources it rests on · 所据来源"),
                Field("formula", title: "Name of the formula · 公式名称", isRequired: true),
                Field("expression", title: "Formula · 公式"),
            ],
            primaryKey: valueKey,
            foreignKeys: [Key(["study"], to: "studies", ["id"]), Key(["area"], to: "areas", ["id"])],
            rows: results.lazy.flatMap(\.values).map { value in
                cells(value.key) + [
                    text(value.number), text(value.low), text(value.high), value.word ?? "", value.unit?.symbol ?? "",
                    value.trust.rawValue, value.sources.map(\.rawValue).joined(separator: " "),
                    value.derivation.formula, value.derivation.expression,
                ]
            })
    }

    /// What went into each value: a figure of a batch, a figure declared in another file, or another value of the study.
    static func derivations(_ results: [StudyResult]) -> PackageTable {
        PackageTable(
            "derivations", title: "What went into each result · 结果的由来",
            keyFields + [
                Field("number", .integer, title: "Place in the formula · 序号", isRequired: true, minimum: 1),
                Field("role", title: "Letter in the formula · 公式中的符号"),
                Field("kind", title: "Kind · 类型", isRequired: true, words: ["observation", "declared", "result"]),
                Field("observation_file", title: "Batch · 数据文件"),
                Field("observation_line", .integer, title: "Line of the batch · 行"),
                Field("declared_file", title: "File · 声明文件"), Field("declared_line", .integer, title: "Line · 行"),
                Field("result_item", title: "Item of the value · 所据结果的对象"),
                Field("result_measure", title: "Measure of the value · 所据结果的度量"),
                Field("result_area", title: "Area of the value · 所据结果的地区"),
                Field("result_period", title: "Period of the value · 所据结果的时期"),
                Field("value", .number, title: "Number · 数值", unitField: "unit"), Field("word", title: "Word · 文字"),
                Field("unit", title: "Unit · 单位"),
            ],
            primaryKey: valueKey + ["number"],
            foreignKeys: [
                Key(valueKey, to: "results", valueKey),
                Key(["observation_file", "observation_line"], to: "observations", ["file", "line"]),
                Key(["result_area"], to: "areas", ["id"]),
            ],
            rows: results.lazy.flatMap(\.values).flatMap { value in
                value.derivation.inputs.enumerated().map { position, input in
                    cells(value.key) + [String(position + 1), input.role] + cells(input.origin)
                }
            })
    }

    private static func cells(_ origin: DerivationInput.Origin) -> [String] {
        switch origin {
        case .observation(let observation):
            ["observation"] + cells(observation.place) + ["", "", "", "", "", "", text(observation.value), ""]
                + [observation.unit.symbol]
        case .declared(let declared):
            ["declared", "", ""] + cells(declared.place) + ["", "", "", ""] + cells(declared.finding)
                + [declared.unit?.symbol ?? ""]
        case .result(let key):
            ["result", "", "", "", "", key.item, key.measure, key.area.rawValue, key.period.description, "", "", ""]
        }
    }

    private static func cells(_ place: Place) -> [String] {
        [place.file, place.line.map { String($0) } ?? ""]
    }

    private static func cells(_ finding: Finding) -> [String] {
        switch finding {
        case .number(let number, _, _): [text(number), ""]
        case .word(let word): ["", word]
        }
    }
}

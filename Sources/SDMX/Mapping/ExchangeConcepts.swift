import StatisticalData

/// A concept of our structure.
struct ExchangeConcept: Sendable {
    let id: String
    let role: ComponentColumn.Role
    let name: LocalisedText
    var codelist: String?
    var textType: String?
    var isMandatory = false

    var isUnit: Bool { id == "UNIT_MEASURE" || id == "UNIT_MULT" }
}

/// The concepts of our structure, in the order of its components.
enum ExchangeConcepts {
    static let all: [ExchangeConcept] = dimensions + [value] + attributes

    private static let dimensions = [
        ExchangeConcept(id: "FREQ", role: .dimension, name: .init(en: "Frequency", zh: "频率"), codelist: "CL_FREQ"),
        ExchangeConcept(
            id: "REF_AREA", role: .dimension, name: .init(en: "Reference area", zh: "地区"), codelist: "CL_AREA"),
        ExchangeConcept(
            id: "INDICATOR", role: .dimension, name: .init(en: "Indicator", zh: "指标"), codelist: "CL_INDICATOR"),
        ExchangeConcept(
            id: "TRANSFORMATION", role: .dimension, name: .init(en: "Transformation", zh: "数据变换"),
            codelist: "CL_TRANSFORMATION"),
        ExchangeConcept(
            id: "VINTAGE", role: .dimension,
            name: .init(en: "Vintage: date on which the value was known", zh: "数据版本（公布日期）"),
            textType: "ObservationalTimePeriod"),
        ExchangeConcept(
            id: "TIME_PERIOD", role: .dimension, name: .init(en: "Time period", zh: "时期"),
            textType: "ObservationalTimePeriod"),
    ]

    private static let value = ExchangeConcept(
        id: "OBS_VALUE", role: .measure, name: .init(en: "Observation value", zh: "观测值"), textType: "Double")

    private static let attributes = [
        ExchangeConcept(
            id: "OBS_STATUS", role: .attribute, name: .init(en: "Observation status", zh: "观测状态"),
            codelist: "CL_OBS_STATUS", isMandatory: true),
        ExchangeConcept(
            id: "UNIT_MEASURE", role: .attribute, name: .init(en: "Unit of measure", zh: "计量单位"), codelist: "CL_UNIT",
            isMandatory: true),
        ExchangeConcept(
            id: "UNIT_MULT", role: .attribute, name: .init(en: "Unit multiplier, a power of ten", zh: "单位乘数（10的幂）"),
            textType: "Integer"),
        ExchangeConcept(
            id: "DECIMALS", role: .attribute, name: .init(en: "Decimals printed", zh: "小数位数"), textType: "Integer"),
        ExchangeConcept(
            id: "KNOWN_ON", role: .attribute, name: .init(en: "Date on which the value was known", zh: "数据公布日期"),
            textType: "ObservationalTimePeriod"),
        ExchangeConcept(
            id: "REVISION", role: .attribute, name: .init(en: "State of revision", zh: "修订状态"), codelist: "CL_REVISION"),
        ExchangeConcept(
            id: "TRUST", role: .attribute, name: .init(en: "How far the source can be trusted", zh: "来源可信度"),
            codelist: "CL_TRUST"),
        ExchangeConcept(
            id: "QUALIFIER", role: .attribute, name: .init(en: "Qualifier", zh: "限定符"), codelist: "CL_QUALIFIER"),
        ExchangeConcept(
            id: "DATA_SOURCE", role: .attribute, name: .init(en: "Source of the data", zh: "数据来源"),
            codelist: "CL_DATA_SOURCE"),
        ExchangeConcept(
            id: "NOTE", role: .attribute, name: .init(en: "Note in English", zh: "备注（英文）"), textType: "String"),
        ExchangeConcept(
            id: "NOTE_ZH", role: .attribute, name: .init(en: "Note in Chinese", zh: "备注（中文）"), textType: "String"),
    ]
}

import Spreadsheets

/// A column of figures to import, by what it holds.
enum ImportColumn: String, CaseIterable, Sendable {
    case indicator
    case area
    case period
    case value
    case unit
    case transformation
    case qualifier
    case knownOn = "known_on"
    case revision
    case trust
    case source
    case note
    case chineseNote = "note_zh"

    /// Columns without which there is no figure.
    static let required: [ImportColumn] = [.indicator, .area, .period, .value, .unit]

    /// The number of the column among all cases.
    var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The headers by which a column is known, in the form of `CellText.comparable`.
    private var names: [String] {
        switch self {
        case .indicator: ["indicator", "indicator_id", "indicator code", "指标", "指标名称", "指标代码"]
        case .area: ["area", "area_id", "ref_area", "geo", "region", "地区", "区域", "地区代码", "地区名称", "行政区划代码"]
        case .period: ["period", "time", "time_period", "year", "时期", "时间", "年份", "年度", "年"]
        case .value: ["value", "obs_value", "数值", "指标值", "数据", "值"]
        case .unit: ["unit", "unit_measure", "单位", "计量单位"]
        case .transformation: ["transformation", "变换", "口径"]
        case .qualifier: ["qualifier", "限定符"]
        case .knownOn: ["known_on", "known-on", "known on", "已知日期", "发布日期"]
        case .revision: ["revision", "修订状态"]
        case .trust: ["trust", "可信度"]
        case .source: ["source", "来源"]
        case .note: ["note", "note_en", "备注", "注"]
        case .chineseNote: ["note_zh", "中文备注"]
        }
    }

    private static let byName: [String: ImportColumn] = Dictionary(
        allCases.flatMap { column in column.names.map { ($0, column) } }, uniquingKeysWith: { first, _ in first })

    /// The column with this header, in English, Chinese or as an id; case and outer blanks do not count.
    init?(header: String) {
        guard let column = Self.byName[CellText.comparable(header)] else { return nil }
        self = column
    }

    /// The header the program writes over refused rows, which is passed over when they come back.
    static let faultHeader = "fault"
}

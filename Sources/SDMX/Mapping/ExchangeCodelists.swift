import StatisticalData

/// The code lists of a workspace: fixed ones whole, of areas, indicators, units and sources what occurs.
struct ExchangeCodelists {
    private let agency: String

    init(_ agency: String) {
        self.agency = agency
    }

    func reference(_ id: String) -> StructureReference {
        StructureReference(.codelist, agency: agency, id: id)
    }

    func all(
        _ observations: [Observation], areas: AreaHierarchy, areaCodes: AreaCodes, indicators: [Indicator],
        sources: [Source.ID: Source]
    ) -> [Codelist] {
        [
            list("CL_FREQ", "Frequency", "频率", Self.frequencies),
            list("CL_AREA", "Reference area", "地区", Self.areas(observations, areas, areaCodes)),
            list("CL_INDICATOR", "Indicator", "指标", Self.indicators(observations, indicators)),
            list("CL_TRANSFORMATION", "Transformation", "数据变换", Transformation.allCases.map { ($0.rawValue, $0.name) }),
            list(
                "CL_OBS_STATUS", "Observation status", "观测状态", ObservationStatus.allCases.map { ($0.rawValue, $0.name) }
            ),
            list("CL_UNIT", "Unit of measure", "计量单位", Self.units(observations)),
            list("CL_REVISION", "State of revision", "修订状态", Revision.allCases.map { ($0.rawValue, $0.name) }),
            list(
                "CL_TRUST", "How far the source can be trusted", "来源可信度", Trust.allCases.map { ($0.rawValue, $0.name) }),
            list("CL_QUALIFIER", "Qualifier", "限定符", Qualifier.allCases.map { ($0.code, $0.name) }),
            list("CL_DATA_SOURCE", "Source of the data", "数据来源", Self.sources(observations, sources)),
        ]
    }

    private func list(_ id: String, _ en: String, _ zh: String, _ codes: [(String, LocalisedText)]) -> Codelist {
        Codelist(reference(id), names: ["en": en, "zh": zh], codes: codes.map { .init($0.0, names: Names($0.1)) })
    }

    private static let frequencies: [(String, LocalisedText)] = [
        ("A", .init(en: "Annual", zh: "年度")), ("S", .init(en: "Half-yearly", zh: "半年度")),
        ("Q", .init(en: "Quarterly", zh: "季度")), ("M", .init(en: "Monthly", zh: "月度")),
    ]

    private static func areas(
        _ observations: [Observation], _ areas: AreaHierarchy, _ codes: AreaCodes
    ) -> [(String, LocalisedText)] {
        let used = Set(observations.map(\.series.area))
        return areas.areas.filter { used.contains($0.id) }.map { (codes.code(of: $0.id), $0.name) }
    }

    private static func indicators(_ observations: [Observation], _ indicators: [Indicator]) -> [(
        String, LocalisedText
    )] {
        let used = Set(observations.map(\.series.indicator))
        return indicators.filter { used.contains($0.id) }.map { ($0.id.rawValue, $0.name) }
    }

    /// The names of units are their symbols, which are the same in both languages.
    private static func units(_ observations: [Observation]) -> [(String, LocalisedText)] {
        var names: [String: String] = [:]
        for unit in Set(observations.map(\.unit)) {
            let code = UnitCode.code(of: unit)
            names[code.code] = UnitCode.unit(code.code, multiplier: 0)?.symbol ?? code.code
        }
        return names.sorted { $0.key < $1.key }.map { ($0.key, LocalisedText(en: $0.value, zh: $0.value)) }
    }

    private static func sources(
        _ observations: [Observation], _ sources: [Source.ID: Source]
    ) -> [(String, LocalisedText)] {
        Set(observations.map(\.source)).sorted().map { id in
            let name = sources[id].map {
                LocalisedText(en: $0.publisher.en + ": " + $0.title.en, zh: $0.publisher.zh + "：" + $0.title.zh)
            }
            return (id.rawValue, name ?? LocalisedText(en: id.rawValue, zh: id.rawValue))
        }
    }
}

extension Transformation {
    fileprivate var name: LocalisedText {
        switch self {
        case .level: .init(en: "Level", zh: "水平值")
        case .annualChange: .init(en: "Change on the year before, per cent", zh: "比上年变动，%")
        case .cumulativeChange: .init(en: "Change over several years together, per cent", zh: "多年累计变动，%")
        case .absoluteChange: .init(en: "Change in the unit of the indicator", zh: "绝对变动")
        case .cumulativeAmount: .init(en: "Amount accumulated over the period", zh: "期内累计量")
        }
    }
}

extension ObservationStatus {
    fileprivate var name: LocalisedText {
        switch self {
        case .missing: .init(en: "Missing value", zh: "缺失值")
        case .imputed: .init(en: "Imputed value", zh: "插补值")
        case .provisional: .init(en: "Provisional value", zh: "初步数据")
        case .estimated: .init(en: "Estimated value", zh: "估计值")
        case .normal: .init(en: "Normal value", zh: "正常值")
        }
    }
}

extension Revision {
    fileprivate var name: LocalisedText {
        switch self {
        case .preliminary: .init(en: "Preliminary", zh: "初步数")
        case .revised: .init(en: "Revised", zh: "修订数")
        case .final: .init(en: "Final", zh: "最终数")
        case .estimated: .init(en: "Estimated", zh: "估计数")
        case .imputed: .init(en: "Imputed", zh: "插补数")
        }
    }
}

extension Trust {
    fileprivate var name: LocalisedText {
        switch self {
        case .official: .init(en: "Official", zh: "官方")
        case .officialViaMirror: .init(en: "Official text on another site", zh: "官方文本，转载")
        case .press: .init(en: "Press", zh: "报刊")
        case .computed: .init(en: "Computed", zh: "计算")
        case .recalledAndChecked: .init(en: "Recalled and checked", zh: "记忆并经核对")
        case .doubtful: .init(en: "Doubtful", zh: "存疑")
        case .unverified: .init(en: "Unverified", zh: "未经核实")
        }
    }
}

extension Qualifier {
    fileprivate var name: LocalisedText {
        switch self {
        case .lessThan: .init(en: "The true figure is smaller", zh: "实际值更小")
        case .greaterThan: .init(en: "The true figure is greater", zh: "实际值更大")
        case .about: .init(en: "About", zh: "约")
        }
    }
}

import Declarations
import EmbeddedFiles
import Spreadsheets
import StatisticalData

/// Areas, indicators and units by every name they go by.
struct RegistryNames: Sendable {
    private let areas: AreaHierarchy
    private let areaNames: [String: [Area.ID]]
    private let indicators: [Indicator.ID: Indicator]
    private let indicatorNames: [String: [Indicator.ID]]
    private let unitNames: [String: String]

    /// What a text means as an area.
    enum AreaMatch: Equatable {
        /// Nothing.
        case unknown
        /// One area.
        case one(Area.ID)
        /// Several.
        case several([Area.ID])

        var isKnown: Bool { self != .unknown }
    }

    init(areas: AreaHierarchy, indicators: [Indicator]) throws(Faults) {
        self.areas = areas
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var areaNames: [String: [Area.ID]] = [:]
        for area in areas.areas {
            let codes = [area.id.rawValue, area.gb2260, area.gb2260.map { "CN-" + $0 }, area.iso3166]
            let names = [area.name.en, area.name.zh, area.shortName.en, area.shortName.zh]
            for name in Set((codes.compactMap(\.self) + names).map(CellText.comparable)) {
                areaNames[name, default: []].append(area.id)
            }
        }
        self.areaNames = areaNames
        var indicatorNames: [String: [Indicator.ID]] = [:]
        for indicator in indicators {
            let names = [indicator.id.rawValue, indicator.name.en, indicator.name.zh]
            for name in Set(names.map(CellText.comparable)) {
                indicatorNames[name, default: []].append(indicator.id)
            }
        }
        self.indicatorNames = indicatorNames
        let file = "assets/units.yaml"
        let units = try Declaration(EmbeddedFile.at(file)?.text ?? "", file: file)
            .decode([String: LocalisedText].self, schema: .dictionary(.localisedText))
        unitNames = Dictionary(
            units.flatMap { symbol, name in [(Self.plain(name.zh), symbol), (Self.plain(name.en), symbol)] }
                .sorted { $0.1 < $1.1 },
            uniquingKeysWith: { first, _ in first })
    }

    /// The area with this code or name.
    func area(_ text: String) -> AreaMatch {
        if let exact = areas[Area.ID(text)] { return .one(exact.id) }
        let found = areaNames[CellText.comparable(text)] ?? []
        return found.count > 1 ? .several(found) : found.first.map { .one($0) } ?? .unknown
    }

    /// The indicator with this id or name; `nil` for none and for a name that several have.
    func indicator(_ text: String) -> Indicator? {
        if let exact = indicators[Indicator.ID(text)] { return exact }
        let found = indicatorNames[CellText.comparable(text)] ?? []
        return found.count == 1 ? found.first.flatMap { indicators[$0] } : nil
    }

    /// The unit with this symbol, or a name of it; superscripts and the Greek letter of micro are known.
    func unit(_ text: String) -> UnitOfMeasure? {
        if let unit = UnitOfMeasure(text) { return unit }
        let plain = Self.plain(text)
        return UnitOfMeasure(plain) ?? unitNames[plain].flatMap { UnitOfMeasure($0) }
    }

    private static func plain(_ text: String) -> String {
        var plain = CellText.trimmed(CellText.folded(text))
        for (sign, letters) in [("\u{3BC}", "u"), ("\u{B5}", "u"), ("²", "2"), ("³", "3"), ("⁴", "^4"), ("⁸", "^8")] {
            plain = plain.replacing(sign, with: letters)
        }
        return plain
    }

    /// Every id and name of an area, for suggestions.
    var areaWords: [String] {
        areas.areas.flatMap { [$0.id.rawValue, $0.name.en, $0.name.zh] }
    }

    /// Every id and name of an indicator, for suggestions.
    var indicatorWords: [String] {
        indicators.values.sorted { $0.id < $1.id }.flatMap { [$0.id.rawValue, $0.name.en, $0.name.zh] }
    }

    /// The area with its name, for messages.
    func described(_ id: Area.ID, _ language: Language = .chinese) -> String {
        areas[id].map { id.rawValue + " " + $0.name[language] } ?? id.rawValue
    }
}

import StatisticalData

/// The codes of areas: ISO 3166 where there is one, else `CN-` and GB/T 2260, else the own code; unique.
struct AreaCodes {
    private let codes: [Area.ID: String]
    private let areas: [String: Area.ID]

    init(_ hierarchy: AreaHierarchy) {
        var codes: [Area.ID: String] = [:]
        var areas: [String: Area.ID] = [:]
        for area in hierarchy.areas {
            let code = area.iso3166 ?? area.gb2260.map { "CN-" + $0 } ?? area.id.rawValue
            let unique = areas[code] == nil ? code : area.id.rawValue
            codes[area.id] = unique
            areas[unique] = area.id
        }
        self.codes = codes
        self.areas = areas
    }

    /// The code of an area.
    func code(of area: Area.ID) -> String { codes[area] ?? area.rawValue }

    /// The area with a code, else the one whose own code it is.
    func area(_ code: String) -> Area.ID? {
        areas[code] ?? (codes[Area.ID(code)] == nil ? nil : Area.ID(code))
    }

    /// Every code.
    var all: [String] { areas.keys.sorted() }
}

/// Whether identifiers of a workspace can be codes of SDMX.
enum CodeCheck {
    static func faults(
        _ observations: [Observation], areas: AreaHierarchy, areaCodes: AreaCodes, indicators: [Indicator],
        options: Exchange.Options
    ) -> [Fault] {
        var collector = FaultCollector()
        if !isAgency(options.agency) {
            collector.add(.illegalAgency(options.agency))
        }
        let registered = Set(indicators.map(\.id))
        for observation in observations {
            let series = observation.series
            if areas[series.area] == nil {
                collector.add(.unknownArea(series.area.rawValue, among: areas.areas.map(\.id), at: observation.place))
            }
            if !registered.contains(series.indicator) {
                collector.add(
                    .unregisteredIndicator(
                        series.indicator.rawValue, indicators.map(\.id.rawValue), at: observation.place))
            }
            for code in [areaCodes.code(of: series.area), series.indicator.rawValue, observation.source.rawValue]
            where !isCode(code) {
                collector.add(.illegalCode(code, at: observation.place))
            }
            for text in [observation.note?.en, observation.note?.zh].compactMap({ $0 }) where !isCarried(text) {
                collector.add(.illegalCharacter(text, at: observation.place))
            }
        }
        return collector.faults
    }

    /// Whether XML 1.0 has every character of a text.
    private static func isCarried(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 32 || "\t\n\r".unicodeScalars.contains($0) }
            && !text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }
    }

    /// `[A-Za-z0-9_@$\-]+`, as the schema has it.
    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isLetterOrDigit || "_-@$".utf8.contains($0) }
    }

    private static func isAgency(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            (part.utf8.first.map(\.isLetter) ?? false)
                && part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        }
    }
}

import SDMX
import StatisticalData
import TestSupport

/// A small workspace with random observations.
enum Sample {
    static let areas = AreaHierarchy(unchecked: [
        Area(
            id: "CN", parent: nil, level: "country", name: .init(en: "China", zh: "中国"),
            shortName: .init(en: "China", zh: "中国"), iso3166: "CN"),
        Area(
            id: "320000", parent: "CN", level: "province", name: .init(en: "Jiangsu", zh: "江苏省"),
            shortName: .init(en: "Jiangsu", zh: "江苏"), gb2260: "320000", iso3166: "CN-JS"),
        Area(
            id: "320500", parent: "320000", level: "city", name: .init(en: "Suzhou & \"more\"", zh: "苏州市"),
            shortName: .init(en: "Suzhou", zh: "苏州"), gb2260: "320500"),
        Area(
            id: "own-area", parent: "320000", level: "park", name: .init(en: "Park", zh: "园区"),
            shortName: .init(en: "Park", zh: "园区")),
    ])

    static let indicators = [
        indicator("pm25", "ug/m3"), indicator("energy", "10^4 tce"), indicator("co2-per-gdp", "t CO2 per 10^4 yuan"),
        indicator("rank", "1"), indicator("jobs", "10^4 persons"), indicator("share", "%"),
    ]

    static let units = [
        "ug/m3", "10^4 tce", "t CO2 per 10^4 yuan", "1", "10^4 persons", "%", "10^4", "percentage points", "km2",
    ]

    static let title = LocalisedText(en: "Sample <1>", zh: "示例")

    private static func indicator(_ id: String, _ unit: String) -> Indicator {
        Indicator(
            id: Indicator.ID(id), name: .init(en: id, zh: "指标" + id), unit: UnitOfMeasure(unit) ?? .one,
            direction: .none,
            goals: [])
    }

    private static let notes = [
        "13 cities, \"city average\"", "a < b & c > d", "line\nbreak", "=1+1", "semi;colon: en:x", "无数据", "~",
        " blank ",
    ]

    /// `count` observations of different keys, and with `vintages` some of one key known on different dates.
    static func observations(_ count: Int, vintages: Int = 1, seed: UInt64) throws -> [Observation] {
        var random = SeededGenerator(seed: seed)
        var found: [Observation] = []
        var seen: Set<SeriesPeriod> = []
        while found.count < count * vintages {
            guard let indicator = indicators.randomElement(using: &random),
                let area = areas.areas.randomElement(using: &random),
                let transformation = Transformation.allCases.randomElement(using: &random),
                let frequency = Period.Frequency.allCases.randomElement(using: &random)
            else { throw TestSupportError("no element") }
            let period = Period(
                frequency, ordinal: 2000 * 12 / frequency.rawValue + Int.random(in: 0..<40, using: &random),
                count: Int.random(in: 0..<5, using: &random) == 0 ? 4 : 1)
            let series = SeriesKey(indicator.id, transformation, in: area.id)
            guard seen.insert(SeriesPeriod(series: series, period: period)).inserted else { continue }
            for vintage in 0..<vintages {
                found.append(try observation(series, period, vintage: vintage, line: found.count + 2, &random))
            }
        }
        return found
    }

    private struct SeriesPeriod: Hashable {
        let series: SeriesKey
        let period: Period
    }

    private static func observation(
        _ series: SeriesKey, _ period: Period, vintage: Int, line: Int, _ random: inout SeededGenerator
    ) throws -> Observation {
        guard let known = KnownDate(["2018", "2019-07", "2020-07-25"][vintage % 3]),
            let unit = units.randomElement(using: &random).flatMap({ UnitOfMeasure($0) }),
            let revision = Revision.allCases.randomElement(using: &random),
            let trust = Trust.allCases.randomElement(using: &random),
            let en = notes.randomElement(using: &random), let zh = notes.randomElement(using: &random)
        else { throw TestSupportError("no element") }
        let isMissing = Int.random(in: 0..<10, using: &random) == 0
        let values = [
            0, -3.1, 0.1 + 0.2, 1e-7, 123_456_789_012, Double.leastNonzeroMagnitude, 1.7e308, random.uniform() * 1000,
        ]
        return Observation(
            series: series, period: period, value: isMissing ? nil : values.randomElement(using: &random) ?? 0,
            decimals: Int.random(in: -2...4, using: &random), unit: unit,
            qualifier: Qualifier.allCases.randomElement(using: &random), knownOn: known, revision: revision,
            trust: trust,
            source: ["yearbook-2019", "bulletin"].randomElement(using: &random) ?? "bulletin",
            note: Bool.random(using: &random) ? LocalisedText(en: en, zh: zh) : nil,
            place: Place(file: "data/sample.csv", line: line))
    }

    static func exchange(_ observations: [Observation], vintages: Bool = false) throws -> Exchange {
        try Exchange(
            observations, areas: areas, indicators: indicators, sources: [:], title: title,
            options: Exchange.Options(agency: "JSGE", hasVintages: vintages))
    }

    /// The observations of a data set, in the order of their keys and with one place, so that they can be compared.
    static func back(_ message: DataMessage) throws -> [Observation] {
        let defaults = try DataSet.Defaults(source: "none", knownOn: known("1999"), trust: .unverified)
        return ordered(
            try message.dataSets.flatMap {
                try $0.observations(areas: areas, indicators: indicators, defaults: defaults)
            })
    }

    static func known(_ text: String) throws -> KnownDate {
        guard let date = KnownDate(text) else { throw TestSupportError("no date: \(text)") }
        return date
    }

    static func ordered(_ observations: [Observation]) -> [Observation] {
        observations.sorted { ($0.series, $0.period, $0.knownOn) < ($1.series, $1.period, $1.knownOn) }.map { one in
            Observation(
                series: one.series, period: one.period, value: one.value, decimals: one.decimals, unit: one.unit,
                qualifier: one.qualifier, knownOn: one.knownOn, revision: one.revision, trust: one.trust,
                source: one.source, note: one.note, place: Place(file: ""))
        }
    }
}

import StatisticalData
import TestSupport

extension Observation {
    /// An observation in which only what a test is about is named.
    static func sample(
        known: KnownDate = KnownDate(latestDay: 18_000, precision: .day), revision: Revision = .final,
        trust: Trust = .official, file: String = "data/a.csv", line: Int = 2, value: Double? = 1
    ) -> Observation {
        Observation(
            series: SeriesKey("energy-per-gdp", .annualChange, in: "320000"), period: .year(2019), value: value,
            decimals: 2, unit: .percent, qualifier: .about, knownOn: known, revision: revision, trust: trust,
            source: "bulletin", note: LocalisedText(en: "a \"note\"", zh: "注"), place: Place(file: file, line: line))
    }

    /// A random observation of one series and period, from few values so that ties are common.
    static func random(using generator: inout SeededGenerator, line: Int) -> Observation {
        sample(
            known: KnownDate(
                latestDay: .random(in: 1...3, using: &generator),
                precision: Bool.random(using: &generator) ? .day : .year),
            revision: Revision.allCases.randomElement(using: &generator) ?? .final,
            trust: Trust.allCases.prefix(3).randomElement(using: &generator) ?? .official, line: line)
    }
}

extension Area {
    /// An area of which only the place in the hierarchy matters.
    static func sample(_ id: Area.ID, in parent: Area.ID?, level: String = "province") -> Area {
        let name = LocalisedText(en: "Area", zh: "地区")
        return Area(id: id, parent: parent, level: level, name: name, shortName: name)
    }
}

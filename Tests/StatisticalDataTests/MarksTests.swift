import StatisticalData
import Testing

/// Marks of observations and what is inherited from them.
struct MarksTests {
    /// From strong to weak, as the data guide lists them.
    static let strongToWeak = [
        "official", "official-via-mirror", "press", "computed", "recalled-and-checked", "doubtful", "unverified",
    ]

    @Test func weakestOfEveryPair() throws {
        let marks = try Self.strongToWeak.map { try #require(Trust(rawValue: $0)) }
        #expect(marks.count == Trust.allCases.count)
        for (position, left) in marks.enumerated() {
            for (other, right) in marks.enumerated() {
                #expect(Trust.weakest(of: [left, right]) == marks[max(position, other)])
                #expect((left < right) == (position < other))
            }
        }
    }

    @Test func weakestOfNoneIsOfficial() {
        #expect(Trust.weakest(of: []) == .official)
        #expect(Trust.weakest(of: Trust.allCases.shuffled()) == .unverified)
    }

    @Test func unitsAfterTransformations() throws {
        let unit = try #require(UnitOfMeasure("10^4 tce"))
        let indicator = Indicator(
            id: "energy-use", name: LocalisedText(en: "Energy use", zh: "能源消费"), unit: unit, direction: .down,
            goals: [7])
        let units = [
            Transformation.level: unit, .annualChange: .percent, .cumulativeChange: .percent, .absoluteChange: unit,
            .cumulativeAmount: unit,
        ]
        #expect(units.count == Transformation.allCases.count)
        for (transformation, expected) in units { #expect(indicator.unit(after: transformation) == expected) }
    }

    /// Half a unit of the last place printed; not known for whole numbers and figures that are only about right.
    @Test(
        arguments: [
            (0, nil, nil), (1, nil, 0.05), (2, nil, 0.005), (3, nil, 0.0005), (-2, nil, 50), (-4, nil, 5000),
            (2, .about, nil),
            (-2, .lessThan, nil), (1, .greaterThan, nil),
        ] as [(Int, Qualifier?, Double?)])
    func roundingError(decimals: Int, qualifier: Qualifier?, expected: Double?) {
        let observation = Observation(
            series: SeriesKey("gdp", in: "320000"), period: .year(2019), value: 1, decimals: decimals, unit: .one,
            qualifier: qualifier, knownOn: KnownDate(latestDay: 0, precision: .day), revision: .final, trust: .official,
            source: "s",
            place: Place(file: "f"))
        #expect((observation.roundingError == nil) == (expected == nil))
        if let found = observation.roundingError, let expected { #expect(abs(found - expected) <= expected.ulp) }
    }

    @Test func missingLanguages() {
        #expect(LocalisedText(en: nil, zh: nil) == nil)
        #expect(LocalisedText(en: "province", zh: nil) == LocalisedText(en: "province", zh: "province"))
        #expect(LocalisedText(en: nil, zh: "省") == LocalisedText(en: "省", zh: "省"))
        #expect(LocalisedText(en: "", zh: "省")?[.english] == "")
    }

    @Test func languages() {
        let text = LocalisedText(en: "province", zh: "省")
        #expect(Language.allCases.map { text[$0] } == ["province", "省"])
        for language in Language.allCases {
            #expect(language.other != language)
            #expect(language.other.other == language)
            #expect(language.tag.hasPrefix(language.rawValue))
        }
    }
}

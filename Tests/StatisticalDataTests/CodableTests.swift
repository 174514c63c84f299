import Foundation
import StatisticalData
import Testing

/// What is stored is read back unchanged, in the written form.
struct CodableTests {
    static let observation = Observation.sample()

    static func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
    }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    @Test func writtenForms() throws {
        #expect(try Self.json(Period("2019-Q1/2019-Q3")) == #""2019-Q1\/2019-Q3""#)
        #expect(try Self.json(KnownDate("2018-07")) == #""2018-07""#)
        #expect(try Self.json(UnitOfMeasure("10^4 tce")) == #""10^4 tce""#)
        #expect(try Self.json(Area.ID("320000")) == #""320000""#)
        #expect(try Self.json([Trust.officialViaMirror]) == #"["official-via-mirror"]"#)
    }

    @Test(arguments: ["2016", "2016-H1", "2019-Q3", "2018-10", "2016/2019", "2019-Q1/2019-Q3"])
    func periods(text: String) throws {
        let period = try #require(Period(text))
        #expect(try Self.roundTrip(period) == period)
    }

    @Test(arguments: ["2018", "2018-07", "2018-07-25"])
    func dates(text: String) throws {
        let date = try #require(KnownDate(text))
        #expect(try Self.roundTrip(date) == date)
    }

    @Test func observations() throws {
        #expect(try Self.roundTrip(Self.observation) == Self.observation)
        let missing = Observation.sample(value: nil)
        #expect(try Self.roundTrip(missing) == missing)
    }

    @Test func results() throws {
        let key = ResultKey(study: "s", item: "i", measure: "score", area: "320000", period: .years(2016, 2020))
        let declared = DerivationInput.Declared(
            .number(3, low: -1), unit: .points, trust: .press, source: "plan", note: LocalisedText(en: "n", zh: "注"),
            place: Place(file: "p.csv", line: 2))
        let derivation = Derivation(
            formula: "mean", expression: "sum(w s)",
            inputs: [
                DerivationInput("s", .observation(Self.observation)), DerivationInput("r", .result(key)),
                DerivationInput("w", .declared(declared)),
            ])
        let findings: [Finding] = [.number(80.41), .number(0.1, low: -0.0, high: 1e300), .word("on-target")]
        for finding in findings {
            let value = ResultValue(
                key: key, finding: finding, unit: .points, trust: .press, sources: ["a", "b"], derivation: derivation)
            #expect(try Self.roundTrip(value) == value)
        }
    }

    @Test func records() throws {
        let text = LocalisedText(en: "Bulletin", zh: "公报")
        let source = Source(
            id: "bulletin", publisher: text, title: text, address: nil, licence: text,
            published: KnownDate("2021-08-23"),
            retrieved: nil, trust: .officialViaMirror, note: text)
        #expect(try Self.roundTrip(source) == source)
        let area = Area(
            id: "320000", parent: "CN", level: "province", name: text, shortName: text, gb2260: "320000",
            iso3166: "CN-JS", isCoastal: true)
        #expect(try Self.roundTrip(area) == area)
        let indicator = Indicator(id: "gdp", name: text, unit: .one, direction: .none, goals: [8, 12])
        #expect(try Self.roundTrip(indicator) == indicator)
        let fault = Fault("c", at: Place(file: "f", line: 1, column: "unit"), severity: .warning, ["found": "x"])
        #expect(try Self.roundTrip(fault) == fault)
    }

    @Test(arguments: ["\"2019-13\"", "\"\"", "2019", "null", "[]", "{}", "true"])
    func nonsenseIsRefused(json: String) {
        let data = Data(json.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Period.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(KnownDate.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(UnitOfMeasure.self, from: data) }
    }
}

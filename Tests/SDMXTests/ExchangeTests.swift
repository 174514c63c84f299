import SDMX
import StatisticalData
import TestSupport
import Testing

/// Law: what is exported and imported again is the same observation, in every format.
struct ExchangeTests {
    private static let seeds: [UInt64] = [1, 20_200_701, 77]

    @Test(arguments: seeds, SDMXCSV.Version.allCases)
    func csvRoundTrip(seed: UInt64, version: SDMXCSV.Version) throws {
        let observations = try Sample.observations(120, seed: seed)
        let exchange = try Sample.exchange(observations)
        let text = SDMXCSV.write([exchange.dataSet], version: version)
        let read = try SDMXCSV.read(Array(text.utf8), file: "a.csv", structures: exchange.structures)
        #expect(try Sample.back(read) == Sample.ordered(observations))
        #expect(read.warnings.isEmpty)
        #expect(SDMXCSV.write(read.dataSets, version: version) == text)
    }

    @Test(arguments: [SDMXCSV.Labels.both("zh"), .both("en"), .name("en"), .name("zh")])
    func labelledRoundTrip(labels: SDMXCSV.Labels) throws {
        let observations = try Sample.observations(80, seed: 5)
        let exchange = try Sample.exchange(observations)
        let text = SDMXCSV.write([exchange.dataSet], labels: labels, structures: exchange.structures)
        #expect(text.contains("Jiangsu") || text.contains("江苏省"))
        let read = try SDMXCSV.read(Array(text.utf8), file: "a.csv", structures: exchange.structures)
        #expect(try Sample.back(read) == Sample.ordered(observations))
    }

    @Test(arguments: seeds)
    func xmlRoundTrip(seed: UInt64) throws {
        let observations = try Sample.observations(120, seed: seed)
        let exchange = try Sample.exchange(observations)
        let structures = try SDMXML.readStructures(
            Array(SDMXML.write(exchange.structures, header: exchange.header).utf8), file: "s.xml")
        #expect(structures == exchange.structures)
        let read = try SDMXML.readData(Array(SDMXML.write(exchange).utf8), file: "a.xml", structures: structures)
        #expect(try Sample.back(read) == Sample.ordered(observations))
    }

    @Test(arguments: seeds)
    func jsonRoundTrip(seed: UInt64) throws {
        let observations = try Sample.observations(120, seed: seed)
        let exchange = try Sample.exchange(observations)
        let bytes = Array(SDMXJSON.write(exchange).utf8)
        let read = try SDMXJSON.readData(bytes, file: "a.json", structures: exchange.structures)
        #expect(try Sample.back(read) == Sample.ordered(observations))
    }

    /// With the dimension VINTAGE every vintage comes back; without it the newest alone.
    @Test func vintages() throws {
        let observations = try Sample.observations(40, vintages: 3, seed: 9)
        let every = try Sample.exchange(observations, vintages: true)
        #expect(every.superseded == 0)
        let text = Array(SDMXCSV.write([every.dataSet]).utf8)
        let read = try SDMXCSV.read(text, file: "a.csv", structures: every.structures)
        #expect(try Sample.back(read) == Sample.ordered(observations))
        let newest = try Sample.exchange(observations)
        #expect(newest.superseded == 80)
        let known = try Sample.known("2020-07-25")
        #expect(
            try Sample.back(DataMessage([newest.dataSet]))
                == Sample.ordered(observations.filter { $0.knownOn == known }))
    }

    /// The same observations in another order give the same bytes.
    @Test func orderDoesNotMatter() throws {
        let observations = try Sample.observations(60, seed: 3)
        var random = SeededGenerator(seed: 4)
        let (one, other) = (
            try Sample.exchange(observations), try Sample.exchange(observations.shuffled(using: &random))
        )
        #expect(SDMXCSV.write([one.dataSet]) == SDMXCSV.write([other.dataSet]))
        #expect(SDMXML.write(one) == SDMXML.write(other))
        #expect(SDMXJSON.write(one) == SDMXJSON.write(other))
    }

    @Test func codes() throws {
        let unit = try #require(UnitOfMeasure("10^4 t"))
        let observation = Observation(
            series: SeriesKey("energy", in: "320500"), period: .year(2020), value: nil, decimals: 0, unit: unit,
            knownOn: try Sample.known("2021-01-08"), revision: .preliminary, trust: .official, source: "bulletin",
            place: Place(file: "a.csv", line: 2))
        let row = try Sample.exchange([observation]).dataSet.row(0).mapValues(\.text)
        #expect(row["REF_AREA"] == "CN-320500")
        #expect(row["UNIT_MEASURE"] == "t")
        #expect(row["UNIT_MULT"] == "4")
        #expect(row["OBS_STATUS"] == "M")
        #expect(row["OBS_VALUE"] == nil)
    }

    @Test func whatCannotBeACodeIsTold() throws {
        let observation = Observation(
            series: SeriesKey("pm2.5", in: "999999"), period: .year(2020), value: 1, decimals: 0, unit: .one,
            knownOn: try Sample.known("2021"), revision: .final, trust: .official, source: "a.b",
            note: LocalisedText(en: "\u{1}", zh: "x"), place: Place(file: "a.csv", line: 2))
        let faults = #expect(throws: Faults.self) {
            try Exchange(
                [observation], areas: Sample.areas, indicators: Sample.indicators, sources: [:], title: Sample.title,
                options: .init(agency: "1"))
        }
        #expect(
            faults?.list.map(\.code) == [
                "sdmx-illegal-agency", "area-unknown", "sdmx-unknown-indicator", "sdmx-illegal-code",
                "sdmx-illegal-code",
                "sdmx-illegal-character",
            ])
    }
}

import StatisticalData
import Testing
import TestSupport

/// What changed between two dates, and revision triangles.
///
/// Figures: energy use per unit of GDP of Jiangsu in 2019, preliminary -3.2 % (July 2020), final -3.05 %.
struct VintageChangeTests {
    private static func known(_ text: String) throws -> KnownDate { try #require(KnownDate(text)) }

    private static func energy2019() throws -> [Observation] {
        [
            .sample(known: try known("2021-08-23"), revision: .final, line: 3, value: -3.05),
            .sample(known: try known("2020-07-01"), revision: .preliminary, line: 2, value: -3.2),
        ]
    }

    @Test func preliminaryAgainstFinal() throws {
        let changes = Vintages.changes(
            in: try Self.energy2019(), from: try Self.known("2020-07-01"), to: try Self.known("2021"))
        let change = try #require(changes.first)
        #expect(changes.count == 1)
        #expect(change.kind == .revised)
        #expect(change.before?.value == -3.2)
        #expect(change.after.value == -3.05)
        #expect(change.difference == 0.15)
        #expect(change.percent == nil, "a per cent of per cent misleads")
        #expect(Vintages.revisions(in: try Self.energy2019()) == changes)
    }

    @Test func newAndUnchanged() throws {
        let observations = try Self.energy2019()
        let new = Vintages.changes(in: observations, from: try Self.known("2019"), to: try Self.known("2020"))
        #expect(new.map(\.kind) == [.new])
        #expect(new.map(\.after.value) == [-3.2])
        #expect(new.first?.difference == nil)
        #expect(Vintages.changes(in: observations, from: try Self.known("2022"), to: try Self.known("2023")).isEmpty)
        #expect(Vintages.changes(in: observations, from: try Self.known("2018"), to: try Self.known("2019")).isEmpty)
    }

    @Test(
        arguments: [
            (1, nil, FigureChange.Kind.withdrawn), (nil, 1, .new), (1, 2, .revised), (nil, nil, nil), (1, 1, nil),
        ] as [(Double?, Double?, FigureChange.Kind?)])
    func kinds(before: Double?, after: Double?, kind: FigureChange.Kind?) {
        #expect(FigureChange(.sample(value: before), .sample(line: 3, value: after))?.kind == kind)
    }

    @Test func statusAloneAndStatedMissing() {
        let change = FigureChange(.sample(revision: .preliminary), .sample(revision: .final, line: 3))
        #expect(change?.kind == .statusChanged)
        #expect(change?.difference == 0)
        #expect(FigureChange(nil, .sample(value: nil))?.kind == .stated)
    }

    /// GDP of Jiangsu in 2015: 7.0116, later 7.13 trillion yuan; the first in another unit is no revision.
    @Test func unitsAreConverted() throws {
        let large = try #require(UnitOfMeasure("10^12 yuan"))
        let small = try #require(UnitOfMeasure("10^8 yuan"))
        func figure(_ value: Double, _ decimals: Int, _ unit: UnitOfMeasure) -> Observation {
            Observation(
                series: SeriesKey("gdp", in: "320000"), period: .year(2015), value: value, decimals: decimals,
                unit: unit, knownOn: KnownDate(latestDay: 0, precision: .day), revision: .final, trust: .press,
                source: "a", place: Place(file: "a.csv", line: 2))
        }
        #expect(FigureChange(figure(7.0116, 4, large), figure(70116, 0, small)) == nil)
        let change = try #require(FigureChange(figure(70116, 0, small), figure(71300, -2, small)))
        #expect(change.difference == 1184)
        #expect(abs((change.percent ?? .nan) - 100 * 1184 / 70116) < 1e-12)
        #expect(FigureChange(figure(0, 0, small), figure(1, 0, small))?.percent == nil)
    }

    @Test func triangle() throws {
        let triangle = RevisionTriangle(try Self.energy2019())
        #expect(triangle.dates.map(\.description) == ["2020-07-01", "2021-08-23"])
        #expect(triangle.rows.map(\.values) == [[-3.2, -3.05]])
        let later = RevisionTriangle(try Self.energy2019(), from: try Self.known("2020-12"))
        #expect(later.dates.map(\.description) == ["2020-12", "2021-08-23"])
        #expect(later.rows.map(\.values) == [[-3.2, -3.05]])
        let early = RevisionTriangle(try Self.energy2019(), to: try Self.known("2020-12"))
        #expect(early.rows.map(\.values) == [[-3.2]])
        #expect(RevisionTriangle([]).rows.isEmpty)
    }

    /// On random vintages: a history ends in the newest; each column of a triangle is what "as known on" takes; changes
    /// between two dates are those of the two views.
    @Test(arguments: [5, 41, 2020] as [UInt64])
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let vintages = (2...7).map { Observation.random(using: &generator, line: $0) }
            #expect(Vintages.history(vintages).last == Vintages.newest(vintages))
            let triangle = RevisionTriangle(vintages.shuffled(using: &generator))
            for (position, date) in triangle.dates.enumerated() {
                let known = vintages.filter { $0.knownOn.latestDay <= date.latestDay }
                #expect(triangle.rows.first?.vintages[position] == Vintages.newest(known))
            }
            for (from, to) in [(1, 2), (1, 3), (2, 3)] {
                func view(_ day: Int) -> Observation? {
                    Vintages.newest(vintages.filter { $0.knownOn.latestDay <= day })
                }
                let changes = Vintages.changes(
                    in: vintages, from: KnownDate(latestDay: from, precision: .day),
                    to: KnownDate(latestDay: to, precision: .day))
                #expect(changes.first == view(to).flatMap { FigureChange(view(from), $0) })
            }
        }
    }
}

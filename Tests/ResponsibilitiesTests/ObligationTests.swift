import Responsibilities
import StatisticalData
import Testing

/// Due dates, and what is due, overdue, delivered.
///
/// The two rules of the official evaluations: annual by the end of August, five-year by the end of September of the year
/// after the plan (method sheet targets.md section 7).
struct ObligationTests {
    private static func known(_ text: String) throws -> KnownDate { try #require(KnownDate(text)) }

    @Test(
        arguments: [
            ("08-31", "2016", "2017-08-31"), ("09-30", "2016/2020", "2021-09-30"), ("P8M", "2016", "2017-08-31"),
            ("P2M", "2019", "2020-02-29"), ("P45D", "2019-Q1", "2019-05-15"), ("P1Y1M2D", "2018-12", "2020-02-02"),
            ("P1M", "2019-H1", "2019-07-31"), ("P0D", "2019", "2019-12-31"),
        ])
    func dueDates(rule: String, period: String, due: String) throws {
        let rule = try #require(DueRule(rule))
        #expect(rule.dueDate(of: try #require(Period(period)))?.description == due)
        #expect(DueRule(rule.description) == rule)
    }

    @Test(arguments: ["", "P", "8-31", "02-29", "13-01", "P8", "P-8M", "August", "P8M after the year", "PT8M"])
    func noRule(text: String) {
        #expect(DueRule(text) == nil)
    }

    @Test func beyondTheCalendar() throws {
        #expect(DueRule("08-31")?.dueDate(of: .year(9999)) == nil)
    }

    private static func owed(
        _ frequency: Responsibility.Frequency = .annual, due: String = "08-31", from: String = "2016",
        until: String? = nil, indicator: Indicator.ID? = "index", transformation: Transformation? = nil
    ) throws -> Responsibility {
        Responsibility(
            id: "a", name: nil, indicator: indicator, transformation: transformation, area: "320000", owner: nil,
            frequency: frequency, due: try #require(DueRule(due)), from: try #require(Period(from)),
            until: until.flatMap { Period($0) }, source: nil, trust: .press, note: nil,
            place: Place(file: "responsibilities.csv", line: 2))
    }

    private static func figure(
        _ value: Double?, _ period: String, known: String, area: Area.ID = "320000", line: Int = 2
    ) throws -> Observation {
        Observation(
            series: SeriesKey("index", in: area), period: try #require(Period(period)), value: value, decimals: 0,
            unit: .points, knownOn: try Self.known(known), revision: .preliminary, trust: .press, source: "s",
            place: Place(file: "data/a.csv", line: line))
    }

    /// The evaluation for 2016 was published on 26 December 2017, 117 days after the end of August.
    @Test func annualEvaluation() throws {
        let figures = [
            try Self.figure(80.41, "2016", known: "2017-12-26"), try Self.figure(81, "2016", known: "2018", line: 3),
            try Self.figure(70, "2017", known: "2018-01-01", area: "110000", line: 4),
            try Self.figure(nil, "2017", known: "2018-01-01", line: 5),
        ]
        func list(_ date: String) throws -> [Obligation] {
            Obligation.list([try Self.owed()], on: try Self.known(date), vintages: figures)
        }
        #expect(try list("2015-12-31").isEmpty)
        #expect(try list("2016-01-01").map(\.status) == [.due])
        #expect(try list("2017-08-31").map(\.status) == [.due, .due])
        let overdue = try list("2017-09-01")
        #expect(overdue.map(\.status) == [.overdue, .due])
        #expect(overdue.map(\.daysLate) == [1, nil])
        let delivered = try list("2019-01-01")
        #expect(delivered.map(\.status) == [.delivered, .overdue, .due, .due])
        #expect(delivered.first?.delivery?.value == 80.41)
        #expect(delivered.first?.daysLate == 117)
        #expect(delivered.map(\.due.description) == ["2017-08-31", "2018-08-31", "2019-08-31", "2020-08-31"])
    }

    /// No figure can show whether the five-year assessment was held: it is never called overdue.
    @Test func fiveYearAssessment() throws {
        let plan = try Self.owed(.once, due: "09-30", until: "2020", indicator: nil)
        func list(_ date: String) throws -> [Obligation] {
            Obligation.list([plan], on: try Self.known(date), vintages: [])
        }
        #expect(try list("2015").isEmpty)
        #expect(try list("2021-09-30").map(\.status) == [.due])
        let after = try list("2021-10-01")
        #expect(after.map(\.status) == [.unrecorded])
        #expect(after.map(\.period) == [.years(2016, 2020)])
        #expect(after.first?.daysLate == nil)
    }

    @Test func transformationAndEnd() throws {
        let level = try Self.figure(1, "2016", known: "2017")
        let change = try Self.owed(until: "2016", transformation: .annualChange)
        let list = Obligation.list([change], on: try Self.known("2020"), vintages: [level])
        #expect(list.map(\.status) == [.overdue])
        #expect(list.map(\.period) == [.year(2016)])
    }

    @Test func monthsAreOwedOneByOne() throws {
        let monthly = try Self.owed(.monthly, due: "P15D", from: "2019-11")
        let list = Obligation.list([monthly], on: try Self.known("2020-01-16"), vintages: [])
        #expect(list.map(\.period.description) == ["2019-11", "2019-12", "2020-01"])
        #expect(list.map(\.due.description) == ["2019-12-15", "2020-01-15", "2020-02-15"])
        #expect(list.map(\.status) == [.overdue, .overdue, .due])
    }
}

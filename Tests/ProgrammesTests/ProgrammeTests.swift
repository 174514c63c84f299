import StatisticalData
import TestSupport
import Testing

@testable import Programmes

/// A programme made of few words.
enum Sample {
    static let place = Place(file: "t.csv", line: 2)
    static let name = LocalisedText(en: "name", zh: "名称")

    static func date(_ text: String) throws -> KnownDate { try #require(KnownDate(text)) }

    static func activity(
        _ id: String, _ kind: Activity.Kind = .workshop, from: String, lead: String, workArea: String = "a",
        goals: [Int] = [], isPlanned: Bool = false, trust: Trust = .press
    ) throws -> Activity {
        Activity(
            id: Activity.ID(id), kind: kind, title: name, from: try date(from), until: nil, precision: .day,
            isPlanned: isPlanned, lead: Organisation.ID(lead), workArea: workArea, places: [], goals: goals,
            source: Source.ID("s-" + id), trust: trust, note: nil, place: place)
    }

    static func flow(
        _ kind: MoneyFlow.Kind, _ amount: Double, _ currency: String = "USD", activity: String? = nil,
        from: String = "2020-01-01", until: String = "2020-12-31"
    ) throws -> MoneyFlow {
        MoneyFlow(
            id: "m", activity: activity.map { Activity.ID($0) }, kind: kind, from: try date(from),
            until: try date(until), amount: amount, currency: currency, provider: nil, receiver: nil, sector: .public,
            instrument: .grant, protectionClass: nil, mitigationMarker: nil, basis: .published, source: nil, note: nil,
            place: place)
    }

    static func indicator(
        direction: Indicator.Direction = .up, baseline: Period? = nil, target: Double? = 10,
        period: Period = .year(2020)
    ) -> ProgrammeIndicator {
        ProgrammeIndicator(
            id: "i", result: "r", name: name, unit: .one,
            evidence: .register(.init(subject: .activities, kind: nil, workArea: nil)), direction: direction,
            baseline: baseline, period: period, target: target, targetTrust: .press, targetSource: nil, goals: [8],
            note: nil, place: place)
    }

    static func figure(_ value: Double, _ year: Int = 2020, trust: Trust = .official) -> IndicatorFigure {
        IndicatorFigure(value: value, period: .year(year), trust: trust, sources: [])
    }

    static func programme(
        _ activities: [Activity], parts: [(String, String)] = [], people: [(String, Int)] = [],
        money: [MoneyFlow] = [], areas: [String] = ["a"]
    ) throws -> Programme {
        let organisations = ["x", "y", "z"].map {
            Organisation(
                id: Organisation.ID($0), acronym: $0, name: name, type: 40, level: "international", identifier: nil,
                role: nil, trust: .press, place: place)
        }
        return Programme(
            header: Programme.Header(
                id: "p", title: name, summary: name, reporting: "x", accountable: nil, from: try date("2019"),
                until: try date("2020"), updated: try date("2021-01-01"), country: "CN",
                workAreas: areas.map { Programme.WorkArea(id: $0, name: name, sector: "41010") }, goals: [8, 13]),
            organisations: organisations, activities: activities,
            participations: parts.map {
                Participation(activity: Activity.ID($0.0), organisation: Organisation.ID($0.1), role: .implementing)
            },
            attendances: people.map {
                Attendance(activity: Activity.ID($0.0), sex: .notRecorded, group: "all", count: $0.1, qualifier: nil)
            }, results: [], indicators: [Sample.indicator()], money: money, risks: [])
    }
}

/// What follows from the rows of a programme.
struct ProgrammeTests {
    /// Every year of every area of work is a gap or has cells, and every part of every activity is in one cell.
    @Test func matrixHoldsEveryPart() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<50 {
            let names = ["x", "y", "z"]
            let activities = try (0..<Int(random.next() % 6)).map { number in
                try Sample.activity(
                    "\(number)", random.next() % 2 == 0 ? .workshop : .report,
                    from: random.next() % 2 == 0 ? "2019-03" : "2020-05-01", lead: names[Int(random.next() % 3)],
                    workArea: random.next() % 2 == 0 ? "a" : "b")
            }
            let parts = activities.map { ($0.id.rawValue, names[Int(random.next() % 3)]) }
            let programme = try Sample.programme(activities, parts: parts, areas: ["a", "b"])
            let matrix = programme.matrix
            #expect(matrix.reduce(0) { $0 + $1.led.count } == activities.count)
            let joined = activities.reduce(0) { $0 + programme.organisations(of: $1).count - 1 }
            #expect(matrix.reduce(0) { $0 + $1.joined.count } == joined)
            for area in ["a", "b"] {
                for year in [2019, 2020] {
                    let cells = matrix.filter { $0.workArea == area && $0.year == year }
                    let isEmpty = !activities.contains { $0.workArea == area && $0.year == year }
                    #expect(!cells.isEmpty)
                    #expect(cells.contains { $0.status == .gap } == isEmpty)
                }
            }
        }
    }

    @Test func overlapNeedsOneKindAndTwoLeads() throws {
        func statuses(_ second: Activity) throws -> Set<WorkCell.Status> {
            let first = try Sample.activity("1", from: "2019-01-01", lead: "x")
            return Set(try Sample.programme([first, second]).matrix.filter { $0.year == 2019 }.map(\.status))
        }
        #expect(try statuses(Sample.activity("2", from: "2019-09-01", lead: "y")) == [.overlap])
        #expect(try statuses(Sample.activity("2", .report, from: "2019-09-01", lead: "y")) == [.active])
        #expect(try statuses(Sample.activity("2", from: "2019-09-01", lead: "x")) == [.active])
    }

    @Test func statusOfAnIndicator() {
        func status(
            _ actual: IndicatorFigure?, _ direction: Indicator.Direction = .up, target: Double? = 10
        ) -> IndicatorDelivery.Status {
            IndicatorDelivery(
                indicator: Sample.indicator(direction: direction, target: target), baseline: nil, actual: actual
            ).status
        }
        #expect(status(nil) == .noFigure)
        #expect(status(Sample.figure(3), target: nil) == .noTarget)
        #expect(status(Sample.figure(10)) == .reached)
        #expect(status(Sample.figure(9)) == .notReached)
        #expect(status(Sample.figure(9, 2019)) == .open)
        #expect(status(Sample.figure(9), .down) == .reached)
        #expect(status(Sample.figure(11), .down) == .notReached)
        #expect(status(Sample.figure(9), .none) == .notReached)
    }

    @Test func shareNeedsABaselineApartFromTheTarget() {
        let delivery = IndicatorDelivery(
            indicator: Sample.indicator(), baseline: Sample.figure(6, 2015), actual: Sample.figure(9, trust: .doubtful))
        #expect(delivery.share == 0.75)
        #expect(delivery.trust == .doubtful)
        let level = IndicatorDelivery(
            indicator: Sample.indicator(), baseline: Sample.figure(10, 2015), actual: Sample.figure(9))
        #expect(level.share == nil)
    }

    @Test func registerCountsWhatBegan() throws {
        let activities = [
            try Sample.activity("1", from: "2019-12", lead: "x"),
            try Sample.activity("2", from: "2020-01-01", lead: "y"),
            try Sample.activity("3", .report, from: "2020", lead: "y", trust: .unverified),
            try Sample.activity("4", from: "2020-06-01", lead: "z", isPlanned: true),
        ]
        let programme = try Sample.programme(activities, parts: [("2", "x")], people: [("2", 30), ("1", 5)])
        func count(
            _ subject: ProgrammeIndicator.Register.Subject, kind: Activity.Kind? = nil, on date: String? = nil
        ) throws -> IndicatorFigure {
            programme.count(
                .init(subject: subject, kind: kind, workArea: nil), in: .year(2020),
                begunOn: try date.map { try Sample.date($0) })
        }
        #expect(try count(.activities).value == 2)
        #expect(try count(.activities).trust == .unverified)
        #expect(try count(.activities, kind: .report).value == 1)
        #expect(try count(.activities, on: "2020-03-01").value == 1)
        #expect(try count(.organisations).value == 2)
        #expect(try count(.participants).value == 30)
        #expect(try count(.participants).sources == ["s-2"])
    }

    @Test func currenciesAreNeverAdded() throws {
        let money = [
            try Sample.flow(.budget, 100), try Sample.flow(.budget, 50, activity: "1"),
            try Sample.flow(.expenditure, 60), try Sample.flow(.budget, 7, "CNY"), try Sample.flow(.need, 300),
            try Sample.flow(.commitment, 120),
        ]
        let programme = try Sample.programme([], money: money)
        let totals = programme.moneyTotals
        #expect(totals.map(\.currency) == ["CNY", "USD"])
        #expect(totals.map { $0.amounts[.budget] } == [7, 150])
        #expect(totals.last?.spentShare == 0.4)
        #expect(totals.last?.uncommitted == 180)
        #expect(totals.first?.spentShare == nil)
        #expect(totals.first?.amounts[.expenditure] == nil)
        #expect(programme.moneySums.map(\.activity) == [nil, nil, "1"])
    }

    @Test func dutiesOnADate() throws {
        let planned = try Sample.activity("1", from: "2020-05", lead: "x", isPlanned: true)
        let programme = try Sample.programme(
            [planned],
            money: [
                try Sample.flow(.budget, 1), try Sample.flow(.budget, 1, activity: "1"),
                try Sample.flow(.expenditure, 1),
            ])
        func statuses(_ date: String, actual: IndicatorFigure?) throws -> [String] {
            let delivery = IndicatorDelivery(indicator: Sample.indicator(), baseline: nil, actual: actual)
            return programme.duties(on: try Sample.date(date), deliveries: [delivery]).map {
                "\($0.subject.rawValue) \($0.due) \($0.status.rawValue)"
            }
        }
        #expect(
            try statuses("2020-05-31", actual: nil) == [
                "activity 2020-05-31 due", "budget 2020-12-31 done", "budget 2020-12-31 due",
                "indicator 2020-12-31 due",
            ])
        let late = try statuses("2021-01-01", actual: Sample.figure(3))
        #expect(late.contains("activity 2020-05-31 overdue"))
        #expect(late.contains("budget 2020-12-31 overdue"))
        #expect(late.contains("indicator 2020-12-31 missed"))
    }

    @Test func goalsWithAndWithoutEvidence() throws {
        let programme = try Sample.programme([
            try Sample.activity("1", from: "2019", lead: "x", goals: [13, 6], trust: .doubtful)
        ])
        let contributions = programme.contributions
        #expect(contributions.map(\.goal) == [6, 8, 13])
        #expect(contributions.map(\.isDeclared) == [false, true, true])
        #expect(contributions.map(\.activities.count) == [1, 0, 1])
        #expect(contributions.map(\.indicators.count) == [0, 1, 0])
        #expect(contributions.map(\.trust) == [.doubtful, .official, .doubtful])
    }

    @Test func daysOfDatesAndPeriods() throws {
        #expect(try Sample.date("2020-02").firstDay.description == "2020-02-01")
        #expect(try Sample.date("2020-02").lastDay.description == "2020-02-29")
        #expect(try Sample.date("2020").firstDay.description == "2020-01-01")
        #expect(try #require(Period("2016-H1")).lastDay.description == "2016-06-30")
        #expect(try #require(Period("2015/2022")).firstDay.description == "2015-01-01")
        #expect(try #require(Period("2015/2022")).lastDay.description == "2022-12-31")
    }
}

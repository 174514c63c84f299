import TargetTracking
import Testing

/// Two invented parks and ten invented indicators with every status: the reference data `eip_*_illustrative.csv`,
/// `eip_status_expected.csv` and `eip_scores_expected.csv`.
struct ThresholdFrameworkTests {
    typealias Value = ThresholdFramework.Value

    static let framework = ThresholdFramework([
        line("M1", "management", .prerequisite, .answer(true)), line("M2", "management", .performance, .atLeast(75)),
        line("E1", "environment", .prerequisite, .answer(true)), line("E2", "environment", .performance, .atLeast(90)),
        line("E3", "environment", .performance, .atLeast(20)), line("E4", "environment", .performance, .atMost(6.5)),
        line("S1", "society", .prerequisite, .answer(true)), line("S2", "society", .performance, .atLeast(90)),
        line("C1", "economy", .prerequisite, .answer(true)), line("C2", "economy", .performance, .atLeast(60)),
    ])
    static let parkA: [String: Value] = [
        "M1": .answer(true), "M2": .figure(62), "E1": .answer(true), "E2": .figure(90), "E4": .figure(7.2),
        "S1": .answer(true), "S2": .figure(95), "C1": .answer(false), "C2": .notApplicable(reason: "no workers"),
    ]
    static let intendedA: [String: Value] = [
        "M1": .answer(true), "M2": .figure(78), "E1": .answer(true), "E2": .figure(100), "E3": .figure(25),
        "E4": .figure(6.5), "S1": .answer(true), "S2": .figure(95), "C1": .answer(true),
        "C2": .notApplicable(reason: "no workers"),
    ]
    static let parkB: [String: Value] = [
        "M1": .answer(true), "M2": .figure(75), "E1": .answer(true), "E2": .figure(96), "E3": .figure(31),
        "E4": .figure(5.1), "S1": .answer(true), "S2": .figure(91), "C1": .answer(true), "C2": .figure(59.999),
    ]

    private static func line(
        _ id: String, _ category: String, _ kind: ThresholdFramework.Kind, _ rule: ThresholdFramework.Rule
    ) -> ThresholdFramework.Indicator {
        ThresholdFramework.Indicator(id: id, category: category, kind: kind, rule: rule)
    }

    private func faults(_ body: () throws -> Void) -> [ThresholdFault] {
        do {
            try body()
            return []
        } catch {
            return (error as? ThresholdFaults)?.list ?? []
        }
    }

    /// Park A: prerequisites 3 of 4, performance 2 of 5 strict and 2 of 4 known; park B: 4 of 4 and 5 of 6.
    @Test func sharesAndVerdicts() throws {
        let current = try Self.framework.assess(Self.parkA)
        let (prerequisites, performance) = (current.share(kind: .prerequisite), current.share(kind: .performance))
        #expect([prerequisites.applicable, prerequisites.met, prerequisites.noData] == [4, 3, 0])
        #expect(prerequisites.strict == 0.75 && prerequisites.known == 0.75)
        #expect([performance.applicable, performance.met, performance.noData] == [5, 2, 1])
        #expect(performance.strict == 0.4 && performance.known == 0.5)
        #expect(current.share().applicable == 9 && current.verdict == .prerequisitesMissing)
        let environment = current.share(category: "environment", kind: .performance)
        #expect(environment.strict == 1.0 / 3 && environment.known == 0.5)
        let economy = current.share(category: "economy", kind: .performance)
        #expect(economy.applicable == 0 && economy.strict == nil && economy.known == nil)
        #expect(try Self.framework.assess(Self.intendedA).verdict == .benchmarkReached)
        let other = try Self.framework.assess(Self.parkB)
        #expect(other.verdict == .prerequisitesComplete)
        #expect(other.share(kind: .prerequisite).strict == 1)
        #expect(abs((other.share(kind: .performance).strict ?? 0) - 5.0 / 6) < 1e-15)
    }

    @Test func statusesAndGaps() throws {
        let lines = try Self.framework.assess(Self.parkA).lines
        #expect(
            lines.map(\.status) == [
                .met, .notMet, .met, .met, .noData, .notMet, .met, .met, .notMet, .notApplicable,
            ])
        let expected = [
            nil, -0.17333333333333334, nil, 0, nil, -0.10769230769230773, nil, 0.05555555555555555, nil, nil,
        ]
        for (line, gap) in zip(lines, expected) { #expect(agree(line.gap, gap), "\(line.indicator.id)") }
        let last = try #require(try Self.framework.assess(Self.parkB).lines.last)
        #expect(last.status == .notMet && agree(last.gap, -1.6666666666627823e-05))
    }

    /// The order of measures: prerequisites, then gap closed per cost.
    @Test func measuresAreOrdered() throws {
        let current = try Self.framework.assess(Self.parkA)
        #expect(current.measures().map(\.indicator.id) == ["C1", "M2", "E4"])
        #expect(current.measures(costs: ["M2": 10, "E4": 1]).map(\.indicator.id) == ["C1", "E4", "M2"])
        #expect(current.measures(costs: ["E4": 1000]).map(\.indicator.id) == ["C1", "E4", "M2"])
    }

    @Test func intentions() throws {
        let plan = ThresholdFramework.Intention(measure: "meters", owner: "park office", date: "2022")
        let compared = try Self.framework.compare(
            current: Self.parkA, intended: Self.intendedA, intentions: ["M2": plan, "E2": .init(measure: "meters")])
        #expect(compared.withoutPlan == ["E2", "E3", "E4", "C1"])
        #expect(compared.current.verdict == .prerequisitesMissing && compared.intended.verdict == .benchmarkReached)
        #expect(
            faults { _ = try Self.framework.compare(current: Self.intendedA, intended: Self.parkA) } == [
                .intendedWorse("M2"), .intendedWorse("E2"), .intendedWorse("E4"), .intendedWorse("C1"),
            ])
        let explained = Dictionary(
            uniqueKeysWithValues: ["M2", "E2", "E4", "C1"].map {
                ($0, ThresholdFramework.Intention(explanation: "moved"))
            })
        #expect(
            faults {
                _ = try Self.framework.compare(
                    current: Self.intendedA, intended: Self.parkA, intentions: explained)
            } == [])
    }

    /// 2 of 4 and 3 of 6 tie; a park to which nothing applies has no place.
    @Test func places() throws {
        func share(_ met: Int, _ applicable: Int) throws -> ThresholdFramework.Share {
            let rows = (0..<max(1, applicable)).map { Self.line("\($0)", "a", .performance, .atLeast(1)) }
            let values = rows.enumerated().map { position, row in
                (row.id, applicable == 0 ? Value.notApplicable(reason: "none") : .figure(position < met ? 1 : 0))
            }
            return try ThresholdFramework(rows).assess(Dictionary(uniqueKeysWithValues: values)).share()
        }
        let shares = [try share(2, 4), try share(3, 6), try share(0, 0), try share(3, 3), try share(1, 3)]
        #expect(ThresholdFramework.places(shares) == [2, 2, nil, 1, 4])
    }

    @Test func everythingWrongIsTold() {
        let wrong = ThresholdFramework([
            Self.line("A", "a", .performance, .atLeast(.infinity)), Self.line("A", "a", .performance, .atMost(1)),
            Self.line("B", "a", .performance, .answer(true)), Self.line("C", "a", .performance, .atMost(1)),
            Self.line("D", "a", .performance, .atMost(1)),
        ])
        let found = faults {
            _ = try wrong.assess([
                "B": .figure(1), "C": .figure(.nan), "D": .notApplicable(reason: " "), "E": .answer(true),
            ])
        }
        #expect(
            found == [
                .invalidBenchmark("A"), .duplicateIndicator("A"), .unknownIndicator("E"), .wrongKind("B"),
                .notFinite("C"), .reasonMissing("D"),
            ])
        #expect(faults { _ = try ThresholdFramework([]).assess([:]) } == [.noIndicators])
        let zero = ThresholdFramework([Self.line("A", "a", .performance, .atMost(0))])
        #expect((try? zero.assess(["A": .figure(1)]))?.lines.first?.gap == nil)
    }
}

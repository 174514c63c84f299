import TargetTracking
import TestSupport
import Testing

/// Laws of the five-year assessment on random outcomes: whatever the unknowns turn out to be, points and grade stay
/// within what was said before.
struct TargetAssessmentLawTests {
    private func random(_ generator: inout SeededGenerator) -> TargetAssessment {
        let outcomes = TargetAssessment.Outcome.allCases.filter { $0 != .notApplicable }
        let items = (0..<6).map { position in
            TargetAssessment.Item(
                id: "\(position)", points: (10 * generator.uniform()).rounded(), isBinding: generator.uniform() < 0.6,
                outcome: outcomes.randomElement(using: &generator) ?? .unknown)
        }
        let ranks = (0..<5).map { _ in generator.uniform() < 0.5 ? nil : 1 + Int(31 * generator.uniform()) }
        return TargetAssessment(
            items: items, annual: .init(points: 20, ranks: ranks, areas: 31), satisfactionPoints: 10,
            satisfied: generator.uniform() < 0.5 ? nil : 80, incidents: generator.uniform() < 0.5 ? nil : 1,
            isFalsified: generator.uniform() < 0.5 ? nil : false, rules: TargetAssessmentTests.rules)
    }

    /// The same assessment with everything settled by chance.
    private func settled(_ open: TargetAssessment, _ generator: inout SeededGenerator) -> TargetAssessment {
        var items: [TargetAssessment.Item] = []
        for item in open.items {
            let outcome = item.outcome == .unknown ? (generator.uniform() < 0.5 ? .met : .missed) : item.outcome
            items.append(.init(id: item.id, points: item.points, isBinding: item.isBinding, outcome: outcome))
        }
        var ranks: [Int?] = []
        for rank in open.annual.ranks { ranks.append(rank ?? 1 + Int(31 * generator.uniform())) }
        return TargetAssessment(
            items: items, annual: .init(points: 20, ranks: ranks, areas: 31), satisfactionPoints: 10,
            satisfied: open.satisfied ?? 100 * generator.uniform(),
            incidents: open.incidents ?? Int(6 * generator.uniform()), isFalsified: open.isFalsified ?? false,
            rules: open.rules)
    }

    @Test(arguments: [UInt64(21), 22, 23, 24, 25])
    func everySettledPointIsWithinTheInterval(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var decided = 0
        for _ in 0..<100 {
            let open = random(&generator)
            let low = try #require(open.total.certain)
            for _ in 0..<10 {
                let known = settled(open, &generator)
                let points = try #require(known.total.certain)
                #expect(agree(points, known.total.possible))
                #expect(points >= low - 1e-9 && points <= open.total.possible + 1e-9)
                guard case .decided(let grade, _) = known.grade else {
                    Issue.record("everything is known, but there is no grade")
                    continue
                }
                if case .decided(let certain, _) = open.grade {
                    decided += 1
                    #expect(certain == grade)
                }
            }
        }
        #expect(decided > 0)
    }
}

import TargetTracking
import Testing

/// The five-year assessment by hand: what is certain, what is possible, and when there is a grade.
struct TargetAssessmentTests {
    typealias Outcome = TargetAssessment.Outcome

    /// The recalled rules with invented limits of grades.
    static let rules = {
        var rules = TargetAssessment.Rules()
        rules.annualBest = 4
        rules.annualStep = 0.1
        rules.missedShare = 0
        rules.deductedOnceMoreFrom = 2
        rules.unqualifiedFrom = 3
        rules.incidentDeduction = 5
        rules.incidentLimit = 20
        rules.gradeLimits = TargetAssessment.GradeLimits(excellent: 90, good: 80, qualified: 60)
        rules.pointsPerSatisfied = 0.1
        return rules
    }()

    /// Three binding targets of 20 points and one other of 10; 20 points for ranks, 10 for satisfaction.
    private func assessment(
        _ outcomes: [Outcome], ranks: [Int?] = [1, 1, 1, 1, 1], satisfied: Double? = 100, incidents: Int? = 0,
        isFalsified: Bool? = false, rules: TargetAssessment.Rules = rules
    ) -> TargetAssessment {
        let items = zip(["a", "b", "c", "d"], zip([20.0, 20, 20, 10], outcomes)).map { id, rest in
            TargetAssessment.Item(id: id, points: rest.0, isBinding: id != "d", outcome: rest.1)
        }
        return TargetAssessment(
            items: items, annual: .init(points: 20, ranks: ranks, areas: 31), satisfactionPoints: 10,
            satisfied: satisfied, incidents: incidents, isFalsified: isFalsified, rules: rules)
    }

    @Test(arguments: [
        ([Outcome.met, .met, .met, .met], 100.0, TargetAssessment.Grade.excellent),
        // One binding target: its points; two: once more.
        ([.missed, .met, .met, .met], 80, .good), ([.met, .met, .met, .missed], 90, .excellent),
        ([.missed, .missed, .met, .met], 20, .unqualified),
    ])
    func pointsOfKnownOutcomes(outcomes: [Outcome], points: Double, grade: TargetAssessment.Grade) {
        let found = assessment(outcomes)
        #expect(found.faults() == [])
        #expect(found.total == TargetAssessment.Points(certain: points, possible: points))
        #expect(found.grade == .decided(grade, .points))
    }

    @Test func threeBindingTargetsMissedAndFalsifiedData() {
        #expect(assessment([.missed, .missed, .missed, .met]).grade == .decided(.unqualified, .bindingMissed))
        #expect(assessment([.met, .met, .met, .met], isFalsified: true).grade == .decided(.unqualified, .falsified))
    }

    /// Rank 9 is worth 3.2 points; years without a rank 1.0 (rank 31) to 4. Jiangsu's rank of 2016 is 9.
    @Test func ranksOfYears() {
        let found = assessment([.met, .met, .met, .met], ranks: [9, nil, nil, nil, nil])
        #expect(agree(found.annualPoints(rank: 9).certain, 3.2) && agree(found.annualPoints(rank: 9).possible, 3.2))
        #expect(agree(found.annualTotal.certain, 7.2) && agree(found.annualTotal.possible, 19.2))
        #expect(agree(found.total.certain, 87.2) && agree(found.total.possible, 99.2))
        #expect(found.grade == .undetermined([.points]))
        let unknown = TargetAssessment.AnnualEvaluation(points: 20, ranks: [nil, nil, nil, nil, nil], areas: nil)
        let open = TargetAssessment(
            items: [], annual: unknown, satisfactionPoints: 0, satisfied: nil, incidents: 0, isFalsified: false,
            rules: TargetAssessment.Rules())
        #expect(open.annualTotal == TargetAssessment.Points(certain: 0, possible: 20))
    }

    @Test(arguments: [(0, 0.0), (1, 5), (4, 20), (7, 20)])
    func incidentsDeductUpToTheLimit(count: Int, deducted: Double) {
        let found = assessment([.met, .met, .met, .met], incidents: count)
        #expect(found.total == TargetAssessment.Points(certain: 100 - deducted, possible: 100 - deducted))
    }

    /// With two binding targets open the certain points suppose both missed: 20 + 10 + 20 + 10, and 40 off once more.
    @Test func unknownOutcomesSupposeTheWorstAndTheBest() {
        let found = assessment([.met, .unknown, .unknown, .met], incidents: nil, isFalsified: nil)
        #expect(found.earned == TargetAssessment.Points(certain: 60, possible: 100))
        #expect(found.total == TargetAssessment.Points(certain: 0, possible: 100))
        #expect(found.bindingMissed == (0, 2))
        #expect(found.grade == .undetermined([.points, .falsification]))
        let three = assessment([.unknown, .unknown, .unknown, .met])
        #expect(three.grade == .undetermined([.points, .bindingTargets]))
    }

    /// Rules that are not known are open, never guessed.
    @Test func unknownRulesStayOpen() {
        let none = TargetAssessment.Rules()
        let found = assessment([.missed, .met, .met, .notApplicable], incidents: nil, rules: none)
        #expect(found.points(of: found.items[0]) == TargetAssessment.Points(certain: 0, possible: 20))
        #expect(found.points(of: found.items[3]) == TargetAssessment.Points(certain: 0, possible: 10))
        #expect(found.earned == TargetAssessment.Points(certain: 40, possible: 100))
        #expect(found.total == TargetAssessment.Points(certain: nil, possible: 100))
        #expect(found.bindingDeduction == (0, nil) && found.incidentDeduction == (0, nil))
        #expect(found.grade == .undetermined([.gradeLimits, .bindingTargets]))
    }

    /// The lowest grade is certain as soon as no more than its points are possible, whatever else is open.
    @Test func theLowestGradeNeedsNoFurtherCertainty() {
        let found = assessment([.missed, .missed, .met, .unknown], satisfied: nil, isFalsified: nil)
        #expect(found.total.possible == 20)
        #expect(found.grade == .decided(.unqualified, .points))
    }

    @Test func everythingWrongIsTold() {
        var rules = TargetAssessment.Rules()
        rules.annualBest = 3
        rules.annualStep = -1
        rules.missedShare = 2
        rules.unqualifiedFrom = 0
        rules.incidentLimit = .infinity
        rules.gradeLimits = .init(excellent: 60, good: 80, qualified: 90)
        rules.pointsPerSatisfied = 0.2
        let items = [
            TargetAssessment.Item(id: "a", points: -1, isBinding: true, outcome: .met),
            TargetAssessment.Item(id: "a", points: .nan, isBinding: true, outcome: .met),
        ]
        let found = TargetAssessment(
            items: items, annual: .init(points: 20, ranks: [0, 32, 31, nil, nil], areas: 31),
            satisfactionPoints: 10, satisfied: 80, incidents: -1, isFalsified: nil, rules: rules)
        #expect(
            found.faults() == [
                .invalidPoints(item: "a"), .duplicateItem("a"), .invalidPoints(item: "a"), .rankOutOfRange(year: 0),
                .rankOutOfRange(year: 1), .annualPointsDoNotSum(found: 15, expected: 20), .satisfactionOutOfRange,
                .negativeIncidents, .invalidRule(.annual), .invalidRule(.missed), .invalidRule(.binding),
                .invalidRule(.incidents), .invalidRule(.grades),
            ])
        rules.pointsPerSatisfied = -1
        #expect(assessment([], rules: rules).faults().contains(.invalidRule(.satisfaction)))
    }
}

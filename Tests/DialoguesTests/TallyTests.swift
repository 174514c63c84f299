import StatisticalData
import TestSupport
import Testing

@testable import Dialogues

/// Weights, anonymity and where parties part.
struct TallyTests {
    static func question(_ kind: Dialogue.Kind, _ ids: [String] = ["a", "b", "c"]) -> Dialogue.Question {
        let name = LocalisedText(en: "n", zh: "名")
        return Dialogue.Question(
            id: "q", kind: kind, round: nil, text: name, options: ids.map { Dialogue.Option(id: $0, name: name) },
            total: nil, study: nil)
    }

    static func tallies(_ kind: Dialogue.Kind, _ ballots: [(Int, [Double])], minimum: Int = 1) -> [Tally] {
        Tally.of(
            question(kind), ballots: ballots.map { Ballot(party: $0.0, values: $0.1) }, parties: 2, minimum: minimum)
    }

    @Test func budgetByHand() {
        let all = TallyTests.tallies(.budget, [(0, [50, 30, 20]), (0, [70, 10, 20]), (1, [0, 50, 50])])
        #expect(all.map(\.ballots) == [2, 1, 3])
        #expect(all[0].weights == [0.6, 0.2, 0.2])
        #expect(all[2].value("weight", "a") == 0.4)
        #expect(abs((all[0].value("weight-deviation", "a") ?? 0) - 0.02.squareRoot()) < 1e-15)
        #expect(all[0].value("weight-median", "b") == 0.2)
        #expect(all[0].value("weight-upper-quartile", "b") == 0.25)
        #expect(all[1].value("weight-deviation", "a") == nil)
    }

    /// Saaty (1980): judgments 2, 4, 2 are consistent: weights 4/7, 2/7, 1/7; two respondents who judge inversely leave
    /// equal weights.
    @Test func pairs() {
        let all = TallyTests.tallies(.pairwise, [(0, [2, 4, 2]), (1, [0.5, 0.25, 0.5])])
        for (weight, expected) in zip(all[0].weights ?? [], [4.0 / 7, 2.0 / 7, 1.0 / 7]) {
            #expect(abs(weight - expected) < 1e-9)
        }
        #expect(abs(all[0].value("consistency-ratio") ?? 1) < 1e-9)
        for weight in all[2].weights ?? [] { #expect(abs(weight - 1.0 / 3) < 1e-9) }
        let circular = TallyTests.tallies(.pairwise, [(0, [3, 1.0 / 3, 3])])
        #expect(circular[0].value("inconsistent-ballots") == 1)
    }

    @Test func positions() {
        let all = TallyTests.tallies(.position, [(0, [2, -1, 0]), (0, [1, -2, 0]), (1, [1, 1, -1])])
        #expect(all[0].value("mean", "a") == 1.5)
        #expect(all[2].value("agree", "b") == 1.0 / 3)
        #expect(all[2].value("disagree", "b") == 2.0 / 3)
        let agreement = Agreement(TallyTests.question(.position), all)
        #expect(agreement.rows.map(\.isAcceptedByAll) == [true, false, false])
        #expect(agreement.rows.map(\.spread) == [0.5, 2.5, 1])
        #expect(agreement.rows[1].leastParty == 0)
    }

    /// Groups below the minimum, and the group that would give them away.
    @Test(arguments: [
        ([9, 8, 3], 5, [1, 2]), ([9, 8, 3, 4], 5, [2, 3]), ([9, 8, 0], 5, []), ([3, 9], 5, [0, 1]), ([2], 5, [0]),
        ([5, 5], 5, []), ([1, 1, 9], 2, [0, 1]), ([1, 8, 9], 2, [0, 1]),
    ])
    func withheld(sizes: [Int], minimum: Int, hidden: [Int]) {
        #expect(Anonymity.withheld(sizes, minimum: minimum).sorted() == hidden)
    }

    /// Whatever the sizes: nobody below the minimum is shown, nor follows from the rest.
    @Test func nobodyFollowsFromTheRest() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let sizes = (0..<(1 + Int(random.next() % 6))).map { _ in Int(random.next() % 12) }
            let hidden = Anonymity.withheld(sizes, minimum: 5)
            for (position, size) in sizes.enumerated() where size > 0 && size < 5 { #expect(hidden.contains(position)) }
            let kept = hidden.reduce(0) { $0 + sizes[$1] }
            let isAll = sizes.indices.allSatisfy { sizes[$0] == 0 || hidden.contains($0) }
            #expect(hidden.isEmpty || kept >= 5 || isAll)
        }
    }

    @Test func smallGroupsSayNothing() {
        let all = TallyTests.tallies(
            .budget, [(0, [50, 30, 20]), (1, [70, 10, 20]), (1, [0, 50, 50])], minimum: 2)
        #expect(all.map(\.isWithheld) == [true, true, false])
        #expect(all[0].figures.isEmpty)
        #expect(all[0].weights == nil)
        #expect(Agreement(TallyTests.question(.budget), all).rows.isEmpty)
        #expect(TallyTests.tallies(.budget, [(0, [50, 30, 20])], minimum: 2)[2].isWithheld)
    }

    @Test func variantOfAnIndex() {
        let (scores, ranks) = IndexVariant.indices([[80, 60], [70, 90], [nil, 99]], weights: [3, 1])
        #expect(scores == [75, 75, nil])
        #expect(ranks == [1, 1, nil])
        #expect(IndexVariant.indices([[1, 2]], weights: [0, 0]).scores == [nil])
    }
}

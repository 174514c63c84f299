import TestSupport
import Testing

@testable import Dialogues

/// Votes and agreement against published examples.
struct VotingTests {
    /// Rankings from orders of options with how many hold them.
    static func rankings(_ groups: [(Int, String)]) -> [[Double]] {
        groups.flatMap { count, order in
            let letters = order.sorted()
            let ranking = letters.map { letter in Double((Array(order).firstIndex(of: letter) ?? 0) + 1) }
            return Array(repeating: ranking, count: count)
        }
    }

    /// Condorcet's 81 voters (Essai, 1785): A beats both others, B has the most points of Borda.
    @Test func condorcet1785() {
        let voting = Voting(
            VotingTests.rankings([(30, "ABC"), (1, "ACB"), (29, "BAC"), (10, "BCA"), (10, "CAB"), (1, "CBA")]))
        #expect(voting.bordaPoints == [101, 109, 33])
        #expect(voting.bordaWinners == [1])
        #expect(voting.condorcetWinner == 0)
        #expect(voting.wins[0][1] == 41)
        #expect(!voting.hasCycle)
        #expect(voting.smithSet == [0])
    }

    /// The capital of Tennessee, the usual example of the literature: M 42, N 26, C 15, K 17 of 100.
    @Test func tennessee() {
        // C Chattanooga, K Knoxville, M Memphis, N Nashville
        let voting = Voting(VotingTests.rankings([(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]))
        #expect(voting.bordaPoints == [173, 107, 126, 194])
        #expect(voting.condorcetWinner == 3)
    }

    /// Condorcet's paradox: three voters in a circle, and an option that all put last.
    @Test func paradox() {
        let voting = Voting(VotingTests.rankings([(1, "ABCD"), (1, "BCAD"), (1, "CABD")]))
        #expect(voting.condorcetWinner == nil)
        #expect(voting.hasCycle)
        #expect(voting.smithSet == [0, 1, 2])
        #expect(voting.bordaWinners == [0, 1, 2])
    }

    /// Siegel (1956), page 230: three executives rank six applicants, sums 8, 14, 11, 11, 11, 8; s = 25.5, W = 0.16.
    @Test func siegelApplicants() throws {
        let rankings: [[Double]] = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
        let found = try #require(Concordance(rankings)?.coefficient)
        let printed: Double = 12.0 * 25.5 / 1890.0
        #expect(abs(found - printed) < 1e-15)
    }

    /// With ties: scipy.stats.friedmanchisquare gives m (n - 1) W and its probability.
    @Test func tiesAsScipyHasThem() throws {
        let found = try #require(Concordance(Self.tied))
        #expect(abs(try #require(found.chiSquare) - Self.scipyChiSquare) < 1e-12)
        #expect(abs(try #require(found.probability) - Self.scipyProbability) < 1e-12)
    }

    static let tied: [[Double]] = [[1, 2, 2, 4], [1, 3, 3, 2], [2, 1, 4, 4], [1, 1, 3, 4], [3, 3, 3, 1]]
    static let scipyChiSquare = 4.285714285714279
    static let scipyProbability = 0.23221914392426116

    @Test func extremesOfAgreement() throws {
        #expect(try #require(Concordance([[1, 2, 3], [1, 2, 3]])).coefficient == 1)
        #expect(try #require(Concordance([[1, 2, 3], [3, 2, 1]])).coefficient == 0)
        #expect(try #require(Concordance([[1, 1], [2, 2]])).coefficient == nil)
        #expect(Concordance([[1, 2]]) == nil)
    }

    /// The tail of chi-square: 5 % points of the usual tables.
    @Test(arguments: [(3.841459, 1), (5.991465, 2), (7.814728, 3), (11.070498, 5), (18.307038, 10)])
    func chiSquarePoints(point: Double, degrees: Int) {
        #expect(abs(Concordance.chiSquareTail(point, degrees: degrees) - 0.05) < 1e-7)
    }

    /// On random rankings: points add up, a Condorcet winner is never last by Borda, the Smith set beats the rest, the
    /// order of the ballots does not matter.
    @Test func laws() {
        var random = SeededGenerator(seed: 1785)
        for _ in 0..<200 {
            let options = 2 + Int(random.next() % 5)
            let voters = 1 + Int(random.next() % 12)
            let rankings = (0..<voters).map { _ in
                (0..<options).map { _ in Double(1 + random.next() % UInt64(options)) }
            }
            let voting = Voting(rankings)
            #expect(voting.bordaPoints.reduce(0, +) == Double(voters * options * (options - 1)) / 2)
            #expect(Voting(rankings.reversed()) == voting)
            let smith = voting.smithSet
            for a in smith { for b in 0..<options where !smith.contains(b) { #expect(voting.beats(a, b)) } }
            if let winner = voting.condorcetWinner {
                #expect(smith == [winner])
                let least = voting.bordaPoints.min() ?? 0
                #expect(voting.bordaPoints[winner] > least)
            }
            if let agreement = Concordance(rankings)?.coefficient {
                #expect(agreement > -1e-12 && agreement < 1 + 1e-12)
            }
        }
    }
}

import CompositeIndicators
import Testing

@Suite("Benefit of the doubt")
struct BenefitOfTheDoubtTests {
    private func columns(_ seed: UInt64, units: Int = 15, count: Int = 4) -> [[Double]] {
        var random = WeightsRandom(seed)
        return (0..<count).map { _ in (0..<units).map { _ in 1 + 99 * random.next() } }
    }

    @Test("Between the best ratio to the maximum and 1; the weights keep every unit at 1 or less", arguments: 1...8)
    func feasible(seed: UInt64) throws {
        let columns = columns(seed)
        var highest = 0.0
        for unit in 0..<15 {
            let found = try BenefitOfTheDoubt().result(of: unit, columns: columns)
            let alone = columns.map { $0[unit] / ($0.max() ?? 1) }.max() ?? 0
            #expect(found.score >= alone - 1e-12 && found.score <= 1 + 1e-12)
            #expect(agrees(found.shares.reduce(0, +), 1, 1e-12))
            for other in 0..<15 {
                let score = zip(found.weights, columns).reduce(0) { $0 + $1.0 * $1.1[other] }
                #expect(score <= 1 + 1e-9)
            }
            highest = max(highest, found.score)
        }
        #expect(agrees(highest, 1, 1e-12))
    }

    @Test("With all shares equal the score is 1/max over units of the mean ratio", arguments: 1...4)
    func equalShares(seed: UInt64) throws {
        let columns = columns(seed)
        for unit in 0..<15 {
            let found = try BenefitOfTheDoubt(lowerShare: 0.25, upperShare: 0.25).result(of: unit, columns: columns)
            let largest = (0..<15).map { other in columns.reduce(0) { $0 + $1[other] / $1[unit] } / 4 }.max() ?? 1
            #expect(agrees(found.score, 1 / largest, 1e-9))
        }
    }

    @Test("Bounds of shares are kept and lower the score; units of measure do not matter", arguments: 1...4)
    func bounds(seed: UInt64) throws {
        let columns = columns(seed)
        let scaled = zip(columns, [1, 1000, 0.001, 7]).map { column, factor in column.map { $0 * factor } }
        for unit in 0..<15 {
            let free = try BenefitOfTheDoubt().result(of: unit, columns: columns)
            let bounded = try BenefitOfTheDoubt(lowerShare: 0.1, upperShare: 0.5).result(of: unit, columns: columns)
            #expect(bounded.score <= free.score + 1e-9)
            #expect(bounded.shares.allSatisfy { $0 >= 0.1 - 1e-9 && $0 <= 0.5 + 1e-9 })
            #expect(agrees(try BenefitOfTheDoubt().result(of: unit, columns: scaled).score, free.score, 1e-9))
        }
    }

    @Test("Best everywhere: 1; zeros throughout: 0; faults named")
    func edges() throws {
        let columns: [[Double]] = [[5, 1, 0], [7, 2, 0]]
        #expect(agrees(try BenefitOfTheDoubt().result(of: 0, columns: columns).score, 1))
        #expect(try BenefitOfTheDoubt().result(of: 2, columns: columns).score == 0)
        #expect(throws: BenefitOfTheDoubtError.invalidScore(indicator: 1)) {
            try BenefitOfTheDoubt().result(of: 0, columns: [[1, 2], [1, -1]])
        }
        #expect(throws: BenefitOfTheDoubtError.lowerShareOfZero(indicator: 0)) {
            try BenefitOfTheDoubt(lowerShare: 0.1).result(of: 0, columns: [[0, 2], [1, 1]])
        }
        #expect(throws: BenefitOfTheDoubtError.infeasibleShares) {
            try BenefitOfTheDoubt(lowerShare: 0.6).result(of: 0, columns: columns)
        }
        #expect(throws: BenefitOfTheDoubtError.invalidShares) {
            try BenefitOfTheDoubt(lowerShare: 0.6, upperShare: 0.5).result(of: 0, columns: columns)
        }
    }
}

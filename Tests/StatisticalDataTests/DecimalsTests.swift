import Testing

@testable import StatisticalData

/// Powers of ten, and the algebra of dimensions.
struct DecimalsTests {
    @Test(arguments: 0...22)
    func powersAreExact(exponent: Int) {
        #expect(Decimals.power(exponent) == Double("1e\(exponent)"))
        #expect(Decimals.power(-exponent) == 1 / Decimals.power(exponent))
    }

    @Test func hugePowersEnd() {
        #expect(Decimals.power(.max) == .infinity)
        #expect(Decimals.scale(1, by: -1_000_000_000) == 0)
    }

    /// Dividing by an exact power rounds once: the result is the double nearest to the decimal.
    @Test func scalingRoundsOnce() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<5000 {
            let digits = Int.random(in: -999_999_999...999_999_999, using: &generator)
            let exponent = Int.random(in: -22...22, using: &generator)
            #expect(Decimals.scale(Double(digits), by: exponent) == Double("\(digits)e\(exponent)"))
        }
    }

    @Test func dimensions() {
        let speed: Dimension = [.length: 1, .time: -1]
        let time: Dimension = [.time: 1]
        #expect(speed.multiplied(by: time, power: 1) == [.length: 1])
        #expect(speed.multiplied(by: speed, power: -1) == .none)
        #expect(time.multiplied(by: time, power: 2) == [.time: 3])
        #expect(Dimension.none.powers.isEmpty)
        let repeated: Dimension = [.mass: 1, .mass: -1]
        #expect(repeated == .none)
    }
}

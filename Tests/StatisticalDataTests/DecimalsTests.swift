import Testing

@testable import StatisticalData
import TestSupport

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

    /// Text reads back as the same number, and is short for whole ones.
    @Test func text() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5000 {
            let value = Double(bitPattern: .random(in: .min ... .max, using: &generator))
            if value.isFinite { #expect(Double(Decimals.text(value)) == value) }
            let tenths = Double(Int.random(in: -99_999...99_999, using: &generator)) / 10
            #expect(Double(Decimals.text(tenths)) == tenths)
        }
        for (value, text) in [
            (0, "0"), (-0.0, "0"), (71_300, "71300"), (-3, "-3"), (-3.05, "-3.05"), (0.1, "0.1"),
            (1e14, "100000000000000"),
        ] {
            #expect(Decimals.text(value) == text)
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

import Testing

@testable import StatisticalData
import TestSupport

/// Units, their conversion and the refusal of nonsense.
struct UnitOfMeasureTests {
    /// Facts: 15 mu are a hectare; 1 kgce is 7,000 kcal of 4.1868 kJ (GB/T 2589); the Gregorian year; SI prefixes.
    @Test(
        arguments: [
            (1, "ha", "mu", 15), (15, "mu", "ha", 1), (1, "10^4 mu", "ha", 10_000.0 / 15), (1, "km2", "ha", 100),
            (1, "ha", "m2", 10_000), (1, "kgce", "MJ", 29.3076), (1, "tce", "GJ", 29.3076),
            (1, "kgce", "kJ", 7000 * 4.1868),
            (1, "10^4 tce", "tce", 10_000), (1, "tce", "kgce", 1000), (1, "kWh", "MJ", 3.6), (1, "MWh", "GJ", 3.6),
            (1, "GWh", "kWh", 1e6), (1, "TJ", "J", 1e12), (1, "W", "J/s", 1), (1, "GW", "kW", 1e6),
            (3600, "kJ/h", "kW", 1),
            (1, "10^8 m3", "m3", 1e8), (1, "km3", "10^8 m3", 10), (1, "m3", "L", 1000), (1, "m3", "mm3", 1e9),
            (35, "ug/m3", "mg/m3", 0.035), (1, "t", "ug", 1e12), (1, "t CO2 per 10^4 yuan", "kg CO2 per yuan", 0.1),
            (1, "t CO2e per person", "kg CO2e per head", 1000), (1, "year", "days", 365.2425), (24, "h", "day", 1),
            (50, "%", "1", 0.5), (1, "10^-2", "%", 1), (1, "10^4 persons", "people", 10_000), (1, "USD", "$", 1),
            (2, "yuan/kWh", "yuan per MWh", 2000), (7, "t per t", "1", 7), (1, "kW/m2/year", "W per m2 per year", 1000),
        ] as [(Double, String, String, Double)])
    func converts(value: Double, from: String, to: String, expected: Double) throws {
        let source = try #require(UnitOfMeasure(from))
        let target = try #require(UnitOfMeasure(to))
        let converted = try #require(source.convert(value, to: target))
        #expect(abs(converted - expected) <= 4 * expected.ulp)
        let back = try #require(target.convert(expected, to: source))
        #expect(abs(back - value) <= 4 * value.ulp)
    }

    /// Powers of ten are exact, not merely near.
    @Test(
        arguments: [
            (71_300, "10^8 yuan", "10^12 yuan", 7.13), (7.13, "10^12 yuan", "10^8 yuan", 71_300),
            (31_129.4, "10^4 tce", "10^8 tce", 3.11294), (0.1, "%", "1", 0.001),
            (453.2, "10^8 m3", "10^4 m3", 4_532_000),
            (1.1, "t", "kg", 1100), (3.3, "10^4 mu", "10^8 mu", 0.00033),
        ] as [(Double, String, String, Double)])
    func convertsExactly(value: Double, from: String, to: String, expected: Double) throws {
        let source = try #require(UnitOfMeasure(from))
        #expect(source.convert(value, to: try #require(UnitOfMeasure(to))) == expected)
    }

    @Test(arguments: [
        ("tce", "t"), ("t", "t CO2"), ("t CO2", "t CO2e"), ("kg CO2", "kg"), ("yuan", "USD"),
        ("%", "percentage points"),
        ("points", "1"), ("points", "%"), ("m2", "m3"), ("m", "m2"), ("kW", "kWh"), ("person", "item"),
        ("plants", "items"), ("trips", "persons"), ("t/m3", "t"), ("yuan per t", "t per yuan"), ("s", "1"),
        ("tce per 10^4 yuan", "tce per 10^4 USD"),
    ])
    func refusesToConvert(left: String, right: String) throws {
        let one = try #require(UnitOfMeasure(left))
        let other = try #require(UnitOfMeasure(right))
        #expect(one.convert(1, to: other) == nil)
        #expect(other.convert(1, to: one) == nil)
    }

    @Test(arguments: [1, 99] as [UInt64])
    func conversionAndBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let symbols = UnitSymbol.known.keys.sorted()
        var converted = 0
        for _ in 0..<20_000 {
            let left =
                "10^\(Int.random(in: -9...9, using: &generator)) "
                + symbols[.random(in: symbols.indices, using: &generator)]
            let right = symbols[.random(in: symbols.indices, using: &generator)]
            let (one, other) = (try #require(UnitOfMeasure(left)), try #require(UnitOfMeasure(right)))
            let value = Double.random(in: -1e6...1e6, using: &generator)
            let there = one.convert(value, to: other)
            #expect((there == nil) == (one.dimension != other.dimension))
            guard let there else { continue }
            converted += 1
            let back = try #require(other.convert(there, to: one))
            #expect(abs(back - value) <= 1e-14 * abs(value), "\(value) \(left) = \(there) \(right)")
            #expect(one.convert(-value, to: other) == -there)
        }
        #expect(converted > 500)
    }

    /// The law that tells a prefix of the unit from one of the figure: n of `10^k u` are n x 10^k of `u`.
    @Test func powersOfTen() throws {
        for (symbol, known) in UnitSymbol.known {
            let plain = try #require(UnitOfMeasure(symbol))
            #expect(plain.dimension == known.dimension)
            for power in 0...8 {
                let scaled = try #require(UnitOfMeasure("10^\(power) \(symbol)"))
                #expect(scaled.convert(3, to: plain) == 3 * Decimals.power(power))
                #expect(UnitOfMeasure("\(symbol) per \(symbol)")?.convert(5, to: .one) == 5)
            }
        }
    }
}

import SensitivityAnalysis
import Testing

/// Salmon et al. (2011): the known answers for philox4x32 with 10 rounds in the authors' Random123, `kat_vectors`.
@Suite struct PhiloxTests {
    @Test(arguments: [
        (
            PhiloxWords(0, 0, 0, 0), UInt32(0), UInt32(0),
            PhiloxWords(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)
        ),
        (
            PhiloxWords(.max, .max, .max, .max), .max, .max,
            PhiloxWords(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
        ),
        (
            PhiloxWords(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), 0xA409_3822, 0x299F_31D0,
            PhiloxWords(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
        ),
    ])
    func knownAnswers(_ counter: PhiloxWords, _ low: UInt32, _ high: UInt32, _ expected: PhiloxWords) {
        #expect(Philox.block(counter, low: low, high: high) == expected)
    }

    @Test func generatorUsesTheBlockOfItsAddress() {
        let words = Philox.block(PhiloxWords(7, 5, 3, 0), low: 0x89AB_CDEF, high: 0x0123_4567)
        let bits = (UInt64(words.first) << 32 | UInt64(words.second)) >> 11
        let generator = CounterGenerator(seed: 0x0123_4567_89AB_CDEF)
        #expect(generator.uniform(run: 7, input: 5, draw: 3) == Double(bits) / 9_007_199_254_740_992)
    }

    @Test func seedsStreamsAndAddressesGiveDifferentNumbers() {
        var seen: Set<Double> = []
        var count = 0
        for seed in [UInt64(0), 1, 1 << 32] {
            for stream in CounterGenerator.Stream.allCases {
                let generator = CounterGenerator(seed: seed, stream: stream)
                for address in 0..<125 {
                    seen.insert(generator.uniform(run: address / 25, input: address / 5 % 5, draw: address % 5))
                    count += 1
                }
            }
        }
        #expect(seen.count == count)
    }
}

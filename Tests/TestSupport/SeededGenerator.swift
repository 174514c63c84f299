/// SplitMix64: random numbers that a seed repeats exactly.
///
/// Source: Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators".
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Starts from a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including 1.
    public mutating func uniform() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }
}

/// Four 32-bit words: a counter or a block of random bits.
public struct PhiloxWords: Hashable, Sendable {
    /// The first word.
    public var first: UInt32
    /// The second word.
    public var second: UInt32
    /// The third word.
    public var third: UInt32
    /// The fourth word.
    public var fourth: UInt32

    /// The words in the order of the publication.
    public init(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }
}

/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks.
///
/// A block is a function of key and counter alone; there is no state. One round maps (c0, c1, c2, c3) to
/// (hi(M1 c2) xor c1 xor k0, lo(M1 c2), hi(M0 c0) xor c3 xor k1, lo(M0 c0)); after each round the key is raised by the
/// Weyl constants (W0, W1). Holds: for one key different counters give different blocks. Does not hold: secrecy; this
/// is not a cipher.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11 (2011).
public enum Philox {
    /// Ten rounds over `counter` with the key (`low`, `high`).
    public static func block(_ counter: PhiloxWords, low: UInt32, high: UInt32) -> PhiloxWords {
        var words = counter
        var firstKey = low
        var secondKey = high
        for _ in 0..<10 {
            words = round(words, firstKey, secondKey)
            firstKey &+= 0x9E37_79B9
            secondKey &+= 0xBB67_AE85
        }
        return words
    }

    @inline(__always)
    private static func round(_ words: PhiloxWords, _ firstKey: UInt32, _ secondKey: UInt32) -> PhiloxWords {
        let even = UInt64(0xD251_1F53) &* UInt64(words.first)
        let odd = UInt64(0xCD9E_8D57) &* UInt64(words.third)
        return PhiloxWords(
            UInt32(truncatingIfNeeded: odd >> 32) ^ words.second ^ firstKey,
            UInt32(truncatingIfNeeded: odd),
            UInt32(truncatingIfNeeded: even >> 32) ^ words.fourth ^ secondKey,
            UInt32(truncatingIfNeeded: even))
    }
}

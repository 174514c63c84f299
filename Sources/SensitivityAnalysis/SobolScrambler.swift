/// Turns the 32 binary digits of a Sobol' coordinate into a number in [0, 1), scrambled.
///
/// Owen's scrambling is exact to 53 digits, not a hash that resembles it: digit b is flipped by the node of a binary
/// tree reached by the digits above it. Seven levels of the tree have 127 nodes, which are the bits of one block of the
/// counter generator; so five blocks serve 35 digits, and a sixth the remaining 18, of which each point has its own.
/// Source: Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995).
struct SobolScrambler: Sendable {
    let scrambling: SamplingMethod.Scrambling
    let generator: CounterGenerator

    init(scrambling: SamplingMethod.Scrambling, seed: UInt64) {
        self.scrambling = scrambling
        generator = CounterGenerator(seed: seed, stream: .scrambling)
    }

    func unitValue(_ digits: UInt32, _ dimension: Int) -> Double {
        let padded = UInt64(digits) << 21
        switch scrambling {
        case .none: return Double(padded) * 0x1p-53
        case .digitalShift: return Double(padded ^ shift(dimension)) * 0x1p-53
        case .owen: return Double(nested(padded, dimension)) * 0x1p-53
        }
    }

    private func shift(_ dimension: Int) -> UInt64 {
        let words = generator.block(0, dimension, 64)
        return (UInt64(words.first) << 32 | UInt64(words.second)) >> 11
    }

    /// Flips the 53 digits of `padded`.
    private func nested(_ padded: UInt64, _ dimension: Int) -> UInt64 {
        var flips: UInt64 = 0
        for group in 0..<5 {
            let above = padded >> UInt64(53 - 7 * group)
            let block = generator.block(Int(above), dimension, group)
            let digits = padded >> UInt64(46 - 7 * group) & 127
            flips = flips << 7 | Self.flips(of: digits, block)
        }
        let rest = generator.block(Int(padded >> 21), dimension, 5)
        return padded ^ (flips << 18 | UInt64(rest.first >> 14))
    }

    /// Seven flips: node 1 is the root, node 2 n + digit follows node n.
    private static func flips(of digits: UInt64, _ block: PhiloxWords) -> UInt64 {
        let high = UInt64(block.first) << 32 | UInt64(block.second)
        let low = UInt64(block.third) << 32 | UInt64(block.fourth)
        var node: UInt64 = 1
        var flips: UInt64 = 0
        for level in 0..<UInt64(7) {
            let bit = node < 64 ? low >> node & 1 : high >> (node - 64) & 1
            flips = flips << 1 | bit
            node = node << 1 | (digits >> (6 - level) & 1)
        }
        return flips
    }
}

/// Random numbers by address: draw k of input j in run r is a function of (seed, stream, j, r, k) only.
///
/// The block is Philox4x32-10 with key = seed (low word, high word) and counter = (r, j, k, stream and attempt).
/// Hence the same numbers for any order, number of threads or shards, and a run can be replayed alone.
/// - Holds: different addresses below 2^32 in each part use different blocks.
/// - Does not hold: independence of draws of *different distributions* at the same address; they are made from the same
///   block. Give every quantity an input number or draw number of its own.
///
/// Precondition of every draw: `run`, `input` and `draw` lie in 0 ..< 2^32.
/// Source: Philox: Salmon et al. (2011); the use of the counter is ours.
public struct CounterGenerator: Hashable, Sendable {
    /// What the numbers are for, so that a design, its scrambling and a bootstrap with one seed do not share blocks.
    public enum Stream: UInt8, Hashable, Sendable, CaseIterable {
        /// Values of uncertain inputs, and plain designs.
        case inputs
        /// Permutations and positions of Latin hypercubes.
        case latinHypercube
        /// Scrambling of Sobol' sequences.
        case scrambling
        /// Morris trajectories.
        case trajectories
        /// Resampling of rows.
        case bootstrap
    }

    /// The key.
    public let seed: UInt64
    /// What the numbers are for.
    public let stream: Stream

    /// The generator of one stream.
    public init(seed: UInt64, stream: Stream = .inputs) {
        self.seed = seed
        self.stream = stream
    }

    /// 128 random bits; `attempt`, below 2^24, tells the tries of rejection methods apart.
    func block(_ run: Int, _ input: Int, _ draw: Int, attempt: UInt32 = 0) -> PhiloxWords {
        let counter = PhiloxWords(
            UInt32(run), UInt32(input), UInt32(draw), UInt32(stream.rawValue) << 24 | (attempt & 0xFF_FFFF))
        return Philox.block(
            counter, low: UInt32(truncatingIfNeeded: seed), high: UInt32(truncatingIfNeeded: seed >> 32))
    }
}

extension CounterGenerator {
    /// A uniform number in [0, 1): the top 53 bits of the block times 2^-53.
    public func uniform(run: Int, input: Int, draw: Int = 0) -> Double {
        block(run, input, draw).uniform
    }

    /// A uniform number in (0, 1), safe for inverse distribution functions: (top 52 bits + 1/2) 2^-52.
    ///
    /// Not with 53 bits: (2^53 - 1/2) 2^-53 rounds to 1.
    public func openUniform(run: Int, input: Int, draw: Int = 0) -> Double {
        block(run, input, draw).openUniform
    }

    /// A whole number in 0 ..< n: floor(u n).
    ///
    /// Bins are fixed on [0, 1), not on the range of a sample. For n up to 2^32 probabilities are 1/n within a relative
    /// 2^-21; they are exact only where n is a power of two.
    public func integer(below n: Int, run: Int, input: Int, draw: Int = 0) -> Int {
        QuantileFunctions.integer(below: n, at: uniform(run: run, input: input, draw: draw))
    }
}

extension PhiloxWords {
    /// [0, 1) from the first two words.
    var uniform: Double {
        Double((UInt64(first) << 32 | UInt64(second)) >> 11) * 0x1p-53
    }

    /// (0, 1) from the first two words.
    var openUniform: Double {
        (Double((UInt64(first) << 32 | UInt64(second)) >> 12) + 0.5) * 0x1p-52
    }

    /// (0, 1) from the last two words.
    var secondOpenUniform: Double {
        (Double((UInt64(third) << 32 | UInt64(fourth)) >> 12) + 0.5) * 0x1p-52
    }
}

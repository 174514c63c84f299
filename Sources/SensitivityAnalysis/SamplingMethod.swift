/// How points are spread over the unit cube.
///
/// Point i depends on (seed, i, j) only, for Latin hypercubes also on the number of rows.
public enum SamplingMethod: Hashable, Sendable {
    /// Independent uniform numbers: input j of run i is `CounterGenerator(seed).uniform(run: i, input: j)`.
    case plain
    /// One point in each of n strata of every input; `centred` puts it in the middle instead of anywhere in it.
    case latinHypercube(centred: Bool)
    /// The Sobol' sequence; best with a number of rows that is a power of two.
    case sobol(Scrambling)

    /// What is done to a Sobol' sequence. All three keep the elementary intervals balanced.
    public enum Scrambling: String, Hashable, Sendable, CaseIterable {
        /// Nothing: the point 0 is in it, errors cannot be estimated by repeating.
        case none
        /// One random number per dimension, exclusive-or; 53 bits.
        case digitalShift
        /// Nested uniform scrambling: every bit is flipped by a random bit of its own that depends on all bits above;
        /// 53 bits. Each point is uniform on the cube; for smooth functions the error falls almost as n^(-3/2).
        case owen
    }

    /// A sample of the unit cube.
    /// - Throws: `emptyOrOversizedDesign`, `tooManyDimensions`.
    public func sample(rows: Int, columns: Int, seed: UInt64) throws(SensitivityFault) -> SampleMatrix {
        guard rows > 0, rows <= 1 << 32, columns > 0 else {
            throw .emptyOrOversizedDesign(rows: rows, inputs: columns)
        }
        switch self {
        case .plain:
            let generator = CounterGenerator(seed: seed)
            return SampleMatrix(rows: rows, columns: columns) { generator.uniform(run: $0, input: $1) }
        case .latinHypercube(let centred):
            let design = LatinHypercube(rows: rows, isCentred: centred, seed: seed)
            let strata = (0..<columns).map(design.column)
            return SampleMatrix(rows: rows, columns: columns) { strata[$1][$0] }
        case .sobol(let scrambling):
            let sequence = try SobolSequence(dimensions: columns, scrambling: scrambling, seed: seed)
            return SampleMatrix(rows: rows, columns: columns) { sequence.coordinate($1, ofPoint: $0) }
        }
    }

    /// Whether a number of rows suits the method: for Sobol' sequences a power of two, else any.
    public func suits(rows: Int) -> Bool {
        guard case .sobol = self else { return rows > 0 }
        return rows > 0 && rows & (rows - 1) == 0
    }
}

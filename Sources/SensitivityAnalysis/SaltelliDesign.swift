/// The runs for variance-based sensitivity: A, B, then A with column i taken from B, for each input i.
///
/// N (d + 2) runs in the order of COINr: A 0 ..< N, B N ..< 2N, AB_1 from 2N, ..., AB_d. Only the base of N x 2d
/// numbers is kept; a run's point is put together when asked for.
/// Source: Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics Communications 181
/// (2010), 259-270; order: COINr, `SA_sample`.
public struct SaltelliDesign: Hashable, Sendable {
    /// Which matrix a run belongs to.
    public enum Block: Hashable, Sendable {
        /// The matrix A.
        case a
        /// The matrix B.
        case b
        /// The matrix A with this column (from 0) of B.
        case mixed(input: Int)
    }

    /// N x 2d: the columns of A, then those of B.
    public let base: SampleMatrix

    /// A design from a sample in 2 d dimensions.
    /// - Throws: `tooManyDimensions` for a Sobol' sequence with more than 128 inputs, `emptyOrOversizedDesign`.
    public init(
        rows: Int, inputs: Int, method: SamplingMethod = .sobol(.owen), seed: UInt64
    ) throws(SensitivityFault) {
        base = try method.sample(rows: rows, columns: 2 * inputs, seed: seed)
    }

    /// A design from given numbers.
    /// - Throws: `sampleShape` if the number of columns is odd or there is no row.
    public init(base: SampleMatrix) throws(SensitivityFault) {
        guard base.columns.isMultiple(of: 2), base.rows > 0 else {
            throw .sampleShape(values: base.values.count, columns: base.columns)
        }
        self.base = base
    }

    /// The number of inputs, d.
    public var inputs: Int { base.columns / 2 }

    /// The number of rows of A, N.
    public var rows: Int { base.rows }

    /// N (d + 2).
    public var runCount: Int { rows * (inputs + 2) }

    /// The matrix and the row of a run.
    public func placement(ofRun run: Int) -> (block: Block, row: Int) {
        precondition(run >= 0 && run < runCount, "the design has no such run")
        let row = run % rows
        switch run / rows {
        case 0: return (.a, row)
        case 1: return (.b, row)
        case let block: return (.mixed(input: block - 2), row)
        }
    }

    /// The d coordinates of a run.
    public func point(ofRun run: Int) -> [Double] {
        let (block, row) = placement(ofRun: run)
        return (0..<inputs).map { input in
            base[row, takesB(block, input) ? inputs + input : input]
        }
    }

    private func takesB(_ block: Block, _ input: Int) -> Bool {
        switch block {
        case .a: false
        case .b: true
        case .mixed(let mixed): mixed == input
        }
    }
}

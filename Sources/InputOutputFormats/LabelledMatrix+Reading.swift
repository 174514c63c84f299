internal import StatisticalData

extension LabelledMatrix {
    /// Reads one file of labels and numbers as `Z.csv` is.
    ///
    /// - Throws: `Faults` with all that was found, each with its place; also for repeated labels.
    public init(_ bytes: [UInt8], file: String) throws {
        var faults = FaultCollector()
        var rest: [UInt8]? = bytes
        let found = try MatrixFile.read(file: file, layout: .init(), faults: &faults) {
            defer { rest = nil }
            return rest ?? []
        }
        let values = found?.aligned(rows: nil, columns: nil, faults: &faults)
        try faults.throwIfFaulty(in: file)
        guard let found, let values else { throw Faults([.ioNoRows(file)]) }
        self.init(rows: found.rows, columns: found.columns, values: values)
    }
}

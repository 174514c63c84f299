public import InputOutput
public import LinearAlgebra
internal import StatisticalData

extension InputOutputFolder {
    /// Reads the imports of the table, `Z_m` and `Y_m`; `nil` if the folder has neither.
    ///
    /// - Throws: `Faults` with all that was found, each with its place; one file without the other is a fault.
    public func imports() throws -> ImportTable? {
        if let given { return given.imports }
        var faults = FaultCollector()
        let folder = try TableFolder(files)
        let index = industries.levels.count
        let flows = try folder.read("Z_m", plain: .init(), faults: &faults)
        let demand = try folder.read("Y_m", plain: .init(index: index), faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let flows, let demand else {
            guard flows == nil, demand == nil else {
                throw Faults([Fault("io-imports-half", at: Place(file: files.path))])
            }
            return nil
        }
        let labels = industries.labels
        let aligned = flows.aligned(rows: labels, columns: labels, faults: &faults)
        let alignedDemand = demand.aligned(rows: labels, columns: demandCategories.labels, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let aligned, let alignedDemand else { return nil }
        return try InputOutputFaultTexts.telling(at: Place(file: flows.file)) { () throws(InputOutputFaults) in
            try ImportTable(flows: aligned, finalDemand: alignedDemand, of: table)
        }
    }

    /// The domestic table with its imports; `nil` if the folder has none.
    ///
    /// - Throws: `Faults` as for `imports()`.
    public func importedTable() throws -> ImportedTable? {
        let found = try imports()
        guard let found else { return nil }
        return ImportedTable(domestic: table, imported: found, separation: given?.separation ?? .published)
    }

    /// Reads `W`, the inputs that are not flows of the table (value added, taxes on products, imports not in `Z_m`), a row
    /// each; `nil` if the folder has none.
    ///
    /// - Throws: `Faults` with all that was found, each with its place.
    public func primaryInputs() throws -> LabelledMatrix? {
        if let given { return given.primaryInputs }
        return try Self.primaryInputs(files, industries: industries)
    }

    /// W and, as a last row, the imports that go into each industry where they stand apart; `nil` without W.
    ///
    /// - Throws: `Faults` of the files.
    public func allPrimaryInputs() throws -> Matrix? {
        let (inputs, imports) = (try primaryInputs(), try imports())
        guard let values = inputs?.values else { return nil }
        guard let bought = imports?.flows.columnSums else { return values }
        return Matrix(rows: values.rows + 1, columns: values.columns) { row, column in
            row < values.rows ? values[row, column] : bought[column]
        }
    }

    static func primaryInputs(_ files: FolderFiles, industries: LabelAxis) throws -> LabelledMatrix? {
        var faults = FaultCollector()
        let layout = MatrixFile.Layout(header: industries.levels.count, values: industries.labels.count)
        let found = try TableFolder(files).read("W", plain: layout, faults: &faults)
        let aligned = found?.aligned(rows: nil, columns: industries.labels, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let found, let aligned else { return nil }
        return LabelledMatrix(rows: found.rows, columns: industries, values: aligned)
    }

    /// Both balances: rows where x was given, columns where there are primary inputs.
    ///
    /// - Throws: `Faults` of the files.
    public func balance() throws -> BalanceReport {
        let (inputs, imports) = (try primaryInputs(), try imports())
        return try InputOutputFaultTexts.telling(at: Place(file: files.path)) { () throws(InputOutputFaults) in
            try table.balance(
                givenOutput: givenOutput, primaryInputs: inputs?.values, importFlows: imports?.flows)
        }
    }
}

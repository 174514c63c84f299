public import InputOutput
internal import StatisticalData

extension InputOutputFolder {
    /// Reads the imports of the table, `Z_m` and `Y_m`; `nil` if the folder has neither.
    ///
    /// - Throws: `Faults` with all that was found, each with its place; one file without the other is a fault.
    public func imports() throws -> ImportTable? {
        var faults = FaultCollector()
        let folder = try TableFolder(files)
        let index = industries.levels.count
        let flows = try folder.read("Z_m", plain: .init(), faults: &faults)
        let demand = try folder.read("Y_m", plain: .init(index: index), faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let flows, let demand else {
            guard flows == nil, demand == nil else { throw Faults([Fault("io-imports", at: Place(file: files.path))]) }
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
}

public import InputOutput
internal import LinearAlgebra
internal import StatisticalData

extension InputOutputFolder {
    /// The names of the extensions: of their folders, or what stands before `_F`.
    public var extensionNames: [String] { given?.extensionNames ?? TableFolder.extensions(of: files).map(\.name) }

    /// Reads an extension: F (or S, from which F = S x), F_Y and `unit`.
    ///
    /// - Parameter name: the name of its folder, or the name its `file_parameters.json` gives.
    /// - Returns: the account, and the axis of its stressors.
    /// - Throws: `Faults` with all that was found, each with its place.
    public func account(_ name: String) throws -> (account: SatelliteAccount, stressors: LabelAxis) {
        if let given {
            guard given.extensionNames.contains(name) else {
                throw Faults([.ioNoExtension(name, known: given.extensionNames, folder: files.path)])
            }
            return try given.account(name)
        }
        let axes = TableAxes(industries: industries, demandCategories: demandCategories, output: table.output)
        let part = try ExtensionPart.read(name, files, axes)
        let account = try InputOutputFaultTexts.telling(at: Place(file: part.file)) { () throws(InputOutputFaults) in
            try SatelliteAccount(
                name: name, stressors: part.stressors, industryFlows: part.flows, demandFlows: part.demandFlows,
                of: table)
        }
        return (account, part.axis)
    }
}

/// The axes that an extension must have.
struct TableAxes: Sendable {
    let industries: LabelAxis
    let demandCategories: LabelAxis
    let output: [Double]
}

/// The files of an extension, brought into the order of the table.
struct ExtensionPart {
    let axis: LabelAxis
    let stressors: [Stressor]
    let flows: Matrix
    let demandFlows: Matrix?
    let file: String

    /// Reads an extension by the name of its folder, or by the name that its `file_parameters.json` gives.
    static func read(_ name: String, _ files: FolderFiles, _ axes: TableAxes) throws -> ExtensionPart {
        let found = TableFolder.extensions(of: files)
        let candidates = try found.map { (name: $0.name, folder: try TableFolder(files, prefix: $0.prefix)) }
        guard
            let folder =
                (candidates.first { $0.name == name } ?? candidates.first { $0.folder.parameters?.name == name })?
                .folder
        else { throw Faults([.ioNoExtension(name, known: found.map(\.name), folder: files.path)]) }
        var faults = FaultCollector()
        let part = try ExtensionPart(folder, axes, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let part else { throw Faults([.ioNoFlows(name, folder: files.path)]) }
        return part
    }

    /// Reads F or S, F_Y and the units; `nil` if there is neither F nor S, or faults were found.
    init?(_ folder: TableFolder, _ whole: TableAxes, faults: inout FaultCollector) throws {
        let industries = whole.industries.labels
        let header = whole.industries.levels.count
        let layout = MatrixFile.Layout(header: header, values: industries.count)
        let found = try folder.read("F", plain: layout, faults: &faults)
        if found == nil, faults.hasErrors { return nil }
        guard let file = try found ?? folder.read("S", plain: layout, faults: &faults) else { return nil }
        let categories = whole.demandCategories.labels
        let demandLayout = MatrixFile.Layout(
            index: file.rows.labels.first?.count, header: whole.demandCategories.levels.count)
        let demand = try folder.read("F_Y", plain: demandLayout, faults: &faults)
        let labels = file.rows.labels
        let aligned = file.aligned(rows: nil, columns: industries, faults: &faults)
        demandFlows = demand?.aligned(rows: labels, columns: categories, faults: &faults)
        let units = try folder.units(of: labels, faults: &faults)
        guard let aligned, !faults.hasErrors else { return nil }
        let output = whole.output
        flows =
            found == nil
            ? Matrix(rows: aligned.rows, columns: aligned.columns) { aligned[$0, $1] * output[$1] } : aligned
        axis = file.rows
        stressors = labels.enumerated().map { Stressor($1, unit: units?[$0]) }
        self.file = file.file
    }
}

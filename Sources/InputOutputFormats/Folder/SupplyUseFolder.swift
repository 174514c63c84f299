internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

extension InputOutputFolder {
    /// Reads supply and use, `U`, `V` and `Y`, and makes the symmetric table; `nil` for a folder without `U`, or with `Z` or `A`.
    ///
    /// Extensions and `W` are by industry; they move with the model.
    static func supplyUse(_ files: FolderFiles, _ declarations: Declarations) throws -> InputOutputFolder? {
        let folder = try TableFolder(files)
        guard try folder.find("U") != nil, try folder.find("Z") == nil, try folder.find("A") == nil else { return nil }
        guard let model = declarations.model else {
            throw Faults([Fault("io-no-model", at: Place(file: files.path))])
        }
        var faults = FaultCollector()
        let parts = try SupplyUseParts(folder, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let parts else { throw Faults([.ioNoTable(files.path)]) }
        let place = Place(file: parts.file)
        let (source, result) = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            let source = try parts.table(allowsImbalance: declarations.allowsImbalance)
            return (source, try TransformedTable(source, by: model))
        }
        for fault in source.imbalances(above: SupplyUseTable.gapLimits.warning) {
            faults.add(InputOutputFaultTexts.construction(fault, at: place).as(.warning))
        }
        for cell in result.negatives {
            faults.add(
                Fault(
                    "io-negative-made", at: place, severity: .warning,
                    ["from": cell.seller.shown, "to": [cell.buyer].shown, "found": Decimals.text(cell.value)]))
        }
        let axes = TableAxes(
            industries: parts.industries, demandCategories: parts.demandCategories, output: source.industryOutput)
        let axis = model.isByProduct ? parts.products : parts.industries
        let inputs = try primaryInputs(files, industries: parts.industries)
        let moved = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            try inputs.map { found throws(InputOutputFaults) in
                LabelledMatrix(rows: found.rows, columns: axis, values: try result.amounts(found.values))
            }
        }
        let given = GivenParts(primaryInputs: moved, extensionNames: TableFolder.extensions(of: files).map(\.name)) {
            let part = try ExtensionPart.read($0, files, axes)
            let name = $0
            let account = try InputOutputFaultTexts.telling(at: Place(file: part.file)) {
                () throws(InputOutputFaults) in
                try SatelliteAccount(
                    name: name, stressors: part.stressors, industryFlows: try result.amounts(part.flows),
                    demandFlows: part.demandFlows, of: result.table)
            }
            return (account, part.axis)
        }
        return InputOutputFolder(
            result.table, industries: axis, demandCategories: parts.demandCategories,
            givenOutput: model.isByProduct ? source.productOutput : source.industryOutput,
            warnings: faults.all(in: files.path), path: files.path, given: given)
    }
}

extension Fault {
    /// The same fault with another severity.
    func `as`(_ severity: Severity) -> Fault { Fault(code, at: place, severity: severity, arguments) }
}

/// The files of supply and use, brought into the order of U.
private struct SupplyUseParts {
    let products: LabelAxis
    let industries: LabelAxis
    let demandCategories: LabelAxis
    let file: String

    private let use: Matrix
    private let make: Matrix
    private let demand: Matrix

    init?(_ folder: TableFolder, faults: inout FaultCollector) throws {
        let use = try folder.read("U", plain: .init(), faults: &faults)
        let index = use?.rows.labels.first?.count ?? 1
        let make = try folder.read("V", plain: .init(index: index), faults: &faults)
        let demand = try folder.read("Y", plain: .init(index: index), faults: &faults)
        guard let use, let make, let demand else {
            if !faults.hasErrors { faults.add(Fault("io-no-supply", at: Place(file: folder.files.path))) }
            return nil
        }
        guard index <= 2, use.columns.labels.first?.count == index else {
            faults.add(.ioLevels(file: use.file))
            return nil
        }
        guard demand.columns.labels.first.map({ $0.count <= 2 && ($0.count == 2 || index == 1) }) == true else {
            faults.add(.ioLevels(file: demand.file))
            return nil
        }
        let (products, industries) = (use.rows.labels, use.columns.labels)
        let alignedUse = use.aligned(rows: nil, columns: nil, faults: &faults)
        let alignedMake = make.aligned(rows: industries, columns: products, faults: &faults)
        let alignedDemand = demand.aligned(rows: products, columns: nil, faults: &faults)
        guard let alignedUse, let alignedMake, let alignedDemand else { return nil }
        self.products = use.rows
        self.industries = LabelAxis(levels: make.rows.levels, labels: industries)
        demandCategories = demand.columns
        file = use.file
        (self.use, self.make, self.demand) = (alignedUse, alignedMake, alignedDemand)
    }

    func table(allowsImbalance: Bool) throws(InputOutputFaults) -> SupplyUseTable {
        try SupplyUseTable(
            products: products.industries, industries: industries.industries, use: use, make: make,
            demandCategories: demandCategories.categories(isOneArea: products.levels.count == 1), finalDemand: demand,
            allowsImbalance: allowsImbalance)
    }
}

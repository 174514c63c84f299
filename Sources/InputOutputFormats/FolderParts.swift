internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

/// The files of a table, brought into the order of Z.
struct FolderParts {
    let industries: LabelAxis
    let demandCategories: LabelAxis
    let output: [Double]?
    let file: String
    let outputFile: String

    let folder: TableFolder
    let isCoefficients: Bool
    let square: Matrix
    let demand: Matrix

    /// Reads Z or A, Y and x; `nil` if the folder lacks one or faults were found.
    init?(_ files: FolderFiles, faults: inout FaultCollector) throws {
        let found = try faults.collect { _ in try TableFolder(files) }
        guard let found else { return nil }
        folder = found
        let flows = try folder.read("Z", plain: .init(isSquare: true), faults: &faults)
        isCoefficients = flows == nil
        if flows == nil, faults.hasErrors { return nil }
        guard let square = try flows ?? folder.read("A", plain: .init(isSquare: true), faults: &faults) else {
            if !faults.hasErrors { faults.add(.ioNoTable(files.path)) }
            return nil
        }
        let index = square.rows.labels.first?.count ?? 1
        let demand = try folder.read("Y", plain: .init(index: index), faults: &faults)
        let output = try folder.read("x", plain: .init(index: index, header: 1), faults: &faults)
        guard let demand else {
            if !faults.hasErrors { faults.add(.ioNoDemand(files.path)) }
            return nil
        }
        guard index <= 2, square.columns.labels.first?.count == index else {
            faults.add(.ioLevels(file: square.file))
            return nil
        }
        guard demand.columns.labels.first.map({ $0.count <= 2 && ($0.count == 2 || index == 1) }) == true else {
            faults.add(.ioLevels(file: demand.file))
            return nil
        }
        let labels = square.rows.labels
        let aligned = square.aligned(rows: nil, columns: labels, faults: &faults)
        let alignedDemand = demand.aligned(rows: labels, columns: nil, faults: &faults)
        self.output = output?.aligned(rows: labels, columns: nil, faults: &faults)
            .map { matrix in (0..<matrix.rows).map { matrix[$0, 0] } }
        guard let aligned, let alignedDemand, !faults.hasErrors else { return nil }
        let levels = square.rows.levels.contains("") ? square.columns.levels : square.rows.levels
        industries = LabelAxis(levels: levels, labels: labels)
        demandCategories = demand.columns
        self.square = aligned
        self.demand = alignedDemand
        file = square.file
        outputFile = output?.file ?? square.file
    }

    var industryLabels: [Industry] { industries.industries }

    var categoryLabels: [DemandCategory] {
        demandCategories.categories(isOneArea: industries.levels.count == 1)
    }

    func table(allowsNegativeFlows: Bool) throws(InputOutputFaults) -> InputOutputTable {
        let (industries, categories) = (industryLabels, categoryLabels)
        guard isCoefficients else {
            return try InputOutputTable(
                industries: industries, flows: square, demandCategories: categories, finalDemand: demand,
                allowsNegativeFlows: allowsNegativeFlows)
        }
        return try InputOutputTable(
            industries: industries, inputCoefficients: square, demandCategories: categories, finalDemand: demand,
            allowsNegativeFlows: allowsNegativeFlows)
    }

    /// The inhabitants of each area, from the first row of `population`.
    func population(areas: [String], faults: inout FaultCollector) throws -> [Double]? {
        guard areas != [""],
            let found = try folder.read("population", plain: .init(index: 1, header: 1), faults: &faults)
        else { return nil }
        return found.aligned(rows: nil, columns: areas.map { [$0] }, faults: &faults).map { Array($0.row(0)) }
    }

    /// The unit of each industry.
    func units(faults: inout FaultCollector) throws -> [String]? {
        try folder.units(of: industries.labels, faults: &faults)
    }
}

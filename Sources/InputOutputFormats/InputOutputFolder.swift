public import InputOutput
internal import LinearAlgebra
public import StatisticalData

/// An input-output table read from a folder in the layout of pymrio or in the plain one.
///
/// Read are Z (or A) and Y, x to compare, `unit` and `population`; extensions one by one, when asked for. All that
/// can be computed is computed anew. Labels are text, and every file is brought into the order of Z by its labels.
///
/// Source: the folders that `save_all` of pymrio 0.7.0 (K. Stadler 2025) writes.
public struct InputOutputFolder: Sendable {
    /// The table.
    public let table: InputOutputTable
    /// The industries as axis.
    public let industries: LabelAxis
    /// The columns of final demand as axis.
    public let demandCategories: LabelAxis
    /// The unit of each industry; `nil` if the folder gives none.
    public let units: [String]?
    /// The inhabitants of each area, in the order of the table's areas; `nil` if the folder gives none.
    public let population: [Double]?
    /// What is worth knowing though the folder could be read.
    public let warnings: [Fault]

    let files: FolderFiles

    /// x as it was given, to compare with the row sums; `nil` if it was not.
    public let givenOutput: [Double]?

    /// What belongs to the table and is not read from files; `nil` for a table of files.
    let given: GivenParts?

    /// A relative gap between x and the row sums is told from the first on, and refused from the second on.
    public static let gapLimits = (warning: 1e-6, error: 1e-3)

    /// Reads the table of a folder.
    ///
    /// - Throws: `Faults` with all that was found, each with its place.
    public init(_ files: FolderFiles, declarations: Declarations = Declarations()) throws {
        if let folder = try Self.supplyUse(files, declarations) {
            self = folder
            return
        }
        var faults = FaultCollector()
        let parts = try FolderParts(files, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let parts else { throw Faults([.ioNoTable(files.path)]) }
        let competitive = try parts.competitive(declarations, faults: &faults)
        let table = try InputOutputFaultTexts.telling(at: Place(file: parts.file)) { () throws(InputOutputFaults) in
            if let competitive { return competitive.table }
            return try parts.table(allowsNegativeFlows: declarations.allowsNegativeFlows)
        }
        if let output = parts.output, let gap = table.largestGap(to: output), gap.relative > Self.gapLimits.warning {
            let isError = gap.relative > Self.gapLimits.error && !declarations.allowsImbalance
            faults.add(
                .ioImbalance(
                    gap.industry, gap: gap.relative, severity: isError ? .error : .warning,
                    at: Place(file: parts.outputFile)))
        }
        population = try parts.population(areas: table.areas, faults: &faults)
        units = try parts.units(faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        self.table = table
        industries = parts.industries
        demandCategories = competitive?.demandCategories ?? parts.demandCategories
        givenOutput = parts.output
        given = try competitive?.parts(of: files, industries: parts.industries)
        warnings = faults.all(in: files.path)
        self.files = files
    }

    /// A table with all that belongs to it.
    init(
        _ table: InputOutputTable, industries: LabelAxis, demandCategories: LabelAxis, units: [String]? = nil,
        population: [Double]? = nil, givenOutput: [Double]? = nil, warnings: [Fault] = [], path: String,
        given: GivenParts
    ) {
        self.table = table
        self.industries = industries
        self.demandCategories = demandCategories
        self.units = units
        self.population = population
        self.givenOutput = givenOutput
        self.warnings = warnings
        self.given = given
        files = FolderFiles(path: path, names: []) { _ in [] }
    }

    /// The areas as axis.
    public var areas: LabelAxis {
        LabelAxis(levels: [industries.levels.first ?? ""], labels: table.areas.map { [$0] })
    }
}

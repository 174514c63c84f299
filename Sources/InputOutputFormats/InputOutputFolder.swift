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

    /// What the user declares about a table.
    public struct Declarations: Sendable {
        /// Negative flows between industries are meant.
        public var allowsNegativeFlows: Bool
        /// A given gross output may differ from the row sums.
        public var allowsImbalance: Bool

        /// Declares nothing unless told.
        public init(allowsNegativeFlows: Bool = false, allowsImbalance: Bool = false) {
            self.allowsNegativeFlows = allowsNegativeFlows
            self.allowsImbalance = allowsImbalance
        }
    }

    /// A relative gap between x and the row sums is told from the first on, and refused from the second on.
    public static let gapLimits = (warning: 1e-6, error: 1e-3)

    /// Reads the table of a folder.
    ///
    /// - Throws: `Faults` with all that was found, each with its place.
    public init(_ files: FolderFiles, declarations: Declarations = Declarations()) throws {
        var faults = FaultCollector()
        let parts = try FolderParts(files, faults: &faults)
        try faults.throwIfFaulty(in: files.path)
        guard let parts else { throw Faults([.ioNoTable(files.path)]) }
        let table = try InputOutputFaultTexts.telling(at: Place(file: parts.file)) { () throws(InputOutputFaults) in
            try parts.table(allowsNegativeFlows: declarations.allowsNegativeFlows)
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
        demandCategories = parts.demandCategories
        warnings = faults.all(in: files.path)
        self.files = files
    }

    /// The areas as axis.
    public var areas: LabelAxis {
        LabelAxis(levels: [industries.levels.first ?? ""], labels: table.areas.map { [$0] })
    }
}

internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

extension InputOutputFolder {
    /// Reads the table of a file in a layout.
    ///
    /// - Parameter sheet: the sheet of a workbook; the first that is shown without it.
    /// - Throws: `Faults` with all that was found, each with its place.
    public init(
        _ bytes: [UInt8], file: String, layout: TableLayout, sheet: String? = nil,
        declarations: Declarations = Declarations()
    ) throws {
        switch layout {
        case .nbs: self = try NBSTable(bytes, file: file, sheet: sheet).folder(declarations)
        case .oecd: self = try Self.oecd(bytes, file: file, declarations)
        case .wiod: self = try Self.wiod(bytes, file: file, declarations)
        case .eurostat: self = try EurostatTable(bytes, file: file).folder(declarations)
        }
    }
}

/// The parts of a table of a file, before it is one.
struct FileTable {
    var industries: LabelAxis
    var demandCategories: LabelAxis
    var flows: Matrix
    var demand: Matrix
    var output: [Double]?
    var inputs: LabelledMatrix?
    var unit: String?
    /// Imports that are subtracted, by product.
    var imports: [Double]?
    /// Z_m and Y_m.
    var importFlows: Matrix?
    var importDemand: Matrix?

    /// The table, its imports set apart as declared, its given output compared.
    func folder(_ declarations: InputOutputFolder.Declarations, file: String) throws -> InputOutputFolder {
        let place = Place(file: file)
        var faults = FaultCollector()
        let labels = industries.industries
        let categories = demandCategories.categories(isOneArea: industries.levels.count == 1)
        var competitive: CompetitiveParts?
        if let imports {
            let exports =
                declarations.imports == .separated(.domesticUse)
                ? try CompetitiveParts.exports(categories, declared: declarations.exports, at: place) : []
            competitive = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
                try CompetitiveParts(
                    CompetitiveTable(
                        industries: labels, flows: flows, demandCategories: categories, finalDemand: demand,
                        imports: imports, exports: exports, allowsNegativeFlows: declarations.allowsNegativeFlows),
                    industries: industries, demandCategories: demandCategories, treatment: declarations.imports)
            }
        }
        if let competitive { faults.add(competitive.note(at: place)) }
        let table = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            if let competitive { return competitive.table }
            return try InputOutputTable(
                industries: labels, flows: flows, demandCategories: categories, finalDemand: demand,
                allowsNegativeFlows: declarations.allowsNegativeFlows)
        }
        if let output, let gap = table.largestGap(to: output),
            gap.relative > InputOutputFolder.gapLimits.warning
        {
            let isError = gap.relative > InputOutputFolder.gapLimits.error && !declarations.allowsImbalance
            faults.add(
                .ioImbalance(gap.industry, gap: gap.relative, severity: isError ? .error : .warning, at: place))
        }
        try faults.throwIfFaulty(in: file)
        var given = GivenParts(
            imports: competitive?.imports, primaryInputs: inputs, separation: competitive?.separation)
        if let importFlows, let importDemand {
            given.imports = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
                try ImportTable(
                    flows: importFlows, finalDemand: importDemand, of: table,
                    allowsNegativeFlows: declarations.allowsNegativeFlows)
            }
        }
        return InputOutputFolder(
            table, industries: industries, demandCategories: competitive?.demandCategories ?? demandCategories,
            units: unit.map { unit in industries.labels.map { _ in unit } }, givenOutput: output,
            warnings: faults.all(in: file), path: file, given: given)
    }
}

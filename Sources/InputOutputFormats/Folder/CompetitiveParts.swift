internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

/// A table in which imports are subtracted, made domestic as declared.
struct CompetitiveParts {
    let table: InputOutputTable
    let demandCategories: LabelAxis
    let imports: ImportTable?
    let separation: ImportSeparation?

    /// Sets imports apart.
    init(
        _ competitive: CompetitiveTable, industries: LabelAxis, demandCategories: LabelAxis,
        treatment: InputOutputFolder.ImportTreatment
    ) throws(InputOutputFaults) {
        switch treatment {
        case .separated(let rule):
            let parts = try competitive.separated(by: rule)
            table = parts.domestic
            self.demandCategories = demandCategories
            imports = parts.imported
            separation = parts.separation
        case .madeAtHome:
            table = competitive.totalFlows
            let isOneArea = industries.levels.count == 1
            self.demandCategories = LabelAxis(
                levels: demandCategories.levels,
                labels: table.demandCategories.map { isOneArea ? [$0.category] : [$0.area, $0.category] })
            imports = nil
            separation = nil
        }
    }

    /// What is told of it: the rule by which imports were set apart.
    func note(at place: Place) -> Fault {
        switch separation {
        case .some(.totalSupply): Fault("io-imports-by-supply", at: place, severity: .info)
        case .some: Fault("io-imports-by-use", at: place, severity: .info)
        case .none: Fault("io-imports-at-home", at: place, severity: .info)
        }
    }

    /// The parts of a folder that it replaces.
    func parts(of files: FolderFiles, industries: LabelAxis) throws -> GivenParts {
        let axes = TableAxes(industries: industries, demandCategories: demandCategories, output: table.output)
        let table = table
        return GivenParts(
            imports: imports, primaryInputs: try InputOutputFolder.primaryInputs(files, industries: industries),
            separation: separation, extensionNames: TableFolder.extensions(of: files).map(\.name)
        ) { name in
            let part = try ExtensionPart.read(name, files, axes)
            let account = try InputOutputFaultTexts.telling(at: Place(file: part.file)) {
                () throws(InputOutputFaults) in
                try SatelliteAccount(
                    name: name, stressors: part.stressors, industryFlows: part.flows, demandFlows: part.demandFlows,
                    of: table)
            }
            return (account, part.axis)
        }
    }

    /// The categories that are exports: those declared, else those of a usual name.
    static func exports(
        _ categories: [DemandCategory], declared: [String], at place: Place
    ) throws -> [DemandCategory] {
        let names = declared.isEmpty ? InputOutputFolder.exportNames : declared
        let unknown = declared.filter { name in !categories.contains { $0.category == name } }
        guard unknown.isEmpty else {
            throw Faults(unknown.map { Fault("io-unknown-category", at: place, ["found": [$0].shown]) })
        }
        let found = categories.filter { names.contains($0.category) }
        guard !found.isEmpty else { throw Faults([Fault("io-no-exports", at: place)]) }
        return found
    }
}

extension FolderParts {
    /// The table if the folder has a column of imports that are subtracted, `imports`; `nil` if it has none.
    func competitive(
        _ declarations: InputOutputFolder.Declarations, faults: inout FaultCollector
    ) throws -> CompetitiveParts? {
        let layout = MatrixFile.Layout(index: industries.levels.count, header: 1)
        let found = try folder.read("imports", plain: layout, faults: &faults)
        let aligned = found?.aligned(rows: industries.labels, columns: nil, faults: &faults)
        guard let found, let aligned else { return nil }
        let place = Place(file: found.file)
        guard aligned.columns == 1, !isCoefficients else { throw Faults([Fault("io-imports-column", at: place)]) }
        let treatment = declarations.imports
        let exports =
            treatment == .separated(.domesticUse)
            ? try CompetitiveParts.exports(categoryLabels, declared: declarations.exports, at: place) : []
        let parts = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            let table = try CompetitiveTable(
                industries: industryLabels, flows: square, demandCategories: categoryLabels, finalDemand: demand,
                imports: (0..<aligned.rows).map { aligned[$0, 0] }, exports: exports,
                allowsNegativeFlows: declarations.allowsNegativeFlows)
            return try CompetitiveParts(
                table, industries: industries, demandCategories: demandCategories, treatment: treatment)
        }
        faults.add(parts.note(at: place))
        return parts
    }
}

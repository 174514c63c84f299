import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// What `--trade` prints.
enum InputOutputTrade: String, ExpressibleByArgument, CaseIterable {
    /// Exports and imports of each product.
    case gross
    /// Deliveries of each industry to each other area.
    case deliveries
    /// A satellite account by area where it occurs and area that consumes.
    case embodied
    /// Value added of each industry in what each area consumes.
    case vax
    /// Value added of each industry in the gross exports of each industry.
    case exports
    /// VAX, vertical specialisation and participation of each area.
    case participation
    /// The nine terms of Koopman, Wang and Wei.
    case kww
}

/// `--trade`: what areas deliver to each other, gross, in value added, and embodied.
struct InputOutputTradeQuestion: InputOutputQuestion {
    static let option = "--trade"

    @Option(help: "Trade between areas: what to print. 地区间贸易。")
    var trade: InputOutputTrade?

    var isAsked: Bool { trade != nil }

    func check(_ common: InputOutputCommon) throws {
        if trade == .embodied, common.satellite == nil {
            throw ValidationError("--extension: embodied trade needs one; 隐含贸易需要指定卫星账户")
        }
        if trade == .gross || trade == .deliveries, common.satellite != nil {
            throw ValidationError("--extension: not with gross trade; 总值贸易不能指定卫星账户")
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        let folder = subject.folder
        let table = folder.table
        switch trade {
        case .gross:
            let gross = try GrossTrade(table)
            let values = Matrix(rows: gross.products.count, columns: 2) { row, column in
                column == 0 ? gross.exportsOfProducts[row] : gross.imports[row]
            }
            try subject.print(
                LabelledMatrix(
                    rows: folder.axis(gross.products), columns: Self.columns(["exports", "imports"]), values: values))
        case .deliveries:
            let values = try GrossTrade(table).deliveries
            try subject.print(LabelledMatrix(rows: folder.industries, columns: folder.areas, values: values))
        case .embodied: try subject.print(try embodied(subject, messages))
        case .vax:
            let values = try valueAdded(subject, messages).absorbed()
            try subject.print(LabelledMatrix(rows: folder.industries, columns: folder.areas, values: values))
        case .exports:
            let values = try valueAdded(subject, messages).inExports()
            try subject.print(LabelledMatrix(rows: folder.industries, columns: folder.industries, values: values))
        case .participation:
            Output.print(try Self.table(try valueAdded(subject, messages).participation(), folder.areas).text(.csv))
        case .kww:
            let terms = try valueAdded(subject, messages).exportTerms()
            let names = ValueAddedTrade.ExportTerm.allCases.map(\.rawValue)
            try subject.print(
                LabelledMatrix(
                    rows: folder.areas, columns: Self.columns(names),
                    values: Matrix(rows: terms.count, columns: names.count) { terms[$0][$1] }))
        case nil: return
        }
    }

    private func embodied(_ subject: InputOutputSubject, _ messages: Messages) throws -> LabelledMatrix {
        let folder = subject.folder
        let (account, stressors) = try subject.satellite(messages)
        let found = try LeontiefModel(folder.table, solver: .automatic(systems: folder.table.areas.count))
            .embodied(account.intensities(in: folder.table))
        let areas = folder.areas
        let labels = stressors.labels.flatMap { label in areas.labels.map { label + $0 } }
        return LabelledMatrix(
            rows: LabelAxis(levels: stressors.levels + areas.levels, labels: labels), columns: areas,
            values: Matrix(rows: labels.count, columns: areas.labels.count) { row, column in
                found[row / areas.labels.count][row % areas.labels.count, column]
            })
    }

    /// Value added is the sum of the extension's rows, or one of them, or what output leaves after all inputs.
    private func valueAdded(_ subject: InputOutputSubject, _ messages: Messages) throws -> ValueAddedTrade {
        let table = subject.folder.table
        var values: [Double]?
        if let name = subject.common.satellite {
            let isWhole = subject.folder.extensionNames.contains(name)
            let (account, row) = try isWhole ? (subject.satellite(messages).account, nil) : subject.anyRow(messages)
            values = row.map { Array(account.industryFlows.row($0)) } ?? account.industryFlows.columnSums
        }
        let found = try ValueAddedTrade(
            LeontiefModel(table, solver: .automatic(systems: trade == .exports ? .max : 2 * table.areas.count)),
            valueAdded: values)
        if let gap = found.largestGap, gap.relative > InputOutputFolder.gapLimits.warning {
            messages.tell([
                InputOutputFaultTexts.smallColumnGap(gap.industry, gap.relative, at: Place(file: subject.path))
            ])
        }
        return found
    }

    private static func columns(_ names: [String]) -> LabelAxis {
        LabelAxis(levels: [""], labels: names.map { [$0] })
    }

    private static func table(_ found: [ValueAddedTrade.Participation], _ areas: LabelAxis) -> OutputTable {
        OutputTable(
            header: areas.levels + [
                "exports", "vax", "vax_ratio", "domestic", "foreign", "in_exports_of_others", "backward", "forward",
            ],
            rows: found.map { area in
                [
                    .word(area.area), .number(area.exports), .number(area.valueAddedExports),
                    .number(area.valueAddedRatio), .number(area.domesticContent), .number(area.foreignContent),
                    .number(area.inExportsOfOthers), .number(area.backward), .number(area.forward),
                ]
            })
    }
}

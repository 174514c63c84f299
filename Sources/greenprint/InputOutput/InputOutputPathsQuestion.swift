import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--paths`: the supply chains behind the final demand for a product, the largest first.
struct InputOutputPathsQuestion: InputOutputQuestion {
    static let option = "--paths"

    @Option(
        name: .customLong("paths"),
        help: "Supply chains behind the final demand for SECTOR, AREA:SECTOR or '*' (all). 最终需求背后的供应链路径。")
    var product: String?

    @Option(help: "With --paths: the smallest share of the total that is followed; 0.0001 when omitted. 路径占总量的下限。")
    var threshold: Double?

    @Option(help: "With --paths: the largest number of paths. 路径数上限。")
    var most: Int?

    var isAsked: Bool { product != nil || threshold != nil || most != nil }

    func check(_ common: InputOutputCommon) throws {
        guard product != nil else { throw ValidationError("--threshold, --most: only with --paths; 须与--paths同用") }
        guard common.satellite != nil else {
            throw ValidationError("--extension: NAME or NAME:ROW, whose paths to find; 须指定卫星账户")
        }
        if let threshold, !(threshold >= 1e-9 && threshold < 1) {
            throw ValidationError("--threshold: from 1e-9, below 1; 应为1e-9以上、1以下")
        }
        if let most, !(1...1_000_000).contains(most) {
            throw ValidationError("--most: from 1 to 1000000; 应为1至1000000")
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        let table = subject.folder.table
        let (account, row) = try subject.stressor(messages)
        var demand = Array(repeating: 0.0, count: table.industries.count)
        for industry in try subject.industries(product ?? "", option: "--paths") {
            demand[industry] = table.finalDemand.row(industry).reduce(0, +)
        }
        let paths = try StructuralPaths(
            LeontiefModel(table, solver: .automatic(systems: 2)),
            intensities: Array(account.intensities(in: table).row(row)), demand: demand,
            threshold: threshold ?? 1e-4, most: most)
        Output.print(try Self.table(paths, table).text(.csv))
    }

    private static func table(_ found: StructuralPaths, _ table: InputOutputTable) -> OutputTable {
        let share = { (value: Double) in OutputTable.Cell.number(found.total == 0 ? nil : value / found.total) }
        let rows = found.paths.enumerated().map { rank, path -> [OutputTable.Cell] in
            [
                .number(Double(rank + 1)),
                .word(path.industries.map { table.industries[$0].shown }.joined(separator: " > ")),
                .number(Double(path.industries.count - 1)), .number(path.contribution), share(path.contribution),
                .number(path.subtree),
            ]
        }
        let sums = [("covered", found.covered), ("remaining", found.remaining), ("total", found.total)]
        return OutputTable(
            header: ["rank", "path", "steps", "contribution", "share", "subtree"],
            rows: rows
                + sums.map { name, value in
                    [.word(""), .word(name), .word(""), .number(value), share(value), .word("")]
                })
    }
}

import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--decompose`: what each factor brought to the change from this table to another.
struct InputOutputDecompositionQuestion: InputOutputQuestion {
    static let option = "--decompose"

    @Option(name: .customLong("decompose"), help: "The folder of a later table: what brought the change. 后一时期的表。")
    var later: String?

    @Option(
        name: .customLong("factors"),
        help:
            "With --decompose: intensity, technology, demand (or level, mix), trade, population, comma-separated; intensity,technology,demand when omitted. 因素。"
    )
    var factorList: String?

    @Flag(help: "With --decompose: one order of the factors and its reverse instead of all. 仅取两种极端次序的平均。")
    var polar = false

    @Flag(help: "With --decompose: the effects by emitting industry. 按部门列出。")
    var byIndustry = false

    @Flag(help: "With --decompose: both tables are in the prices of one year. 两表为同一年价格。")
    var constantPrices = false

    var isAsked: Bool { later != nil || factorList != nil || polar || byIndustry || constantPrices }

    private var factors: [StructuralDecomposition.Factor]? {
        let words = (factorList ?? "intensity,technology,demand").split(separator: ",").map(String.init)
        let found = words.compactMap { StructuralDecomposition.Factor(rawValue: $0) }
        return found.count == words.count ? found : nil
    }

    func check(_ common: InputOutputCommon) throws {
        guard later != nil else {
            throw ValidationError(
                "--factors, --polar, --by-industry, --constant-prices: only with --decompose; 须与--decompose同用")
        }
        let words = StructuralDecomposition.Factor.allCases.map(\.rawValue).joined(separator: ", ")
        guard let factors else { throw ValidationError("--factors: of \(words); 应取自所列各项") }
        guard StructuralDecomposition.areComplete(factors, withoutIntensity: common.satellite == nil) else {
            throw ValidationError(
                "--factors: intensity, technology, and demand or level and mix, each once; population with level; 因素须完整且不重复"
            )
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let later, let factors else { return }
        if !constantPrices {
            messages.tell([Fault("io-prices", at: Place(file: later), severity: .warning)])
        }
        let folder = try subject.common.folder(later)
        messages.tell(folder.warnings)
        let other = InputOutputSubject(path: later, folder: folder, common: subject.common)
        if factors.contains(.population), subject.folder.population == nil || folder.population == nil {
            throw Fault("io-no-population-given", at: Place(file: folder.population == nil ? later : subject.path))
        }
        if let units = subject.folder.units, let others = folder.units, Set(units) != Set(others) {
            throw Fault(
                "io-other-unit", at: Place(file: later),
                [
                    "stressor": "Z", "expected": Set(units).sorted().joined(separator: ", "),
                    "found": Set(others).sorted().joined(separator: ", "),
                ])
        }
        let (earlierPeriod, levels) = try Self.period(subject, messages)
        let found = try StructuralDecomposition(
            from: earlierPeriod, to: Self.period(other, messages).period, factors: factors,
            averaging: polar ? .polar : .allOrders)
        let labels = InputOutputDecompositionTables(
            levels: levels, stressors: earlierPeriod.stressors.map(\.label), industries: subject.folder.industries)
        Output.print(try (byIndustry ? labels.byIndustry(found) : labels.totals(found)).text(.csv))
    }

    private static func period(
        _ subject: InputOutputSubject, _ messages: Messages
    ) throws -> (period: StructuralDecomposition.Period, levels: [String]) {
        let (table, population) = (subject.folder.table, subject.folder.population)
        guard subject.common.satellite != nil else { return (.init(table, population: population), ["stressor"]) }
        let (account, stressors) = try subject.satellite(messages)
        let levels = stressors.levels.enumerated().map { $1.isEmpty ? "stressor\($0 == 0 ? "" : String($0 + 1))" : $1 }
        return (.init(table, account, population: population), levels)
    }
}

/// The tables of `--decompose`.
struct InputOutputDecompositionTables {
    let levels: [String]
    let stressors: [[String]]
    let industries: LabelAxis

    /// A row for each stressor and factor, and one for the whole change.
    func totals(_ found: StructuralDecomposition) -> OutputTable {
        let (before, after) = (found.before.rowSums, found.after.rowSums)
        let rows = stressors.enumerated().flatMap { row, label -> [[OutputTable.Cell]] in
            let words = label.map { OutputTable.Cell.word($0) }
            return found.effects.map { effect in
                words + [
                    .word(effect.factor.rawValue), .number(effect.total[row]), .number(effect.lowest[row]),
                    .number(effect.highest[row]),
                ]
            } + [words + [.word("change"), .number(after[row] - before[row]), .word(""), .word("")]]
        }
        return OutputTable(header: levels + ["factor", "effect", "lowest", "highest"], rows: rows)
    }

    /// A row for each stressor and emitting industry.
    func byIndustry(_ found: StructuralDecomposition) -> OutputTable {
        var rows: [[OutputTable.Cell]] = []
        for (row, label) in stressors.enumerated() {
            for (column, industry) in industries.labels.enumerated() {
                let change = found.after[row, column] - found.before[row, column]
                let effects = found.effects.map { $0.byIndustry[row, column] } + [change]
                rows.append((label + industry).map { .word($0) } + effects.map { .number($0) })
            }
        }
        return OutputTable(
            header: levels + industries.levels + found.effects.map(\.factor.rawValue) + ["change"], rows: rows)
    }
}

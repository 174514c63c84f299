import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData

/// The options that close a model on households.
struct InputOutputClosure: ParsableArguments {
    @Option(
        name: .customLong("income"),
        help:
            "With multipliers: what industries pay households, EXTENSION or EXTENSION:ROW; adds Type II. 居民收入所在的卫星账户及行。"
    )
    var income: String?

    @Option(
        name: .customLong("households"),
        help: "With --income: the category of final demand that is household consumption. 居民消费的最终需求类别。")
    var households: [String] = []

    @Option(
        name: .customLong("spending-share"),
        help:
            "With --income: the share of income spent on products of the table; all consumption over income without it. 收入中用于购买表内产品的比例。"
    )
    var spendingShare: Double?

    var isAsked: Bool { income != nil || !households.isEmpty || spendingShare != nil }

    /// Checks the options against each other; `isAllowed` tells whether the question can close the model.
    func check(isAllowed: Bool) throws {
        guard isAsked else { return }
        guard isAllowed else {
            throw ValidationError("--income: not with this question or account; 不能与该项同用")
        }
        guard income != nil, !households.isEmpty else {
            throw ValidationError("--income, --households: one needs the other; 须同时给出")
        }
        if let spendingShare, !(spendingShare > 0 && spendingShare <= 1) {
            throw ValidationError("--spending-share: above 0, at most 1; 应大于0且不超过1")
        }
    }

    /// The closed model; `nil` if none is asked for.
    func model(_ folder: InputOutputFolder, path: String) throws -> HouseholdModel? {
        guard let found = try households(folder) else { return nil }
        return try HouseholdModel(folder.table, income: found.income, spending: found.spending, rule: found.rule)
    }

    /// What closes the model; `nil` if that is not asked for.
    func households(_ folder: InputOutputFolder) throws -> ImpactBase.Households? {
        guard let income else { return nil }
        let table = folder.table
        let categories = table.demandCategories
        for name in households where !categories.contains(where: { $0.category == name }) {
            throw Fault(
                "io-no-category", at: Place(file: "--households"),
                [
                    "found": name, "nearest": Suggestion.nearest(to: name, among: categories.map(\.category)) ?? "-",
                ])
        }
        let areas = table.areas
        var spending = Matrix(rows: table.industries.count, columns: areas.count)
        for (column, category) in categories.enumerated() where households.contains(category.category) {
            guard let area = areas.firstIndex(of: category.area) else { continue }
            for row in 0..<spending.rows { spending[row, area] += table.finalDemand[row, column] }
        }
        return ImpactBase.Households(
            income: try row(income, folder), spending: spending,
            rule: spendingShare.map { .share($0) } ?? .allOverIncome)
    }

    /// The row of an extension that `EXTENSION:ROW` names.
    private func row(_ word: String, _ folder: InputOutputFolder) throws -> [Double] {
        let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
        let account = try folder.account(parts.first ?? "").account
        let labels = account.stressors.map { $0.label.joined(separator: " ") }
        let found = parts.count == 2 ? labels.firstIndex(of: parts[1]) : labels.count == 1 ? 0 : nil
        guard let found else {
            throw Fault(
                "io-no-stressor", at: Place(file: "--income"),
                ["found": word, "expected": labels.prefix(20).joined(separator: ", ")])
        }
        return Array(account.industryFlows.row(found))
    }
}

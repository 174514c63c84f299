import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--price`: what costs that change do to all prices.
struct InputOutputPriceQuestion: InputOutputQuestion {
    static let option = "--price"

    @Option(
        name: .customLong("price"),
        help: "What costs change, and how prices follow: a file with kind (tax, input, cost), name, value. 成本变动文件。")
    var file: String?

    @Flag(
        name: .customLong("by-category"),
        help: "With --price: the change of the price of each category of final demand. 按最终需求类别列出。")
    var byCategory = false

    var isAsked: Bool { file != nil || byCategory }

    func check(_ common: InputOutputCommon) throws {
        guard file != nil else { throw ValidationError("--by-category: only with --price; 须与--price同用") }
        guard common.satellite == nil else {
            throw ValidationError("--extension: not with --price, whose file names it; 不能与--price同用")
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let file else { return }
        let folder = subject.folder
        let costs = try PriceShockFile.addedCosts(try InputOutputPreparation.bytes(file), file: file, folder: folder)
        let inputs = try folder.primaryInputs()
        if inputs == nil {
            messages.tell([Fault("io-price-residual", at: Place(file: subject.path), severity: .info)])
        }
        let model = try PriceModel(LeontiefModel(folder.table), primaryInputs: try folder.allPrimaryInputs())
        let prices = try model.prices(addedCosts: costs)
        let worst = model.basePrices.indices.max { abs(model.basePrices[$0] - 1) < abs(model.basePrices[$1] - 1) }
        if let worst, abs(model.basePrices[worst] - 1) > BalanceReport.limits.warning {
            messages.tell([
                Fault(
                    "io-base-price", at: Place(file: subject.path), severity: .warning,
                    [
                        "industry": folder.table.industries[worst].shown,
                        "found": Decimals.text(model.basePrices[worst]),
                    ])
            ])
        }
        let table = byCategory ? categories(folder, model, prices) : industries(folder, model, prices, costs)
        Output.print(try table.text(.csv))
    }

    private func industries(
        _ folder: InputOutputFolder, _ model: PriceModel, _ prices: [Double], _ costs: [Double]
    ) -> OutputTable {
        OutputTable(
            header: folder.industries.levels + ["added_cost", "base_price", "price", "change"],
            rows: folder.industries.labels.enumerated().map { row, label in
                let base = model.basePrices[row]
                return label.map { .word($0) }
                    + [
                        .number(costs[row]), .number(base), .number(prices[row]),
                        .number(base == 0 ? nil : prices[row] / base - 1),
                    ]
            })
    }

    private func categories(_ folder: InputOutputFolder, _ model: PriceModel, _ prices: [Double]) -> OutputTable {
        let demand = folder.table.finalDemand
        return OutputTable(
            header: folder.demandCategories.levels.map { $0.isEmpty ? "category" : $0 } + ["change"],
            rows: folder.demandCategories.labels.enumerated().map { column, label in
                let spending = (0..<demand.rows).map { demand[$0, column] }
                return label.map { .word($0) } + [.number(model.bundleChange(prices, spending: spending))]
            })
    }
}

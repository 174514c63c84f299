import InputOutput
import LinearAlgebra

/// What a programme does to jobs in one case of the assumptions: demand for products of the region times jobs per demand.
struct ProgrammeEffects {
    let model: RegionalModels.Case
    /// Demand for products of the region by what is bought, no longer bought, and no longer bought by those who pay.
    let bought: [Double]
    let displaced: [Double]
    let financed: [Double]

    init(_ programme: SpendingProgramme, _ model: RegionalModels.Case, _ ids: [String], households: [Double]) {
        self.model = model
        bought = Self.demand(programme.spending, model, ids)
        displaced = programme.displaced.map { Self.demand($0, model, ids) } ?? ids.map { _ in 0 }
        switch programme.financing.rule {
        case .none: financed = ids.map { _ in 0 }
        case .budgetNeutral:
            let spending = SpendingProgramme.Spending(
                amount: programme.financed, products: programme.financing.products ?? [:], atHome: nil)
            financed = Self.demand(spending, model, ids)
        case .priceFinanced: financed = households.map { $0 * programme.financed }
        }
    }

    private static func demand(_ spending: SpendingProgramme.Spending, _ model: RegionalModels.Case, _ ids: [String])
        -> [Double]
    {
        ids.enumerated().map { position, id in
            let share = spending.products[id] ?? 0
            return spending.amount * share * (spending.atHome?[id] ?? model.homeShare[position])
        }
    }

    private func total(_ demand: [Double], _ jobs: [Double]) -> Double {
        zip(demand, jobs).reduce(0) { $0 + $1.0 * $1.1 }
    }

    var grossDirect: Double { total(bought, model.direct) }
    var grossIndirect: Double { total(bought, model.type1) - grossDirect }
    var grossInduced: Double { total(bought, model.type2) - total(bought, model.type1) }
    var gross: Double { total(bought, model.type2) }
    var displacedJobs: Double { -total(displaced, model.type2) }
    var financedJobs: Double { -total(financed, model.type2) }
    var net: Double { gross + displacedJobs + financedJobs }

    /// Jobs at an industry: of what is bought alone, and net of the rest.
    func jobs(at industry: Int) -> (gross: Double, net: Double) {
        var (gross, less) = (0.0, 0.0)
        for column in bought.indices {
            gross += model.jobs[industry, column] * bought[column]
            less += model.jobs[industry, column] * (displaced[column] + financed[column])
        }
        return (gross, gross - less)
    }
}

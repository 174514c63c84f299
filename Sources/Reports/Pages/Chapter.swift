import Studies

/// The page of a study.
protocol Chapter {
    /// What of it stands on the first page.
    var facts: [Block] { get }

    func page() -> Page
}

/// Which page belongs to which kind of study: the one place, which the compiler keeps complete.
enum Chapters {
    static func chapter(_ index: ResultIndex, _ context: PageContext) -> any Chapter {
        switch index.result.detail {
        case .compositeIndex(let detail): CompositeIndexPage(context: context, index: index, detail: detail)
        case .planLedger(let detail): PlanLedgerPage(context: context, index: index, detail: detail)
        case .growthIdentity(let detail): GrowthIdentityPage(context: context, index: index, detail: detail)
        case .targetAssessment(let detail): TargetAssessmentPage(context: context, index: index, detail: detail)
        case .greenEconomyProgress(let detail): GreenEconomyProgressPage(context: context, index: index, detail: detail)
        case .ecoParks(let detail): EcoParksPage(context: context, index: index, detail: detail)
        case .greenJobs(let detail): GreenJobsPage(context: context, index: index, detail: detail)
        case .embodiedTrade(let detail): EmbodiedTradePage(context: context, index: index, detail: detail)
        case .decoupling(let detail): DecouplingPage(context: context, index: index, detail: detail)
        case .decomposition(let detail): DecompositionPage(context: context, index: index, detail: detail)
        case .efficiency(let detail): EfficiencyPage(context: context, index: index, detail: detail)
        }
    }
}

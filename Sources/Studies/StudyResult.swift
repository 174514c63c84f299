public import StatisticalData

/// What a study found: values with their derivations, and what a reader needs to present them.
public struct StudyResult: Codable, Hashable, Sendable {
    /// The id of the study.
    public let study: String
    /// Its kind.
    public let kind: StudyKind
    /// Its title.
    public let title: LocalisedText
    /// What it does, in two sentences.
    public let summary: LocalisedText?
    /// The area the workspace is about.
    public let homeArea: Area.ID
    /// The date the ledger was read as known on; `nil` for the newest figures.
    public let asKnownOn: KnownDate?
    /// The latest date on which any of the figures used became known.
    public let dataKnownOn: KnownDate?
    /// The things measured, in the order to present them.
    public let items: [ResultItem]
    /// The values, in the order computed.
    public let values: [ResultValue]
    /// Remarks a reader must see.
    public let notices: [Notice]
    /// What is particular to the kind.
    public let detail: Detail

    /// What is particular to a kind of study.
    public enum Detail: Codable, Hashable, Sendable {
        /// A composite index.
        case compositeIndex(CompositeIndexDetail)
        /// The ledger of a plan.
        case planLedger(PlanLedgerDetail)
        /// A growth identity.
        case growthIdentity(GrowthIdentityDetail)
        /// A five-year assessment of targets.
        case targetAssessment(TargetAssessmentDetail)
        /// A measure of progress.
        case greenEconomyProgress(GreenEconomyProgressDetail)
        /// Jobs of sectors and programmes, and environmental employment.
        case greenJobs(GreenJobsDetail)
        /// Jobs and value added in what leaves a region.
        case embodiedTrade(EmbodiedTradeDetail)
        /// A pressure beside what drives it: Tapio's states.
        case decoupling(DecouplingDetail)
        /// Why a total changed, by factor.
        case decomposition(DecompositionDetail)
        /// Efficiency of units against their own best practice.
        case efficiency(EfficiencyDetail)
        /// An assessment of parks.
        case ecoParks(EcoParksDetail)
    }
}

/// A thing a study measures.
public struct ResultItem: Codable, Hashable, Sendable {
    /// The id, used in result keys.
    public let id: String
    /// The name.
    public let name: LocalisedText
}

/// A remark on a result: a message of the catalogue.
public struct Notice: Codable, Hashable, Sendable {
    /// The key of the message.
    public let code: String
    /// The item it is about.
    public let item: String?
    /// The values it names.
    public let arguments: [String: String]

    init(_ code: String, item: String? = nil, _ arguments: [String: String] = [:]) {
        self.code = code
        self.item = item
        self.arguments = arguments
    }
}

/// Who pays for a scenario. It has to be said: what is called net depends on it.
public enum Financing: Hashable, Sendable {
    /// Not considered: results are gross, and nothing is called net.
    case none
    /// One or more rules.
    case rules([FinancingRule])
}

/// A flow of money that closes a scenario.
public struct FinancingRule: Hashable, Sendable {
    /// Where the money comes from or goes to.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A budget spends as much less on what it else buys.
        case budgetNeutral = "budget-neutral"
        /// Households pay through prices and spend as much less.
        case priceFinanced = "price-financed"
        /// Money that is saved is spent on what households or a budget else buy.
        case savingsRespent = "savings-respent"
    }

    /// On what the money is spent, or no longer spent.
    public enum Structure: Hashable, Sendable {
        /// As the columns of a category of final demand are.
        case category(String)
        /// As given.
        case products([Weight])
    }

    /// Where the money comes from.
    public let kind: Kind
    /// On what it is spent.
    public let structure: Structure
    /// The money, for each timing it applies to; `nil` takes what the programme spends (of savings: what the displaced
    /// demand spent) with the same timing.
    public let amounts: [ShockTiming: Double]?
    /// The share of it that is spent on industries of the table; `nil` takes it by product where imports are known, else 1.
    public let homeShare: Double?

    /// Describes a rule.
    public init(
        _ kind: Kind, _ structure: Structure, amounts: [ShockTiming: Double]? = nil, homeShare: Double? = nil
    ) {
        self.kind = kind
        self.structure = structure
        self.amounts = amounts
        self.homeShare = homeShare
    }
}

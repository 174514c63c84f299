/// Money spent on a product, in the prices of the table's year.
public struct Purchase: Hashable, Sendable {
    /// The product.
    public let product: Industry
    /// What buyers pay.
    public let amount: Double
    /// The share bought from industries of the table; `nil` takes that of final demand where imports are known, else 1.
    public let homeShare: Double?
    /// The shares of trade and transport in what buyers pay: they go to these industries.
    public let margins: [Weight]
    /// The share of taxes on products in what buyers pay: it goes to no industry.
    public let taxes: Double

    /// Describes a purchase; without margins and taxes the amount is in basic prices.
    public init(
        _ product: Industry, _ amount: Double, homeShare: Double? = nil, margins: [Weight] = [], taxes: Double = 0
    ) {
        self.product = product
        self.amount = amount
        self.homeShare = homeShare
        self.margins = margins
        self.taxes = taxes
    }
}

/// People whom a programme itself pays, as in labour-based public works: no industry's output stands behind them.
public struct DirectLabour: Hashable, Sendable {
    /// The industry under which they are shown.
    public let industry: Industry
    /// What they are paid: income of the households of the industry's area.
    public let wages: Double
    /// What is counted of them, such as jobs, by the label of the account's row.
    public let amounts: [[String]: Double]

    /// Describes labour.
    public init(_ industry: Industry, wages: Double, amounts: [[String]: Double]) {
        self.industry = industry
        self.wages = wages
        self.amounts = amounts
    }
}

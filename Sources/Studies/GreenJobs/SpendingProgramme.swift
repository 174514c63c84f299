import Declarations
public import StatisticalData

/// A programme as a policy maker words it: money for products, what it takes the place of, who pays.
public struct SpendingProgramme: Codable, Hashable, Sendable {
    /// The name.
    public let name: LocalisedText
    /// Whether it happens once (job-years) or each year (jobs).
    public let timing: Timing
    /// What is bought, in the table's money and prices.
    public let spending: Spending
    /// What is no longer bought.
    public let displaced: Spending?
    /// Who pays.
    public let financing: Financing

    /// Once or each year.
    public enum Timing: String, Codable, CaseIterable, Sendable {
        /// Once: results are job-years.
        case once
        /// Each year: results are jobs.
        case yearly
    }

    /// Money for products.
    public struct Spending: Codable, Hashable, Sendable {
        /// The money, in 100 million yuan.
        public let amount: Double
        /// The share of each product; they add up to 1.
        public let products: [String: Double]
        /// The share of a product that is made in the region, where it is known; else it is estimated.
        public let atHome: [String: Double]?

        enum CodingKeys: String, CodingKey {
            case amount
            case products
            case atHome = "at-home"
        }
    }

    /// Who pays.
    public struct Financing: Codable, Hashable, Sendable {
        /// The rule.
        public let rule: Rule
        /// The money; that of the programme unless stated.
        public let amount: Double?
        /// What a budget no longer buys.
        public let products: [String: Double]?
    }

    /// A rule of who pays.
    public enum Rule: String, Codable, CaseIterable, Sendable {
        /// Not considered: results are gross.
        case none
        /// A budget spends as much less on other products.
        case budgetNeutral = "budget-neutral"
        /// Households pay through prices and spend as much less.
        case priceFinanced = "price-financed"
    }

    /// The unit of its jobs.
    var unit: UnitOfMeasure { timing == .once ? .jobYears : .persons }

    /// The money that is paid otherwise; 0 where that is not considered.
    var financed: Double { financing.rule == .none ? 0 : financing.amount ?? spending.amount }

    /// The products it names, each list with the path at which it stands.
    var productLists: [(path: [String], products: [String: Double])] {
        var lists = [(["spending", "products"], spending.products)]
        if let displaced { lists.append((["displaced", "products"], displaced.products)) }
        if let products = financing.products { lists.append((["financing", "products"], products)) }
        return lists
    }
}

extension Schema {
    private static let spending = Schema.mapping([
        .required("amount", .number), .required("products", .dictionary(.number)),
        .optional("at-home", .dictionary(.number)),
    ])

    /// The keys of a programme.
    static let programme = Schema.mapping([
        .required("name", .localisedText),
        .required("timing", .word(SpendingProgramme.Timing.allCases.map(\.rawValue))),
        .required("spending", spending), .optional("displaced", spending),
        .required(
            "financing",
            .mapping([
                .required("rule", .word(SpendingProgramme.Rule.allCases.map(\.rawValue))), .optional("amount", .number),
                .optional("products", .dictionary(.number)),
            ])),
    ])
}

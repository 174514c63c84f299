/// A change of an economy as a policy maker words it: a programme, a closure, a technology, a shift in what is bought.
public struct Shock: Hashable, Sendable {
    /// What it is called in results.
    public let name: String
    /// Whether it happens once or goes on.
    public let timing: ShockTiming
    /// What changes.
    public let change: Change

    /// Names a change.
    public init(_ name: String, _ timing: ShockTiming, _ change: Change) {
        self.name = name
        self.timing = timing
        self.change = change
    }

    /// What changes. Every change is relative to the base, so that the order of shocks has no meaning.
    public enum Change: Hashable, Sendable {
        /// Money spent on products, with wages paid without an industry between.
        case demand([Purchase], labour: [DirectLabour])
        /// Final demand for products in categories becomes so many times what it is; no product or category means all.
        case scaledDemand(products: [Industry], categories: [String], factor: Double)
        /// An input coefficient changes.
        case coefficient(CoefficientChange)
        /// A share of what is imported is bought at home.
        case importSubstitution(ImportSubstitution)
        /// Households spend the same money on other products.
        case householdShift(amount: Double, from: [Weight], to: [Weight])
        /// The output of an industry is set, such as that of a mine that closes.
        case capacity(CapacityChange)
        /// Buyers of an area take a share of a product from another origin.
        case tradeMix(TradeMixChange)
    }
}

/// Whether a change happens once or each year. Jobs of the first are job-years, of the second jobs: never added.
public enum ShockTiming: String, Hashable, Sendable, CaseIterable {
    /// Once, such as the building of a plant: results are amounts in all, of jobs job-years.
    case once
    /// Each year, such as its operation: results are amounts a year, of jobs jobs.
    case yearly
}

/// A part of money for a product; weights are divided by their sum.
public struct Weight: Hashable, Sendable {
    /// The product.
    public let industry: Industry
    /// Its weight.
    public let weight: Double

    /// Gives a product a weight.
    public init(_ industry: Industry, _ weight: Double) {
        self.industry = industry
        self.weight = weight
    }
}

/// A changed element of A.
public struct CoefficientChange: Hashable, Sendable {
    /// How the new element is given: three different things that the word "absolute" would mix up.
    public enum Form: Hashable, Sendable {
        /// The new a_ij.
        case value(Double)
        /// New a_ij over old a_ij.
        case factor(Double)
        /// Money added to Z_ij at the base output: a_ij + flow / x_j.
        case flow(Double)
    }

    /// What gives way in the column.
    public enum Compensation: String, Hashable, Sendable, CaseIterable {
        /// Value added other than the income of households.
        case valueAdded = "value-added"
        /// The other inputs from the table, in proportion: the sum of the column stays.
        case otherInputs = "other-inputs"
    }

    /// i, who sells.
    public let seller: Industry
    /// j, who buys.
    public let buyer: Industry
    /// The new element.
    public let form: Form
    /// What gives way.
    public let compensation: Compensation

    /// Describes a change.
    public init(seller: Industry, buyer: Industry, _ form: Form, compensation: Compensation = .valueAdded) {
        self.seller = seller
        self.buyer = buyer
        self.form = form
        self.compensation = compensation
    }
}

/// A share of imports that is bought at home: theta Z_m moves to Z, theta Y_m to Y. Their sum is unchanged.
public struct ImportSubstitution: Hashable, Sendable {
    /// The product.
    public let product: Industry
    /// theta, from 0 to 1.
    public let share: Double
    /// The industries that do so; `nil` for all.
    public let buyers: [Industry]?
    /// Whether final consumers do so.
    public let includesFinalDemand: Bool

    /// Describes a substitution.
    public init(product: Industry, share: Double, buyers: [Industry]? = nil, includesFinalDemand: Bool = true) {
        self.product = product
        self.share = share
        self.buyers = buyers
        self.includesFinalDemand = includesFinalDemand
    }
}

/// The output of an industry is set from outside (mixed model).
public struct CapacityChange: Hashable, Sendable {
    /// How others come by what is no longer made.
    public enum Shortage: String, Hashable, Sendable, CaseIterable {
        /// An error if what is left for final demand is below zero.
        case refused
        /// It is brought in from elsewhere; the amount is in the result.
        case imported
    }

    /// The industry.
    public let industry: Industry
    /// New output over old output: 0 closes it.
    public let factor: Double
    /// What happens if others need more than is left.
    public let shortage: Shortage

    /// Describes a change of capacity.
    public init(_ industry: Industry, factor: Double, shortage: Shortage = .refused) {
        self.industry = industry
        self.factor = factor
        self.shortage = shortage
    }
}

/// A share of a product that buyers of an area take from another origin; what each of them buys in all is unchanged.
public struct TradeMixChange: Hashable, Sendable {
    /// The sector of the product.
    public let sector: String
    /// The area of the buyers.
    public let buyers: String
    /// The area that loses the deliveries.
    public let from: String
    /// The area that gains them.
    public let to: String
    /// The share that moves, from 0 to 1.
    public let share: Double

    /// Describes a change of origin.
    public init(sector: String, buyers: String, from: String, to: String, share: Double) {
        self.sector = sector
        self.buyers = buyers
        self.from = from
        self.to = to
        self.share = share
    }
}

public import LinearAlgebra

/// The economy that scenarios change: a table, its imports, an account whose rows are counted, and households.
public struct ImpactBase: Sendable {
    /// How a model is closed on households.
    public struct Households: Sendable {
        /// What each industry pays households.
        public let income: [Double]
        /// What the households of each area buy of products of the table (n x areas).
        public let spending: Matrix
        /// How spending is scaled to income.
        public let rule: HouseholdModel.Spending

        /// Describes households; `HouseholdModel` tells what the parts are.
        public init(income: [Double], spending: Matrix, rule: HouseholdModel.Spending) {
            self.income = income
            self.spending = spending
            self.rule = rule
        }
    }

    /// The table.
    public let table: InputOutputTable
    /// Its imports, if they are known.
    public let imports: ImportTable?
    /// What is counted, such as jobs; `nil` for output alone.
    public let account: SatelliteAccount?
    /// Households; `nil` leaves induced effects out.
    public let households: Households?

    /// Puts the parts together.
    public init(
        _ table: InputOutputTable, imports: ImportTable? = nil, account: SatelliteAccount? = nil,
        households: Households? = nil
    ) {
        self.table = table
        self.imports = imports
        self.account = account
        self.households = households
    }

    /// The rows that are counted: those of the account, or none.
    public var stressors: [Stressor] { account?.stressors ?? [] }
}

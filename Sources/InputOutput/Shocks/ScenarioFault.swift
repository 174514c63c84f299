/// What can be wrong with a scenario, and where in it.
public struct ScenarioFault: Hashable, Sendable {
    /// Where it stands; `nil` for what concerns the whole.
    public let address: ScenarioAddress?
    /// What is wrong.
    public let problem: Problem

    /// Tells a problem.
    public init(_ address: ScenarioAddress?, _ problem: Problem) {
        self.address = address
        self.problem = problem
    }

    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// A scenario without a programme.
        case nothingDone
        /// An industry that is not in the table.
        case unknownIndustry(Industry)
        /// A category of final demand that is not in the table.
        case unknownCategory(String)
        /// An area that is not in the table.
        case unknownArea(String)
        /// A row that the account does not have.
        case unknownRow([String])
        /// A number that is not finite, or below zero where that has no meaning.
        case badNumber(Double)
        /// A share that is not from 0 to 1, or shares that exceed 1 together.
        case shareOutOfRange(Double)
        /// Weights whose sum is not above zero, or with one below zero.
        case badWeights
        /// Demand for an industry without output: nothing is known of it.
        case noOutput(Industry)
        /// A coefficient below zero.
        case negativeCoefficient(seller: Industry, buyer: Industry, Double)
        /// The inputs of a changed column are at or above its output.
        case columnSum(Industry, Double)
        /// A column whose other inputs cannot give way, since it has none or they are too small.
        case nothingToRescale(Industry)
        /// An element of A, an output or a column that two shocks change: their order would matter.
        case changedTwice(seller: Industry?, buyer: Industry)
        /// Import substitution without a table of imports.
        case noImports
        /// Demand for a product whose output another shock sets.
        case demandForFixedOutput(Industry)
        /// More is needed of an industry whose output is set than it makes.
        case shortage(Industry, needed: Double)
        /// The output of an industry would fall below zero.
        case outputBelowZero(Industry, Double)
        /// A rule of financing without money to move.
        case nothingToFinance
        /// More is taken out of a category than it spends.
        case beyondCategory(String, spent: Double, taken: Double)
        /// The changed system is not productive.
        case unproductive
        /// Draws of table cells that leave no productive column after many attempts.
        case noProductiveDraw(Industry)
        /// A setting of uncertainty without meaning.
        case badSpread(Double)
    }
}

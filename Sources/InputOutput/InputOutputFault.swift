/// A part of an input-output table.
public enum InputOutputPart: String, Hashable, Sendable, CaseIterable {
    /// The industries.
    case industries
    /// The columns of final demand.
    case demandCategories = "demand-categories"
    /// Z.
    case flows
    /// Y.
    case finalDemand = "final-demand"
    /// x.
    case output
    /// F.
    case industryFlows = "industry-flows"
    /// F_Y.
    case demandFlows = "demand-flows"
    /// The stressors of an extension.
    case stressors
    /// Income of the households of each area.
    case income
    /// What households spend.
    case spending
    /// Value added.
    case valueAdded = "value-added"
    /// Z_m.
    case importFlows = "import-flows"
    /// Y_m.
    case importDemand = "import-demand"
    /// M.
    case imports
    /// The products of a table of supply and use.
    case products
    /// U.
    case use
    /// The make matrix V.
    case make
    /// Value added and other inputs that are not flows of the table.
    case primaryInputs = "primary-inputs"
}

/// What can be wrong with an input-output table or what is asked of it.
public enum InputOutputFault: Error, Hashable, Sendable {
    /// A table without industries.
    case noIndustries
    /// A label that occurs twice.
    case repeatedLabel(InputOutputPart, [String])
    /// A part of another size than the table's axes.
    case wrongSize(InputOutputPart, rows: Int, columns: Int, foundRows: Int, foundColumns: Int)
    /// A value that is infinite or not a number.
    case notFinite(InputOutputPart, row: Int, column: Int)
    /// An area that consumes and has no industry in the table.
    case unknownArea(String)
    /// A flow below zero that was not declared.
    case negativeFlow(from: Industry, to: Industry, Double)
    /// A gross output below zero.
    case negativeOutput(Industry, Double)
    /// An industry with inputs whose output is zero.
    case inputsWithoutOutput(Industry)
    /// An industry with sales between industries whose output is zero: its allocation is undefined.
    case salesWithoutOutput(Industry)
    /// I - A has no inverse, or one that double numbers cannot give; the industry has the largest column sum of A.
    case singular(Industry, columnSum: Double)
    /// A unit of final demand of these industries takes more than it gives: the system is not productive.
    case unproductive([Industry], largest: Industry, columnSum: Double)
    /// The population of an area is not above zero.
    case noPopulation(String)
    /// The income that households of an area have is not above zero.
    case noIncome(String)
    /// The spending of households closes the system beyond what it can produce.
    case closureUnproductive(largestShare: Double)
    /// What is wrong with a table made from another.
    case construction(TableConstructionFault)
    /// A flow below zero, with which supply chains have no bound.
    case negativeFlowInPaths(from: Industry, to: Industry, Double)
    /// Two tables to compare whose labels differ: those the second lacks, and those only it has.
    case otherClassification(InputOutputPart, missing: [[String]], surplus: [[String]])
    /// A stressor whose unit in the second table differs.
    case otherUnit(Stressor, String)
    /// Factors of a decomposition that do not explain all that changes, or explain it twice.
    case incompleteFactors
    /// The final demand of an area has no sum above zero, so that it has no level and mix.
    case noDemandLevel(String)
    /// An industry whose inputs and value added do not add up to its output.
    case unbalancedColumn(Industry, relative: Double)
    /// A question about trade to a table of one area.
    case noTrade
    /// What is wrong with a scenario.
    case scenario(ScenarioFault)
}

/// All that is wrong.
public struct InputOutputFaults: Error, Hashable, Sendable {
    /// The faults, in the order in which they were found.
    public let list: [InputOutputFault]

    /// Bundles faults.
    public init(_ list: [InputOutputFault]) {
        self.list = list
    }
}

public import InputOutput

extension InputOutputFolder {
    /// What the user declares about a table.
    public struct Declarations: Sendable {
        /// Negative flows between industries are meant.
        public var allowsNegativeFlows: Bool
        /// A given gross output may differ from the row sums, or use of products from supply.
        public var allowsImbalance: Bool
        /// What is done with imports that are subtracted in a column.
        public var imports = ImportTreatment.separated(.domesticUse)
        /// The categories of final demand that are exports; none: the one with a usual name.
        public var exports: [String] = []
        /// The model that makes a symmetric table of supply and use; `nil` if none was chosen.
        public var model: TransformationModel?

        /// Declares nothing unless told.
        public init(allowsNegativeFlows: Bool = false, allowsImbalance: Bool = false) {
            self.allowsNegativeFlows = allowsNegativeFlows
            self.allowsImbalance = allowsImbalance
        }
    }

    /// What is done with imports that are subtracted in a column.
    public enum ImportTreatment: Hashable, Sendable {
        /// They are set apart, by a rule.
        case separated(ImportSeparation)
        /// They stay, as if made at home.
        case madeAtHome
    }

    /// Names by which a category of exports is known without being declared.
    public static let exportNames = ["export", "exports", "EX", "出口"]
}

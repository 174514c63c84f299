extension Treatment {
    /// How the treatment of a column ended.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// The column passed and is unchanged.
        case passed
        /// Passed after winsorising.
        case winsorised
        /// Passed after the transformation.
        case transformed
        /// Does not pass after all that was allowed.
        case stillFailing
        /// Constant, or fewer than four values: not tested, unchanged.
        case notAssessable
        /// The transformation is not defined for these values and was not applied.
        case transformationUndefined
    }

    /// What was done to one column.
    public struct Outcome: Hashable, Sendable, Codable {
        /// How it ended.
        public internal(set) var status: Status
        /// The shape of the original; `nil` if not assessable.
        public internal(set) var before: Descriptives.Shape?
        /// The shape after winsorising; `nil` if nothing was tried.
        public internal(set) var afterWinsorising: Descriptives.Shape?
        /// The shape after the transformation; `nil` if there was none.
        public internal(set) var afterTransformation: Descriptives.Shape?
        /// The positions moved down from the top, also if the winsorisation was given up for a transformation.
        public internal(set) var high: [Int] = []
        /// The positions moved up from the bottom, likewise.
        public internal(set) var low: [Int] = []
        /// The transformation applied.
        public internal(set) var transformation: Transformation?

        /// Whether the winsorised points stand in the result; no if they were given up for a transformation.
        public internal(set) var keepsWinsorised = false

        /// How many points stand moved down from the top.
        public var keptHigh: Int { keepsWinsorised ? high.count : 0 }

        /// How many points stand moved up from the bottom.
        public var keptLow: Int { keepsWinsorised ? low.count : 0 }

        /// How many points were winsorised, as counted against the limit; ties move together and may exceed it.
        public var winsorised: Int { high.count + low.count }

        /// The shape of the result.
        public var after: Descriptives.Shape? {
            afterTransformation ?? (keepsWinsorised ? afterWinsorising : nil) ?? before
        }
    }

    /// What was done to one column of a matrix, or to one group of its rows.
    public struct Record: Hashable, Sendable, Codable {
        /// The code of the indicator.
        public let indicator: String
        /// The group of rows; `nil` if all rows were treated together.
        public let group: String?
        /// What was done; positions are rows of the matrix.
        public let outcome: Outcome

        init(indicator: String, group: String?, outcome: Outcome, rows: [Int]) {
            self.indicator = indicator
            self.group = group
            var outcome = outcome
            outcome.high = outcome.high.map { rows[$0] }
            outcome.low = outcome.low.map { rows[$0] }
            self.outcome = outcome
        }
    }
}

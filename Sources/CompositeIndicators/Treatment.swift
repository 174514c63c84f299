/// Taming outliers before normalisation: winsorise first, transform if that is not enough.
///
/// Works on the raw orientation, before directions. Source: COINr 1.1.14, `Treat`, `winsorise`, `log_CT`;
/// OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 3.
public enum Treatment {
    /// How to treat a column.
    public struct Options: Hashable, Sendable, Codable {
        /// The absolute skewness from which a column may fail.
        public var skewness: Double
        /// The excess kurtosis from which a column may fail.
        public var kurtosis: Double
        /// How many points may be winsorised before no further one is; `nil` is no limit.
        public var winsorised: Int?
        /// What is done if winsorising is not enough; `nil` is nothing.
        public var transformation: Transformation?
        /// Transform the winsorised column instead of the original one.
        public var combine: Bool
        /// Transform even if the column passes; nothing is winsorised then.
        public var forced: Bool

        /// Describes a treatment.
        public init(
            skewness: Double = 2, kurtosis: Double = 3.5, winsorised: Int? = 5,
            transformation: Transformation? = .logPlus, combine: Bool = false, forced: Bool = false
        ) {
            self.skewness = skewness
            self.kurtosis = kurtosis
            self.winsorised = winsorised
            self.transformation = transformation
            self.combine = combine
            self.forced = forced
        }

        /// Whether a column needs no treatment: |skewness| or kurtosis is below its threshold. To fail, both must be
        /// reached; the kurtosis counts without its absolute value.
        public func passes(_ shape: Descriptives.Shape) -> Bool {
            abs(shape.skewness) < skewness || shape.kurtosis < kurtosis
        }
    }

    /// Treats every column of a matrix.
    ///
    /// - Parameters:
    ///   - options: for all columns without options of their own.
    ///   - individual: options by code.
    ///   - untreated: codes to leave alone.
    ///   - groups: one label a row to treat each group (a year of a panel) alone; `nil` pools all rows.
    /// - Returns: the matrix and a record of each column and group, in the order of the codes.
    public static func apply(
        _ matrix: IndicatorMatrix, options: Options = Options(), individual: [String: Options] = [:],
        untreated: Set<String> = [], groups: [String]? = nil
    ) -> (IndicatorMatrix, [Record]) {
        let groups = RowGroups(rows: matrix.units.count, labels: groups)
        var result = matrix
        var records: [Record] = []
        for (position, code) in matrix.codes.enumerated() where !untreated.contains(code) {
            let options = individual[code] ?? options
            var column = matrix.values(of: position)
            for (name, rows) in groups.list {
                var part = rows.map { column[$0] }
                let outcome = treat(&part, options: options)
                for (row, value) in zip(rows, part) { column[row] = value }
                records.append(Record(indicator: code, group: name, outcome: outcome, rows: rows))
            }
            result.replace(position, with: column)
        }
        return (result, records)
    }

    /// Treats a column in place; missing is not a number and stays so.
    ///
    /// A column that is constant or has fewer than four values is not tested and stays as it is.
    public static func treat(_ column: inout [Double], options: Options = Options()) -> Outcome {
        guard let before = Descriptives.shape(column) else { return Outcome(status: .notAssessable) }
        var outcome = Outcome(status: .passed, before: before)
        if options.passes(before), !options.forced { return outcome }
        let original = column
        if !options.passes(before) {
            (outcome.high, outcome.low) = winsorise(&column, options: options)
            outcome.afterWinsorising = Descriptives.shape(column)
            if let shape = outcome.afterWinsorising, options.passes(shape), !options.forced {
                outcome.status = .winsorised
                outcome.keepsWinsorised = true
                return outcome
            }
        }
        if !options.combine { column = original }
        outcome.keepsWinsorised = options.combine
        transform(&column, options: options, outcome: &outcome)
        return outcome
    }

    /// The second step; the result stays even if it does not pass.
    private static func transform(_ column: inout [Double], options: Options, outcome: inout Outcome) {
        guard let transformation = options.transformation else {
            outcome.status = .stillFailing
            return
        }
        guard transformation.apply(&column) else {
            outcome.status = .transformationUndefined
            return
        }
        outcome.transformation = transformation
        outcome.afterTransformation = Descriptives.shape(column)
        let passes = outcome.afterTransformation.map(options.passes) ?? false
        outcome.status = passes ? .transformed : .stillFailing
    }
}

public import StatisticalData

extension DecompositionFault {
    /// The fault as the rest of the program reports it, in a file of data.
    public func fault(in file: String) -> Fault {
        Fault(code, at: Place(file: file, line: line, column: line == nil ? nil : column), arguments)
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .shape: "decomposition-shape"
        case .noCells: "decomposition-no-cells"
        case .outOfRange: "decomposition-out-of-range"
        case .signChange: "decomposition-sign-change"
        case .noRatio: "decomposition-no-ratio"
        case .noCommonCells: "decomposition-no-common-cells"
        case .tooManyFactors: "decomposition-too-many-factors"
        case .notExact: "decomposition-not-exact"
        case .missingValue: "decomposition-missing-value"
        case .unknownMoment: "decomposition-unknown-moment"
        case .missingMoment: "decomposition-missing-moment"
        case .unknownDimension: "decomposition-unknown-dimension"
        case .unknownFactor: "decomposition-unknown-factor"
        case .leftover: "decomposition-leftover"
        case .notProduct: "decomposition-not-product"
        case .notConstant: "decomposition-not-constant"
        case .shareSum: "decomposition-share-sum"
        case .notPositive: "decomposition-not-positive"
        case .zeroDenominator: "decomposition-zero-denominator"
        }
    }

    private var line: Int? {
        switch self {
        case .missingValue(_, _, _, let line), .notProduct(_, _, _, _, _, let line),
            .notConstant(_, _, _, let line), .zeroDenominator(_, _, _, let line):
            line
        default: nil
        }
    }

    private var column: String? {
        switch self {
        case .missingValue(let column, _, _, _): column
        case .notProduct(let target, _, _, _, _, _): target
        default: nil
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .shape, .noCells, .noCommonCells: [:]
        case .outOfRange(let cell), .signChange(let cell): ["cell": Self.named(cell)]
        case .noRatio(let start, let end): ["start": Decimals.text(start), "end": Decimals.text(end)]
        case .tooManyFactors(let count, let limit): ["found": String(count), "limit": String(limit)]
        case .notExact(let residual): ["found": Decimals.text(residual)]
        case .missingValue(let column, let moment, let cell, _):
            ["column": column, "moment": moment, "cell": Self.named(cell)]
        case .notPositive(let column, let moment, let cell):
            ["column": column, "moment": moment, "cell": Self.named(cell)]
        case .unknownMoment(let found, let known), .unknownDimension(let found, let known),
            .unknownFactor(let found, let known):
            [
                "found": found, "expected": known.prefix(40).joined(separator: ", "),
                "nearest": Suggestion.nearest(to: found, among: known) ?? "-",
            ]
        case .missingMoment(let moment): ["moment": moment]
        case .leftover(let found, let target): ["found": found, "target": target]
        case .notProduct(let target, let moment, let cell, let found, let expected, _):
            [
                "target": target, "moment": moment, "cell": Self.named(cell), "found": Decimals.text(found),
                "expected": Decimals.text(expected),
            ]
        case .notConstant(let factor, let moment, let cell, _), .zeroDenominator(let factor, let moment, let cell, _):
            ["factor": factor, "moment": moment, "cell": Self.named(cell)]
        case .shareSum(let factor, let moment, let cell, let sum):
            ["factor": factor, "moment": moment, "cell": Self.named(cell), "found": Decimals.text(sum)]
        }
    }

    private static func named(_ cell: String) -> String { cell.isEmpty ? "Σ" : String(cell.prefix(120)) }
}

public import StatisticalData

extension DistributionFault {
    /// The fault as the rest of the program reports it.
    public func fault(in file: String) -> Fault {
        Fault(code, at: Place(file: file), arguments)
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .empty: "distribution-empty"
        case .wrongCount: "distribution-wrong-count"
        case .badValue: "distribution-bad-value"
        case .noWeight: "distribution-no-weight"
        case .noMean: "distribution-no-mean"
        case .negativeIncome: "distribution-negative-income"
        case .parameter: "distribution-parameter"
        case .newIndustry: "distribution-new-industry"
        case .negative: "distribution-negative"
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .empty, .noWeight: [:]
        case .wrongCount(let found, let expected): ["found": String(found), "expected": String(expected)]
        case .badValue(let row, let value): ["row": String(row + 1), "found": Decimals.text(value)]
        case .noMean(let value), .parameter(let value), .negativeIncome(_, let value): ["found": Decimals.text(value)]
        case .newIndustry(let name): ["found": String(name.prefix(120))]
        case .negative(let region, let industry, let value):
            [
                "region": String(region.prefix(120)), "industry": String(industry.prefix(120)),
                "found": Decimals.text(value),
            ]
        }
    }
}

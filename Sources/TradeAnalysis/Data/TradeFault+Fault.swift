public import StatisticalData

extension TradeFault {
    /// The fault as the rest of the program reports it.
    public func fault(in file: String, line: Int? = nil) -> Fault {
        Fault(code, at: Place(file: file, line: line), arguments)
    }

    /// The key of the message.
    public var code: String {
        switch self {
        case .empty: "trade-empty"
        case .repeated: "trade-repeated"
        case .negative: "trade-negative"
        case .wrongCount: "trade-wrong-count"
        case .mismatch: "trade-mismatch"
        case .nothing: "trade-nothing"
        case .missing: "trade-missing"
        case .disconnected: "trade-disconnected"
        case .noVariation: "trade-no-variation"
        case .noConvergence: "trade-no-convergence"
        case .unknown: "trade-unknown"
        case .code: "trade-code"
        case .ambiguousCode: "trade-ambiguous-code"
        case .share: "trade-share"
        case .worldTooSmall: "trade-world-too-small"
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .empty, .nothing, .noVariation, .noConvergence: [:]
        case .repeated(let name), .mismatch(let name), .missing(let name), .unknown(let name), .code(let name):
            ["found": String(name.prefix(120))]
        case .negative(let area, let product, let value):
            [
                "area": String(area.prefix(120)), "product": String(product.prefix(120)),
                "found": Decimals.text(value),
            ]
        case .wrongCount(let found, let expected): ["found": String(found), "expected": String(expected)]
        case .disconnected(let parts, let example): ["found": String(parts), "example": String(example.prefix(120))]
        case .ambiguousCode(let code, let other):
            ["found": String(code.prefix(120)), "other": String(other.prefix(120))]
        case .share(let name, let value): ["name": String(name.prefix(120)), "found": Decimals.text(value)]
        case .worldTooSmall(let product, let world, let sum):
            ["product": String(product.prefix(120)), "found": Decimals.text(world), "expected": Decimals.text(sum)]
        }
    }
}

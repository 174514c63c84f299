internal import Declarations
public import InputOutput
public import StatisticalData

extension ImpactUncertainty {
    private static let distributions = Schema.mapping([
        .required("distribution", .word(["uniform", "triangular", "beta"])),
        .optional("low", .number), .optional("high", .number), .optional("mode", .number),
        .optional("mean", .number), .optional("standard-deviation", .number),
    ])

    private static let sizes = Schema.mapping([.required("small", .number), .required("large", .number)])

    private static let schema = Schema.mapping([
        .optional("account", .mapping([.required("variation", .number)])),
        .optional(
            "cells",
            .mapping([
                .required("variation", sizes), .required("size", sizes),
                .required("policy", .word(Cells.Policy.allCases.map(\.rawValue))),
            ])),
        .optional("spending-share", distributions),
    ])

    /// Reads the uncertainty of an economy from YAML.
    ///
    /// - Throws: `Faults` with all that was found, each with its line.
    public init(_ text: String, file: String) throws(Faults) {
        let declaration = try Declaration(text, file: file)
        _ = try declaration.decode(Nothing.self, schema: Self.schema)
        let root = declaration.root
        var faults = FaultCollector()
        let cells = root["cells"].map { value in
            Cells(
                spreads: Self.pair(value["variation"]), sizes: Self.pair(value["size"]),
                policy: value["policy"]?.text.flatMap { Cells.Policy(rawValue: $0) } ?? .keepValueAdded)
        }
        let share = root["spending-share"].flatMap { value -> UncertainNumber? in
            let found = Self.number(value)
            if found == nil { faults.add(Fault("io-shock-distribution", at: value.place)) }
            return found
        }
        try faults.throwIfFaulty(in: file)
        self.init(account: root["account"]?["variation"]?.number ?? 0, cells: cells, spendingShare: share)
    }

    private static func pair(_ value: DeclaredValue?) -> (small: Double, large: Double) {
        (value?["small"]?.number ?? 0, value?["large"]?.number ?? 0)
    }

    private static func number(_ value: DeclaredValue) -> UncertainNumber? {
        let part = { (key: String) in value[key]?.number }
        switch value["distribution"]?.text {
        case "uniform":
            guard let low = part("low"), let high = part("high") else { return nil }
            return .uniform(low: low, high: high)
        case "triangular":
            guard let low = part("low"), let mode = part("mode"), let high = part("high") else { return nil }
            return .triangular(low: low, mode: mode, high: high)
        default:
            guard let mean = part("mean"), let deviation = part("standard-deviation") else { return nil }
            return .beta(mean: mean, standardDeviation: deviation)
        }
    }
}

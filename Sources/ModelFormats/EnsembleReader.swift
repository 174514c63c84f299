internal import Declarations
internal import SensitivityAnalysis
public import StatisticalData
public import SystemDynamics

/// An ensemble as its YAML file has it.
///
///     runs: 1000
///     seed: 1
///     sampling: latin-hypercube        # or random, sobol
///     inputs:
///       - {variable: growth, uniform: [0.01, 0.05]}
///       - {variable: delay, triangular: [1, 2, 4]}
///     save: [stock, "jobs[north]"]
///     quantiles: [0.05, 0.5, 0.95]
public struct EnsembleFile: Hashable, Sendable {
    /// What varies.
    public var specification: EnsembleSpecification
    /// What is kept; all variables without any.
    public var saved: [String]
    /// The quantiles.
    public var quantiles: [Double]

    /// Reads a file.
    ///
    /// - Throws: `Faults` with all that does not fit.
    public init(_ text: String, file: String) throws(Faults) {
        let declaration = try Declaration(text, file: file)
        let found = try declaration.decode(EnsembleDeclaration.self, schema: .ensemble)
        var faults: [Fault] = []
        var inputs: [EnsembleSpecification.Input] = []
        for (place, input) in found.inputs.enumerated() {
            let at = declaration.root["inputs"].map { $0.elements[place].place } ?? declaration.root.place
            guard let distribution = input.distribution else {
                faults.append(Fault("ensemble-distribution", at: at, ["variable": input.variable]))
                continue
            }
            inputs.append(.init(name: input.variable, distribution: distribution))
        }
        var correlations: [EnsembleSpecification.Correlation] = []
        for part in found.correlations ?? [] {
            guard part.between.count == 2,
                let first = inputs.firstIndex(where: { $0.name == part.between[0] }),
                let second = inputs.firstIndex(where: { $0.name == part.between[1] })
            else {
                faults.append(
                    Fault(
                        "ensemble-correlation", at: declaration.root["correlations"]?.place ?? declaration.root.place,
                        ["found": part.between.joined(separator: ", ")]))
                continue
            }
            correlations.append(.init(first: first, second: second, value: part.value))
        }
        for share in found.quantiles ?? [] where !(0...1).contains(share) {
            faults.append(
                Fault(
                    "ensemble-quantile", at: declaration.root["quantiles"]?.place ?? declaration.root.place,
                    ["found": "\(share)"]))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        let sampling: SamplingMethod =
            switch found.sampling {
            case "random": .plain
            case "sobol": .sobol(.owen)
            case "centred-latin-hypercube": .latinHypercube(centred: true)
            default: .latinHypercube(centred: false)
            }
        specification = EnsembleSpecification(
            runs: found.runs ?? 1000, seed: UInt64(max(0, found.seed ?? 0)), sampling: sampling, inputs: inputs,
            correlations: correlations, variesNoise: found.noise ?? false)
        saved = found.save ?? []
        quantiles = found.quantiles ?? [0.05, 0.25, 0.5, 0.75, 0.95]
    }
}

/// An ensemble's file.
private struct EnsembleDeclaration: Decodable {
    let runs: Int?
    let seed: Int?
    let sampling: String?
    let inputs: [Input]
    let correlations: [Correlation]?
    let noise: Bool?
    let save: [String]?
    let quantiles: [Double]?

    struct Correlation: Decodable {
        let between: [String]
        let value: Double
    }

    struct Input: Decodable {
        let variable: String
        let uniform: [Double]?
        let normal: [Double]?
        let lognormal: [Double]?
        let triangular: [Double]?
        let truncatedNormal: [Double]?
        let values: [Double]?
        let weights: [Double]?

        enum CodingKeys: String, CodingKey {
            case variable, uniform, normal, lognormal, triangular, values, weights
            case truncatedNormal = "truncated-normal"
        }

        /// The distribution; `nil` unless just one is given with as many parameters as it takes.
        var distribution: EnsembleSpecification.Distribution? {
            let given = [uniform, normal, lognormal, triangular, truncatedNormal, values].count { $0 != nil }
            guard given == 1 else { return nil }
            if let list = uniform, list.count == 2 { return .uniform(low: list[0], high: list[1]) }
            if let list = normal, list.count == 2 { return .normal(mean: list[0], deviation: list[1]) }
            if let list = lognormal, list.count == 2 { return .logNormal(location: list[0], scale: list[1]) }
            if let list = triangular, list.count == 3 {
                return .triangular(low: list[0], mode: list[1], high: list[2])
            }
            if let list = truncatedNormal, list.count == 4 {
                return .truncatedNormal(mean: list[0], deviation: list[1], low: list[2], high: list[3])
            }
            if let values { return .discrete(values, weights: weights ?? values.map { _ in 1 }) }
            return nil
        }
    }
}

extension Schema {
    /// The keys of an ensemble.
    fileprivate static let ensemble = Schema.mapping([
        .optional("title", .text), .optional("runs", .integer), .optional("seed", .integer),
        .optional("sampling", .word(["random", "latin-hypercube", "centred-latin-hypercube", "sobol"])),
        .required(
            "inputs",
            .list(
                .mapping([
                    .required("variable", .text), .optional("uniform", .list(.number)),
                    .optional("normal", .list(.number)), .optional("lognormal", .list(.number)),
                    .optional("triangular", .list(.number)), .optional("truncated-normal", .list(.number)),
                    .optional("values", .list(.number)), .optional("weights", .list(.number)),
                ]))),
        .optional(
            "correlations", .list(.mapping([.required("between", .list(.text)), .required("value", .number)]))),
        .optional("noise", .boolean), .optional("save", .list(.text)), .optional("quantiles", .list(.number)),
    ])
}

internal import Declarations
public import StatisticalData
public import SystemDynamics

/// A search for lever settings as its YAML file has it.
///
///     levers:
///       - {variable: tax, from: 0, to: 100, cost: 1}      # cost of a unit away from the model's value
///     targets:
///       - {variable: emissions, at: 2030, at-most: 50}     # at: a time, last, mean, min or max
///     cost: {variable: spending, at: last}                 # an outcome that is a cost too
///     population: 64
///     generations: 200
///     seed: 1
public enum PolicyReader {
    /// Reads a search.
    ///
    /// - Throws: `Faults` with all that does not fit.
    public static func question(_ text: String, file: String) throws(Faults) -> PolicyQuestion {
        let declaration = try Declaration(text, file: file)
        let found = try declaration.decode(PolicyDeclaration.self, schema: .policy)
        var faults: [Fault] = []
        func place(_ list: String, _ number: Int) -> Place {
            declaration.root[list].map { $0.elements[number].place } ?? declaration.root.place
        }
        var levers: [PolicyQuestion.Lever] = []
        for (number, lever) in found.levers.enumerated() {
            guard lever.from < lever.to, lever.cost ?? 0 >= 0 else {
                faults.append(Fault("policy-lever", at: place("levers", number), ["variable": lever.variable]))
                continue
            }
            levers.append(.init(lever.variable, in: lever.from...lever.to, cost: lever.cost ?? 0))
        }
        var targets: [PolicyQuestion.Target] = []
        for (number, target) in found.targets.enumerated() {
            guard let measure = ModelOutcome.Measure(word: target.at ?? "last"), target.scale ?? 1 > 0,
                (target.atMost == nil) != (target.atLeast == nil), let limit = target.atMost ?? target.atLeast
            else {
                faults.append(Fault("policy-target", at: place("targets", number), ["variable": target.variable]))
                continue
            }
            targets.append(
                .init(
                    ModelOutcome(target.variable, measure), limit, isUpper: target.atMost != nil, scale: target.scale))
        }
        let measure = ModelOutcome.Measure(word: found.cost?.at ?? "last")
        if let cost = found.cost, measure == nil {
            faults.append(
                Fault(
                    "policy-target", at: declaration.root["cost"]?.place ?? declaration.root.place,
                    ["variable": cost.variable]))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        var question = PolicyQuestion(
            levers: levers, targets: targets,
            cost: found.cost.map { ModelOutcome($0.variable, measure ?? .last) })
        question.population = found.population ?? 64
        question.generations = found.generations ?? 200
        question.seed = UInt64(max(0, found.seed ?? 0))
        return question
    }
}

extension ModelOutcome.Measure {
    /// `last`, `mean`, `min`, `max` or a time.
    public init?(word: String) {
        switch word {
        case "last": self = .last
        case "mean": self = .mean
        case "min": self = .least
        case "max": self = .greatest
        default:
            guard let time = Double(word), time.isFinite else { return nil }
            self = .at(time)
        }
    }
}

/// A search's file.
private struct PolicyDeclaration: Decodable {
    let levers: [Lever]
    let targets: [Target]
    let cost: Cost?
    let population: Int?
    let generations: Int?
    let seed: Int?

    struct Lever: Decodable {
        let variable: String
        let from: Double
        let to: Double
        let cost: Double?
    }

    struct Target: Decodable {
        let variable: String
        let at: String?
        let atMost: Double?
        let atLeast: Double?
        let scale: Double?

        enum CodingKeys: String, CodingKey {
            case variable, at, scale
            case atMost = "at-most"
            case atLeast = "at-least"
        }
    }

    struct Cost: Decodable {
        let variable: String
        let at: String?
    }
}

extension Schema {
    /// The keys of a search.
    fileprivate static let policy = Schema.mapping([
        .optional("title", .text),
        .required(
            "levers",
            .list(
                .mapping([
                    .required("variable", .text), .required("from", .number), .required("to", .number),
                    .optional("cost", .number),
                ]))),
        .required(
            "targets",
            .list(
                .mapping([
                    .required("variable", .text), .optional("at", .text), .optional("at-most", .number),
                    .optional("at-least", .number), .optional("scale", .number),
                ]))),
        .optional("cost", .mapping([.required("variable", .text), .optional("at", .text)])),
        .optional("population", .integer), .optional("generations", .integer), .optional("seed", .integer),
    ])
}

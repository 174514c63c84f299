internal import Declarations
public import StatisticalData
public import SystemDynamics

/// Reads scenarios: small YAML files of changes to a model.
///
///     set:    {growth: 0.02, "share[north]": 0.5}
///     step:   [{variable: tax, to: 40, from: 2025}]
///     ramp:   [{variable: share, to: 0.5, from: 2020, until: 2030}]
///     lookup: [{variable: effect, x: [0, 1, 2], y: [0, 0.5, 1]}]
///     override: [price]
public enum ScenarioReader {
    /// Reads a scenario.
    ///
    /// - Throws: `Faults` with all that does not fit.
    public static func scenario(_ text: String, file: String) throws(Faults) -> Scenario {
        let declaration = try Declaration(text, file: file)
        let file = try declaration.decode(ScenarioDeclaration.self, schema: .scenario)
        return try file.scenario(at: declaration.root.place)
    }
}

/// A scenario as its file has it.
private struct ScenarioDeclaration: Decodable {
    let set: [String: Double]?
    let step: [Step]?
    let ramp: [Ramp]?
    let lookup: [Lookup]?
    let override: [String]?

    struct Step: Decodable {
        let variable: String
        let to: Double
        let from: Double
    }

    struct Ramp: Decodable {
        let variable: String
        let to: Double
        let from: Double
        let until: Double
    }

    struct Lookup: Decodable {
        let variable: String
        let x: [Double]
        let y: [Double]
    }

    func scenario(at place: Place) throws(Faults) -> Scenario {
        let free = Set((override ?? []).map(Model.key))
        func change(_ name: String, _ kind: Scenario.Change.Kind) -> Scenario.Change {
            Scenario.Change(name: name, kind: kind, overrides: free.contains(Model.key(name)))
        }
        var faults: [Fault] = []
        var changes = (set ?? [:]).sorted { $0.key < $1.key }.map { change($0.key, .set($0.value)) }
        changes += (step ?? []).map { change($0.variable, .step(to: $0.to, from: $0.from)) }
        for part in ramp ?? [] {
            if part.until <= part.from { faults.append(.scenarioRamp(part.variable, at: place)) }
            changes.append(change(part.variable, .ramp(to: part.to, from: part.from, until: part.until)))
        }
        for part in lookup ?? [] {
            let ascends = zip(part.x, part.x.dropFirst()).allSatisfy { $0 < $1 }
            if part.x.count != part.y.count || part.x.isEmpty || !ascends {
                faults.append(.scenarioLookup(part.variable, at: place))
            }
            changes.append(change(part.variable, .lookup(LookupTable(x: part.x, y: part.y))))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return Scenario(changes)
    }
}

extension Fault {
    fileprivate static func scenarioRamp(_ name: String, at place: Place) -> Fault {
        Fault("scenario-ramp", at: place, ["variable": name])
    }

    fileprivate static func scenarioLookup(_ name: String, at place: Place) -> Fault {
        Fault("scenario-lookup", at: place, ["variable": name])
    }
}

extension Schema {
    /// The keys of a scenario.
    fileprivate static let scenario = Schema.mapping([
        .optional("title", .text), .optional("set", .dictionary(.number)),
        .optional(
            "step",
            .list(.mapping([.required("variable", .text), .required("to", .number), .required("from", .number)]))),
        .optional(
            "ramp",
            .list(
                .mapping([
                    .required("variable", .text), .required("to", .number), .required("from", .number),
                    .required("until", .number),
                ]))),
        .optional(
            "lookup",
            .list(
                .mapping([
                    .required("variable", .text), .required("x", .list(.number)), .required("y", .list(.number)),
                ]))),
        .optional("override", .list(.text)),
    ])
}

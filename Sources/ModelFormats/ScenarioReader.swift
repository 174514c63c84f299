internal import Declarations
public import StatisticalData
public import SystemDynamics

/// Reads scenarios: small YAML files of changes to a model.
///
///     set:    {growth: 0.02, "share[north]": 0.5}
///     step:   [{variable: tax, to: 40, from: 2025}]
///     ramp:   [{variable: share, to: 0.5, from: 2020, until: 2030}]
///     series: [{variable: imports, times: [2020, 2030], values: [5, 8]}]
///     time:   {start: 2020, stop: 2035, step: 0.25}
///     method: rk45
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
    let series: [Series]?
    let override: [String]?
    let time: Times?
    let method: String?

    struct Step: Decodable {
        let variable: String
        let to: Double?
        let add: Double?
        let multiply: Double?
        let from: Double

        /// What it does; `nil` unless it says just one thing.
        var kind: Scenario.Change.Kind? {
            switch (to, add, multiply) {
            case (let value?, nil, nil): .step(to: value, from: from)
            case (nil, let value?, nil): .add(value, from: from)
            case (nil, nil, let factor?): .multiply(by: factor, from: from)
            default: nil
            }
        }
    }

    struct Times: Decodable {
        let start: Double?
        let stop: Double?
        let step: Double?
    }

    struct Series: Decodable {
        let variable: String
        let times: [Double]
        let values: [Double]
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
        for part in step ?? [] {
            guard let kind = part.kind else {
                faults.append(.scenarioStep(part.variable, at: place))
                continue
            }
            changes.append(change(part.variable, kind))
        }
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
        for part in series ?? [] {
            let ascends = zip(part.times, part.times.dropFirst()).allSatisfy { $0 < $1 }
            if part.times.count != part.values.count || part.times.isEmpty || !ascends {
                faults.append(.scenarioLookup(part.variable, at: place))
            }
            changes.append(change(part.variable, .series(LookupTable(x: part.times, y: part.values))))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        var scenario = Scenario(changes)
        (scenario.start, scenario.stop, scenario.step) = (time?.start, time?.stop, time?.step)
        scenario.method = method.flatMap { SimulationSpecifications.Method(rawValue: $0) }
        return scenario
    }
}

extension Fault {
    fileprivate static func scenarioStep(_ name: String, at place: Place) -> Fault {
        Fault("scenario-step", at: place, ["variable": name])
    }

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
            .list(
                .mapping([
                    .required("variable", .text), .optional("to", .number), .optional("add", .number),
                    .optional("multiply", .number), .required("from", .number),
                ]))),
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
        .optional(
            "series",
            .list(
                .mapping([
                    .required("variable", .text), .required("times", .list(.number)),
                    .required("values", .list(.number)),
                ]))),
        .optional(
            "time",
            .mapping([.optional("start", .number), .optional("stop", .number), .optional("step", .number)])),
        .optional("method", .word(["euler", "rk2", "rk4", "rk45"])),
        .optional("override", .list(.text)),
    ])
}

import ModelFormats
import StatisticalData
import SystemDynamics

/// A model of the workspace read and resolved from the text of its file.
struct SimulatedModel {
    let file: String
    let model: Model
    /// What the file says of each variable, by its key.
    let documentations: [String: String]

    /// Reads a model: `.mdl` is Vensim's, anything else XMILE.
    init(_ text: String, file: String) throws(Faults) {
        self.file = file
        do {
            let bytes = Array(text.utf8)
            let isVensim = file.lowercased().hasSuffix(".mdl")
            let found = isVensim ? try VensimReader.model(bytes) : try XMILEReader.model(bytes)
            model = try Model(found.model)
            let texts = found.model.root.variables.map { (Model.key($0.name), $0.documentation) }
            documentations = Dictionary(texts, uniquingKeysWith: { first, _ in first })
        } catch {
            throw Faults(error.list.map { $0.fault(in: file) })
        }
    }

    private init(file: String, model: Model, documentations: [String: String]) {
        self.documentations = documentations
        self.file = file
        self.model = model
    }

    /// The model with a scenario's changes.
    func applying(_ text: String, file scenarioFile: String) throws(Faults) -> SimulatedModel {
        let scenario = try ScenarioReader.scenario(text, file: scenarioFile)
        do {
            return SimulatedModel(
                file: file, model: try model.applying(scenario), documentations: documentations)
        } catch {
            throw Faults(error.list.map { $0.fault(in: scenarioFile) })
        }
    }

    /// The line of a variable, `nil` when there is none; the number of values it has.
    func find(_ variable: String) -> (line: Int, count: Int)? {
        let key = Model.key(variable)
        for found in model.variables {
            if Model.key(found.name) == key { return (found.line, found.elements.count) }
            if found.elements.contains(where: { Model.key($0) == key }) { return (found.line, 1) }
        }
        return nil
    }

    /// The values of variables at the start of each year.
    ///
    /// - Throws: `Faults` where the model does not come by a year, or a value is not finite.
    func values(of outputs: [ResolvedOutput], years: [Int]) throws(Faults) -> [[Double]] {
        let simulation: Simulation
        do {
            simulation = try Simulation(model, options(outputs))
        } catch {
            throw Faults(error.list.map { $0.fault(in: file) })
        }
        let rows = try Self.rows(of: years, in: simulation.times, file: file)
        return try outputs.indices.map { column throws(Faults) in
            try zip(rows, years).map { row, year throws(Faults) in
                let value = simulation.rows[row][column]
                guard value.isFinite else {
                    throw Faults([.simulationNotFinite(outputs[column], year, in: file)])
                }
                return value
            }
        }
    }

    /// How it is run: saved once a year.
    func options(_ outputs: [ResolvedOutput]) -> Simulation.Options {
        var options = Simulation.Options()
        options.saving = 1
        options.saved = outputs.map(\.variable)
        return options
    }

    /// The places of years among saved times.
    static func rows(of years: [Int], in times: [Double], file: String) throws(Faults) -> [Int] {
        try years.map { year throws(Faults) in
            guard let row = times.firstIndex(where: { abs($0 - Double(year)) < 1e-6 }) else {
                throw Faults([Fault("simulation-year", at: Place(file: file), ["year": String(year)])])
            }
            return row
        }
    }
}

extension Fault {
    static func simulationNotFinite(_ output: ResolvedOutput, _ year: Int, in file: String) -> Fault {
        Fault(
            "simulation-not-finite", at: Place(file: file, line: output.line),
            ["variable": output.variable, "year": String(year)])
    }
}

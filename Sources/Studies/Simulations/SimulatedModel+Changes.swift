import ModelFormats
import StatisticalData
import SystemDynamics

extension SimulatedModel {
    /// A change of a scenario with what the model says of the variable and its value before.
    func told(_ change: Scenario.Change) throws -> ScenarioDetail.Change {
        let (documentation, before) = try about(change.name)
        let (after, from, until): (Double?, Double?, Double?) =
            switch change.kind {
            case .set(let value): (value, nil, nil)
            case .step(let value, let from): (value, from, nil)
            case .add(let value, let from): (before.map { $0 + value }, from, nil)
            case .multiply(let factor, let from): (before.map { $0 * factor }, from, nil)
            case .ramp(let value, let from, let until): (value, from, until)
            case .series(let table): (table.y.last, table.x.first, table.x.last)
            case .lookup: (nil, nil, nil)
            }
        return ScenarioDetail.Change(
            variable: change.name, documentation: documentation, before: before, after: after, from: from, until: until)
    }

    /// The text of a variable, and its value at the start where it has just one.
    func about(_ name: String) throws -> (documentation: String, value: Double?) {
        let head = Model.key(String(name.prefix { $0 != "[" }))
        let documentation = documentations[head] ?? ""
        guard find(name)?.count == 1 else { return (documentation, nil) }
        var options = Simulation.Options()
        options.saved = [name]
        do {
            let value = try Simulation(model, options).rows.first?.first
            return (documentation, value.flatMap { $0.isFinite ? $0 : nil })
        } catch {
            throw Faults(error.list.map { $0.fault(in: file) })
        }
    }
}

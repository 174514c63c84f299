/// What a function wants and gives.
struct UnitRule: Sendable {
    enum Argument: Sendable { case alike, plain, time, any }
    enum Result: Sendable { case alike, plain, any, timesTime, root, quotient }

    var arguments: [Argument]
    var rest = Argument.any
    var result: Result

    static let all: [String: UnitRule] = {
        var rules: [String: UnitRule] = [:]
        func add(_ names: [String], _ arguments: [Argument], rest: Argument = .any, _ result: Result) {
            for name in names { rules[name] = UnitRule(arguments: arguments, rest: rest, result: result) }
        }
        add(
            ["exp", "ln", "log10", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh"], [.plain],
            .plain)
        add(["sqrt"], [.alike], .root)
        add(["abs", "int", "integer", "round", "init", "initial", "game"], [.alike], .alike)
        add(["min", "max", "sum", "mean", "vmin", "vmax", "stddev"], [], rest: .alike, .alike)
        add(["modulo", "quantum"], [.alike, .alike], .alike)
        add(["if_then_else"], [.any, .alike, .alike], .alike)
        add(["zidz", "safediv"], [.any, .any, .any], .quotient)
        add(["xidz"], [.any, .any, .any], .quotient)
        add(["step"], [.alike, .time], .alike)
        add(["ramp"], [.alike, .time, .time], .timesTime)
        add(["previous", "active_initial"], [.alike, .alike], .alike)
        add(
            ["delay", "delay_fixed", "delay1", "delay3", "smth1", "smth3", "smooth", "smooth3"],
            [.alike, .time, .alike], .alike)
        add(["delay1i", "delay3i", "smoothi", "smooth3i"], [.alike, .time, .alike], .alike)
        add(["delayn", "smthn"], [.alike, .time, .plain, .alike], .alike)
        add(["delay_n", "smooth_n"], [.alike, .time, .alike, .plain], .alike)
        add(["trend"], [.any, .time, .any], .any)
        add(["forcst", "forecast"], [.alike, .time, .time], .alike)
        add(["sample_if_true"], [.any, .alike, .alike], .alike)
        return rules
    }()
}

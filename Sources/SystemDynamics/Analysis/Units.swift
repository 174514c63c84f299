/// A product of powers of base units; none of them means dimensionless.
public struct Units: Hashable, Sendable {
    /// The exponents of base units, by their canonical names; never 0.
    public private(set) var exponents: [String: Double] = [:]

    /// No unit.
    public init() {}

    /// One base unit.
    init(base: String) { exponents[base] = 1 }

    /// Whether there is no unit.
    public var isDimensionless: Bool { exponents.isEmpty }

    /// The units of a product.
    public static func * (left: Units, right: Units) -> Units {
        var result = left
        for (name, exponent) in right.exponents {
            let sum = result.exponents[name, default: 0] + exponent
            result.exponents[name] = abs(sum) < 1e-9 ? nil : sum
        }
        return result
    }

    /// The units of a quotient.
    public static func / (left: Units, right: Units) -> Units { left * right.raised(to: -1) }

    /// The units of a power.
    public func raised(to power: Double) -> Units {
        var result = Units()
        guard power != 0 else { return result }
        for (name, exponent) in exponents { result.exponents[name] = exponent * power }
        return result
    }

    /// As text, names in alphabetical order; `1` for none.
    public var text: String {
        func part(_ name: String, _ exponent: Double) -> String {
            exponent == 1 ? name : name + "^" + Expression.shown(exponent)
        }
        let sorted = exponents.sorted { $0.key < $1.key }
        let above = sorted.filter { $0.value > 0 }.map { part($0.key, $0.value) }.joined(separator: "*")
        let below = sorted.filter { $0.value < 0 }.map { part($0.key, -$0.value) }
        return ([above.isEmpty ? "1" : above] + below).joined(separator: "/")
    }
}

/// The units that a file knows, and how they are written.
///
/// A unit's expression holds names, `*`, `/`, `^` with a whole number and parentheses; `1`, `Dmnl` and `Dimensionless` are no unit. Names
/// agree as those of variables do. Units of time in the plural are those in the singular; other plurals only where the file
/// declares them.
struct UnitTable {
    private var names: [String: Units] = [:]
    private var equations: [String: String] = [:]

    private static let times = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"]

    init(_ source: SourceModel) {
        for time in Self.times {
            names[time] = Units(base: time)
            names[time + "s"] = Units(base: time)
        }
        for unit in source.units {
            guard let first = unit.names.first else { continue }
            let keys = unit.names.map(ModelName.canonical)
            let base = names[keys.first { names[$0] != nil } ?? ""] ?? Units(base: ModelName.canonical(first))
            for key in keys {
                if unit.equation.isEmpty { names[key] = base } else { equations[key] = unit.equation }
            }
        }
        for none in ["1", "dmnl", "dimensionless"] { names[none] = Units() }
    }

    /// The unit of time: as the specifications say, else the unit of Vensim's TIME STEP or INITIAL TIME.
    static func timeUnits(_ source: SourceModel) -> String {
        if !source.timeUnits.isEmpty { return source.timeUnits }
        for name in ["time_step", "initial_time", "final_time", "time"] {
            if let found = source.root.variables.first(where: { ModelName.canonical($0.name) == name }),
                !found.units.isEmpty
            {
                return found.units
            }
        }
        return ""
    }

    /// Units as written; `nil` where they cannot be read.
    func units(_ text: String, depth: Int = 0) -> Units? {
        guard depth < 20 else { return nil }
        var reader = UnitReader(text)
        guard let units = reader.product(self, depth), reader.isAtEnd else { return nil }
        return units
    }

    /// A unit by its name; a name not known is a base unit.
    func named(_ name: String, _ depth: Int) -> Units? {
        let key = ModelName.canonical(name)
        if let equation = equations[key] { return units(equation, depth: depth + 1) }
        return names[key] ?? Units(base: key)
    }
}

/// The partial derivatives of a value by the slots in it, by going backwards through its operations.
///
/// Not a number where a slot only decides between cases, or where there is no derivative; 0 where it has no effect at
/// these values. Rounding counts as rising.
struct Slopes {
    let layout: SlotLayout
    let tables: [LookupTable]
    let values: [Double]
    private(set) var found: [Int: Double] = [:]

    init(layout: SlotLayout, tables: [LookupTable], values: [Double]) {
        self.layout = layout
        self.tables = tables
        self.values = values
    }

    private mutating func add(_ slot: Int, _ slope: Double) { found[slot, default: 0] += slope }

    /// Follows a value whose effect on the whole is `slope`.
    mutating func follow(_ value: Scalar, _ slope: Double) {
        switch value {
        case .number, .clock, .held: return
        case .cell(let cell): add(cell, slope)
        case .state(let state): add(layout.states + state, slope)
        case .memory(let memory, let output): add(layout.memories[memory] + output, slope)
        case .block(let block, let output): add(layout.blocks[block] + output, slope)
        case .activeInitial(let run, _): follow(run, slope)
        case .unary(let operation, let inner): follow(inner, slope * Self.slope(operation, number(inner)))
        case .binary(let operation, let left, let right):
            let (a, b) = Self.slopes(operation, number(left), number(right))
            follow(left, slope * a)
            follow(right, slope * b)
        case .select(let condition, let yes, let no):
            follow(condition, .nan)
            let holds = number(condition) != 0
            follow(yes, holds ? slope : 0 * slope)
            follow(no, holds ? 0 * slope : slope)
        case .lookup(let table, let inner, let kind):
            follow(inner, slope * Self.slope(tables[table], kind, number(inner)))
        case .gather(let first, let count, let index, _):
            follow(index, .nan)
            let place = number(index)
            for cell in 0..<count { add(first + cell, place >= Double(cell) && place < Double(cell + 1) ? slope : 0) }
        case .random(let draw): for parameter in draw.parameters { follow(parameter, .nan) }
        }
    }

    /// The value at these values of slots.
    private func number(_ value: Scalar) -> Double {
        switch value {
        case .number(let number): return number
        case .cell(let cell): return values[cell]
        case .state(let state): return values[layout.states + state]
        case .memory(let memory, let output): return values[layout.memories[memory] + output]
        case .block(let block, let output): return values[layout.blocks[block] + output]
        case .held(let held): return values[layout.held + held]
        case .clock(let clock): return values[layout.clock + Int(clock.rawValue)]
        case .activeInitial(let run, _): return number(run)
        case .unary(let operation, let inner): return Arithmetic.apply(operation, number(inner))
        case .binary(let operation, let left, let right):
            return Arithmetic.apply(operation, number(left), number(right))
        case .select(let condition, let yes, let no): return number(condition) != 0 ? number(yes) : number(no)
        case .lookup(let table, let inner, let kind): return Self.value(tables[table], kind, number(inner))
        case .gather(let first, let count, let index, let otherwise):
            let place = number(index)
            return place >= 0 && place < Double(count) ? values[first + Int(place)] : otherwise
        case .random: return .nan
        }
    }

    private static func slope(_ operation: UnaryOperation, _ x: Double) -> Double {
        switch operation {
        case .negate: -1
        case .absolute: x > 0 ? 1 : x < 0 ? -1 : 0
        case .exponential: Elementary.exp(x)
        case .logarithm, .logarithm10: 1 / x
        case .squareRoot: 1 / x.squareRoot()
        case .sine: Elementary.cos(x)
        case .cosine: -Elementary.sin(x)
        case .tangent, .arcSine, .arcTangent, .hyperbolicSine, .hyperbolicTangent, .floor, .truncate, .round: 1
        case .arcCosine: -1
        case .hyperbolicCosine: x
        case .not, .logGamma: .nan
        }
    }

    private static func slopes(_ operation: BinaryOperation, _ x: Double, _ y: Double) -> (Double, Double) {
        switch operation {
        case .add: (1, 1)
        case .subtract: (1, -1)
        case .multiply: (y, x)
        case .divide: (1 / y, -x / (y * y))
        case .power: (y * Elementary.pow(x, y - 1), x > 0 ? Elementary.pow(x, y) * Elementary.log(x) : .nan)
        case .minimum: x < y ? (1, 0) : (0, 1)
        case .maximum: x > y ? (1, 0) : (0, 1)
        default: (.nan, .nan)
        }
    }

    private static func slope(_ table: LookupTable, _ kind: LookupTable.Kind?, _ x: Double) -> Double {
        guard let first = table.x.first, let last = table.x.last else { return .nan }
        let reach = max(last - first, 1e-9) * 1e-6
        return (value(table, kind, x + reach) - value(table, kind, x - reach)) / (2 * reach)
    }

    private static func value(_ table: LookupTable, _ kind: LookupTable.Kind?, _ x: Double) -> Double {
        let kind = kind ?? table.kind
        guard let last = table.x.indices.last else { return .nan }
        let next = table.x.firstIndex { $0 > x } ?? table.x.count
        if kind == .discrete || last == 0 { return table.y[max(0, next - 1)] }
        if kind == .forward { return table.y[min(last, table.x.firstIndex { $0 >= x } ?? last)] }
        let isOutside = next == 0 || next > last
        if isOutside, kind != .extrapolate { return table.y[next == 0 ? 0 : last] }
        let upper = min(last, max(1, next))
        let share = (x - table.x[upper - 1]) / (table.x[upper] - table.x[upper - 1])
        return table.y[upper - 1] + share * (table.y[upper] - table.y[upper - 1])
    }
}

/// The units that span a frontier, each variable divided by its mean, so that no unit of measurement matters.
struct Technology: Sendable {
    /// How many units span it.
    let count: Int
    /// X, Y and B by variable.
    let inputs: [[Double]]
    let outputs: [[Double]]
    let bads: [[Double]]
    /// What each variable was divided by.
    let scales: Point

    /// A unit, or the means: a value for each variable.
    struct Point: Hashable, Sendable {
        var inputs: [Double]
        var outputs: [Double]
        var bads: [Double]
    }

    /// The frontier of some data; `scales` are the means unless others are given.
    init(_ data: ProductionData, scales: Point? = nil) {
        let scales = scales ?? Self.means(data)
        count = data.units.count
        inputs = zip(data.inputs, scales.inputs).map { variable, scale in variable.values.map { $0 / scale } }
        outputs = zip(data.outputs, scales.outputs).map { variable, scale in variable.values.map { $0 / scale } }
        bads = zip(data.bads, scales.bads).map { variable, scale in variable.values.map { $0 / scale } }
        self.scales = scales
    }

    /// The mean of each variable; 1 where all values are zero.
    static func means(_ data: ProductionData) -> Point {
        func mean(_ variable: ProductionData.Variable) -> Double {
            let sum = variable.values.reduce(0, +)
            return sum > 0 ? sum / Double(variable.values.count) : 1
        }
        return Point(
            inputs: data.inputs.map(mean), outputs: data.outputs.map(mean), bads: data.bads.map(mean))
    }

    /// A unit of the frontier.
    func point(_ unit: Int) -> Point {
        Point(inputs: inputs.map { $0[unit] }, outputs: outputs.map { $0[unit] }, bads: bads.map { $0[unit] })
    }

    /// A row of ones.
    var ones: [Double] { Array(repeating: 1, count: count) }
}

extension ProductionData {
    /// A unit of the frontier and its weight.
    public struct Weight: Hashable, Sendable {
        /// The number of the unit.
        public let unit: Int
        /// lambda, its weight.
        public let value: Double
    }
}

/// The same units in several periods.
public struct ProductionPanel: Hashable, Sendable {
    /// The periods, in order.
    public let periods: [String]
    /// The data of each period; the units are the same, in the same order.
    public let data: [ProductionData]

    /// Bundles the data of periods; units are put in the order of the first period.
    ///
    /// - Throws: `EfficiencyFaults` for units that are missing in a period, other variables, or fewer than two periods.
    public init(_ parts: [(period: String, data: ProductionData)]) throws(EfficiencyFaults) {
        var faults: [EfficiencyFault] = parts.count < 2 ? [.tooFewPeriods(parts.count)] : []
        faults += parts.map(\.period).repeated.map { .repeatedUnit($0) }
        let all = parts.flatMap(\.data.units)
        var seen: Set<String> = []
        let units = all.filter { seen.insert($0).inserted }
        for part in parts {
            let here = Set(part.data.units)
            faults += units.filter { !here.contains($0) }.map { .missingInPeriod(unit: $0, period: part.period) }
        }
        try faults.throwIfAny()
        periods = parts.map(\.period)
        var ordered: [ProductionData] = []
        for part in parts { ordered.append(try part.data.ordered(units)) }
        data = ordered
    }

    /// All observations together: the data that span a frontier of several periods.
    ///
    /// - Parameter periods: the numbers of the periods.
    func pooled(_ periods: Range<Int>) throws(EfficiencyFaults) -> ProductionData {
        try ProductionData(pooling: periods.map { (self.periods[$0], data[$0]) })
    }
}

extension ProductionData {
    /// The units of several periods as units of one frontier, each named with its period.
    ///
    /// - Throws: `EfficiencyFaults` for no periods, and names that become the same.
    public init(pooling parts: [(period: String, data: ProductionData)]) throws(EfficiencyFaults) {
        func joined(_ variables: KeyPath<ProductionData, [Variable]>) -> [Variable] {
            (parts.first?.data[keyPath: variables] ?? []).enumerated().map { position, variable in
                Variable(name: variable.name, values: parts.flatMap { $0.data[keyPath: variables][position].values })
            }
        }
        try self.init(
            units: parts.flatMap { part in part.data.units.map { $0 + " · " + part.period } },
            inputs: joined(\.inputs), outputs: joined(\.outputs), bads: joined(\.bads))
    }

    /// The same data with the units in another order.
    func ordered(_ names: [String]) throws(EfficiencyFaults) -> ProductionData {
        let positions = Dictionary(zip(units, units.indices)) { first, _ in first }
        let order = names.compactMap { positions[$0] }
        func moved(_ variables: [Variable]) -> [Variable] {
            variables.map { variable in
                Variable(name: variable.name, values: order.map { variable.values[$0] })
            }
        }
        return try ProductionData(
            units: order.map { units[$0] }, inputs: moved(inputs), outputs: moved(outputs), bads: moved(bads))
    }
}

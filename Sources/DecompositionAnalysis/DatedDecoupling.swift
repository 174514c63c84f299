/// Decoupling of a group of cells between two named moments.
public struct DatedDecoupling: Hashable, Sendable {
    /// The labels of the group; none for the sum of all cells.
    public let group: [String]
    /// The first moment.
    public let from: String
    /// The last moment.
    public let to: String
    /// What was found between them.
    public let decoupling: Decoupling
}

extension DetailedData {
    /// Compares a pressure and a driver, summed within groups, between pairs of moments.
    ///
    /// - Throws: `DecompositionFaults` for figures that are missing, and for a pressure at the first moment or a driver
    ///   that is not above zero.
    public func decouplings(
        pressure: String, driver: String, by names: [String] = [], pairs: [(from: String, to: String)],
        bounds: Decoupling.Bounds = Decoupling.Bounds()
    ) throws(DecompositionFaults) -> [DatedDecoupling] {
        let unknown = names.filter { !dimensions.contains($0) }
        try unknown.map { .unknownDimension($0, known: dimensions) }.throwIfAny()
        let labels = groups(by: names).labels
        let needed = moments.filter { moment in pairs.contains { $0.from == moment || $0.to == moment } }
        try [pressure, driver].flatMap { missing($0, at: needed) }.throwIfAny()
        var faults: [DecompositionFault] = []
        var result: [DatedDecoupling] = []
        for (from, to) in pairs {
            let moments = [from, to]
            let pressures = moments.map { sums(of: pressure, at: $0, by: names) }
            let drivers = moments.map { sums(of: driver, at: $0, by: names) }
            for (group, label) in labels.enumerated() {
                let (c, g) = (pressures.map { $0[group] ?? 0 }, drivers.map { $0[group] ?? 0 })
                if let found = Decoupling(pressure: (c[0], c[1]), driver: (g[0], g[1]), bounds: bounds) {
                    result.append(DatedDecoupling(group: label, from: from, to: to, decoupling: found))
                    continue
                }
                let cell = label.joined(separator: " · ")
                let bad = [(pressure, from, c[0]), (driver, from, g[0]), (driver, to, g[1])].filter { !($0.2 > 0) }
                faults += bad.map { .notPositive(column: $0.0, moment: $0.1, cell: cell) }
                if bad.isEmpty { faults.append(.outOfRange(cell: cell)) }
            }
        }
        try faults.throwIfAny()
        return result
    }

    private func missing(_ column: String, at needed: [String]) -> [DecompositionFault] {
        moments.enumerated().filter { needed.contains($0.element) }.flatMap { position, moment in
            cells.indices.filter { columns[column]?[position][$0] == nil }.map { cell in
                .missingValue(column: column, moment: moment, cell: name(cell), line: lines[position][cell])
            }
        }
    }
}

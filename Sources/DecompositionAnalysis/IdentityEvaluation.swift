/// Works out the factors of an identity moment by moment, and gathers what is wrong with them.
struct IdentityEvaluation {
    let identity: Identity
    let data: DetailedData
    let absentIsZero: Bool
    private(set) var faults: [DecompositionFault] = []
    /// The groups of cells for each detail that a term has.
    private var groups: [[String]: (ofCell: [Int], labels: [[String]])] = [:]

    init(_ identity: Identity, data: DetailedData, absentIsZero: Bool) {
        self.identity = identity
        self.data = data
        self.absentIsZero = absentIsZero
        for factor in identity.factors {
            for detail in [factor.numerator.detail, factor.denominator?.detail] {
                if let detail, groups[detail] == nil { groups[detail] = data.groups(by: detail) }
            }
        }
    }

    /// The factors by cell; `nil` when figures are missing.
    mutating func factors(at moment: Int) -> [[Double?]]? {
        let before = faults.count
        for name in identity.names { checkComplete(name, at: moment) }
        guard faults.count == before else { return nil }
        let columns = identity.factors.map { factor in
            (values(factor.numerator, at: moment), factor.denominator.map { values($0, at: moment) })
        }
        return data.cells.indices.map { cell in
            zip(identity.factors, columns).map { factor, column in
                guard let denominators = column.1 else { return column.0[cell] }
                if denominators[cell] != 0 { return column.0[cell] / denominators[cell] }
                if column.0[cell] != 0 {
                    faults.append(
                        .zeroDenominator(
                            factor: factor.label, moment: data.moments[moment], cell: data.name(cell),
                            line: data.lines[moment][cell]))
                }
                return nil
            }
        }
    }

    private mutating func checkComplete(_ name: String, at moment: Int) {
        guard let values = data.columns[name] else { return }
        for cell in data.cells.indices where values[moment][cell] == nil {
            let line = data.lines[moment][cell]
            if line == nil, absentIsZero { continue }
            faults.append(
                .missingValue(column: name, moment: data.moments[moment], cell: data.name(cell), line: line))
        }
    }

    /// A term for every cell; rows that are not there count as zero.
    private func values(_ term: Identity.Term, at moment: Int) -> [Double] {
        let column = data.columns[term.name]?[moment] ?? []
        let values = column.map { $0 ?? 0 }
        guard let detail = term.detail, let (ofCell, labels) = groups[detail] else { return values }
        let sums = DetailedData.sums(values, ofCell, count: labels.count)
        return ofCell.map { sums[$0] ?? 0 }
    }

    /// A factor outside a sum has one value for all cells that differ in the dimensions of the sum alone.
    mutating func checkConstant(_ factors: [[Double?]], at moment: Int) {
        for (position, factor) in identity.factors.enumerated() where !factor.constantOver.isEmpty {
            let (ofCell, labels) = data.groups(by: data.dimensions.filter { !factor.constantOver.contains($0) })
            var first = [Double?](repeating: nil, count: labels.count)
            var told = Set<Int>()
            for cell in data.cells.indices where data.lines[moment][cell] != nil {
                guard let value = factors[cell][position] else { continue }
                let expected = first[ofCell[cell]] ?? value
                first[ofCell[cell]] = expected
                let isEqual = abs(value - expected) <= 1e-9 * max(abs(value), abs(expected))
                if !isEqual, told.insert(ofCell[cell]).inserted {
                    faults.append(
                        .notConstant(
                            factor: factor.label, moment: data.moments[moment], cell: data.name(cell),
                            line: data.lines[moment][cell]))
                }
            }
        }
    }

    /// Shares sum to 1 over the sum they stand in, over all cells outside of sums.
    mutating func checkShares(_ shares: [String], _ factors: [[Double?]], at moment: Int) {
        for (position, factor) in identity.factors.enumerated() where shares.contains(factor.label) {
            let level = factor.level ?? data.dimensions
            let own = data.dimensions.filter { !factor.constantOver.contains($0) }
            let outer = own.filter { !level.contains($0) }
            let (ofOwn, ofOuter) = (data.groups(by: own).ofCell, data.groups(by: outer))
            var seen = Set<Int>()
            var parts = [[Double]](repeating: [], count: ofOuter.labels.count)
            for cell in data.cells.indices where seen.insert(ofOwn[cell]).inserted {
                parts[ofOuter.ofCell[cell]].append(factors[cell][position] ?? 0)
            }
            for (sum, labels) in zip(parts.map({ $0.compensatedSum() }), ofOuter.labels) where abs(sum - 1) > 1e-9 {
                faults.append(
                    .shareSum(
                        factor: factor.label, moment: data.moments[moment],
                        cell: outer.isEmpty ? "" : DetailedData.name(labels), sum: sum))
            }
        }
    }

    mutating func add(_ fault: DecompositionFault) { faults.append(fault) }
}

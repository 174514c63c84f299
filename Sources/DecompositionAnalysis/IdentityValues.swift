/// The factors of an identity for every moment and cell, checked against the data.
public struct IdentityValues: Hashable, Sendable {
    /// The names of the factors.
    public let factors: [String]
    /// The data in the detail that the identity needs.
    public let data: DetailedData
    /// Dimensions that occur in no factor and were summed out.
    public let summedOut: [String]
    /// The factors by position of the moment in `data`, cell and factor; `nil` for 0/0.
    let values: [Int: [[Double?]]]
    /// The figures of the total in the same order, where the factors cancel to it.
    private let totals: [[Double]]?

    /// Takes the factors out of data.
    ///
    /// A row that is not there is a fault unless `absentIsZero`. A factor 0/0 takes its value from the other moment of
    /// a comparison: its effect is then zero. `shares` names factors that must sum to 1 over their sum.
    ///
    /// - Parameters:
    ///   - moments: those that are needed; others may have gaps.
    ///   - tolerance: the relative difference allowed between the product of the factors and the total.
    /// - Throws: `DecompositionFaults` with all that was found.
    public init(
        _ identity: Identity, in data: DetailedData, moments: [String], absentIsZero: Bool = false,
        shares: [String] = [], tolerance: Double = 1e-6
    ) throws(DecompositionFaults) {
        let labels = identity.factors.map(\.label)
        let unknown: [DecompositionFault] =
            identity.dimensions.filter { !data.dimensions.contains($0) }
            .map { .unknownDimension($0, known: data.dimensions) }
            + shares.filter { !labels.contains($0) }.map { .unknownFactor($0, known: labels) }
        try unknown.throwIfAny()
        let hasFullDetail = identity.factors.contains {
            $0.numerator.detail == nil || ($0.denominator.map { $0.detail == nil } ?? false)
        }
        summedOut = hasFullDetail ? [] : data.dimensions.filter { !identity.dimensions.contains($0) }
        let kept = hasFullDetail ? data.dimensions : identity.dimensions
        let detailed = data.summed(to: kept, absentIsZero: absentIsZero)
        var evaluation = IdentityEvaluation(identity, data: detailed, absentIsZero: absentIsZero)
        evaluation.checkCancelling()
        try evaluation.faults.throwIfAny()
        var values: [Int: [[Double?]]] = [:]
        for (position, moment) in detailed.moments.enumerated() where moments.contains(moment) {
            guard let factors = evaluation.factors(at: position) else { continue }
            evaluation.checkConstant(factors, at: position)
            evaluation.checkShares(shares, factors, at: position)
            evaluation.checkProduct(factors, at: position, tolerance: tolerance)
            values[position] = factors
        }
        try evaluation.faults.throwIfAny()
        totals =
            evaluation.cancels
            ? detailed.columns[identity.target].map { $0.map { $0.map { $0 ?? 0 } } } : nil
        self.factors = labels
        self.data = detailed
        self.values = values
    }

    /// The factors at two moments; `nil` if one of them was not asked for. What is 0/0 at both is 1.
    public func cells(from first: String, to last: String) -> FactorCells? {
        guard let from = data.moments.firstIndex(of: first), let to = data.moments.firstIndex(of: last),
            let start = values[from], let end = values[to]
        else { return nil }
        let filled = zip(start, end).map { before, after in
            (zip(before, after).map { $0 ?? $1 ?? 1 }, zip(before, after).map { $1 ?? $0 ?? 1 })
        }
        return FactorCells(
            factors: factors, cells: data.cells.indices.map(data.name), start: filled.map(\.0), end: filled.map(\.1),
            values: totals.map { ($0[from], $0[to]) })
    }
}

import Foundation
public import LinearAlgebra

/// How strongly each industry is represented in a region, and what follows for its purchases at home.
///
/// With E jobs (or output) of the region r and the nation n by industry:
/// SLQ_i = (E_ri / E_r) / (E_ni / E_n); CILQ_ij = SLQ_i / SLQ_j with SLQ_i on the diagonal;
/// lambda = (log2(1 + E_r / E_n))^delta; FLQ = lambda CILQ; AFLQ_ij = FLQ_ij log2(1 + SLQ_j) where SLQ_j > 1.
/// The nation must be the sum of its regions, or every quotient is biased.
///
/// An industry the region lacks has SLQ 0: all of it is bought outside, and its column, which nobody asks for, is 0.
/// An industry the nation lacks has SLQ 0 too. Laws: the region that is the nation has quotients of 1 for every delta;
/// delta = 0 gives CILQ; a larger delta gives smaller quotients.
///
/// Source: A. T. Flegg, C. D. Webber, Regional Studies 31 (1997) and 34 (2000).
public struct LocationQuotients: Sendable {
    /// SLQ of each industry.
    public let simple: [Double]
    /// E_r / E_n.
    public let sizeRatio: Double

    /// Compares a region with its nation.
    ///
    /// - Parameters:
    ///   - region: E_r by industry.
    ///   - nation: E_n by industry, the sum of all regions.
    /// - Throws: `RegionalisationFaults` with all figures that are negative, not finite or beyond the nation's, for lists
    ///   of different lengths, and for totals of 0.
    public init(region: [Double], nation: [Double]) throws(RegionalisationFaults) {
        guard region.count == nation.count else {
            throw RegionalisationFaults([.wrongCount(expected: nation.count, found: region.count)])
        }
        var faults: [RegionalisationFault] = []
        for (position, (part, whole)) in zip(region, nation).enumerated() {
            if let bad = [part, whole].first(where: { !($0 >= 0) || !$0.isFinite }) {
                faults.append(.badFigure(industry: position, bad))
            } else if part > whole {
                faults.append(.beyondNation(industry: position, region: part, nation: whole))
            }
        }
        let (total, nationalTotal) = (region.reduce(0, +), nation.reduce(0, +))
        if faults.isEmpty, !(total > 0 && nationalTotal > 0) { faults.append(.noTotal) }
        guard faults.isEmpty else { throw RegionalisationFaults(faults) }
        let ratio = total / nationalTotal
        sizeRatio = ratio
        simple = zip(region, nation).map { $1 == 0 ? 0 : $0 / $1 / ratio }
    }

    /// lambda, the size factor of the region: smaller regions buy more outside.
    ///
    /// - Throws: `RegionalisationFaults` for a delta outside 0 <= delta < 1.
    public func sizeFactor(delta: Double) throws(RegionalisationFaults) -> Double {
        guard delta >= 0, delta < 1 else { throw RegionalisationFaults([.badDelta(delta)]) }
        return pow(log2(1 + sizeRatio), delta)
    }

    /// The quotients of every pair of seller (row) and buyer (column), not capped.
    ///
    /// - Throws: `RegionalisationFaults` for a delta outside 0 <= delta < 1.
    public func matrix(_ method: LocationQuotientMethod) throws(RegionalisationFaults) -> Matrix {
        let factor = try sizeFactor(delta: method.delta ?? 0)
        return Matrix(rows: simple.count, columns: simple.count) { row, column in
            let (seller, buyer) = (simple[row], simple[column])
            if case .simple = method { return seller }
            guard buyer > 0 else { return 0 }
            let crossed = row == column ? seller : seller / buyer
            guard case .augmentedFlegg = method, buyer > 1 else { return factor * crossed }
            return factor * crossed * log2(1 + buyer)
        }
    }

    /// What share of the purchases of each product by final consumers of the region is made there: min(SLQ, 1).
    ///
    /// lambda is left out: it is for what industries buy, while schools, care and administration are used where people live.
    /// Consumer goods that go both ways are missed.
    public var shareOfFinalPurchases: [Double] { simple.map { min($0, 1) } }
}

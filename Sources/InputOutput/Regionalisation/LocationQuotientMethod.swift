/// A way to estimate how much of an input a region makes itself.
///
/// The exponent delta is not a constant: on survey tables the best one runs from about 0.05 to 0.3. Vary it, and give the
/// band.
public enum LocationQuotientMethod: Hashable, Sendable, Codable {
    /// SLQ: the share of the selling industry in the region over that in the nation.
    case simple
    /// CILQ: SLQ of the seller over SLQ of the buyer; SLQ on the diagonal (D. M. Smith, W. I. Morrison 1974).
    case crossIndustry
    /// FLQ: CILQ times the size factor of the region (A. T. Flegg, C. D. Webber, Regional Studies 31 (1997)).
    case flegg(delta: Double)
    /// AFLQ: FLQ times log2(1 + SLQ) of a buyer that is over-represented (A. T. Flegg, C. D. Webber, Regional Studies
    /// 34 (2000)).
    case augmentedFlegg(delta: Double)

    /// delta, where the method has one.
    public var delta: Double? {
        switch self {
        case .simple, .crossIndustry: nil
        case .flegg(let delta), .augmentedFlegg(let delta): delta
        }
    }

    /// The same method with another delta; itself if it has none.
    public func with(delta: Double) -> Self {
        switch self {
        case .simple, .crossIndustry: self
        case .flegg: .flegg(delta: delta)
        case .augmentedFlegg: .augmentedFlegg(delta: delta)
        }
    }
}

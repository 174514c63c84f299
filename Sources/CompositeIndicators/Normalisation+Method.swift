extension Normalisation {
    /// How raw values become scores. z is the value times its direction; statistics are over the values present.
    public enum Method: Hashable, Sendable {
        /// z itself: for scores that stand on one scale already.
        case unchanged
        /// l + (u - l)(z - min)/(max - min).
        case minmax(lower: Double, upper: Double)
        /// m + s (z - mean)/sd, the standard deviation with divisor n - 1.
        case zscore(mean: Double, deviation: Double)
        /// f (z - lower)/(upper - lower): fixed bounds in raw units, no clipping.
        case scaled(lower: Double, upper: Double, factor: Double)
        /// 1 - (max - z)/(max - min).
        case distanceToMaximum
        /// 1 - (ref - z)/(ref - min), the reference being the value of a unit; at most 1 if capped.
        case distanceToReference(unit: String, capped: Bool)
        /// (z - min)/(target - min), the target in raw units; at most 1 if capped.
        case distanceToTarget(Double, capped: Bool)
        /// Between posts in raw units: (x - lower)/(upper - lower), 1 minus it if less is better, times scale; within
        /// [0, scale] if truncated.
        case goalposts(lower: Double, upper: Double, scale: Double, truncated: Bool)
        /// x/max, for non-negative data where more is better.
        case fractionOfMaximum
        /// min/x, for positive data where less is better.
        case fractionOfMinimum
        /// The rank, the best being n; ties share the lowest.
        case rank
        /// (rank - 1)/(n - 1).
        case percentRank
        /// rank - 1.
        case borda
        /// 100 (units below + half of those equal, itself included)/n.
        case percentile
        /// Scores by bands between quantiles (type 7): one score more than probabilities, the worst band first. A
        /// value equal to a quantile belongs to the band above.
        case bands(probabilities: [Double], scores: [Double])
        /// 1, 0 or -1 as x/mean is above 1 + p, between, or below 1 - p; the opposite where less is better.
        case aboveBelowMean(threshold: Double)
        /// Adjusted Mazziotta-Pareto: 60 (z - lo)/(hi - lo) + 70, the posts half a range either side of the reference
        /// in raw units, which so scores 100; `nil` takes the mean.
        case mazziottaPareto(reference: Double?)
        /// The efficacy coefficient: base + range (z - min)/(max - min), usually 60 and 40.
        case efficacy(base: Double, range: Double)
        /// The method with the parameters of the indicator's metadata.
        case fromMetadata(MetadataMethod)
    }

    /// The methods whose parameters the metadata may hold, with COINr's column names.
    public enum MetadataMethod: String, Hashable, Sendable, Codable, CaseIterable {
        /// `minmax_lower`, `minmax_upper`.
        case minmax
        /// `zscore_mean`, `zscore_sd`.
        case zscore
        /// `scaled_lower`, `scaled_upper`, `scale_factor`.
        case scaled
        /// `Target`, `dist2targ_cap_max`.
        case distanceToTarget
        /// `goalpost_lower`, `goalpost_upper`, `goalpost_scale`, `goalpost_trunc2posts`.
        case goalposts
    }

    /// What to do with an indicator that has one value only.
    public enum ZeroRange: String, Hashable, Sendable, Codable, CaseIterable {
        /// A fault.
        case fault
        /// The middle of the range of scores, with a notice.
        case neutral
    }

    /// An indicator, or a group of its rows, that has one value only and got the middle of the range.
    public struct NeutralColumn: Hashable, Sendable, Codable {
        /// The code of the indicator.
        public let indicator: String
        /// The group of rows; `nil` if all rows were taken together.
        public let group: String?
    }
}

extension Normalisation.MetadataMethod {
    /// The columns of the metadata it needs, in the order of its parameters.
    public var parameters: [String] {
        switch self {
        case .minmax: ["minmax_lower", "minmax_upper"]
        case .zscore: ["zscore_mean", "zscore_sd"]
        case .scaled: ["scaled_lower", "scaled_upper", "scale_factor"]
        case .distanceToTarget: ["Target", "dist2targ_cap_max"]
        case .goalposts: ["goalpost_lower", "goalpost_upper", "goalpost_scale", "goalpost_trunc2posts"]
        }
    }
}

extension Normalisation.Method {
    /// Whether its parameters stand in the metadata.
    public var readsMetadata: Bool {
        if case .fromMetadata = self { true } else { false }
    }

    /// The parameters the method needs and the metadata of an indicator do not have.
    func missingParameters(for row: IndicatorMetadata) -> [String] {
        guard case .fromMetadata(let method) = self else { return [] }
        return method.parameters.filter { name in
            name == "Target" ? row.target == nil : row.parameters[name] == nil
        }
    }

    /// The method with its parameters filled in.
    func resolved(for row: IndicatorMetadata) throws(NormalisationFault) -> Self {
        guard case .fromMetadata(let method) = self else { return self }
        func parameter(_ name: String) throws(NormalisationFault) -> Double {
            guard let value = row.parameters[name] else {
                throw .missingParameter(indicator: row.code, name: name)
            }
            return value
        }
        switch method {
        case .minmax:
            return .minmax(lower: try parameter("minmax_lower"), upper: try parameter("minmax_upper"))
        case .zscore:
            return .zscore(mean: try parameter("zscore_mean"), deviation: try parameter("zscore_sd"))
        case .scaled:
            return .scaled(
                lower: try parameter("scaled_lower"), upper: try parameter("scaled_upper"),
                factor: try parameter("scale_factor"))
        case .distanceToTarget:
            guard let target = row.target else { throw .missingParameter(indicator: row.code, name: "Target") }
            return .distanceToTarget(target, capped: try parameter("dist2targ_cap_max") != 0)
        case .goalposts:
            return .goalposts(
                lower: try parameter("goalpost_lower"), upper: try parameter("goalpost_upper"),
                scale: try parameter("goalpost_scale"), truncated: try parameter("goalpost_trunc2posts") != 0)
        }
    }
}

public import CompositeIndicators
import StatisticalData

extension IndexWords {
    /// The word for a normalisation, as it is written in options; parameters that have no word are left out.
    public static func word(_ method: Normalisation.Method) -> String {
        switch method {
        case .minmax(let lower, let upper): word("minmax", lower, upper)
        case .zscore(let mean, let deviation): word("zscore", mean, deviation)
        case .efficacy(let base, let range): word("efficacy", base, range)
        case .unchanged: "none"
        case .rank: "rank"
        case .percentRank: "percent-rank"
        case .borda: "borda"
        case .percentile: "percentile"
        case .distanceToMaximum: "distance-to-maximum"
        case .distanceToReference: "distance-to-reference"
        case .distanceToTarget, .fromMetadata(.distanceToTarget): "distance-to-target"
        case .fractionOfMaximum: "fraction-of-maximum"
        case .fractionOfMinimum: "fraction-of-minimum"
        case .goalposts, .fromMetadata(.goalposts): "goalposts"
        case .scaled, .fromMetadata(.scaled): "scaled"
        case .fromMetadata(.minmax): "minmax"
        case .fromMetadata(.zscore): "zscore"
        case .mazziottaPareto: "mazziotta-pareto"
        case .bands: "bands"
        case .aboveBelowMean: "above-below-mean"
        }
    }

    /// The word for an aggregation.
    public static func word(_ method: Aggregation.Method) -> String {
        switch method {
        case .arithmetic: "arithmetic"
        case .geometric: "geometric"
        case .shiftedGeometric(let offset): word("geometric", offset)
        case .harmonic: "harmonic"
        case .generalised(let power): word("generalised", power)
        case .median: "median"
        case .minimum: "minimum"
        case .sum: "sum"
        case .orderedWeighted: "ordered-weighted"
        case .mazziottaParetoDownward, .mazziottaParetoUpward: "mazziotta-pareto"
        case .copeland: "copeland"
        case .borda: "borda"
        case .benefitOfTheDoubt: "bod"
        }
    }

    private static func word(_ name: String, _ numbers: Double...) -> String {
        ([name] + numbers.map { Decimals.text($0) }).joined(separator: ":")
    }
}

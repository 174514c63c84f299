import CompositeIndicators
import StatisticalData

extension Fault {
    /// What is wrong with an index under the rules of the annual evaluation.
    static func rules(_ fault: ProvincialIndexFault, at place: Place) -> Fault {
        switch fault {
        case .noIndicators:
            Fault("index-rules-no-indicators", at: place)
        case .scoresReversed:
            Fault("index-rules-scores", at: place)
        case .duplicateIndicator(let element), .unknownIndicator(let element, _):
            Fault("index-rules-indicator", at: place, ["element": element])
        case .duplicateUnit(let area):
            Fault("index-rules-area-twice", at: place, ["area": area])
        case .invalidWeight(let element):
            Fault("index-rules-weight", at: place, ["element": element])
        case .notFinite(let element, let area), .missing(let element, let area):
            Fault("index-rules-figure", at: place, ["element": element, "area": area])
        case .valueThoughNotCollected(let element, let area):
            Fault("index-rules-collected", at: place, ["element": element, "area": area])
        case .zeroRange(let element), .overflow(let element):
            Fault("index-rules-range", at: place, ["element": element])
        case .dimensionInapplicable(let dimension, let area):
            Fault("index-rules-dimension", at: place, ["element": dimension, "area": area])
        }
    }
}

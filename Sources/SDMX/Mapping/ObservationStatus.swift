import StatisticalData

/// The codes of OBS_STATUS that we write: M missing, I imputed, P provisional, E estimated, A normal; the first that fits.
enum ObservationStatus: String, CaseIterable {
    case missing = "M"
    case imputed = "I"
    case provisional = "P"
    case estimated = "E"
    case normal = "A"

    init(_ observation: Observation) {
        if observation.value == nil {
            self = .missing
        } else {
            switch observation.revision {
            case .imputed: self = .imputed
            case .preliminary: self = .provisional
            case .estimated: self = .estimated
            case .revised, .final: self = observation.trust == .computed ? .estimated : .normal
            }
        }
    }

    /// The mark an observation gets that has only this code.
    var revision: Revision {
        switch self {
        case .imputed: .imputed
        case .provisional: .preliminary
        case .estimated: .estimated
        case .missing, .normal: .final
        }
    }
}

extension Qualifier {
    /// The code: signs cannot stand in one.
    var code: String {
        switch self {
        case .lessThan: "less-than"
        case .greaterThan: "greater-than"
        case .about: "about"
        }
    }
}

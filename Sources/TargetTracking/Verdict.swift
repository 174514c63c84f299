/// A status, with a target that is met but slipping told apart.
public enum Verdict: String, Codable, CaseIterable, Sendable {
    /// See ``Status/onTarget``.
    case onTarget = "on target"
    /// See ``Status/belowExpectation``.
    case belowExpectation = "below expectation"
    /// See ``Status/regress``.
    case regress
    /// See ``Status/met``.
    case met
    /// See ``Status/missed``.
    case missed
    /// See ``Status/missedAndRegressed``.
    case missedAndRegressed = "missed and regressed"
    /// See ``Status/noData``.
    case noData = "no data"
    /// The target is met, and the last change went in the wrong direction.
    case metButSlipping = "met but slipping"

    /// The verdict with the same word as `status`.
    public init(_ status: Status) {
        self =
            switch status {
            case .onTarget: .onTarget
            case .belowExpectation: .belowExpectation
            case .regress: .regress
            case .met: .met
            case .missed: .missed
            case .missedAndRegressed: .missedAndRegressed
            case .noData: .noData
            }
    }
}

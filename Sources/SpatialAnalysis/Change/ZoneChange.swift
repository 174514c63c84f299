/// What became of a zone between two dates.
public struct ZoneChange: Hashable, Sendable {
    /// Whether the area was kept.
    public enum AreaTest: String, Hashable, Sendable {
        case kept, reduced, enlarged
    }

    /// Whether the type was kept.
    public enum TypeTest: String, Hashable, Sendable {
        case kept, changed
        case notStated = "not stated"
    }

    /// Whether the function was kept.
    public enum FunctionTest: String, Hashable, Sendable {
        case kept, lowered
        case notMeasured = "not measured"
    }

    /// Something to be said of a zone; several may hold.
    public enum Finding: String, Hashable, Sendable, CaseIterable {
        case added, removed
        case typeChanged = "type changed"
        case classChanged = "class changed"
        case functionLowered = "function lowered"
        case reduced, enlarged
        /// As large as before to within the tolerance, but elsewhere.
        case moved
    }

    /// The zone's identifier.
    public let id: String
    /// The zone at the first date; `nil` when it was added.
    public let old: Zone?
    /// The zone at the second date; `nil` when it was removed.
    public let new: Zone?
    /// The areas, in square metres: 0 where there is none.
    public let areas: AreaChange
    /// What was lost and gained, without the slivers that the accuracy of the maps explains.
    public let lostShape: [Polygon]
    /// What was gained.
    public let gainedShape: [Polygon]
    /// The area test.
    public let areaTest: AreaTest
    /// The type test.
    public let typeTest: TypeTest
    /// The function test.
    public let functionTest: FunctionTest
    /// What is to be said of it; nothing when nothing changed.
    public let findings: [Finding]

    /// Whether the zone passes the rule: area not reduced, type not changed, function not lowered, nothing lost.
    public var isKept: Bool {
        areaTest != .reduced && typeTest != .changed && functionTest != .lowered
            && findings.allSatisfy { $0 == .added || $0 == .enlarged }
    }
}

/// The area at two dates and between, in square metres.
public struct AreaChange: Hashable, Sendable {
    /// At the first date.
    public var old = 0.0
    /// At the second date.
    public var new = 0.0
    /// Covered at the first date alone.
    public var loss = 0.0
    /// Covered at the second date alone.
    public var gain = 0.0
    /// Covered at both.
    public var stable = 0.0
    /// Of loss and gain what is thinner than the maps are exact.
    public var lossWithinAccuracy = 0.0
    /// Of the gain what is thinner than the maps are exact.
    public var gainWithinAccuracy = 0.0
}

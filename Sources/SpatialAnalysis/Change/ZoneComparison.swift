import SensitivityAnalysis

/// Zones at two dates: area not reduced, type not changed, function not lowered.
///
/// Zones are matched by their identifiers. Each is compared with itself alone: what one city gains never makes up for what
/// another loses.
public struct ZoneComparison: Sendable {
    /// The zones at the first date.
    public let old: [Zone]
    /// The zones at the second date.
    public let new: [Zone]
    /// How areas are measured.
    public let area: EllipsoidalArea
    /// How exact the maps are, in metres: pieces thinner than this are listed apart.
    public let accuracy: Double
    /// How much larger or smaller an area may be and still count as kept, in square metres.
    public let tolerance: Double
    /// At most so many threads; `nil` for all cores.
    public let threads: Int?

    /// Takes zones whose shapes are valid.
    ///
    /// - Throws: zones that occur twice or are lines, a negative accuracy or tolerance.
    public init(
        old: [Zone], new: [Zone], area: EllipsoidalArea = EllipsoidalArea(), accuracy: Double = 0,
        tolerance: Double = 1, threads: Int? = nil
    ) throws(SpatialFaults) {
        var faults = Zone.faults(in: old) + Zone.faults(in: new)
        if !(accuracy >= 0) { faults.append(.negative("accuracy", accuracy)) }
        if !(tolerance >= 0) { faults.append(.negative("tolerance", tolerance)) }
        try faults.throwIfAny()
        self.old = old
        self.new = new
        self.area = area
        self.accuracy = accuracy
        self.tolerance = tolerance
        self.threads = threads
    }

    /// What became of each zone: those of the first date in order, then those added.
    ///
    /// - Throws: overlays that failed.
    public func changes() throws(SpatialFaults) -> [ZoneChange] {
        let later = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
        let earlier = Set(old.map(\.id))
        let pairs: [(Zone?, Zone?)] =
            old.map { ($0, later[$0.id]) } + new.filter { !earlier.contains($0.id) }.map { (nil, $0) }
        let parts = try Parallel.map(count: pairs.count, chunkSize: 16, threads: threads) {
            (range) throws(SpatialFaults) -> [ZoneChange] in
            let union = ZoneUnion()
            var changes: [ZoneChange] = []
            for index in range { changes.append(try change(pairs[index].0, pairs[index].1, union)) }
            return changes
        }
        return parts.flatMap { $0 }
    }

    /// What all zones cover together at both dates, within a territory if one is given: overlaps count once.
    ///
    /// - Throws: overlays that failed.
    public func total(within territory: Shape? = nil) throws(SpatialFaults) -> AreaChange {
        try areas(old, new, within: territory).areas
    }

    /// What the zones of each city cover at both dates, cities in order of their names; zones without a city are under "".
    ///
    /// - Throws: overlays that failed.
    public func totalsByCity() throws(SpatialFaults) -> [(city: String, areas: AreaChange)] {
        let cities = Set((old + new).map { $0.city ?? "" }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var totals: [(city: String, areas: AreaChange)] = []
        for city in cities {
            let found = try areas(
                old.filter { ($0.city ?? "") == city }, new.filter { ($0.city ?? "") == city }, within: nil)
            totals.append((city, found.areas))
        }
        return totals
    }

    private func change(_ old: Zone?, _ new: Zone?, _ union: ZoneUnion) throws(SpatialFaults) -> ZoneChange {
        let found = try areas(old.map { [$0] } ?? [], new.map { [$0] } ?? [], within: nil, union)
        let areas = found.areas
        let areaTest: ZoneChange.AreaTest =
            areas.new < areas.old - tolerance ? .reduced : areas.new > areas.old + tolerance ? .enlarged : .kept
        let typeTest = Self.typeTest(old, new)
        let functionTest = Self.functionTest(old, new)
        var findings: [ZoneChange.Finding] = []
        if old == nil { findings.append(.added) }
        if new == nil { findings.append(.removed) }
        if let old, let new {
            if typeTest == .changed { findings.append(.typeChanged) }
            if old.zoneClass != new.zoneClass { findings.append(.classChanged) }
            if functionTest == .lowered { findings.append(.functionLowered) }
            if areaTest == .reduced { findings.append(.reduced) }
            if areaTest == .enlarged { findings.append(.enlarged) }
            if areas.loss - areas.lossWithinAccuracy > tolerance, areaTest != .reduced { findings.append(.moved) }
        }
        return ZoneChange(
            id: old?.id ?? new?.id ?? "", old: old, new: new, areas: areas, lostShape: found.lost,
            gainedShape: found.gained, areaTest: areaTest, typeTest: typeTest, functionTest: functionTest,
            findings: findings)
    }

    private static func typeTest(_ old: Zone?, _ new: Zone?) -> ZoneChange.TypeTest {
        guard let old, let new else { return .kept }
        guard old.type != nil || new.type != nil else { return .notStated }
        return old.type == new.type ? .kept : .changed
    }

    private static func functionTest(_ old: Zone?, _ new: Zone?) -> ZoneChange.FunctionTest {
        guard let before = old?.functionValue, let after = new?.functionValue else { return .notMeasured }
        return after < before ? .lowered : .kept
    }

    /// The areas of two sets of zones, and the pieces lost and gained that are thicker than the accuracy.
    private func areas(
        _ old: [Zone], _ new: [Zone], within territory: Shape?, _ union: ZoneUnion = ZoneUnion()
    ) throws(SpatialFaults) -> (areas: AreaChange, lost: [Polygon], gained: [Polygon]) {
        let before = try union.covered(by: old, within: territory)
        let after = try union.covered(by: new, within: territory)
        let name = (old.first ?? new.first)?.id ?? ""
        let lost = try union.apply(.difference, before, after, name).polygons
        let gained = try union.apply(.difference, after, before, name).polygons
        let stable = try union.apply(.intersection, before, after, name).polygons
        let thinLoss = lost.filter(isThin)
        let thinGain = gained.filter(isThin)
        let change = AreaChange(
            old: area.area(of: before.polygons), new: area.area(of: after.polygons), loss: area.area(of: lost),
            gain: area.area(of: gained), stable: area.area(of: stable), lossWithinAccuracy: area.area(of: thinLoss),
            gainWithinAccuracy: area.area(of: thinGain))
        return (change, lost.filter { !isThin($0) }, gained.filter { !isThin($0) })
    }

    private func isThin(_ piece: Polygon) -> Bool {
        accuracy > 0 && area.area(of: [piece]) < accuracy * area.perimeter(of: [piece]) / 2
    }
}

/// What a project takes of each class, and what follows.
public struct Screening: Hashable, Sendable {
    /// The position of the project in the list.
    public let project: Int
    /// The size of the project, in square metres.
    public let area: Double
    /// What it takes of each class, in the order of the rules, in square metres: what several zones of a class cover
    /// counts once, and a class counts only what no class before it covers.
    public let classAreas: [Double]
    /// What follows.
    public let verdict: ScreeningVerdict
    /// The zones it takes area of, each with what it takes.
    public let pieces: [Overlay.Piece]
    /// The zones of whose area it takes less than the boundaries are exact.
    public let thin: [Overlay.Piece]
    /// The zones it touches without taking area.
    public let touched: [Int]
    /// The nearest zone and its distance in metres, if it takes nothing and touches none.
    public let nearest: Nearest?

    /// The nearest zone.
    public struct Nearest: Hashable, Sendable {
        /// The position of the zone.
        public let zone: Int
        /// The distance in metres.
        public let distance: Double
    }

    /// The share of the project in each class, from 0 to 1.
    public var shares: [Double] { classAreas.map { area > 0 ? $0 / area : 0 } }
}

extension Overlay {
    /// Holds each project against the zones.
    ///
    /// A project that takes area of a zone gets the verdict of that zone's class, the strictest where there are several.
    /// Pieces thinner than the accuracy of the boundaries are no overlap and are told apart.
    ///
    /// - Throws: as `pairs`, and zones of a class without a rule.
    public func screenings(
        of projects: [Project], rules: ScreeningRules = .twoClasses
    ) throws(SpatialFaults) -> [Screening] {
        try (Project.faults(in: projects) + rules.faults(of: zones)).throwIfAny()
        let distances = ZoneDistances(zones, area.ellipsoid)
        return try map(projects) { (worker, index) throws(SpatialFaults) in
            [try worker.screening(of: projects[index], at: index, rules, distances)]
        }
    }
}

extension OverlayWorker {
    func screening(
        of project: Project, at index: Int, _ rules: ScreeningRules, _ distances: ZoneDistances
    ) throws(SpatialFaults) -> Screening {
        let (found, touched) = try touching(project, at: index)
        let thin = found.filter { isThin($0, rules) }
        let pieces = found.filter { !thin.contains($0) }
        let areas = try classAreas(of: pieces, project, rules)
        let classes = Set(pieces.map { zones[$0.pair.zone].zoneClass })
        let verdicts = rules.classes.filter { classes.contains($0.zoneClass) }.map(\.verdict)
        let strictest = ScreeningVerdict.allCases.first { verdicts.contains($0) }
        let hasContact = !found.isEmpty || !touched.isEmpty
        return Screening(
            project: index, area: size(of: project), classAreas: areas,
            verdict: strictest ?? (thin.isEmpty ? .clear : .withinAccuracy), pieces: pieces, thin: thin,
            touched: touched, nearest: hasContact ? nil : distances.nearest(to: project.shape))
    }

    private func isThin(_ piece: Overlay.Piece, _ rules: ScreeningRules) -> Bool {
        guard rules.accuracy > 0, piece.shape.lines.isEmpty else { return false }
        return rules.isThin(area: piece.pair.area, perimeter: area.perimeter(of: piece.shape.polygons))
    }

    /// What a project takes of each class: the union of its pieces up to that class, less that up to the one before.
    private func classAreas(
        of pieces: [Overlay.Piece], _ project: Project, _ rules: ScreeningRules
    ) throws(SpatialFaults) -> [Double] {
        var taken: [Overlay.Piece] = []
        var before = 0.0
        var areas: [Double] = []
        for name in rules.names {
            let added = pieces.filter { zones[$0.pair.zone].zoneClass == name }
            taken += added
            let total = added.isEmpty ? before : try covered(by: taken, project)
            areas.append(max(0, total - before))
            before = total
        }
        return areas
    }

    /// What pieces cover together, in square metres.
    private func covered(by pieces: [Overlay.Piece], _ project: Project) throws(SpatialFaults) -> Double {
        guard pieces.count > 1 else { return pieces.first?.pair.area ?? 0 }
        var parts: [Geometry] = []
        for piece in pieces { parts.append(try geometry(piece.shape, of: project.id)) }
        guard let union = engine.collection(parts)?.united() else {
            let names = pieces.map { zones[$0.pair.zone].id }.joined(separator: ", ")
            throw SpatialFaults(list: [.overlayFailed(project.id, names, reason: engine.lastMessage)])
        }
        return project.shape.lines.isEmpty
            ? area.area(of: union.polygons) : area.length(of: union.lines) * (project.width ?? 0)
    }
}

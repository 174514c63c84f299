import SensitivityAnalysis

/// Projects laid over zones: what each takes of each.
///
/// Both are laid over each other in longitude and latitude, as RFC 7946 draws them, and areas are measured on the
/// ellipsoid; no projection enters. The same inputs give the same result on any number of threads.
public struct Overlay: Sendable {
    /// The zones.
    public let zones: [Zone]
    /// How areas are measured.
    public let area: EllipsoidalArea
    /// At most so many threads; `nil` for all cores.
    public let threads: Int?

    /// A project and a zone that share an area.
    public struct Pair: Hashable, Sendable {
        /// The position of the project in the list.
        public let project: Int
        /// The position of the zone.
        public let zone: Int
        /// What they share, in square metres.
        public let area: Double
        /// Its share of the project, from 0 to 1.
        public let shareOfProject: Double
    }

    /// A project and a zone that share an area, with what they share.
    public struct Piece: Hashable, Sendable {
        /// The pair.
        public let pair: Pair
        /// What they share: polygons, or lines where the project is lines.
        public let shape: Shape
    }

    /// Takes zones whose shapes are valid.
    ///
    /// - Throws: zones that occur twice or are lines.
    public init(
        _ zones: [Zone], area: EllipsoidalArea = EllipsoidalArea(), threads: Int? = nil
    ) throws(SpatialFaults) {
        try Zone.faults(in: zones).throwIfAny()
        self.zones = zones
        self.area = area
        self.threads = threads
    }

    /// The pairs that share an area, projects in order, then zones in order.
    ///
    /// With straight edges most pairs are measured without making what they share; pairs whose edges touch are laid over
    /// each other by GEOS.
    ///
    /// - Throws: projects that occur twice, lines without width, overlays that failed.
    public func pairs(with projects: [Project]) throws(SpatialFaults) -> [Pair] {
        guard area.edges == .straight else { return try pieces(with: projects).map(\.pair) }
        try Project.faults(in: projects).throwIfAny()
        let integral = EdgeIntegral(area.ellipsoid)
        let tables = zones.map { EdgeTable($0.shape, integral) }
        return try map(projects) { (worker, index) throws(SpatialFaults) in
            try worker.pairs(projects[index], at: index, tables: tables, integral)
        }
    }

    /// The pairs with the shapes they share.
    ///
    /// - Throws: as `pairs`.
    public func pieces(with projects: [Project]) throws(SpatialFaults) -> [Piece] {
        try Project.faults(in: projects).throwIfAny()
        return try map(projects) { (worker, index) throws(SpatialFaults) in
            try worker.touching(projects[index], at: index).pieces
        }
    }

    /// The results for each project, in order, each chunk with a worker of its own.
    func map<Element: Sendable>(
        _ projects: [Project], _ body: @Sendable (OverlayWorker, Int) throws(SpatialFaults) -> [Element]
    ) throws(SpatialFaults) -> [Element] {
        // A worker indexes all zones: few large chunks, but some more than threads, so that all end together.
        let workers = threads ?? Parallel.availableThreads
        let chunk = max(1, (projects.count + 3 * workers - 1) / max(1, 3 * workers))
        let parts = try Parallel.map(count: projects.count, chunkSize: chunk, threads: threads) {
            (range) throws(SpatialFaults) -> [Element] in
            let worker = try OverlayWorker(zones, area)
            var found: [Element] = []
            for index in range { found += try body(worker, index) }
            return found
        }
        return parts.flatMap { $0 }
    }
}

extension Zone {
    /// Zones that occur twice or are lines.
    static func faults(in zones: [Zone]) -> [SpatialFault] {
        var seen: Set<String> = []
        return zones.flatMap { zone -> [SpatialFault] in
            (seen.insert(zone.id).inserted ? [] : [.repeatedFeature(zone.id)])
                + (zone.shape.lines.isEmpty ? [] : [.zoneOfLines(zone.id)])
        }
    }
}

extension Project {
    /// Projects that occur twice, and lines whose width is not given or negative.
    static func faults(in projects: [Project]) -> [SpatialFault] {
        var seen: Set<String> = []
        return projects.flatMap { project -> [SpatialFault] in
            var faults: [SpatialFault] = seen.insert(project.id).inserted ? [] : [.repeatedFeature(project.id)]
            if !project.shape.lines.isEmpty, !((project.width ?? 0) > 0) {
                faults.append(.lineWithoutWidth(project.id))
            }
            return faults
        }
    }
}

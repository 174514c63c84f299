/// The areas of a workspace, each with its place in the hierarchy.
public struct AreaHierarchy: Sendable, Hashable {
    /// All areas, in the order they were given.
    public let areas: [Area]
    private let index: [Area.ID: Int]

    /// Takes areas whose ids differ and whose parents exist without a cycle; throws all faults otherwise.
    ///
    /// - Parameter place: where an area was read, for messages.
    public init(_ areas: [Area], place: (Int) -> Place) throws(Faults) {
        self.init(unchecked: areas)
        let faults = faults(place: place)
        if !faults.isEmpty { throw Faults(faults) }
    }

    /// Takes areas as they are: of several with one id the first is found. Ask for `faults(place:)`.
    public init(unchecked areas: [Area]) {
        self.areas = areas
        self.index = Dictionary(areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Ids given twice, parents that are no area, areas that contain themselves.
    public func faults(place: (Int) -> Place) -> [Fault] {
        var faults: [Fault] = []
        for (position, area) in areas.enumerated() {
            if index[area.id] != position { faults.append(.duplicateArea(area.id, at: place(position))) }
            if let parent = area.parent, index[parent] == nil {
                faults.append(.unknownArea(parent.rawValue, among: areas.map(\.id), at: place(position)))
            } else if isInCycle(area) {
                faults.append(.areaInCycle(area.id, at: place(position)))
            }
        }
        return faults
    }

    /// The area with this code.
    public subscript(id: Area.ID) -> Area? {
        index[id].map { areas[$0] }
    }

    /// Direct parts of `parent`, optionally only those of a level, in the order given.
    public func children(of parent: Area.ID, level: String? = nil) -> [Area] {
        areas.filter { $0.parent == parent && (level == nil || $0.level == level) }
    }

    private func isInCycle(_ start: Area) -> Bool {
        var current = start
        for _ in areas.indices {
            guard let parent = current.parent, let next = self[parent] else { return false }
            if next.id == start.id { return true }
            current = next
        }
        return false
    }
}

extension Fault {
    /// Two areas with one code.
    static func duplicateArea(_ id: Area.ID, at place: Place) -> Fault {
        Fault("area-duplicate", at: place, ["area": id.rawValue])
    }

    /// An area that contains itself.
    static func areaInCycle(_ id: Area.ID, at place: Place) -> Fault {
        Fault("area-cycle", at: place, ["area": id.rawValue])
    }

    /// A code that no area has.
    public static func unknownArea(_ found: String, among known: [Area.ID], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known.map(\.rawValue))
        return Fault("area-unknown", at: place, ["found": found, "nearest": nearest ?? "-"])
    }
}

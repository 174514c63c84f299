public import StatisticalData

/// A choice of areas: the parts of one area, of a level, with others added by code.
public struct AreaSelection: Codable, Hashable, Sendable {
    /// The area whose parts are taken.
    public let parent: Area.ID
    /// Only parts of this level.
    public let level: String?
    /// Further areas.
    public let include: [Area.ID]?

    /// The areas chosen, in the order of the registry; faults for codes it does not have.
    func resolve(in areas: AreaHierarchy, at place: Place, into collector: inout FaultCollector) -> [Area] {
        let known = areas.areas.map(\.id)
        for code in [parent] + (include ?? []) where areas[code] == nil {
            collector.add(.unknownArea(code.rawValue, among: known, at: place))
        }
        let chosen = areas.children(of: parent, level: level)
        if chosen.isEmpty, areas[parent] != nil { collector.add(.studyNoAreas(self.parent, at: place)) }
        return chosen + (include ?? []).compactMap { areas[$0] }
    }
}

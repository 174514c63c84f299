public import StatisticalData

/// What a study may look at: registries, the ledger, files of the workspace.
public struct StudyContext {
    /// The areas.
    public let areas: AreaHierarchy
    /// The area the workspace is about.
    public let homeArea: Area.ID
    /// The indicators.
    public let indicators: [Indicator.ID: Indicator]
    /// The sources, by id.
    public let sources: [Source.ID: Source]
    /// The source of a file's rows that name none, by file.
    public let defaultSources: [String: Source.ID]
    /// The ledger.
    public let ledger: any ObservationProvider
    /// Reads a file by its path in the workspace; throws a `Fault` when there is none.
    public let readFile: (String, Place) throws -> [UInt8]

    /// Makes a context.
    public init(
        areas: AreaHierarchy, homeArea: Area.ID, indicators: [Indicator.ID: Indicator],
        sources: [Source.ID: Source], defaultSources: [String: Source.ID] = [:],
        ledger: any ObservationProvider, readFile: @escaping (String, Place) throws -> [UInt8]
    ) {
        self.areas = areas
        self.homeArea = homeArea
        self.indicators = indicators
        self.sources = sources
        self.defaultSources = defaultSources
        self.ledger = ledger
        self.readFile = readFile
    }

    /// The indicator with this id; a fault when there is none.
    func indicator(_ id: Indicator.ID, at place: Place, into collector: inout FaultCollector) -> Indicator? {
        if let known = indicators[id] { return known }
        collector.add(.unknownIndicator(id.rawValue, among: indicators.keys, at: place))
        return nil
    }
}

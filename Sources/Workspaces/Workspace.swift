import Declarations
import Foundation
public import StatisticalData
public import Studies

/// A folder with figures and studies, read and found in order: the one place where store and studies meet.
public struct Workspace: Sendable {
    /// The folder.
    public let folder: WorkspaceFolder
    /// What `greenprint.yaml` says.
    public let configuration: WorkspaceConfiguration
    /// The areas.
    public let areas: AreaHierarchy
    /// The indicators.
    public let indicators: [Indicator]
    /// The sources declared in all records, by id.
    public let sources: [Source.ID: Source]
    /// The studies: the chapters first, in their order, then the others by id.
    public let studies: [Study]
    let batches: [BatchFile]

    static let configurationFile = "greenprint.yaml"
    static let derivedFolder = ".greenprint"
    static let ledgerFile = derivedFolder + "/ledger.sqlite"
    static let resultsFolder = derivedFolder + "/results"
    static let dataFolder = "data"
    static let studiesFolder = "studies"

    /// Folders whose source records count beside those of batches.
    static let citedFolders = ["plans", "frameworks"]

    /// Reads the workspace at `path`.
    ///
    /// - Throws: `Faults` with everything wrong with registries, records and study files.
    public init(at path: String) throws {
        let folder = WorkspaceFolder(path)
        guard folder.exists(Self.configurationFile) else { throw Faults([.notAWorkspace(path)]) }
        self.folder = folder
        var reader = WorkspaceReader(folder: folder)
        let configuration = try reader.configuration()
        let areas = try reader.areas()
        let indicators = try reader.indicators()
        let records = try reader.records()
        let studies = try reader.studies()
        if let configuration, let areas, areas[configuration.area] == nil {
            let place = Place(file: Self.configurationFile)
            let known = areas.areas.map(\.id)
            reader.collector.add(.unknownArea(configuration.area.rawValue, among: known, at: place))
        }
        for chapter in configuration?.chapters ?? [] where !studies.contains(where: { $0.id == chapter }) {
            let fault = Fault.unknownStudy(chapter, known: studies.map(\.id), at: Place(file: Self.configurationFile))
            reader.collector.add(fault)
        }
        try reader.collector.throwIfFaulty(in: path)
        guard let configuration, let areas else { throw Faults(reader.collector.faults) }
        self.configuration = configuration
        self.areas = areas
        self.indicators = indicators
        self.studies = Self.ordered(studies, chapters: configuration.chapters ?? [])
        sources = records.sources
        batches = records.batches
    }

    private static func ordered(_ studies: [Study], chapters: [String]) -> [Study] {
        let first = chapters.compactMap { chapter in studies.first { $0.id == chapter } }
        return first + studies.filter { !chapters.contains($0.id) }
    }

    /// The study with this id.
    public func study(_ id: String) throws(Fault) -> Study {
        guard let study = studies.first(where: { $0.id == id }) else {
            throw .unknownStudy(id, known: studies.map(\.id), at: Place(file: Self.studiesFolder))
        }
        return study
    }

    /// What studies may look at, with observations from `ledger`.
    func context(ledger: any ObservationProvider) -> StudyContext {
        let folder = folder
        return StudyContext(
            areas: areas, homeArea: configuration.area,
            indicators: Dictionary(uniqueKeysWithValues: indicators.map { ($0.id, $0) }),
            sources: Set(sources.keys), ledger: ledger,
            readFile: { path, place in [UInt8](try folder.read(path, namedAt: place)) })
    }
}

import Declarations
import Foundation
public import Responsibilities
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
    /// Who owes which figure or evaluation by when.
    public let responsibilities: [Responsibility]
    let batches: [BatchFile]
    private let defaultSources: [String: Source.ID]

    static let configurationFile = "greenprint.yaml"
    static let derivedFolder = ".greenprint"
    static let ledgerFile = derivedFolder + "/ledger.sqlite"
    static let resultsFolder = derivedFolder + "/results"
    static let dataFolder = "data"
    static let studiesFolder = "studies"

    /// The folder of tables read whole, such as input-output tables: a folder each, with its record beside it.
    static let tablesFolder = "tables"

    /// Folders whose source records count beside those of batches.
    static let citedFolders = ["plans", "frameworks"]

    /// Reads the workspace at `path`.
    ///
    /// - Throws: `Faults` with everything wrong with registries, records and study files.
    public init(at path: String) throws {
        let (workspace, faults) = try Self.load(at: path)
        guard let workspace, !faults.contains(where: { $0.severity == .error }) else { throw Faults(faults) }
        self = workspace
    }

    /// Reads what can be read of the workspace at `path`: studies and records at fault are left out.
    ///
    /// - Returns: `nil` for the workspace when there is none, or it has no areas; and everything found wrong.
    static func load(at path: String) throws -> (Workspace?, [Fault]) {
        let folder = WorkspaceFolder(path)
        guard folder.exists(configurationFile) else { return (nil, [.notAWorkspace(path)]) }
        var reader = WorkspaceReader(folder: folder)
        let configuration = try reader.configuration()
        let areas = try reader.areas()
        let indicators = try reader.indicators()
        let records = try reader.records()
        let responsibilities = try reader.responsibilities(
            areas: areas, indicators: indicators, sources: records.sources)
        let studies = try reader.studies()
        reader.check(configuration, areas: areas, studies: studies)
        let faults = reader.collector.all(in: path)
        guard let configuration, let areas else { return (nil, faults) }
        let workspace = Workspace(
            folder: folder, configuration: configuration, areas: areas, indicators: indicators,
            records: records, responsibilities: responsibilities,
            studies: ordered(studies, chapters: configuration.chapters ?? []))
        return (workspace, faults)
    }

    private init(
        folder: WorkspaceFolder, configuration: WorkspaceConfiguration, areas: AreaHierarchy, indicators: [Indicator],
        records: SourceRecords, responsibilities: [Responsibility], studies: [Study]
    ) {
        self.folder = folder
        self.configuration = configuration
        self.areas = areas
        self.indicators = indicators
        sources = records.sources
        self.studies = studies
        self.responsibilities = responsibilities
        batches = records.batches
        defaultSources = records.defaultSources
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
            indicators: Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            sources: sources, defaultSources: defaultSources, ledger: ledger,
            readFile: { path, place in [UInt8](try folder.read(path, namedAt: place)) })
    }
}

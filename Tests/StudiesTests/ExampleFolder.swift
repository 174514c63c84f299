import Declarations
import Foundation
import Spreadsheets
import StatisticalData
import Studies

/// `Examples/jiangsu` read without the program's store: registries, records and batches straight into memory.
struct ExampleFolder: Sendable {
    let areas: AreaHierarchy
    let indicators: [Indicator.ID: Indicator]
    let sources: [Source.ID: Source]
    let defaultSources: [String: Source.ID]
    let observations: [Observation]
    let studies: [Study]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/jiangsu")

    private static let read = Result { try ExampleFolder() }
    private static let computed = Result { try load().computeAll() }

    /// The folder, read once for all tests.
    static func load() throws -> ExampleFolder { try read.get() }

    /// The results of all its studies, computed once for all tests.
    static func results() throws -> [StudyResult] { try computed.get() }

    /// The result of one study.
    static func result(_ study: String) throws -> ResultIndex {
        guard let found = try results().first(where: { $0.study == study }) else { throw Missing(name: study) }
        return ResultIndex(found)
    }

    struct Missing: Error {
        let name: String
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    static func files(_ place: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: place).path)
            .filter { $0.hasSuffix(ending) }.sorted().map { place + "/" + $0 }
    }

    private init() throws {
        areas = try Self.readAreas()
        indicators = try Self.readIndicators()
        var sources: [Source.ID: Source] = [:]
        var defaultSources: [String: Source.ID] = [:]
        var observations: [Observation] = []
        for place in ["data", "plans", "frameworks"] {
            for file in try Self.files(place, ending: ".source.yaml") {
                let record = try SourceFile(file)
                for source in record.sources { sources[source.id] = source }
                defaultSources[String(file.dropLast(".source.yaml".count)) + ".csv"] = record.defaultSource
            }
        }
        for file in try Self.files("tables", ending: ".source.yaml") {
            let record = try SourceFile(file)
            for source in record.sources { sources[source.id] = source }
            defaultSources.merge(record.tableSources(in: String(file.dropLast(".source.yaml".count)))) { $1 }
        }
        for file in try Self.files("data", ending: ".csv") {
            let record = try SourceFile(String(file.dropLast(4)) + ".source.yaml")
            observations += try record.observations(of: file, sources: sources)
        }
        self.sources = sources
        self.defaultSources = defaultSources
        self.observations = observations
        studies = try Self.files("studies", ending: ".yaml").map { file in
            let id = String(file.dropFirst("studies/".count).dropLast(".yaml".count))
            return try Study(id: id, yaml: String(decoding: try Self.bytes(file), as: UTF8.self), file: file)
        }
    }

    /// The context of the studies, with other observations where a test changes them.
    func context(_ changed: [Observation]? = nil) -> StudyContext {
        StudyContext(
            areas: areas, homeArea: "320000", indicators: indicators, sources: sources,
            defaultSources: defaultSources, ledger: MemoryLedger(changed ?? observations),
            readFile: { path, _ in try Self.bytes(path) })
    }

    private func computeAll() throws -> [StudyResult] {
        let context = context()
        return try studies.map { try PreparedStudy($0, in: context).compute() }
    }
}

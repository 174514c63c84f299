import Declarations
import Foundation
import Responsibilities
import Spreadsheets
import StatisticalData
import Studies

/// What the source records of a workspace say together.
struct SourceRecords: Sendable {
    /// The sources, by id.
    var sources: [Source.ID: Source] = [:]
    /// The source of a file's rows that name none, by file.
    var defaultSources: [String: Source.ID] = [:]
    /// The batches.
    var batches: [BatchFile] = []
}

/// Reads the parts of a workspace, gathering faults instead of stopping at the first.
struct WorkspaceReader {
    let folder: WorkspaceFolder
    var collector = FaultCollector(limit: 500)
    /// The studies that have a file, at fault or not.
    private var studyFiles: Set<String> = []
    /// The configuration as declared, for places.
    private var declared: DeclaredValue?
    /// The record that declares each source.
    private var declaredIn: [Source.ID: String] = [:]

    init(folder: WorkspaceFolder) {
        self.folder = folder
    }

    mutating func configuration() throws -> WorkspaceConfiguration? {
        let file = Workspace.configurationFile
        guard let declaration = try collector.collect({ _ in try Declaration(try folder.text(file), file: file) })
        else {
            return nil
        }
        declared = declaration.root
        return try collector.collect { _ in
            try declaration.decode(WorkspaceConfiguration.self, schema: WorkspaceConfiguration.schema)
        }
    }

    /// What the configuration names must be there.
    mutating func check(_ configuration: WorkspaceConfiguration?, areas: AreaHierarchy?, studies: [Study]) {
        guard let configuration, let declared else { return }
        if let areas, areas[configuration.area] == nil {
            collector.add(
                .unknownArea(
                    configuration.area.rawValue, among: areas.areas.map(\.id), at: declared.place(of: ["area"])))
        }
        if let revisions = configuration.revisions, let to = revisions.to, to.latestDay <= revisions.from.latestDay {
            collector.add(
                .datesReversed(from: revisions.from, to: to, at: declared.place(of: ["revisions", "to"])))
        }
        let places = declared["chapters"]?.elements.map(\.place) ?? []
        var seen: Set<String> = []
        for (chapter, place) in zip(configuration.chapters ?? [], places) {
            if !seen.insert(chapter).inserted { collector.add(.duplicateStudy(chapter, at: place)) }
            if !studyFiles.contains(chapter) {
                collector.add(.unknownStudy(chapter, known: studies.map(\.id), at: place))
            }
        }
    }

    mutating func files(in folder: String, endings: [String]) throws -> [String] {
        try collector.collect { _ in try self.folder.files(in: folder, endings: endings) } ?? []
    }

    mutating func areas() throws -> AreaHierarchy? {
        try collector.collect { try Registries.areas(try folder.read(Registries.areasFile), into: &$0) }
    }

    mutating func indicators() throws -> [Indicator] {
        try collector.collect { try Registries.indicators(try folder.read(Registries.indicatorsFile), into: &$0) } ?? []
    }

    /// Who owes what; none without the file.
    mutating func responsibilities(
        areas: AreaHierarchy?, indicators: [Indicator], sources: [Source.ID: Source]
    ) throws -> [Responsibility] {
        guard let areas, folder.exists(ResponsibilitiesFile.file) else { return [] }
        let file = ResponsibilitiesFile(areas: areas, indicators: Set(indicators.map(\.id)), sources: sources)
        return try collector.collect {
            try file.read([UInt8](try folder.read(ResponsibilitiesFile.file)), into: &$0)
        } ?? []
    }

    mutating func studies() throws -> [Study] {
        let files = try files(in: Workspace.studiesFolder, endings: [".yaml", ".yml"])
        return try files.compactMap { name in
            let file = Workspace.studiesFolder + "/" + name
            let id = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
            guard id.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }), !id.isEmpty
            else {
                collector.add(.studyName(file))
                return nil
            }
            guard studyFiles.insert(id).inserted else {
                collector.add(.duplicateStudy(id, at: Place(file: file)))
                return nil
            }
            return try collector.collect { _ in try Study(id: id, yaml: try folder.text(file), file: file) }
        }
    }

    /// All sources declared, and the batches with their records.
    mutating func records() throws -> SourceRecords {
        var records = SourceRecords()
        for place in [Workspace.dataFolder] + Workspace.citedFolders {
            for name in try files(in: place, endings: [SourceRecord.ending]) {
                let file = place + "/" + name
                let csv = String(file.dropLast(SourceRecord.ending.count)) + ".csv"
                if !folder.exists(csv) { collector.add(.recordWithoutBatch(file, batch: csv)) }
                guard let record = try collector.collect({ _ in try SourceRecord(try folder.text(file), file: file) })
                else { continue }
                add(record.sources, of: file, to: &records)
                records.defaultSources[csv] = record.defaults?.source.map { Source.ID($0) }
                if place == Workspace.dataFolder, folder.exists(csv) {
                    records.batches.append(BatchFile(file: csv, recordFile: file, record: record))
                }
            }
        }
        for name in try files(in: Workspace.dataFolder, endings: [".csv"]) {
            let file = Workspace.dataFolder + "/" + name
            let record = String(file.dropLast(4)) + SourceRecord.ending
            if !folder.exists(record) { collector.add(.batchWithoutRecord(file, record: record)) }
        }
        try readTables(into: &records)
        return records
    }

    /// Adds the sources of a record; a source is declared once.
    mutating func add(_ entries: [SourceRecord.Entry], of file: String, to records: inout SourceRecords) {
        for entry in entries {
            let source = Source(entry)
            if !source.id.isPortable {
                collector.add(.csvMalformed(.identifier, entry.id, at: Place(file: file)))
            }
            if let earlier = declaredIn[source.id] {
                collector.add(.duplicateSource(source.id, earlier: earlier, at: Place(file: file)))
            }
            declaredIn[source.id] = file
            records.sources[source.id] = source
        }
    }
}

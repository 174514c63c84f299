import Foundation
import StatisticalData

extension WorkspaceReader {
    /// Reads the records of the folders of tables, `tables/NAME.source.yaml` beside `tables/NAME/`: their sources, and the
    /// files with the source of each. Every table of a folder must be listed, be there, and be the one recorded.
    mutating func readTables(into records: inout SourceRecords) throws {
        let tables = Workspace.tablesFolder
        for name in try files(in: tables, endings: [SourceRecord.ending]) {
            let file = tables + "/" + name
            let folder = String(file.dropLast(SourceRecord.ending.count))
            if !self.folder.exists(folder) { collector.add(.recordWithoutBatch(file, batch: folder + "/")) }
            let record = try collector.collect { _ in
                try SourceRecord(try self.folder.text(file), file: file, isOfFolder: true)
            }
            guard let record else { continue }
            add(record.sources, of: file, to: &records)
            let listed = record.files ?? []
            for entry in listed { try check(entry, in: folder, recordedIn: file) }
            for entry in listed {
                records.defaultSources[folder + "/" + entry.name] =
                    (entry.source ?? record.defaults?.source).map { Source.ID($0) }
            }
            for found in try files(in: folder, endings: [".csv"]) where !listed.contains(where: { $0.name == found }) {
                collector.add(.tableUnlisted(folder + "/" + found, record: file))
            }
        }
        for name in try folder.folders(in: tables) where !folder.exists(tables + "/" + name + SourceRecord.ending) {
            let file = tables + "/" + name
            collector.add(.batchWithoutRecord(file, record: file + SourceRecord.ending))
        }
    }

    /// Checks that a listed file is there and unchanged.
    private mutating func check(_ entry: SourceRecord.TableFile, in folder: String, recordedIn record: String) throws {
        let path = folder + "/" + entry.name
        let data = try collector.collect { _ in try self.folder.read(path, namedAt: Place(file: record)) }
        guard let data, let expected = entry.sha256, Checksum.sha256(data) != expected else { return }
        collector.add(.tableChanged(path, record: record))
    }
}

extension Fault {
    static func tableUnlisted(_ file: String, record: String) -> Fault {
        Fault("table-unlisted", at: Place(file: file), ["expected": record])
    }

    static func tableChanged(_ file: String, record: String) -> Fault {
        Fault("table-checksum", at: Place(file: file), ["expected": record])
    }
}

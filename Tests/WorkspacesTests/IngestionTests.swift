import LedgerStore
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// What runs enter into the ledger, and what they say of files that changed afterwards.
struct IngestionTests {
    @Test func aSecondRunAddsNothing() throws {
        try withSmallWorkspace { folder in
            let first = try OpenWorkspace(at: folder.path).ingestion
            #expect(first.added.map(\.file) == ["data/energy.csv", "data/scores.csv"])
            #expect(first.added.map(\.observations) == [5, 4])
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            let batches = try ledger.batches()
            let observations = try batches.flatMap { try ledger.observations(ofBatch: $0.file) }
            let second = try OpenWorkspace(at: folder.path).ingestion
            #expect(second.added.isEmpty)
            #expect(second.unchanged == 2)
            #expect(try ledger.batches() == batches)
            #expect(try batches.flatMap { try ledger.observations(ofBatch: $0.file) } == observations)
        }
    }

    /// The figures are in the ledger as they stand in the file.
    @Test func observationsAreAsWritten() throws {
        try withSmallWorkspace { folder in
            _ = try OpenWorkspace(at: folder.path)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            let rows = try ledger.observations(ofBatch: "data/energy.csv")
            #expect(rows.map(\.value) == [-4, -5, -2.5, 2, nil])
            #expect(rows.map(\.decimals) == [2, 2, 2, 1, 0])
            #expect(rows.map { $0.place.line } == [2, 3, 4, 5, 6])
            #expect(rows.map(\.knownOn.description) == ["2017", "2018", "2017", "2018", "2018"])
            #expect(rows.last?.note?.en == "not published")
            #expect(rows.map(\.trust) == Array(repeating: .press, count: 5))
        }
    }

    static let changes: [(String, String, String)] = [
        ("data/scores.csv", "80.0", "80.1"), ("data/scores.csv", "80.0", "x"),
        ("data/scores.source.yaml", "Office", "Bureau"), ("data/scores.source.yaml", "trust: press", "trust: official"),
    ]

    @Test(arguments: changes) func changedFileIsNamed(_ file: String, _ old: String, _ new: String) throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            let stored = try folder.contents(of: Workspace.resultsFolder)
            try folder.replace(old, by: new, in: file)
            for faults in [
                try Workspace.check(at: folder.path), try Workspace.verify(at: folder.path).faults,
                try faultsOfRun(in: folder),
            ] {
                #expect(
                    faults.contains { $0.code == "batch-changed" && $0.place.file == file }, "\(faults.map(\.code))")
            }
            #expect(try folder.contents(of: Workspace.resultsFolder) == stored)
            try folder.replace(new, by: old, in: file)
            #expect(try Workspace.verify(at: folder.path).faults.isEmpty)
            #expect(try faultsOfRun(in: folder).isEmpty)
        }
    }

    /// Removed with its record, or alone.
    @Test(arguments: [
        ["data/energy.csv", "data/energy.source.yaml"], ["data/energy.csv"], ["data/energy.source.yaml"],
    ])
    func removedFileIsNamed(_ files: [String]) throws {
        try withSmallWorkspace { folder in
            #expect(try faultsOfRun(in: folder).isEmpty)
            for file in files { try folder.remove(file) }
            let told = [try Workspace.check(at: folder.path), try faultsOfRun(in: folder)]
            for faults in told {
                #expect(faults.contains { $0.place.file.hasPrefix("data/energy.") }, "\(faults.map(\.code))")
            }
            if files.count == 2 {
                #expect(told.allSatisfy { $0.contains { $0.code == "batch-missing" } })
                let verified = try Workspace.verify(at: folder.path).faults
                #expect(verified.contains { $0.code == "batch-missing" && $0.place.file == "data/energy.csv" })
            }
        }
    }

    /// The same row in two batches: the second batch is refused and the first is named.
    @Test func sameFigureInTwoBatches() throws {
        let row = "indicator,area,period,value,unit,source\nscore-a,110000,2016,80.0,points,evaluation\n"
        try withSmallWorkspace { folder in
            try folder.write(row, to: "data/twice.csv")
            try folder.write(SmallWorkspace.record(source: "twice"), to: "data/twice.source.yaml")
            let fault = FaultCase(
                "twice", in: "data/twice.csv", .append(""), "ledger-duplicate", at: "data/twice.csv:2",
                ["earlier": "data/scores.csv:2"])
            fault.expectFault(among: try Workspace.check(at: folder.path), severity: .error)
            fault.expectFault(among: try faultsOfRun(in: folder), severity: .error)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            #expect(try ledger.batches().map(\.file) == ["data/energy.csv", "data/scores.csv"])
        }
    }
}

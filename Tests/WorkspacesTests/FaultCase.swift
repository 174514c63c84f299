import LedgerStore
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// A change to the small workspace and the fault it must be told as.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let what: String
    let file: String
    let edit: Edit
    let code: String
    let place: String
    /// A part of what the message says was found or is expected.
    let arguments: [String: String]

    enum Edit: Sendable {
        case replace(String, by: String)
        case append(String)
        case write(String)
        case bytes([UInt8])
        case remove
    }

    init(
        _ what: String, in file: String, _ edit: Edit, _ code: String, at place: String,
        _ arguments: [String: String] = [:]
    ) {
        self.what = what
        self.file = file
        self.edit = edit
        self.code = code
        self.place = place
        self.arguments = arguments
    }

    var testDescription: String { what }

    func apply(to folder: TemporaryFolder) throws {
        switch edit {
        case .replace(let old, let new): try folder.replace(old, by: new, in: file)
        case .append(let text): try folder.append(text, to: file)
        case .write(let text): try folder.write(text, to: file)
        case .bytes(let bytes): try folder.write(bytes, to: file)
        case .remove: try folder.remove(file)
        }
    }

    /// Breaks a small workspace and expects the fault from `check`, which changes nothing, and from a run. Of a faulty
    /// batch nothing is taken, and it is refused again: what was refused once must not count as there already.
    func expectFault() throws {
        try withSmallWorkspace { folder in
            try apply(to: folder)
            let before = try folder.contents()
            expectFault(among: try Workspace.check(at: folder.path), severity: .error)
            #expect(try folder.contents() == before, "check must change nothing")
            expectFault(among: try faultsOfRun(in: folder), severity: .error)
            let batch = String(place.prefix { $0 != ":" })
            guard folder.exists(Workspace.ledgerFile), batch.hasPrefix("data/"), batch.hasSuffix(".csv") else { return }
            expectFault(among: try faultsOfRun(in: folder), severity: .error)
            let ledger = try Ledger(path: folder.path(Workspace.ledgerFile))
            #expect(try !ledger.batches().map(\.file).contains(batch))
            #expect(try ledger.observations(ofBatch: batch).isEmpty)
        }
    }

    func expectFault(among faults: [Fault], severity: Fault.Severity) {
        let described = faults.map { "\($0.place) \($0.code) \($0.arguments)" }
        let found = faults.first { $0.code == code && $0.place.description == place }
        #expect(found != nil, "\(code) at \(place) is not among \(described)")
        #expect(found?.severity == severity)
        for (name, value) in arguments { #expect(found?.arguments[name] == value) }
    }
}

/// What a run of all studies throws; empty when it ends well.
func faultsOfRun(in folder: TemporaryFolder) throws -> [Fault] {
    do {
        _ = try OpenWorkspace(at: folder.path).results()
        return []
    } catch let faults as Faults {
        return faults.list
    } catch let fault as Fault {
        return [fault]
    }
}

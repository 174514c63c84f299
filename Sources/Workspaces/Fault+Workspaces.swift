import Foundation
public import StatisticalData

extension Fault {
    static func pathOutside(_ path: String, at place: Place) -> Fault {
        Fault("file-outside", at: place, ["found": path])
    }

    static func fileMissing(_ path: String, at place: Place) -> Fault {
        Fault("file-missing", at: place, ["found": path])
    }

    static func fileUnreadable(_ path: String, reason: String, at place: Place) -> Fault {
        Fault("file-unreadable", at: place, ["found": path, "reason": reason])
    }

    static func fileTooLarge(_ path: String) -> Fault {
        Fault("file-too-large", at: Place(file: path), ["limit": String(WorkspaceFolder.declarationLimit)])
    }

    static func fileNotUTF8(_ path: String) -> Fault {
        Fault("file-not-utf8", at: Place(file: path))
    }

    static func cannotWrite(_ path: String, _ code: Int32) -> Fault {
        let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
        return Fault(
            isFull ? "file-disk-full" : "file-cannot-write", at: Place(file: path),
            ["reason": String(cString: strerror(code))])
    }

    static func notAFolder(_ path: String) -> Fault {
        Fault("site-not-a-folder", at: Place(file: path))
    }

    static func notOurSite(_ path: String) -> Fault {
        Fault("site-not-ours", at: Place(file: path))
    }

    static func workspaceBusy(_ path: String) -> Fault {
        Fault("workspace-busy", at: Place(file: path))
    }

    static func notAWorkspace(_ path: String) -> Fault {
        Fault("workspace-missing", at: Place(file: path))
    }

    static func folderNotEmpty(_ path: String) -> Fault {
        Fault("workspace-not-empty", at: Place(file: path))
    }

    static func unknownTemplate(_ found: String, known: [String]) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "template-unknown", at: Place(file: found),
            ["nearest": nearest ?? "-", "expected": known.joined(separator: ", ")])
    }

    static func duplicateIndicator(_ id: Indicator.ID, at place: Place) -> Fault {
        Fault("indicator-duplicate", at: place, ["found": id.rawValue])
    }

    static func goalOutOfRange(_ found: String, at place: Place) -> Fault {
        Fault("indicator-goal", at: place, ["found": found])
    }

    static func duplicateSource(_ id: Source.ID, earlier: String, at place: Place) -> Fault {
        Fault("source-duplicate", at: place, ["found": id.rawValue, "earlier": earlier])
    }

    static func batchWithoutRecord(_ file: String, record: String) -> Fault {
        Fault("batch-without-record", at: Place(file: file), ["expected": record])
    }

    static func recordWithoutBatch(_ file: String, batch: String) -> Fault {
        Fault("record-without-batch", at: Place(file: file), ["expected": batch])
    }

    static func batchChanged(_ file: String) -> Fault {
        Fault("batch-changed", at: Place(file: file))
    }

    static func batchChanging(_ file: String) -> Fault {
        Fault("batch-changing", at: Place(file: file))
    }

    static func batchMissing(_ file: String) -> Fault {
        Fault("batch-missing", at: Place(file: file))
    }

    static func batchRowCount(found: Int, expected: Int, file: String) -> Fault {
        Fault("batch-row-count", at: Place(file: file), ["found": String(found), "expected": String(expected)])
    }

    static func batchChecksum(_ file: String) -> Fault {
        Fault("batch-checksum", at: Place(file: file))
    }

    static func unknownStudy(_ found: String, known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "study-unknown", at: place,
            ["found": found, "nearest": nearest ?? "-", "expected": known.joined(separator: ", ")])
    }

    static func duplicateStudy(_ id: String, at place: Place) -> Fault {
        Fault("study-duplicate", at: place, ["found": id])
    }

    static func studyName(_ file: String) -> Fault {
        Fault("study-name", at: Place(file: file))
    }

    /// Two dates to compare, the second not after the first.
    public static func datesReversed(from: KnownDate, to: KnownDate, at place: Place) -> Fault {
        Fault("dates-reversed", at: place, ["from": from.description, "to": to.description])
    }

    static func noSuchValue(_ wanted: [String: String], at place: Place) -> Fault {
        Fault("explain-no-value", at: place, wanted)
    }

    static func resultChanged(_ file: String) -> Fault {
        Fault("result-changed", at: Place(file: file))
    }

    static func resultMissing(_ file: String) -> Fault {
        Fault("result-missing", at: Place(file: file))
    }

    static func resultStale(_ file: String) -> Fault {
        Fault("result-stale", at: Place(file: file))
    }

    static func resultUnrecorded(_ file: String) -> Fault {
        Fault("result-unrecorded", at: Place(file: file))
    }

    static func resultDiffers(_ file: String) -> Fault {
        Fault("result-differs", at: Place(file: file))
    }

    static func resultReplaced(_ file: String) -> Fault {
        Fault("result-replaced", at: Place(file: file), severity: .warning)
    }

    static func ledgerDiffers(_ batch: String) -> Fault {
        Fault("ledger-differs", at: Place(file: batch))
    }

    static func ledgerUnsound(_ file: String) -> Fault {
        Fault("ledger-damaged", at: Place(file: file), ["found": "integrity_check"])
    }

    static func conflictingFigures(_ first: Observation, _ second: Observation) -> Fault {
        Fault(
            "batch-conflict", at: second.place, severity: .warning,
            [
                "earlier": first.place.description, "first": Decimals.text(first.value ?? .nan),
                "second": Decimals.text(second.value ?? .nan),
            ])
    }
}

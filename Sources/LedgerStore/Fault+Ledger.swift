import GRDB
import StatisticalData

extension Fault {
    /// The same series, period, vintage and source twice.
    static func duplicateObservation(earlier: Place, at place: Place) -> Fault {
        Fault("ledger-duplicate", at: place, ["earlier": earlier.description])
    }

    /// A batch that the ledger holds already, added perhaps by another program meanwhile.
    static func batchAlreadyThere(_ file: String) -> Fault {
        Fault("ledger-batch-exists", at: Place(file: file))
    }

    /// A database that some other program made.
    static func notALedger(_ path: String) -> Fault {
        Fault("ledger-foreign", at: Place(file: path))
    }

    static func ledgerTooNew(_ path: String) -> Fault {
        Fault("ledger-too-new", at: Place(file: path))
    }

    static func ledgerDamaged(_ path: String, detail: String = "-") -> Fault {
        Fault("ledger-damaged", at: Place(file: path), ["found": detail])
    }

    /// Runs `body`, turning what the database reports into faults a user can act on.
    static func describingDatabase<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw fault(of: error, path: path)
        }
    }

    private static func fault(of error: DatabaseError, path: String) -> Fault {
        let place = Place(file: path)
        let detail = "\(error.resultCode.rawValue) \(error.message ?? "")"
        switch error.resultCode {
        case .SQLITE_FULL: return Fault("ledger-disk-full", at: place)
        case .SQLITE_IOERR: return Fault("ledger-io", at: place, ["found": detail])
        case .SQLITE_BUSY, .SQLITE_LOCKED: return Fault("ledger-busy", at: place)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            return Fault("ledger-cannot-open", at: place, ["found": detail])
        default: return ledgerDamaged(path, detail: detail)
        }
    }
}

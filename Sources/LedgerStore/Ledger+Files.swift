import Foundation

extension Ledger {
    /// Removes a ledger's files, the write-ahead log with its index included; only for a ledger nobody has open.
    public static func removeFiles(at path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }
}

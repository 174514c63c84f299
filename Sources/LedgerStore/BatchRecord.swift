/// A batch as the ledger knows it: a file with its checksum.
public struct BatchRecord: Hashable, Sendable {
    /// The path in the workspace.
    public let file: String
    /// SHA-256 of the file's bytes, in hexadecimal digits.
    public let sha256: String
    /// SHA-256 of its source record's bytes.
    public let recordSHA256: String
    /// The number of observations.
    public let observations: Int

    /// Describes a batch.
    public init(file: String, sha256: String, recordSHA256: String, observations: Int = 0) {
        self.file = file
        self.sha256 = sha256
        self.recordSHA256 = recordSHA256
        self.observations = observations
    }
}

public import Foundation
public import StatisticalData

/// The keys of a user: own ones, which sign, and those of others, which are trusted by hand.
///
/// They stand in the user's folder, never in a workspace: `keys/own/NAME.key` (secret, mode 0600), `keys/own/NAME.pub` to hand
/// out, `keys/trusted/NAME.pub`.
public struct KeyRing: Sendable {
    private let folder: UserFolder

    /// The keys in a user's folder.
    public init(_ folder: UserFolder) {
        self.folder = folder
    }

    /// A key of somebody, with the name it goes by here and the name its owner gave.
    public struct Entry: Hashable, Sendable {
        /// The name of its file.
        public let id: String
        /// What its owner is called; said by the owner, not proven.
        public let name: String
        /// The key.
        public let key: VerifyingKey
        /// Whether it is an own key.
        public let isOwn: Bool
    }

    /// Makes a key of one's own.
    ///
    /// - Returns: the entry, and the path of the file to hand out.
    /// - Throws: a `Fault` where there is one of this id already, or the folder cannot be written.
    public func make(_ id: String, name: String) throws -> (entry: Entry, file: String) {
        try Self.check(id)
        let secret = try folder.prepare(Self.own + id + ".key")
        let key = SigningKey()
        try Self.writeSecret(Data(key.bytes.base64EncodedString().utf8) + Data("\n".utf8), to: secret)
        let entry = Entry(id: id, name: String(name.prefix(100)), key: key.verifying, isOwn: true)
        let file = try folder.prepare(Self.own + id + ".pub")
        try AtomicFile.write(try PublicKeyFile(entry).encoded(), to: file)
        return (entry, file)
    }

    /// Trusts a key under a name.
    ///
    /// - Throws: a `Fault` where the name stands for another key.
    public func trust(_ file: PublicKeyFile, as id: String) throws {
        try Self.check(id)
        if let other = try trusted().first(where: { $0.id == id }), other.key != file.verifying {
            throw Fault.keyExists(id)
        }
        let path = try folder.prepare(Self.trustedFolder + id + ".pub")
        try AtomicFile.write(try file.encoded(), to: path)
    }

    /// All keys: own ones first, each part by id.
    public func entries() throws -> [Entry] { try list(Self.own, isOwn: true) + trusted() }

    /// The keys trusted.
    public func trusted() throws -> [Entry] { try list(Self.trustedFolder, isOwn: false) }

    /// The own key with this id, or the only one, with its entry.
    ///
    /// - Throws: a `Fault` where there is none, several and none is named, or others may read it.
    public func signing(_ id: String?) throws -> (key: SigningKey, entry: Entry) {
        let own = try list(Self.own, isOwn: true)
        guard let entry = id.map({ id in own.first { $0.id == id } }) ?? (own.count == 1 ? own[0] : nil) else {
            throw own.isEmpty || id != nil ? Fault.keyNone(id ?? "-", known: own.map(\.id)) : .keySeveral(own.map(\.id))
        }
        let path = folder.path + "/" + Self.own + entry.id + ".key"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Fault.keyNone(entry.id, known: own.map(\.id))
        }
        guard status.st_mode & 0o077 == 0 else { throw Fault.keyMode(path) }
        let text = try WorkspaceFolder.text(at: path).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Data(base64Encoded: text), let key = SigningKey(bytes: bytes), key.verifying == entry.key
        else {
            throw Fault.keyFile(path)
        }
        return (key, entry)
    }

    private static let own = "keys/own/"
    private static let trustedFolder = "keys/trusted/"

    private func list(_ relative: String, isOwn: Bool) throws -> [Entry] {
        let base = folder.path + "/" + relative
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []).filter { $0.hasSuffix(".pub") }
        return try names.sorted().map { name in
            let file = try PublicKeyFile(Data(try WorkspaceFolder.text(at: base + name).utf8), file: base + name)
            return Entry(id: String(name.dropLast(4)), name: file.name, key: file.verifying, isOwn: isOwn)
        }
    }

    private static func check(_ id: String) throws(Fault) {
        guard Identifier<KeyRing>(id).isPortable, !id.contains("..") else { throw .keyName(id) }
    }

    /// Writes a file that only its owner may read and that was not there before.
    private static func writeSecret(_ data: Data, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw Fault.keyExists((path as NSString).lastPathComponent) }
            throw Fault.cannotWrite(path, errno)
        }
        defer { close(descriptor) }
        let written = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == data.count, fsync(descriptor) == 0 else {
            let reason = errno
            unlink(path)
            throw Fault.cannotWrite(path, reason)
        }
    }
}

/// A key to hand out: a small file with the name of its owner.
public struct PublicKeyFile: Hashable, Sendable {
    /// What the owner is called.
    public let name: String
    /// The key.
    public let verifying: VerifyingKey

    /// The file of an entry.
    public init(_ entry: KeyRing.Entry) {
        name = entry.name
        verifying = entry.key
    }

    /// A key with a name.
    public init(name: String, key: VerifyingKey) {
        self.name = String(name.prefix(100))
        verifying = key
    }

    /// Reads a file.
    ///
    /// - Throws: a `Fault` for anything but a key with its fingerprint.
    public init(_ data: Data, file: String) throws(Fault) {
        guard data.count < 10_000, let stored = try? JSONDecoder().decode(Stored.self, from: data),
            let bytes = Data(base64Encoded: stored.key), let key = VerifyingKey(bytes: bytes),
            key.fingerprint == stored.fingerprint
        else { throw .keyFile(file) }
        self.init(name: stored.name, key: key)
    }

    /// The bytes of the file.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(stored) + Data("\n".utf8)
    }

    var stored: Stored {
        Stored(
            algorithm: "Ed25519", fingerprint: verifying.fingerprint, key: verifying.bytes.base64EncodedString(),
            name: name)
    }

    struct Stored: Codable, Hashable {
        let algorithm: String
        let fingerprint: String
        let key: String
        let name: String
    }
}

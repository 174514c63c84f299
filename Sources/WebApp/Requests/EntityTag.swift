import Workspaces

/// The tag of a file's bytes: the same bytes have the same tag, whenever and wherever they are served.
struct EntityTag: Hashable, Sendable {
    /// The tag in quotes, as headers carry it.
    let text: String

    /// The tag of bytes: the first half of their SHA-256.
    init(of bytes: some Collection<UInt8>) {
        text = "\"" + Checksum.sha256(Array(bytes)).prefix(32) + "\""
    }

    /// Whether a header `If-None-Match` names this tag; weak tags are compared as strong ones are.
    func isKnown(by header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let tag = part.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
            let plain = String(tag)
            return plain == "*" || plain == text || plain == "W/" + text
        }
    }
}

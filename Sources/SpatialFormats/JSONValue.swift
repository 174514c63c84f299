/// A value of JSON as it stands in a file; numbers keep their text, objects their order.
public enum JSONValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case truth(Bool)
    /// A number, by its text.
    case number(String)
    /// A text.
    case text(String)
    /// A list.
    case list([JSONValue])
    /// Members in order.
    case object([Member])

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: JSONValue

        /// Makes a member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A text or number as text; `nil` for everything else.
    public var word: String? {
        switch self {
        case .text(let text), .number(let text): text
        case .null, .truth, .list, .object: nil
        }
    }

    /// The member of an object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

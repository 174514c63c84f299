public import StatisticalData

/// A value of a declaration, with its place.
public struct DeclaredValue: Sendable {
    /// A value by shape.
    public enum Content: Sendable {
        /// Nothing.
        case null
        /// A word, number or text, with or without quotes.
        case scalar(String, isPlain: Bool)
        /// Several values.
        case list([DeclaredValue])
        /// Named values, in the order of the file.
        case mapping([Entry])
    }

    /// A named value.
    public struct Entry: Sendable {
        /// The name.
        public let key: String
        /// Where the name stands.
        public let keyPlace: Place
        /// The value.
        public let value: DeclaredValue
    }

    /// The value itself.
    public let content: Content
    /// Where it stands.
    public let place: Place

    /// The value under `key` of a mapping.
    public subscript(key: String) -> DeclaredValue? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The values of a list; none for anything else.
    public var elements: [DeclaredValue] {
        if case .list(let values) = content { values } else { [] }
    }

    /// The text of a scalar.
    public var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Where the value under a path of keys stands, or the nearest value above it.
    public func place(of path: [String]) -> Place {
        var current = self
        for key in path {
            guard let next = current[key] else { break }
            current = next
        }
        return current.place
    }
}

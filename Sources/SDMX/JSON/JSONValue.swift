/// A value of JSON with the line it begins on.
struct JSONValue {
    /// What it is; numbers keep their text, objects their order.
    enum Content {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([(key: String, value: JSONValue)])
    }

    let content: Content
    let line: Int

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    var array: [JSONValue]? { if case .array(let values) = content { values } else { nil } }

    var members: [(key: String, value: JSONValue)]? {
        if case .object(let members) = content { members } else { nil }
    }

    var string: String? { if case .string(let text) = content { text } else { nil } }

    var isNull: Bool { if case .null = content { true } else { false } }

    /// Text, number or truth as text.
    var scalar: String? {
        switch content {
        case .string(let text), .number(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    var integer: Int? { if case .number(let text) = content { Int(text) } else { nil } }
}

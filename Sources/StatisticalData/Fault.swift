/// Something wrong with what a user gave: where, what was found, what was expected, how to mend it.
///
/// The text is not here: `code` and `arguments` name a message of the catalogue, which exists in both languages.
/// Each module makes its faults by functions in an extension of this type, so that a code is written once.
public struct Fault: Error, Hashable, Sendable, Codable {
    /// How grave a fault is.
    public enum Severity: String, Codable, Sendable {
        /// The command cannot go on with this input.
        case error
        /// Worth knowing; the command goes on.
        case warning
        /// Something was read in another form than it is written in; nothing is wrong.
        case info
    }

    /// The key of the message, such as `csv-missing-column`.
    public let code: String
    /// How grave it is.
    public let severity: Severity
    /// Where it is.
    public let place: Place
    /// The values the message names.
    public let arguments: [String: String]

    /// Makes a fault.
    public init(
        _ code: String, at place: Place, severity: Severity = .error, _ arguments: [String: String] = [:]
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.arguments = arguments
    }
}

/// Several faults found in one run.
public struct Faults: Error, Hashable, Sendable {
    /// The faults, in the order of their places.
    public let list: [Fault]

    /// Bundles faults.
    public init(_ list: [Fault]) {
        self.list = list
    }
}

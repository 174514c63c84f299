import Foundation
import StatisticalData

/// A request as the pages see it: nothing of the network.
struct WebRequest: Sendable {
    /// The method.
    let method: Method
    /// The path, its percent signs resolved: `/en/index.html`; `nil` when it is malformed.
    let path: String?
    /// What follows the question mark, still encoded.
    let query: String?
    /// The machine asked for, with its port.
    let host: String?
    /// The header `If-None-Match`.
    let knownTags: String?
    /// The header `Accept-Language`.
    let acceptedLanguages: String?
    /// The header `Cookie`.
    let cookies: String?
    /// The header `Accept`.
    let accepted: String?

    /// What a client may ask; other methods are answered alike.
    enum Method: Sendable {
        case get
        case head
        case post
        case other
    }

    /// Takes a request apart.
    ///
    /// - Parameter target: path and query as sent.
    init(
        _ method: Method = .get, _ target: String, host: String? = nil, knownTags: String? = nil,
        acceptedLanguages: String? = nil, cookies: String? = nil, accepted: String? = nil
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = Self.decoded(String(parts.first ?? ""))
        query = parts.count > 1 ? String(parts[1].prefix { $0 != "#" }) : nil
        self.host = host
        self.knownTags = knownTags
        self.acceptedLanguages = acceptedLanguages
        self.cookies = cookies
        self.accepted = accepted
    }

    /// The path in the letters it means; `nil` for broken escapes, control characters, text that is not UTF-8.
    private static func decoded(_ path: String) -> String? {
        guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding,
            !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        return decoded
    }

    /// The values of the query by name, blanks written as `+` or `%20`; malformed pairs are left out.
    var queryItems: [(name: String, value: String)] {
        (query ?? "").split(separator: "&").prefix(Self.mostQueryItems).compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func text(_ part: Substring?) -> String? {
                part.map { $0.replacing("+", with: " ") }.flatMap { $0.removingPercentEncoding }
            }
            guard let name = text(parts.first), let value = text(parts.count > 1 ? parts[1] : "") else { return nil }
            return (name, value)
        }
    }

    /// More values than this are left out.
    private static let mostQueryItems = 200

    /// The value of a cookie.
    func cookie(_ name: String) -> String? {
        for pair in (cookies ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0] == name { return parts[1] }
        }
        return nil
    }
}

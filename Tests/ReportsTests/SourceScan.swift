import Foundation

/// The string literals of the program's sources.
enum SourceScan {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let read = Result { try readSources() }

    /// All Swift sources as one text.
    static func text() throws -> String { try read.get() }

    private static func readSources() throws -> String {
        let folder = root.appending(path: "Sources")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }

    /// The literals that could be keys: lower-case words joined by hyphens.
    static func literals() throws -> Set<String> {
        Set(try text().matches(of: /"([a-z0-9]+(?:-[A-Za-z0-9]+)*)"/).map { String($0.1) })
    }

    /// The first parts of literals that values are put into: `index-assumption-` of `"index-assumption-\(n)"`.
    static func stems() throws -> Set<String> {
        let filled = try text().matches(of: /"([a-z0-9]+(?:-[a-z0-9]+)*-)(?:\\\(|"\s*\+)/).map { String($0.1) }
        return Set(filled)
    }

    /// Keys given at once to a function that looks a message up.
    static func keysAsked() throws -> Set<String> {
        let calls =
            /(?:wording|self|sentence|tell|Notice|wording\.sentence)\(\s*"([a-z0-9]+(?:-[A-Za-z0-9]+)*)"(?!\s*\+)/
        return Set(try text().matches(of: calls).map { String($0.1) })
    }

    /// The codes of faults written out in the sources.
    static func faultCodes() throws -> Set<String> {
        let calls = /(?:Fault|named)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"(?!\s*\+)/
        let made = try text().matches(of: calls).map { String($0.1) }
        let targets = try text().matches(of: /: "((?:target|decomposition|efficiency|model)-[a-z-]+)"/).map {
            String($0.1)
        }
        let numbers = try text().matches(of: /"((?:csv-(?:not|comma)|io-shock)-[a-z-]+)"/).map { String($0.1) }
        let chosen = try text().matches(of: /\? "([a-z-]+)" : "([a-z-]+)", at:/).flatMap {
            [String($0.1), String($0.2)]
        }
        return Set(made + targets + numbers + chosen)
    }

    /// The raw values of the cases of an enumeration, by name, read from its source.
    static func cases(of name: String) throws -> [String] {
        guard let start = try text().range(of: "enum \(name): String") else { return [] }
        let body = try text()[start.upperBound...].prefix { $0 != "}" }
        return body.matches(of: /case ([A-Za-z]+)(?: = "([^"]+)")?\n/).map { String($0.2 ?? $0.1) }
    }
}

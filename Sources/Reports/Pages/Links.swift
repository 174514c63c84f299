import Foundation
import StatisticalData

/// Addresses between the pages of a site, relative so that it opens from disk.
struct Links: Sendable {
    /// `../` for every folder between a page and its language's folder.
    let up: String

    init(from path: String) {
        up = String(repeating: "../", count: max(0, path.split(separator: "/").count - 1))
    }

    /// Addresses from the root of a server, for pages that may stand anywhere.
    init(absoluteIn language: Language) {
        up = "/" + language.rawValue + "/"
    }

    /// Whether they work at any address.
    var areAbsolute: Bool { up.hasPrefix("/") }

    /// A page of the same language.
    func page(_ path: String) -> String { up + Self.encoded(path) }

    /// A file below the site's root.
    func root(_ path: String, query: String? = nil) -> String {
        up + "../" + Self.encoded(path) + (query.map { "?" + $0 } ?? "")
    }

    /// A path with everything encoded that an address may not hold, such as blanks and Chinese in file names.
    private static func encoded(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }

    /// How a value came about.
    func explanation(_ key: ResultKey) -> String {
        page(Self.explanationPath(key.study, key.area)) + "#" + Self.anchor(key)
    }

    /// A row of a file of the workspace.
    func row(_ place: Place) -> String {
        page(Self.filePath(place.file)) + (place.line.map { "#L\($0)" } ?? "")
    }

    /// A file of the workspace.
    func file(_ path: String) -> String { page(Self.filePath(path)) }

    /// A source.
    func source(_ id: Source.ID) -> String { page("sources.html") + "#" + id.rawValue }

    static func explanationPath(_ study: String, _ area: Area.ID) -> String {
        "explain/\(study)/\(area).html"
    }

    static func filePath(_ file: String) -> String {
        "files/" + file.split(separator: "/").joined(separator: "-") + ".html"
    }

    /// The id of a value on its page: item, measure and period, in the letters an address may hold.
    static func anchor(_ key: ResultKey) -> String {
        let text = [key.item, key.measure, key.period.description].joined(separator: ".")
        return String(text.map { $0 == "/" || $0 == "@" || $0 == " " ? "_" : $0 })
    }
}

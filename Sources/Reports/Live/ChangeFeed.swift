public import StatisticalData

/// What became known when, as a feed (Atom, RFC 4287): an entry for each batch and date, the newest first.
public struct ChangeFeed: Sendable {
    private let name: LocalisedText
    private let wording: Wording
    private let entries: [Entry]

    /// Figures of a batch that became known on a date.
    private typealias Entry = (file: String, knownOn: KnownDate, figures: Int)

    /// More entries than this are left out.
    private static let most = 100

    /// The feed in a language.
    public init(
        _ name: LocalisedText, _ arrivals: [(file: String, knownOn: KnownDate, figures: Int)], _ wording: Wording
    ) {
        self.name = name
        self.wording = wording
        entries = Array(arrivals.prefix(Self.most))
    }

    /// The feed as XML.
    ///
    /// - Parameter base: the address of the server with a slash at its end.
    public func text(base: String) -> String {
        let language = wording.language
        let own = base + language.rawValue + "/feed.atom"
        let escaped = InlineMarkup.escaped
        var text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.tag)">
            <id>\(escaped(own))</id>
            <title>\(escaped(wording("feed-title", ["name": name[language]])))</title>
            <updated>\(entries.first.map { Self.time($0.knownOn) } ?? "1970-01-01T00:00:00Z")</updated>
            <author><name>Greenprint</name></author>
            <link rel="self" href="\(escaped(own))"/>

            """
        for entry in entries {
            let arguments = ["count": String(entry.figures), "date": entry.knownOn.description, "file": entry.file]
            let page = Links(absoluteIn: language).page(Links.filePath(entry.file)).dropFirst()
            text += """
                <entry>
                <id>\(escaped(base + String(page)))#\(entry.knownOn)</id>
                <title>\(escaped(wording("feed-entry", arguments)))</title>
                <updated>\(Self.time(entry.knownOn))</updated>
                <link href="\(escaped(base + String(page)))"/>
                <summary>\(escaped(wording("feed-summary", arguments)))</summary>
                </entry>

                """
        }
        return text + "</feed>\n"
    }

    /// The last day meant, at midnight.
    private static func time(_ date: KnownDate) -> String {
        KnownDate(latestDay: date.latestDay, precision: .day).description + "T00:00:00Z"
    }
}

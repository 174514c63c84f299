import StatisticalData

/// A piece of text on a page: plain, strong, a link, with the mark of trust that its figure carries.
struct Run: Sendable {
    var text: String
    var href: String?
    var mark: Mark?
    var isStrong = false

    /// A mark of trust beside a figure.
    struct Mark: Sendable {
        /// The word or letter shown.
        let text: String
        /// The whole word and what it means.
        let title: String
        /// The class for the style sheet.
        let style: String
    }

    init(_ text: String, href: String? = nil, mark: Mark? = nil, isStrong: Bool = false) {
        self.text = text
        self.href = href
        self.mark = mark
        self.isStrong = isStrong
    }

    /// The same text, strong.
    var strong: Run {
        Run(text, href: href, mark: mark, isStrong: true)
    }
}

extension Wording {
    /// The mark for a degree of trust; `nil` for official figures.
    ///
    /// What is doubtful or unverified is marked with the whole word, the rest with a letter the legend explains.
    func mark(_ trust: Trust) -> Run.Mark? {
        guard trust != .official else { return nil }
        let isWeak = trust >= .doubtful
        return Run.Mark(
            text: isWeak ? self.trust(trust) : self("mark-" + trust.rawValue),
            title: self.trust(trust) + self("colon") + self("trust-note-" + trust.rawValue),
            style: isWeak ? "mark mark-weak" : "mark")
    }

    /// A sentence of the catalogue with runs in the place of its arguments.
    func sentence(_ key: String, _ arguments: [String: Run] = [:]) -> [Run] {
        var runs: [Run] = []
        var rest = self(key)[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { runs.append(Run(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            runs.append(arguments[name] ?? Run("{" + name + "}"))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { runs.append(Run(String(rest))) }
        return runs
    }
}

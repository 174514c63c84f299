import StatisticalData
import Studies

/// Finds indicators, areas, studies, items, sources and files by words of either language.
struct Search {
    /// Something found.
    struct Hit: Sendable {
        let kind: Kind
        let name: LocalisedText
        /// The study it is a part of.
        let study: LocalisedText?
        /// The path of its page below the folder of a language.
        let path: String
        /// The place on that page, with its sign.
        let anchor: String?
    }

    /// What was found.
    enum Kind: String, CaseIterable, Sendable {
        case indicator
        case study
        case item
        case source
        case file
    }

    private let entries: [(hit: Hit, text: String)]

    /// At most so many are told.
    private static let most = 60

    init(_ assessment: Assessment, indicators: Set<Indicator.ID>) {
        var entries: [(Hit, String)] = []
        func add(
            _ kind: Kind, _ name: LocalisedText, _ path: String, anchor: String? = nil, of study: LocalisedText? = nil,
            also more: [String] = []
        ) {
            let text = ([name.en, name.zh] + more).joined(separator: " ")
            entries.append((Hit(kind: kind, name: name, study: study, path: path, anchor: anchor), Self.plain(text)))
        }
        for indicator in assessment.indicators.values.sorted(by: { $0.id < $1.id })
        where indicators.contains(indicator.id) {
            add(.indicator, indicator.name, FiguresPage.path(indicator.id), also: [indicator.id.rawValue])
        }
        for index in assessment.results {
            let result = index.result
            add(.study, result.title, result.study + ".html", also: [result.study])
            for item in result.items {
                add(.item, item.name, result.study + ".html", of: result.title, also: [item.id])
            }
        }
        for source in assessment.sources {
            add(
                .source, source.title, "sources.html", anchor: "#" + source.id.rawValue,
                also: [source.publisher.en, source.publisher.zh, source.id.rawValue, source.address ?? ""])
        }
        for file in assessment.files {
            add(.file, LocalisedText(en: file.path, zh: file.path), Links.filePath(file.path))
        }
        self.entries = entries
    }

    /// What holds every word of `text`, in the order of the kinds; of equal names on one page the first.
    func find(_ text: String) -> [Hit] {
        let words = Self.plain(text).split(separator: " ")
        guard !words.isEmpty else { return [] }
        var seen: Set<String> = []
        let found = entries.filter { entry in words.allSatisfy { entry.text.contains($0) } }.map(\.hit)
        let once = found.filter { seen.insert($0.path + ($0.anchor ?? "") + $0.name.en).inserted }
        return Array(once.prefix(Self.most))
    }

    /// Text without differences of case and of width, signs as blanks.
    private static func plain(_ text: String) -> String {
        String(
            text.lowercased().unicodeScalars.map { scalar -> Character in
                let narrow =
                    (0xFF01...0xFF5E).contains(scalar.value)
                    ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar
                return narrow.properties.isAlphabetic || narrow.properties.numericType != nil || narrow == "."
                    ? Character(narrow) : " "
            }
        ).lowercased()
    }
}

import StatisticalData

/// An address of the server: every one there is, so that each can be tried.
enum Route: Hashable, Sendable {
    /// The root, which leads to a language.
    case root
    /// The folder of a language without its slash.
    case language(Language)
    /// A file of the site, as the report writes it.
    case file(String)
    /// From where figures are found.
    case explore(Language)
    /// The figures of an indicator as a page.
    case figures(Indicator.ID, Language)
    /// The figures of an indicator as a table.
    case figureTable(Indicator.ID, TableFormat)
    /// How a value came about, as a tree.
    case derivation(Language)
    /// The interface for programs.
    case program(ProgramRoute)
    /// The feed of what became known.
    case feed(Language)
    /// A data query of SDMX with its key.
    case data(String)
    /// Whether the server is well.
    case health
    /// Counts of what it does.
    case metrics

    /// How a table is written.
    enum TableFormat: String, CaseIterable, Sendable {
        case csv
        case json
    }

    /// The route of a path; `nil` where there is none.
    ///
    /// - Parameter isFile: whether the site has a file at a path.
    init?(_ path: String, isFile: (String) -> Bool) {
        switch path {
        case "/": self = .root
        case "/health": self = .health
        case "/metrics": self = .metrics
        default:
            let relative = String(path.dropFirst())
            if let program = ProgramRoute(rawValue: relative) {
                self = .program(program)
                return
            }
            if let live = Route(live: relative.split(separator: "/", omittingEmptySubsequences: false).map(String.init))
            {
                self = live
                return
            }
            if let language = Language(rawValue: relative) {
                self = .language(language)
            } else {
                let file =
                    Language(rawValue: String(relative.dropLast())).map { "\($0.rawValue)/index.html" } ?? relative
                guard relative.hasSuffix("/") == (file != relative), isFile(file) else { return nil }
                self = .file(file)
            }
        }
    }

    /// Addresses that only a server has: `en/explore`, `en/figures/ID`, `figures/ID.csv`, `en/derivation`,
    /// `sdmx/data/all/KEY`.
    private init?(live parts: [String]) {
        if parts.count == 2, let language = Language(rawValue: parts[0]), parts[1] == "explore" {
            self = .explore(language)
        } else if parts.count == 2, let language = Language(rawValue: parts[0]), parts[1] == "derivation" {
            self = .derivation(language)
        } else if parts.count == 2, let language = Language(rawValue: parts[0]), parts[1] == "feed.atom" {
            self = .feed(language)
        } else if parts.count == 3, let language = Language(rawValue: parts[0]), parts[1] == "figures" {
            self = .figures(Indicator.ID(parts[2]), language)
        } else if parts.count == 2, parts[0] == "figures",
            let format = TableFormat.allCases.first(where: { parts[1].hasSuffix("." + $0.rawValue) })
        {
            self = .figureTable(Indicator.ID(parts[1].dropLast(format.rawValue.count + 1)), format)
        } else if parts.count == 3 || parts.count == 4, parts[0] == "sdmx", parts[1] == "data", parts[2] == "all" {
            self = .data(parts.count == 4 ? parts[3] : "all")
        } else {
            return nil
        }
    }

    /// The methods it answers.
    var methods: [WebRequest.Method] {
        switch self {
        case .root, .language, .file, .explore, .figures, .figureTable, .derivation, .program, .feed, .data, .health,
            .metrics:
            [.get, .head]
        }
    }
}

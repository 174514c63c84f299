internal import Declarations
internal import EmbeddedFiles
public import StatisticalData

/// The texts of the program in both languages: a key a message, `{name}` where a value goes.
public struct Catalogue: Sendable {
    private let texts: [Language: [String: String]]
    private let units: [String: LocalisedText]

    /// Reads the catalogue that is part of the program.
    ///
    /// - Parameter languages: the languages to read; all of them for pages, one for the terminal.
    /// - Throws: `Faults` when an embedded file is no catalogue, which the tests exclude.
    public static func embedded(in languages: [Language] = Language.allCases) throws -> Catalogue {
        var texts: [Language: [String: String]] = [:]
        for language in languages {
            for file in EmbeddedFile.files(in: "assets/texts") where file.path.hasSuffix("-\(language.rawValue).yaml") {
                let part = try CatalogueLines.read(file.bytes) ?? declared(file)
                texts[language, default: [:]].merge(part) { first, _ in first }
            }
        }
        let file = "assets/units.yaml"
        let units = try Declaration(EmbeddedFile.at(file)?.text ?? "", file: file)
            .decode([String: LocalisedText].self, schema: .dictionary(.localisedText))
        return Catalogue(texts: texts, units: units)
    }

    /// The texts of a file, read as YAML.
    static func declared(_ file: EmbeddedFile) throws -> [String: String] {
        try Declaration(file.text, file: file.path).decode([String: String].self, schema: .dictionary(.text))
    }

    init(texts: [Language: [String: String]], units: [String: LocalisedText]) {
        self.texts = texts
        self.units = units
    }

    /// The message under `key`; the key in brackets when there is none, which a test excludes.
    public func text(_ key: String, _ arguments: [String: String] = [:], in language: Language) -> String {
        guard let template = texts[language]?[key] else { return "[" + key + "]" }
        return Self.fill(template, arguments)
    }

    /// Whether there is a message under `key`.
    public func has(_ key: String, in language: Language) -> Bool {
        texts[language]?[key] != nil
    }

    /// The keys of a language.
    public func keys(in language: Language) -> Set<String> {
        Set(texts[language].map { Array($0.keys) } ?? [])
    }

    /// The name of a unit: in Chinese as Chinese statistics write it.
    public func unit(_ unit: UnitOfMeasure, in language: Language) -> String {
        units[unit.symbol]?[language] ?? unit.symbol
    }

    /// The symbols of the units with a name.
    var unitSymbols: Set<String> { Set(units.keys) }

    /// The names of the values a message expects.
    public static func placeholders(in template: String) -> Set<String> {
        var names: Set<String> = []
        _ = replacing(template) { name in
            names.insert(name)
            return ""
        }
        return names
    }

    private static func fill(_ template: String, _ arguments: [String: String]) -> String {
        guard template.contains("{") else { return template }
        return replacing(template) { arguments[$0] ?? "{" + $0 + "}" }
    }

    private static func replacing(_ template: String, _ value: (String) -> String) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += value(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

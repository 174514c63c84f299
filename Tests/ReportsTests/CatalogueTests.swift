import EmbeddedFiles
import Spreadsheets
import StatisticalData
import Studies
import TargetTracking
import Testing

@testable import Reports

/// The catalogue says everything in both languages, and nothing that nobody asks for.
struct CatalogueTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try Catalogue.embedded() }

    private func text(_ key: String, _ language: Language) -> String { catalogue.text(key, in: language) }

    @Test func bothLanguagesHaveTheSameKeys() {
        let (english, chinese) = (catalogue.keys(in: .english), catalogue.keys(in: .chinese))
        #expect(english.subtracting(chinese) == [])
        #expect(chinese.subtracting(english) == [])
        #expect(english.count > 300)
    }

    @Test func bothLanguagesNameTheSameValues() {
        for key in catalogue.keys(in: .english) {
            let names = Language.allCases.map { Catalogue.placeholders(in: text(key, $0)) }
            #expect(names[0] == names[1], "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func noTextIsEmptyAndEveryBraceIsAPlaceholder(language: Language) {
        for key in catalogue.keys(in: language) {
            let message = text(key, language)
            #expect(message.contains { !$0.isWhitespace }, "\(key)")
            let names = Catalogue.placeholders(in: message)
            #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z]+/) != nil }, "\(key)")
            #expect(message.count { $0 == "{" } == message.count { $0 == "}" }, "\(key)")
        }
    }

    /// Chinese texts are Chinese: at least one Chinese character or sign, but for a few that have no words.
    @Test func chineseTextsAreChinese() {
        let wordless: Set = ["glance-span", "glance-score", "none", "growth-change-axis", "interval", "explain-label"]
        for key in catalogue.keys(in: .chinese) where !wordless.contains(key) && !key.hasPrefix("mark-") {
            let isLatin = text(key, .chinese).unicodeScalars.allSatisfy { $0.value < 0x2E80 }
            let isWorded = text(key, .english).contains { $0.isLetter }
            #expect(!isLatin || text(key, .chinese) == text(key, .english) || !isWorded, "\(key)")
        }
    }

    /// A key stands in one file only: the files of a language are one catalogue.
    @Test(arguments: Language.allCases)
    func noKeyStandsTwice(language: Language) {
        let files = EmbeddedFile.files(in: "assets/texts").filter { $0.path.hasSuffix("-\(language.rawValue).yaml") }
        #expect(files.count >= 3)
        let keys = files.flatMap { file in
            file.text.split(separator: "\n").compactMap { $0.firstMatch(of: /^([A-Za-z0-9-]+):/).map { String($0.1) } }
        }
        let counts = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }
        #expect(counts.keys.sorted() == [])
        #expect(Set(keys) == catalogue.keys(in: language))
    }

    /// The fast reading of the texts gives what reading them as YAML gives.
    @Test func linesAreReadAsYAML() throws {
        for file in EmbeddedFile.files(in: "assets/texts") {
            #expect(try CatalogueLines.read(file.bytes) == Catalogue.declared(file), "\(file.path)")
        }
        let read = { (text: String) in CatalogueLines.read([UInt8](text.utf8)) }
        #expect(read("# a\n\nkey: \"a \\\"b\\\" c\"\n") == ["key": "a \"b\" c"])
        for text in [
            "key: text", "key: \"a\nb\"", "a: \"1\"\na: \"2\"", "a: \"\\n\"", "a: \"b\"c\"", ": \"b\"", "a: \"",
        ] {
            #expect(read(text) == nil, "\(text)")
        }
    }

    @Test func everyKeyWrittenInTheSourcesExists() throws {
        let asked = try SourceScan.keysAsked()
        #expect(asked.count > 100)
        #expect(asked.subtracting(catalogue.keys(in: .english)).sorted() == [])
    }

    @Test func everyFaultHasItsMessageAndRemedy() throws {
        let codes = try SourceScan.faultCodes().union(KeyFamilies.computedFaults())
        #expect(codes.count > 80)
        let keys = catalogue.keys(in: .english)
        for code in codes.subtracting(["fault"]).sorted() {
            #expect(keys.contains("fault-" + code), "fault-\(code)")
            #expect(keys.contains("remedy-" + code), "remedy-\(code)")
        }
    }

    @Test func everyComputedKeyExists() throws {
        let needed = try KeyFamilies.needed()
        #expect(needed.subtracting(catalogue.keys(in: .english)).sorted() == [])
    }

    /// What nobody asks for is either a mistake or a message that never reaches its reader.
    @Test func noKeyIsUnused() throws {
        let literals = try SourceScan.literals()
        let stems = try SourceScan.stems().filter { $0.hasSuffix("assumption-") }
        let codes = try SourceScan.faultCodes().union(KeyFamilies.computedFaults())
        let faults = codes.flatMap { ["fault-" + $0, "remedy-" + $0] }
        let used = try literals.union(faults).union(KeyFamilies.needed())
        let unused = catalogue.keys(in: .english).filter { key in
            !used.contains(key) && !stems.contains { key.hasPrefix($0) }
        }
        #expect(unused.sorted() == [])
    }
}

import Foundation
import Reports
import StatisticalData

/// Texts for the terminal in the reader's language.
struct Messages {
    let wording: Wording

    /// The language asked for, else that of the environment (LC_ALL, LC_MESSAGES, LANG), else English.
    init(_ asked: Language?) throws {
        let language = asked ?? Self.environmentLanguage()
        wording = Wording(try Catalogue.embedded(in: [language]), language)
    }

    private static func environmentLanguage() -> Language {
        let environment = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.lowercased().hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }

    /// Writes a line to standard error.
    func tell(_ key: String, _ arguments: [String: String] = [:]) {
        Output.error(wording(key, arguments) + "\n")
    }

    /// Writes faults to standard error.
    func tell(_ faults: [Fault]) {
        for fault in faults { Output.error(FaultText.lines(fault, wording) + "\n") }
    }

    /// The first twenty, and how many there are beyond.
    static func listed(_ words: [String]) -> String {
        words.prefix(20).joined(separator: ", ") + (words.count > 20 ? ", … (\(words.count))" : "")
    }
}

import Foundation
import StatisticalData
import Studies
import Testing

@testable import Reports

/// A Chinese page speaks Chinese.
struct PageLanguageTests {
    /// Text of the Chinese pages; the rows of files are shown as they stand.
    private func chinese() throws -> [(path: String, text: String)] {
        try ReportFolder.example().files.filter { $0.key.hasPrefix("zh/") && !$0.key.hasPrefix("zh/files/") }
            .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
    }

    /// No message of the English catalogue, or a part of it between its values, stands on a Chinese page.
    @Test func noEnglishMessageOnAChinesePage() throws {
        let example = try ReportFolder.example()
        let (english, other) = (example.wording(.english), example.wording(.chinese))
        let parts = example.catalogue.keys(in: .english).filter { english($0) != other($0) }.flatMap { key in
            english(key).split { "{}".contains($0) }.map(String.init)
        }.filter { $0.count >= 15 && $0.contains(" ") }
        #expect(parts.count > 100)
        for (path, text) in try chinese() where !path.hasPrefix("zh/explain/") || path.hasSuffix("/320000.html") {
            text.withCString { page in
                for part in Set(parts) {
                    let found = InlineMarkup.escaped(part).withCString { strstr(page, $0) != nil }
                    #expect(!found, "\(path): \(part)")
                }
            }
        }
    }

    /// Names of the example have a Chinese form: no run of four English words is left, but in addresses and names of
    /// sites.
    @Test func noEnglishSentenceOnAChinesePage() throws {
        for (path, page) in try ReportFolder.pages().pages
        where path.hasPrefix("zh/") && !path.hasPrefix("zh/files/") {
            for text in page.texts where !text.unicodeScalars.contains(where: { $0.value > 0x2E80 }) {
                let sentence = text.firstMatch(of: /[A-Za-z]+( [A-Za-z,]+){4,}/)
                #expect(sentence == nil, "\(path): \(text)")
            }
        }
    }

    /// Roles and expressions are the same in both languages, so they are symbols and ids, never English words.
    @Test func rolesAndExpressionsAreSymbols() throws {
        var words: Set<String> = []
        for index in try ReportFolder.example().assessment.results {
            var ids = Set(index.result.values.flatMap { [$0.key.item, $0.key.area.rawValue] })
            if case .compositeIndex(let detail) = index.result.detail { ids.formUnion(detail.components) }
            for value in index.result.values {
                let roles = value.derivation.inputs.filter { input in
                    !ids.contains(input.role) && value.derivation.formula != "formula-weight-sum"
                }.map(\.role)
                for text in roles + [value.derivation.expression] {
                    let parts = text.split { "() ,=·/−".contains($0) }.map(String.init)
                    words.formUnion(parts.filter { !ids.contains($0) && $0.wholeMatch(of: /[A-Za-z]{4,}/) != nil })
                }
            }
        }
        #expect(words.sorted() == [])
    }
}

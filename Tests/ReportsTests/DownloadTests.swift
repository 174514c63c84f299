import Foundation
import Spreadsheets
import StatisticalData
import Studies
import Testing

@testable import Reports
import TestSupport

/// The files a reader takes away say exactly what the results say.
struct DownloadTests {
    private func rows(_ data: Data) throws -> [[String]] {
        try data.withUnsafeBytes { bytes in
            var reader = try CSVReader(bytes, file: "download.csv")
            var rows = [reader.header]
            var row = CSVRow()
            while try reader.next(&row) { rows.append((0..<row.count).map { reader.string(row, $0) }) }
            return rows
        }
    }

    /// CSV begins with a byte order mark and reads back to the bit, numbers in the C locale.
    @Test func tablesReadBack() throws {
        let example = try ReportFolder.example()
        for index in example.assessment.results {
            let result = index.result
            let data = try #require(example.files["data/\(result.study).csv"])
            #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
            let rows = try rows(data)
            #expect(rows.count == result.values.count + 1)
            for (row, value) in zip(rows.dropFirst(), result.values) {
                #expect(row.count == 11)
                #expect(row[1...3] == [value.key.item, value.key.measure, value.key.area.rawValue])
                #expect(row[4] == value.key.period.description)
                if let word = value.word { #expect(row[5] == word) } else { check(row[5], value.number) }
                check(row[6], value.low)
                check(row[7], value.high)
                #expect(row[8] == value.unit?.symbol ?? "")
                #expect(row[9] == value.trust.rawValue)
                #expect(row[10] == value.sources.map(\.rawValue).joined(separator: ";"))
            }
        }
    }

    private func check(_ text: String, _ number: Double?) {
        #expect(Double(text)?.bitPattern == number?.bitPattern, "\(text)")
        #expect(text.allSatisfy { "0123456789.-+e".contains($0) }, "\(text)")
    }

    private struct Document: Decodable {
        let study: String
        let kind: String
        let values: [Value]

        struct Value: Decodable {
            let item: String
            let measure: String
            let area: String
            let period: String
            let value: Double?
            let word: String?
            let low: Double?
            let high: Double?
            let status: String
            let sources: [String]
        }
    }

    @Test func documentsReadBack() throws {
        let example = try ReportFolder.example()
        for index in example.assessment.results {
            let result = index.result
            let data = try #require(example.files["data/\(result.study).json"])
            let document = try JSONDecoder().decode(Document.self, from: data)
            #expect(document.study == result.study && document.kind == result.kind.rawValue)
            #expect(document.values.count == result.values.count)
            for (read, value) in zip(document.values, result.values) {
                #expect(read.item == value.key.item && read.measure == value.key.measure)
                #expect(read.area == value.key.area.rawValue && read.period == value.key.period.description)
                #expect(read.value?.bitPattern == value.number?.bitPattern, "\(value.key)")
                #expect(read.low?.bitPattern == value.low?.bitPattern, "\(value.key)")
                #expect(read.high?.bitPattern == value.high?.bitPattern, "\(value.key)")
                #expect(read.word == value.word && read.status == value.trust.rawValue)
                #expect(read.sources == value.sources.map(\.rawValue))
            }
        }
    }

    /// Files of the workspace are copied as they stand; tables have the byte order mark in front, once.
    @Test func filesAreCopied() throws {
        let example = try ReportFolder.example()
        #expect(example.assessment.files.count >= 7)
        for file in example.assessment.files {
            let copy = try #require(example.files["data/files/" + file.path])
            let mark = file.path.hasSuffix(".csv") ? Data([0xEF, 0xBB, 0xBF]) : Data()
            #expect(copy == mark + file.data)
        }
    }

    /// A reader finds the downloads on the page they belong to.
    @Test(arguments: Language.allCases)
    func everyChapterOffersItsTables(language: Language) throws {
        let (example, site) = (try ReportFolder.example(), try ReportFolder.pages())
        func offered(_ page: String) -> Set<String> {
            let path = language.rawValue + "/" + page
            let links = site.pages[path]?.links.filter { $0.attributes["download"] != nil } ?? []
            return Set(links.compactMap { SiteReading.resolve($0.attributes["href"] ?? "", from: path)?.path })
        }
        for index in example.assessment.results {
            let study = index.result.study
            #expect(offered(study + ".html") == ["data/\(study).csv", "data/\(study).json"], "\(study)")
        }
        for file in example.assessment.files {
            #expect(offered(Links.filePath(file.path)) == ["data/files/" + file.path], "\(file.path)")
        }
        #expect(offered("sources.html") == ["data/sources.csv"])
    }

    /// Every source of the workspace is in the table of sources.
    @Test func tableOfSources() throws {
        let example = try ReportFolder.example()
        let rows = try rows(try #require(example.files["data/sources.csv"]))
        #expect(rows.dropFirst().map { $0[0] } == example.sources.keys.map(\.rawValue).sorted())
        #expect(example.sources.count > 30)
        for row in rows.dropFirst() { #expect(example.sources[Source.ID(row[0])]?.title.zh == row[4]) }
    }

    /// Random doubles, as text, read back to the bit.
    @Test(arguments: [UInt64(3), 4])
    func numbersReadBackToTheBit(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            #expect(Double(Decimals.text(number))?.bitPattern == number.bitPattern, "\(number)")
            let small = Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 1000
            #expect(Double(Decimals.text(small)) == small)
        }
    }
}

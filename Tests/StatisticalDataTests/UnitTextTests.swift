import Foundation
import Testing

@testable import StatisticalData
import TestSupport

/// The written form of units.
struct UnitTextTests {
    @Test(arguments: [
        "", " ", "t ", " t", "hope", "T", "10^", "10^ t", "10^x t", "10^4.5 t", "10^31 t", "10^-31 t", "10 t", "1 t",
        "10^4 ", "10^4 1", "10^4 10^4 t", "t  CO2", "t CO3", "t per", "per t", "per", "t//m3", "t/", "/t", "/", "m4",
        "km22",
        "ha2", "mu3", "kg2", "１", "％", "10^４ t", "10^4\u{301} t", "m2\u{301}", "t\0", "\0", "\u{FEFF}t", "t\n",
        "10^-9223372036854775808 t", "10^9223372036854775807 t", "10^99999999999999999999999 t", "t per per t",
    ])
    func refuses(text: String) {
        #expect(UnitOfMeasure(text) == nil)
    }

    @Test func refusesAnythingLong() {
        #expect(UnitOfMeasure(String(repeating: "t/", count: 50_000) + "t") == nil)
        #expect(UnitOfMeasure(String(repeating: "10^9", count: 50_000)) == nil)
    }

    @Test(arguments: ["%", "1", "points"])
    func constantsAreTheReadUnits(symbol: String) {
        #expect([UnitOfMeasure.percent, .one, .points].contains { $0 == UnitOfMeasure(symbol) })
    }

    /// Random sequences of the pieces units are made of, and of what they are not made of: whatever is accepted keeps
    /// its text and is equal to itself.
    @Test(arguments: [7, 2024] as [UInt64])
    func garbageNeverCrashes(seed: UInt64) {
        let pieces = [
            "t", "CO2", "10^4", "10^-9", "10^30", "10^", "^", "per", "/", " ", " per ", "m3", "km2", "mu", "%", "1",
            "0",
            "-", "9223372036854775808", "江苏", "👩‍👩‍👧", "\u{301}", "\0", "\"", "\n", "tce", "person employed", "e5",
        ]
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...7, using: &generator))
                .map { _ in pieces[.random(in: pieces.indices, using: &generator)] }.joined()
            guard let unit = UnitOfMeasure(text) else { continue }
            accepted += 1
            #expect(unit.description == text)
            #expect(unit.convert(3, to: unit) == 3)
        }
        #expect(accepted > 100)
    }

    /// Every unit the example workspace uses can be read.
    @Test func unitsOfTheExample() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/jiangsu", directoryHint: .isDirectory)
        var units: Set<String> = []
        for folder in ["", "data", "plans", "frameworks"] {
            let directory = root.appending(path: folder, directoryHint: .isDirectory)
            for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) where name.hasSuffix(".csv")
            {
                let text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
                units.formUnion(Self.fields(of: text, in: ["unit", "base_unit"]))
            }
        }
        #expect(units.count > 10)
        for unit in units { #expect(UnitOfMeasure(unit) != nil, "\(unit)") }
    }

    /// The non-empty fields of some columns; a line break in quotes is not expected in these files.
    private static func fields(of text: String, in columns: Set<String>) -> Set<String> {
        let rows = text.split(separator: "\n").map { line in
            var isQuoted = false
            return line.split(omittingEmptySubsequences: false) { character in
                if character == "\"" { isQuoted.toggle() }
                return character == "," && !isQuoted
            }.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r")) }
        }
        let positions = (rows.first ?? []).indices.filter { columns.contains(rows[0][$0]) }
        return Set(rows.dropFirst().flatMap { row in positions.map { row[$0] } }.filter { !$0.isEmpty })
    }
}

import CompositeIndicators
import Foundation
import Testing
import TestSupport

/// Files of an independent program, read only if the environment variable names their folder.
struct ReferenceTable {
    static let isAvailable = ReferenceFolder.isGiven
    static let hint = Comment(rawValue: ReferenceFolder.hint)

    let header: [String]
    let rows: [[String]]

    init(_ file: String) throws {
        (header, rows) = try ReferenceFolder.table(file)
    }

    /// A column as text, the file's marks of a missing value turned into `nil`.
    func text(_ name: String) throws -> [String?] {
        let position = try #require(header.firstIndex(of: name))
        return rows.map { ["NA", ""].contains($0[position]) ? nil : $0[position] }
    }

    /// A column as numbers.
    func numbers(_ name: String) throws -> [Double?] {
        try text(name).map { $0.flatMap { Double($0) } }
    }

    /// The columns named, or all but the first `skipping`, one row a unit.
    func matrix(_ codes: [String]? = nil, skipping: Int = 1, units: String = "uCode") throws -> IndicatorMatrix {
        let codes = codes ?? Array(header.dropFirst(skipping))
        return IndicatorMatrix(
            units: try text(units).map { $0 ?? "" }, codes: codes, columns: try codes.map { try numbers($0) })
    }
}

/// The ASEM example: data and metadata.
struct ReferenceExample {
    let data: ReferenceTable
    var metadata: [IndicatorMetadata]
    let raw: IndicatorMatrix
    let denominators: IndicatorMatrix

    init() throws {
        data = try ReferenceTable("input/asem_iData.csv")
        let table = try ReferenceTable("input/asem_iMeta.csv")
        let (codes, parents) = (try table.text("iCode"), try table.text("Parent"))
        let (levels, directions) = (try table.numbers("Level"), try table.numbers("Direction"))
        let (kinds, denominators) = (try table.text("Type"), try table.text("Denominator"))
        metadata = try codes.indices.map { row in
            IndicatorMetadata(
                code: codes[row] ?? "", level: levels[row].map { Int($0) }, parent: parents[row],
                direction: Int(directions[row] ?? 1),
                kind: try #require(IndicatorMetadata.Kind(rawValue: kinds[row] ?? "")), denominator: denominators[row])
        }
        raw = try data.matrix(metadata.filter { $0.kind == .indicator }.map(\.code))
        self.denominators = try data.matrix(metadata.filter { $0.kind == .denominator }.map(\.code))
    }

    /// A column of groups in the order of the rows of a matrix.
    func groups(_ name: String, for matrix: IndicatorMatrix) throws -> [String?] {
        let labels = Dictionary(uniqueKeysWithValues: zip(try data.text("uCode"), try data.text(name)))
        return matrix.units.map { labels[$0] ?? nil }
    }
}

/// The largest relative difference of two numbers in a file, and what else differs.
struct ReferenceComparison {
    private(set) var largest = 0.0
    private(set) var place = ""
    private(set) var compared = 0
    private(set) var mismatches: [String] = []

    /// - Parameter floor: below it the difference is taken relative to it.
    mutating func compare(_ found: Double?, _ expected: Double?, floor: Double = 0, _ place: String) {
        compared += 1
        guard let found, let expected else {
            if (found == nil) != (expected == nil) { mismatches.append(place) }
            return
        }
        if found == expected { return }
        let difference = abs(found - expected) / max(abs(found), abs(expected), floor)
        if difference > largest { (largest, self.place) = (difference, place) }
    }

    mutating func compare(_ found: IndicatorMatrix, _ expected: IndicatorMatrix, floor: Double = 0) throws {
        for (row, unit) in expected.units.enumerated() {
            let position = try #require(found.units.firstIndex(of: unit))
            for (column, code) in expected.codes.enumerated() {
                let other = try #require(found.position(of: code))
                compare(found[position, other], expected[row, column], floor: floor, "\(unit) \(code)")
            }
        }
    }

    /// Expects agreement and says how close it is.
    func report(_ file: String, within tolerance: Double = 1e-12) {
        print("\(file): \(compared) values, largest relative difference \(largest) \(place)")
        #expect(compared > 0 && mismatches.isEmpty && largest <= tolerance, "\(file)")
    }

    static func matrices(
        _ found: IndicatorMatrix, file: String, skipping: Int = 1, floor: Double = 0
    ) throws {
        var comparison = Self()
        let expected = try ReferenceTable(file).matrix(skipping: skipping)
        #expect(Set(found.units) == Set(expected.units))
        try comparison.compare(found, expected, floor: floor)
        comparison.report(file)
    }
}

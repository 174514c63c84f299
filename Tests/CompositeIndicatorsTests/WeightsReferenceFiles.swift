import CompositeIndicators
import Foundation
import TestSupport

/// The reference data of the project, where the environment names them.
enum WeightsReference {
    static let folder = ReferenceFolder.path

    static func decode<Facts: Decodable>(_ type: Facts.Type, _ path: String) throws -> Facts {
        try JSONDecoder().decode(type, from: Data(ReferenceFolder.text(path).utf8))
    }

    /// A file of units by code.
    static func matrix(_ path: String) throws -> IndicatorMatrix {
        let (header, rows) = try ReferenceFolder.table(path)
        let key = header.firstIndex(of: "uCode") ?? header.firstIndex(of: "iCode") ?? 0
        let codes = header.enumerated().filter { $0.offset != key }.map(\.element)
        let columns: [[Double?]] = header.indices.filter { $0 != key }.map { column in
            rows.map { $0[column] == "NA" ? nil : Double($0[column]) }
        }
        return IndicatorMatrix(units: rows.map { $0[key] }, codes: codes, columns: columns)
    }

    static func metadata() throws -> [IndicatorMetadata] {
        try ReferenceFolder.rows("input/asem_iMeta.csv").compactMap { row in
            guard let code = row["iCode"], let kind = IndicatorMetadata.Kind(rawValue: row["Type"] ?? "") else {
                return nil
            }
            let parent = row["Parent"] == "NA" ? nil : row["Parent"]
            return IndicatorMetadata(
                code: code, level: Int(row["Level"] ?? ""), parent: parent, direction: Int(row["Direction"] ?? "") ?? 1,
                weight: Double(row["Weight"] ?? "") ?? 1, kind: kind)
        }
    }

    /// Weights by code of a file with the columns iCode and another.
    static func weights(_ path: String, column: String = "Weight") throws -> [String: Double] {
        try ReferenceFolder.rows(path).reduce(into: [:]) { weights, row in
            if let code = row["iCode"] { weights[code] = Double(row[column] ?? "") }
        }
    }
}

/// The largest relative difference found in a comparison.
struct Difference {
    private(set) var largest = 0.0
    private(set) var compared = 0

    /// Relative to the expected value, or absolute where a floor is larger.
    mutating func add(_ found: Double?, _ expected: Double?, floor: Double = 0) {
        compared += 1
        guard let found, let expected else {
            if found != nil || expected != nil { largest = .infinity }
            return
        }
        let scale = max(abs(expected), floor)
        let difference = found == expected ? 0 : abs(found - expected) / (scale > 0 ? scale : 1)
        largest = max(largest, difference.isNaN ? .infinity : difference)
    }

    mutating func add(_ found: IndicatorMatrix, _ expected: IndicatorMatrix) {
        for (unit, code) in expected.units.enumerated() {
            for (column, name) in expected.codes.enumerated() {
                let row = found.units.firstIndex(of: code)
                let place = found.position(of: name)
                if let row, let place { add(found[row, place], expected[unit, column]) } else { add(nil, 0) }
            }
        }
    }

    func report(_ name: String) {
        print("largest difference \(name): \(largest) over \(compared) values")
    }
}

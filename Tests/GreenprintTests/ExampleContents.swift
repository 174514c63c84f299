import Foundation
import TestSupport

/// What the example workspace holds, counted in its files.
enum ExampleContents {
    /// Figures in its tables of data: all rows but the headers.
    static func figures() throws -> Int {
        let folder = URL(fileURLWithPath: Greenprint.example).appendingPathComponent("data")
        let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        return try tables.reduce(0) { sum, name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return sum + text.split(separator: "\n").count - 1
        }
    }

    /// Declared studies.
    static func studies() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: Greenprint.example + "/studies")
            .filter { $0.hasSuffix(".yaml") }.count
    }
}

/// Leaves a few studies of the example in `folder`, and nothing that rests on others: what is made of it is made quickly.
func shortenExample(_ folder: TemporaryFolder, to studies: Set<String> = ["plan-12fyp"]) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path("jiangsu/studies"))
    where !studies.contains(String(file.prefix { $0 != "." })) {
        try folder.remove("jiangsu/studies/" + file)
    }
    for part in ["programme", "dialogues", "courses", "cases"] { try folder.remove("jiangsu/" + part) }
    try folder.write("name: {en: Short, zh: 短}\narea: \"320000\"\n", to: "jiangsu/greenprint.yaml")
}

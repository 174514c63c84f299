import Foundation
import StatisticalData

/// The name of an imported batch.
enum BatchName {
    /// The name asked for, or one made from that of the file: its letters, digits, `.`, `_`, `-` of ASCII, blanks and
    /// others as `-`; where nothing remains, `import-` and the first eight digits of the file's checksum.
    ///
    /// - Throws: a `Fault` when the name asked for could not stand in file names and addresses.
    static func make(_ asked: String?, file: String, checksum: () throws -> String) throws -> String {
        if let asked {
            guard Source.ID(asked).isPortable, asked.utf8.count <= 80 else {
                throw Fault.importName(asked, at: Place(file: file))
            }
            return asked
        }
        let stem = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let parts = stem.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "._".contains($0))) }
        let name = String(parts.joined(separator: "-").prefix(60).drop { !$0.isLetter && !$0.isNumber })
        return name.isEmpty ? "import-" + String(try checksum().prefix(8)) : name
    }
}

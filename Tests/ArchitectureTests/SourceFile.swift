import Foundation

/// A Swift file as the rules see it: its lines of code, comments taken out.
struct SourceFile: Sendable {
    let path: String
    /// The code of each line, empty where there is only a comment.
    let lines: [Substring]
    private let text: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.code)
    }

    /// Whether the text, comments included, holds `word`: a quick look before going through the lines.
    func mayHold(_ word: String) -> Bool {
        text.range(of: word, options: .literal) != nil
    }

    /// The modules imported.
    var imports: [String] {
        let kinds = /(?:struct|class|enum|protocol|typealias|func|let|var)\s+/
        let pattern = /^(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+/
        return lines.compactMap { line in
            guard let first = line.utf8.first, first != 32, let match = line.prefixMatch(of: pattern) else {
                return nil
            }
            let rest = line[match.range.upperBound...]
            let name = rest.prefixMatch(of: kinds).map { rest[$0.range.upperBound...] } ?? rest
            return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }

    /// The line without a comment; `//` inside a word, as in an address, is none.
    private static func code(_ line: Substring) -> Substring {
        guard line.utf8.contains(UInt8(ascii: "/")), let comment = line.firstMatch(of: /(?:^|\s)\/\//) else {
            return line
        }
        return line[..<comment.range.lowerBound]
    }
}

extension SourceFile {
    private static let read = Result {
        try Project.files(below: "Sources", endings: [".swift"]).map {
            SourceFile(path: $0, text: try Project.text($0))
        }
    }

    /// All files of `Sources`.
    static func all() throws -> [SourceFile] {
        try read.get()
    }
}

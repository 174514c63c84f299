import Testing

/// Something that no line of code may hold, or only in some places.
struct SourceRule: Sendable, CustomTestStringConvertible {
    let name: String
    /// What every breach holds.
    let word: String
    /// Whether a line with the word breaks the rule.
    var breaks: @Sendable (Substring) -> Bool = { _ in true }
    /// Folders of `Sources` the rule is for; all when empty.
    var folders: [String] = []
    /// A line that breaks it, so that the rule itself is tested.
    let sample: String

    var testDescription: String { name }

    func isFor(_ path: String) -> Bool {
        folders.isEmpty || folders.contains { path.hasPrefix("Sources/" + $0 + "/") }
    }

    /// The places in `files` where the rule is broken.
    func breaches(in files: [SourceFile]) -> [String] {
        files.filter { isFor($0.path) && $0.mayHold(word) }.flatMap { file in
            file.lines.enumerated().filter { $0.element.contains(word) && breaks($0.element) }
                .map { "\(file.path):\($0.offset + 1): \($0.element)" }
        }
    }
}

extension SourceRule {
    /// Modules that compute or convert: no file system, no network, no processes, no clock, no environment.
    private static let pure = [
        "StatisticalData", "LinearAlgebra", "SensitivityAnalysis", "CompositeIndicators", "TargetTracking", "Charts",
        "Spreadsheets", "Workbooks", "Declarations", "TableFormats", "SDMX", "Studies", "Courses", "Markdown",
    ]

    static let all: [SourceRule] = [
        forbidding("try!", sample: "let x = try! read()"),
        forbidding("as!", sample: "let x = y as! Int"),
        forbidding("fatalError(", sample: "default: fatalError(\"no\")"),
        forbidding("preconditionFailure(", sample: "preconditionFailure()"),
        forbidding("@unchecked Sendable", sample: "final class A: @unchecked Sendable {}"),
        forbidding("nonisolated(unsafe)", sample: "nonisolated(unsafe) let a = B()"),
        SourceRule(
            name: "no stored global variable", word: "var ", breaks: isGlobalVariable, sample: "public var n = 0"),
        SourceRule(
            name: "no stored static variable", word: "static var ", breaks: stores,
            sample: "    private static var last: Int?"),
        forbidding("Date()", in: pure, sample: "let now = Date()"),
        forbidding("Date.now", in: pure, sample: "let now = Date.now"),
        forbidding("Clock()", in: pure, sample: "let clock = ContinuousClock()"),
        forbidding("FileManager", in: pure, sample: "FileManager.default"),
        forbidding("FileHandle", in: pure, sample: "FileHandle.standardError"),
        forbidding("(contentsOf: URL", in: pure, sample: "try Data(contentsOf: URL(fileURLWithPath: path))"),
        forbidding("(contentsOfFile:", in: pure, sample: "try String(contentsOfFile: path)"),
        forbidding("URLSession", in: pure, sample: "URLSession.shared"),
        forbidding("Process()", in: pure, sample: "let process = Process()"),
        forbidding("ProcessInfo", in: pure, sample: "ProcessInfo.processInfo"),
        forbidding("SystemRandomNumberGenerator", in: pure, sample: "var random = SystemRandomNumberGenerator()"),
        forbidding(".random(in:", in: pure, sample: "Int.random(in: 0..<3)"),
    ]

    private static func forbidding(_ word: String, in folders: [String] = [], sample: String) -> SourceRule {
        SourceRule(name: "no " + word, word: word, folders: folders, sample: sample)
    }

    @Sendable
    private static func isGlobalVariable(_ line: Substring) -> Bool {
        guard let first = line.utf8.first, first != 32 else { return false }
        let pattern = /(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?var\s/
        return line.prefixMatch(of: pattern) != nil && stores(line)
    }

    /// Whether a declaration stores: a computed one opens a brace before any `=`.
    @Sendable
    private static func stores(_ line: Substring) -> Bool {
        let head = line.prefix { $0 != "{" }
        return head.endIndex == line.endIndex || head.contains("=")
    }
}

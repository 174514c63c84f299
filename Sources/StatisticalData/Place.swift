/// Where something stands: a file of the workspace, with line and column where they are known.
public struct Place: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// The path, relative to the workspace.
    public let file: String
    /// The line, counted from 1.
    public let line: Int?
    /// The name or number of the column.
    public let column: String?

    /// Names a place.
    public init(file: String, line: Int? = nil, column: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and compilers write it.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let column { text += ":\(column)" }
        return text
    }

    /// Orders by file, then line, then column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line ?? 0, left.column ?? "") < (right.file, right.line ?? 0, right.column ?? "")
    }
}

public import Foundation

/// What `datapackage.json` says: a data package after Frictionless (version 1).
///
/// Source: specs.frictionlessdata.io, Data Package, Data Resource, Tabular Data Resource, Table Schema, version 1.
public struct PackageDescriptor: Codable, Hashable, Sendable {
    /// The name of the file.
    public static let file = "datapackage.json"

    /// The profile.
    public var profile = "data-package"
    /// The name for programs.
    public var name: String
    /// The title.
    public var title: String
    /// What it holds.
    public var description: String
    /// The newest date on which a figure was known, as a moment; `nil` without figures.
    public var created: String?
    /// The terms of use.
    public var licenses: [Licence]
    /// Where the figures come from.
    public var sources: [Origin]
    /// The files.
    public var resources: [PackageResource]
    /// The version of the layout of a packed workspace.
    public var greenprint: Int

    /// The version of the layout written.
    public static let layout = 1

    /// Terms of use.
    public struct Licence: Codable, Hashable, Sendable {
        /// An identifier such as `CC-BY-4.0`.
        public var name: String?
        /// The file or address of the text.
        public var path: String?
        /// What it is called.
        public var title: String?

        /// Names terms of use.
        public init(name: String? = nil, path: String? = nil, title: String? = nil) {
            self.name = name
            self.path = path
            self.title = title
        }
    }

    /// Where figures come from.
    public struct Origin: Codable, Hashable, Sendable {
        /// What it is called.
        public var title: String
        /// Its address on the web.
        public var path: String?

        /// Names a source; only an address of the web can be one.
        public init(title: String, path: String?) {
            self.title = title
            self.path = path.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        }
    }

    /// Describes a package.
    public init(
        name: String, title: String, description: String, created: String?, licenses: [Licence], sources: [Origin],
        resources: [PackageResource]
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.created = created
        self.licenses = licenses
        self.sources = sources
        self.resources = resources
        greenprint = Self.layout
    }

    /// The file: keys sorted, so that equal descriptors are equal bytes.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

/// A file of a package with what it must be.
public struct PackageResource: Codable, Hashable, Sendable {
    /// The name for programs: lower-case letters, digits, `-`, `.`, `_`, `/`.
    public var name: String
    /// The path in the package.
    public var path: String
    /// What it is.
    public var title: String?
    /// The profile: of a table, or of any file.
    public var profile: String
    /// `table` or `file`: else some programs take a file in YAML for one of their own.
    public var type: String
    /// The ending of the file.
    public var format: String?
    /// The type of the content.
    public var mediatype: String?
    /// How characters are written.
    public var encoding = "utf-8"
    /// The length in bytes.
    public var bytes: Int
    /// `sha256:` and the 64 digits of the checksum.
    public var hash: String
    /// The columns of a table.
    public var schema: TableSchema?

    /// Describes a file.
    public init(
        path: String, title: String? = nil, bytes: Int, sha256: String, schema: TableSchema? = nil,
        name: String? = nil
    ) {
        self.name = name ?? Self.name(of: path)
        self.path = path
        self.title = title
        self.bytes = bytes
        self.hash = "sha256:" + sha256
        self.schema = schema
        profile = schema == nil ? "data-resource" : "tabular-data-resource"
        type = schema == nil ? "file" : "table"
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
        format = ending
        mediatype = ending.flatMap { Self.types[$0] }
    }

    private static let types = [
        "csv": "text/csv", "json": "application/json", "yaml": "application/yaml", "yml": "application/yaml",
        "xml": "application/xml", "md": "text/markdown", "txt": "text/plain",
    ]

    /// A name for programs made from a path: other characters than those allowed become `-`.
    public static func name(of path: String) -> String {
        String(
            path.lowercased().map { character in
                character.isASCII && (character.isLetter || character.isNumber || "-._/".contains(character))
                    ? character : "-"
            })
    }
}

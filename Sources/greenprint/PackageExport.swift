import Workspaces

/// `greenprint export --format datapackage`.
struct PackageExport {
    private let messages: Messages

    init(_ messages: Messages) {
        self.messages = messages
    }

    /// Writes the workspace as a data package and tells what is in it.
    func write(_ open: OpenWorkspace, _ licence: String?, to path: String) throws {
        let package = try open.package(licence: licence)
        messages.tell(package.warnings)
        if package.observations == 0 { messages.tell("export-empty") }
        try package.write(to: path)
        messages.tell(
            "package-written",
            [
                "folder": path, "files": String(package.files.count), "observations": String(package.observations),
                "results": String(package.results),
            ])
    }
}

/// How a licence is named.
enum PackageLicence {
    /// Letters, digits, `-`, `.`, `_`, as the profile of data packages has it.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "-._".utf8.contains(byte)
            }
    }
}

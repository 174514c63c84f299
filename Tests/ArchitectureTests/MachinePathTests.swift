import Testing

/// The project runs anywhere: no file names a folder of somebody's machine.
struct MachinePathTests {
    /// Put together here, so that this file does not find itself.
    private static let folders = ["home", "tmp", "root", "work", "Users"].map { "/" + $0 + "/" }

    private static func breaches(in text: String) -> [String] {
        text.split(separator: "\n").filter { line in folders.contains { line.contains($0) } }.map(String.init)
    }

    @Test func noFileNamesAMachine() throws {
        let top = ["Package.swift", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        let folders = ["Sources", "Tests", "Scripts", "Guides", "Conformance"].filter(Project.exists)
        let texts = [".swift", ".md", ".txt", ".c", ".h", ".py", ".yaml", ".css", ".mustache", ".html", ".svg"]
        let files =
            top + (try folders.flatMap { try Project.files(below: $0, endings: texts) })
            + (try Project.files(below: "Scripts")) + [".ci/run"]
        #expect(files.count > 150)
        for file in files {
            #expect(Self.breaches(in: try Project.text(file)) == [], "\(file)")
        }
    }

    @Test func pathsAreFound() {
        for folder in Self.folders {
            #expect(Self.breaches(in: "fine\nopen(\"\(folder)x\")\n").count == 1)
        }
    }
}

import Testing

/// The list of embedded files names exactly the assets and the files of the example: run Scripts/embed when not.
struct EmbeddedListTests {
    /// What the pattern captures in each line of the list that it fits.
    private func listed(_ pattern: Regex<(Substring, Substring)>) throws -> Set<String> {
        let lines = try Project.text("Sources/CEmbeddedFiles/files.c").split(separator: "\n")
        return Set(lines.compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } })
    }

    @Test(arguments: [
        ("Sources/Reports/Assets/", "../Reports/Assets/", "assets/"),
        ("Examples/jiangsu/", "../../Examples/jiangsu/", "templates/jiangsu/"),
    ])
    func listIsComplete(folder: String, file: String, name: String) throws {
        let there = Set(try Project.files(below: String(folder.dropLast())).map { String($0.dropFirst(folder.count)) })
        #expect(!there.isEmpty)
        let files = Set(try listed(/^#embed "([^"]+)"/).filter { $0.hasPrefix(file) }.map { $0.dropFirst(file.count) })
        let names = Set(
            try listed(/^    \{"([^"]+)", file_/).filter { $0.hasPrefix(name) }.map { $0.dropFirst(name.count) })
        for (list, found) in [("#embed", files), ("files[]", names)] {
            #expect(there.subtracting(found.map(String.init)) == [], "not in \(list)")
            #expect(Set(found.map(String.init)).subtracting(there) == [], "only in \(list)")
        }
    }

    @Test func nothingElseIsListed() throws {
        #expect(
            try listed(/^#embed "([^"]+)"/).filter {
                !$0.hasPrefix("../Reports/Assets/") && !$0.hasPrefix("../../Examples/jiangsu/")
            } == [])
    }
}

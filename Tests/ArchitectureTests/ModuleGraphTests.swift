import Testing

/// The declared graph of modules against the committed table, the guide to it, and itself.
struct ModuleGraphTests {
    /// `edges.txt`: a line a module.
    private func table() throws -> [Manifest.Module] {
        try Project.text("Tests/ArchitectureTests/edges.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            let parts = $0.split(separator: ":", maxSplits: 1)
            return Manifest.Module(
                name: String(parts[0]), uses: parts.dropFirst().joined().split(separator: " ").map(String.init).sorted()
            )
        }
    }

    @Test func graphIsTheCommittedOne() throws {
        let declared = try Manifest.read().modules.sorted { $0.name < $1.name }
        let committed = try table().sorted { $0.name < $1.name }
        #expect(declared.map(\.name) == committed.map(\.name))
        for (module, expected) in zip(declared, committed) { #expect(module == expected) }
    }

    /// The lower modules first: each uses only what stands above it.
    @Test func tableHasTheBaseFirst() throws {
        var above: Set<String> = []
        for module in try table() {
            #expect(module.uses.filter { !$0.contains("/") && !above.contains($0) } == [], "\(module.name)")
            above.insert(module.name)
        }
    }

    @Test func everyPackageIsUsed() throws {
        let manifest = try Manifest.read()
        let used = Set(manifest.modules.flatMap(\.uses)).union(manifest.usedByTests)
        let packages = Set(used.filter { $0.contains("/") }.map { $0.split(separator: "/")[0].lowercased() })
        #expect(manifest.packages.filter { !packages.contains($0) } == [])
    }

    @Test func everyFolderIsAModule() throws {
        let folders = Set(try SourceFile.all().map { String($0.path.split(separator: "/")[1]) })
        #expect(folders.subtracting(try table().map(\.name)) == [])
    }

    /// ARCHITECTURE.md: `| Module | what it holds | what it uses |`.
    @Test func architectureTellsTheSame() throws {
        var told: [String: [String]] = [:]
        for line in try Project.text("ARCHITECTURE.md").split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.filter { $0 != "`" && $0 != " " } }
            guard cells.count == 3 else { continue }
            told[cells[0]] = cells[2] == "-" ? [] : cells[2].split(separator: ",").map(String.init).sorted()
        }
        let committed = try table().map { module in
            (module.name, module.uses.map { String($0.split(separator: "/").last ?? "") }.sorted())
        }
        for (name, uses) in committed { #expect(told[name] == uses, "\(name)") }
        #expect(Set(told.keys).subtracting(committed.map(\.0)) == [])
    }
}

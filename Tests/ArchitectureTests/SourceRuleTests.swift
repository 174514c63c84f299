import Testing

/// What the compiler does not forbid and this project does.
struct SourceRuleTests {
    @Test(arguments: SourceRule.all)
    func isKept(_ rule: SourceRule) throws {
        let files = try SourceFile.all()
        #expect(files.contains { rule.isFor($0.path) })
        #expect(rule.breaches(in: files) == [])
    }

    @Test(arguments: SourceRule.all)
    func findsItsSample(_ rule: SourceRule) {
        let folder = rule.folders.first ?? "greenprint"
        let file = SourceFile(path: "Sources/\(folder)/Sample.swift", text: "import A\n\(rule.sample)\n")
        #expect(rule.breaches(in: [file]).count == 1)
    }

    @Test func commentsAndComputedPropertiesAreAllowed() {
        let text = """
            /// Never `try!`: fatalError( is no answer.
            public var count: Int { 1 }
            static var isOpen: Bool { a == b }
            let link = "https://example.org" // as! in a comment
            """
        let file = SourceFile(path: "Sources/Studies/Sample.swift", text: text)
        #expect(SourceRule.all.flatMap { $0.breaches(in: [file]) } == [])
    }

    @Test func filesHaveAtMost400Lines() throws {
        let files = try SourceFile.all()
        #expect(files.count > 100)
        #expect(files.filter { $0.lines.count > 401 }.map(\.path) == [])
    }
}

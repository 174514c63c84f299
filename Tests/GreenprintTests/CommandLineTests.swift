import Foundation
import Testing
import TestSupport

/// The command line itself: help, version, exit codes, language.
struct CommandLineTests {
    @Test(arguments: [["--help"], ["help"], ["run", "--help"], ["help", "explain"]]) func help(_ arguments: [String])
        throws
    {
        let outcome = try Greenprint.run(arguments)
        #expect(outcome.code == 0)
        #expect(outcome.text.contains("USAGE: greenprint"))
        #expect(outcome.errors.isEmpty)
    }

    @Test func version() throws {
        let outcome = try Greenprint.run(["--version"])
        #expect(outcome.code == 0)
        #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    static let faulty = [
        ["fly"], ["run", "--fast"], ["run", "a", "b"], ["report", "."], ["run", ".", "--format", "xml"],
        ["run", ".", "--as-known-on", "yesterday"], ["check", ".", "--language", "fr"], ["new"],
        ["explain", ".", "--study", "a", "--item", "b", "--area", "c", "--period", "20x"],
        ["explain", ".", "--study", "a"],
    ]

    @Test(arguments: faulty) func faultyCommandLineIsTwo(_ arguments: [String]) throws {
        let outcome = try Greenprint.run(arguments)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "))
        #expect(outcome.errors.contains("Usage: greenprint"))
    }

    static let withoutWorkspace = [
        ["check"], ["run"], ["verify"], ["rebuild"], ["report", "--output", "site"],
        ["explain", "--study", "a", "--item", "b", "--area", "c", "--period", "2016"],
    ]

    @Test(arguments: withoutWorkspace) func noWorkspaceIsOne(_ arguments: [String]) throws {
        try withTemporaryFolder { folder in
            let outcome = try Greenprint.run(arguments, in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix(".: error: This is not a workspace"))
            #expect(try folder.contents().isEmpty)
        }
    }

    static let languages: [([String], [String: String], Bool)] = [
        ([], [:], false), ([], ["LANG": "zh_CN.UTF-8"], true), ([], ["LANG": "C"], false), ([], ["LANG": ""], false),
        ([], ["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
        ([], ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], false),
        ([], ["LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"], true),
        ([], ["LC_ALL": "", "LANG": "zh_CN.UTF-8"], true),
        (["--language", "zh"], ["LANG": "en_US.UTF-8"], true),
        (["--language", "en"], ["LC_ALL": "zh_CN.UTF-8"], false),
    ]

    @Test(arguments: languages)
    func language(_ options: [String], _ environment: [String: String], _ isChinese: Bool) throws {
        try withTemporaryFolder { folder in
            let outcome = try Greenprint.run(["check", folder.path] + options, environment: environment)
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("这不是工作区") == isChinese || outcome.errors.contains("不是") == isChinese)
            #expect(outcome.errors.contains("This is not a workspace") == !isChinese)
        }
    }

    /// The current folder is the workspace when none is named.
    @Test func currentFolder() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["check"], in: folder.path("jiangsu"))
            #expect(outcome.code == 0, "\(outcome.errors)")
        }
    }
}

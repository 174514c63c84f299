import Foundation
import TestSupport
import Testing

/// `export --format datapackage` and `import` of what it wrote.
struct PackageCommandTests {
    /// To the byte: what is exported of the workspace that came back is what was exported of the first.
    @Test func theExampleComesBack() throws {
        try withExample { folder in
            let export = ["export", folder.path("jiangsu"), "--format", "datapackage", "--output"]
            let written = try Greenprint.run(export + [folder.path("p.zip")])
            #expect(written.code == 0, "\(written.errors)")
            #expect(written.output.isEmpty)
            let sound = try Greenprint.run(["import", folder.path("p.zip"), "--to", folder.path("back"), "--dry-run"])
            #expect(sound.code == 0 && sound.text.isEmpty && !folder.exists("back"))
            let entered = try Greenprint.run(["import", folder.path("p.zip"), "--to", folder.path("back")])
            #expect(entered.code == 0, "\(entered.errors)")
            #expect(entered.text == folder.path("back") + "\n")
            let (figures, studies) = (try ExampleContents.figures(), try ExampleContents.studies())
            #expect(
                entered.errors.contains(
                    "\(figures) observations as in the package, \(studies) studies with the same results"))
            let table = ["--format", "csv", "--all-vintages"]
            let first = try Greenprint.run(["export", folder.path("jiangsu")] + table)
            let second = try Greenprint.run(["export", folder.path("back")] + table)
            #expect(first.output == second.output && first.lines.count == figures + 1)
            #expect(try Greenprint.run(["verify", folder.path("back")]).code == 0)
        }
    }

    @Test func faultsNameWhatWasFoundAndHowToMendIt() throws {
        try withExample { folder in
            let package = folder.path("pkg")
            let export = ["export", folder.path("jiangsu"), "--format", "datapackage", "--output", package]
            #expect(try Greenprint.run(export).code == 0)
            try folder.flipBit(ofByte: 100, in: "pkg/workspace/data/energy-intensity-2020.csv")
            let outcome = try Greenprint.run(["import", package, "--to", folder.path("back"), "--language", "en"])
            #expect(outcome.code == 1 && outcome.text.isEmpty && !folder.exists("back"))
            #expect(outcome.errors.contains("pkg:datapackage.json:resources["))
            #expect(outcome.errors.contains("“workspace/data/energy-intensity-2020.csv” was changed after the package"))
            #expect(outcome.errors.contains("Get the package again. To change a figure, import the package as it is"))
        }
    }

    @Test(arguments: [
        [], ["--output", "x", "--all-vintages"], ["--output", "x", "--as-known-on", "2020"],
        ["--output", "x", "--licence", "a b"],
    ])
    func wrongOptions(options: [String]) throws {
        let outcome = try Greenprint.run(["export", Greenprint.example, "--format", "datapackage"] + options)
        #expect(outcome.code == 64 || outcome.code == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}

import Foundation
import TestSupport
import Testing

/// `keys`, `export --format exchange` and `import` of what it wrote, as two offices use them.
struct ExchangeCommandTests {
    private static func run(_ arguments: [String], home: String, _ folder: TemporaryFolder) throws -> Greenprint.Outcome
    {
        try Greenprint.run(
            arguments, environment: ["GREENPRINT_HOME": folder.path(home), "LC_ALL": "en_US.UTF-8"], in: folder.path)
    }

    /// The fingerprint that `keys list` prints first.
    private static func fingerprint(home: String, _ folder: TemporaryFolder) throws -> String {
        let list = try run(["keys", "list", "--format", "csv"], home: home, folder)
        return try #require(list.lines.dropFirst().first?.split(separator: ",").last.map(String.init))
    }

    @Test func fromOneOfficeToAnother() throws {
        try withExample { folder in
            try FileManager.default.copyItem(atPath: folder.path("jiangsu"), toPath: folder.path("other"))
            try folder.replace(
                "2016,annual-change,-4.68", by: "2016,annual-change,-4.70", in: "other/data/plan-13fyp-observations.csv"
            )
            let made = try Self.run(["keys", "new", "--name", "Office of another province"], home: "theirs", folder)
            #expect(made.code == 0 && made.text.hasSuffix("keys/own/own.pub\n"), "\(made.errors)")
            let export = ["export", "other", "--format", "exchange", "--output", "p.zip"]
            let written = try Self.run(export, home: "theirs", folder)
            #expect(written.code == 0, "\(written.errors)")

            // Nobody has trusted the signer, and no terminal is there to ask.
            let unknown = try Self.run(["import", "p.zip", "--to", "jiangsu"], home: "ours", folder)
            #expect(unknown.code == 1 && !folder.exists("jiangsu/partners"))
            #expect(
                unknown.errors.contains(
                    "Nobody here has trusted the signer, who is called “Office of another province”"))
            let named = try Self.run(
                ["import", "p.zip", "--to", "jiangsu", "--partner", "other"], home: "ours", folder)
            #expect(named.code == 1 && named.errors.contains("The key was not confirmed."))
            let wrong = try Self.run(
                ["keys", "trust", "theirs/keys/own/own.pub", "--as", "other", "--fingerprint", "00"], home: "ours",
                folder)
            #expect(wrong.code == 1 && wrong.errors.contains("Do not trust this key."))

            let digits = try Self.fingerprint(home: "theirs", folder)
            let trusted = try Self.run(
                ["keys", "trust", "theirs/keys/own/own.pub", "--as", "other", "--fingerprint", digits], home: "ours",
                folder)
            #expect(trusted.code == 0, "\(trusted.errors)")
            let trial = try Self.run(["import", "p.zip", "--to", "jiangsu", "--dry-run"], home: "ours", folder)
            #expect(trial.code == 0 && !folder.exists("jiangsu/partners"))
            let entered = try Self.run(["import", "p.zip", "--to", "jiangsu"], home: "ours", folder)
            #expect(entered.code == 0 && entered.text == "jiangsu/partners/other\n", "\(entered.errors)")
            #expect(entered.errors.contains("1 different"))
            #expect(entered.errors.contains("energy-per-gdp (annual-change), 320000, 2016: ours -4.68, theirs -4.7"))
            let own = try Self.run(["export", "jiangsu", "--format", "csv"], home: "ours", folder)
            #expect(own.text.contains(",-4.68,") && !own.text.contains(",-4.7,"))
            #expect(try Self.run(["verify", "jiangsu/partners/other"], home: "ours", folder).code == 0)

            try folder.flipBit(ofByte: 5000, in: "p.zip")
            let changed = try Self.run(["import", "p.zip", "--to", "jiangsu"], home: "ours", folder)
            #expect(changed.code != 0 && changed.text.isEmpty)
        }
    }

    @Test func withoutAKeyNothingIsWritten() throws {
        try withExample { folder in
            let export = ["export", "jiangsu", "--format", "exchange", "--output", "p.zip"]
            let outcome = try Self.run(export, home: "none", folder)
            #expect(outcome.code == 1 && outcome.errors.contains("greenprint keys new") && !folder.exists("p.zip"))
        }
    }
}

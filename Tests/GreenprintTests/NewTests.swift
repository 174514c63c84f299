import Foundation
import Testing
import TestSupport

/// `new`: the example byte for byte, and never over something else.
struct NewTests {
    @Test func copiesTheExample() throws {
        try withTemporaryFolder { folder in
            let outcome = try Greenprint.run(["new", "mine"], in: folder.path)
            #expect(outcome.code == 0)
            #expect(outcome.text == "mine\n")
            var example: [String: Data] = [:]
            for (file, data) in try TemporaryFolder(path: Greenprint.example).contents()
            where !file.hasPrefix(".greenprint") {
                example[file] = data
            }
            #expect(example.count > 20)
            #expect(try folder.contents(of: "mine") == example)
        }
    }

    @Test func refusesAFolderThatIsNotEmpty() throws {
        try withTemporaryFolder { folder in
            try folder.write("mine", to: "there/file")
            let before = try folder.contents()
            for name in ["there", "there/file"] {
                let outcome = try Greenprint.run(["new", name], in: folder.path)
                #expect(outcome.code == 1)
                #expect(outcome.output.isEmpty)
                #expect(outcome.errors.hasPrefix("\(name): error: "))
            }
            #expect(try folder.contents() == before)
        }
    }

    @Test func unknownTemplate() throws {
        try withTemporaryFolder { folder in
            let outcome = try Greenprint.run(["new", "mine", "--template", "jiangsi"], in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("Did you mean “jiangsu”?"))
            #expect(try folder.contents().isEmpty)
        }
    }

    @Test func aPathThatCannotBeMade() throws {
        try withTemporaryFolder { folder in
            try folder.write("", to: "file")
            let outcome = try Greenprint.run(["new", "file/below"], in: folder.path)
            #expect(outcome.code == 1)
            #expect(outcome.errors.hasPrefix("file/below: error: "))
            #expect(outcome.errors.contains("Not a directory"))
        }
    }
}

import Foundation
import TestSupport
import Testing

/// `learn` and `course` as a learner and a trainer use them.
struct LearnTests {
    private func learn(_ folder: TemporaryFolder, _ lines: [String], _ options: [String] = []) throws
        -> Greenprint.Outcome
    {
        try folder.write(lines.joined(separator: "\n") + "\n", to: "answers.txt")
        let command = ["learn", "jiangsu", "green-economy"] + options
        return try Greenprint.shell("\"$G\" \(command.joined(separator: " ")) < answers.txt", in: folder.path)
    }

    @Test func coursesOfTheExampleAreSound() throws {
        try withExample { folder in
            for language in ["en", "zh"] {
                let outcome = try Greenprint.run(["course", "check", folder.path("jiangsu"), "--language", language])
                #expect(outcome.code == 0, "\(outcome.errors)")
                #expect(outcome.errorLines.count == 2, "\(outcome.errors)")
            }
        }
    }

    @Test func aFaultOfACourseEndsWithOne() throws {
        try withExample { folder in
            let file = "jiangsu/courses/green-economy/exercises/compound-change.yaml"
            try folder.replace("value: sum(changes)", by: "value: compound(changes)", in: file)
            let outcome = try Greenprint.run(["course", "check", folder.path("jiangsu")])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("The known wrong answer “added”"))
        }
    }

    @Test func aLearnerStopsAndGoesOn() throws {
        try withExample { folder in
            let options = ["--progress", "p.json", "--learner", "learner"]
            let first = try learn(
                folder, ["0", "skip", "skip", "skip", "", "-22.55", "hint", "-20.64 %", "quit"], options)
            #expect(first.code == 0, "\(first.errors)")
            #expect(first.text.contains("Not yet. You added the five changes."))
            #expect(first.text.contains("A change of -5 % multiplies the level by 0.95."))
            #expect(first.text.contains("Right.\nThe product of the five factors"))
            #expect(first.errors.contains("Points: 2 of 32; exercises done: 1 of 22."))
            let second = try learn(folder, ["solution"], options + ["--language", "zh"])
            #expect(second.text.contains("能源消费弹性"))
            #expect(!second.text.contains("五年能耗强度的累计变化"))
            #expect(second.errors.contains("得分：2/32；已完成习题：2/22。"))
            let overview = try Greenprint.run(
                [
                    "course", "overview", folder.path("jiangsu"), "green-economy", folder.path("p.json"), "--exercises",
                    "--format", "csv",
                ])
            #expect(overview.lines[1] == ",compound-change,1,1,added (1)")
        }
    }

    @Test func progressOfTwoMachinesMerges() throws {
        try withExample { folder in
            let base = ["skip", "skip", "skip", "skip", ""]
            _ = try learn(folder, base + ["-20.64", "quit"], ["--progress", "a.json", "--learner", "learner"])
            _ = try learn(folder, base + ["skip", "0.35", "quit"], ["--progress", "b.json", "--learner", "learner"])
            let merge = [
                "course", "merge", folder.path("a.json"), folder.path("b.json"), "--output", folder.path("c.json"),
            ]
            #expect(try Greenprint.run(merge).code == 0)
            let list = try learn(folder, [], ["--progress", "c.json", "--learner", "learner", "--list"])
            #expect(list.text.contains("exercises 2 of 3"))
            try folder.write("{}", to: "b.json")
            let refused = try Greenprint.run(merge)
            #expect(refused.code == 1 && refused.errors.contains("b.json: error: The file is not the progress"))
        }
    }

    @Test func unknownCoursesAreTold() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["learn", folder.path("jiangsu"), "green-econmy", "--list"])
            #expect(outcome.code == 1 && outcome.errors.contains("green-economy"))
        }
    }
}

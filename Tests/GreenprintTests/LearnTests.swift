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

/// What a learner takes home, and the pages of courses.
struct CertificateTests {
    @Test func aCertificateIsVerifiedAndAChangedOneRefused() throws {
        try withExample { folder in
            let home = ["GREENPRINT_HOME": folder.path("home"), "LC_ALL": "en_US.UTF-8"]
            // The short course, all right: answers of this learner's variants are computed by the program itself.
            try folder.replace("pass: 0.7", by: "pass: 0.2", in: "jiangsu/courses/figures-and-doubts/course.yaml")
            try folder.write("\n-3.2\n44.04\nquit\n", to: "answers.txt")
            let learn = "\"$G\" learn jiangsu figures-and-doubts --learner \"Li Na\" --progress p.json < answers.txt"
            #expect(try Greenprint.shell(learn, in: folder.path).errors.contains("The course is passed."))
            let command = ["course", "certificate", "jiangsu", "p.json", "--output", "out", "--date", "2026-11-25"]
            #expect(
                try Greenprint.run(command, environment: home, in: folder.path).errors.contains("greenprint keys new"))
            _ = try Greenprint.run(["keys", "new", "--name", "Academy"], environment: home, in: folder.path)
            let written = try Greenprint.run(command, environment: home, in: folder.path)
            #expect(written.code == 0, "\(written.errors)")
            for file in ["badge.jwt", "certificate-en.svg", "certificate-zh.html"] {
                let outcome = try Greenprint.run(
                    ["course", "verify", "out/" + file], environment: home, in: folder.path)
                #expect(outcome.code == 0 && outcome.errors.contains("Li Na has passed"), "\(outcome.errors)")
            }
            let stranger = try Greenprint.run(
                ["course", "verify", "out/badge.jwt"], environment: ["GREENPRINT_HOME": folder.path("other")],
                in: folder.path)
            #expect(stranger.code == 1 && stranger.errors.contains("Nobody here has trusted the signer"))
            let parts = try folder.text("out/badge.jwt").split(separator: ".").map(String.init)
            let payload = try #require(Data(base64Encoded: padded(parts[1])))
            let changed = String(decoding: payload, as: UTF8.self).replacing("Li Na", with: "Li Xx")
            let encoded = Data(changed.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
            try folder.write([parts[0], encoded, parts[2]].joined(separator: "."), to: "out/badge.jwt")
            let refused = try Greenprint.run(["course", "verify", "out/badge.jwt"], environment: home, in: folder.path)
            #expect(refused.code == 1 && refused.errors.contains("The signature does not fit"))
            let xapi = try Greenprint.run(
                ["course", "xapi", "jiangsu", "figures-and-doubts", "p.json", "--home-page", "https://example.org"],
                in: folder.path)
            #expect(xapi.code == 0 && xapi.text.contains("http://adlnet.gov/expapi/verbs/passed"))
        }
    }

    private func padded(_ text: String) -> String {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
    }

    @Test func theReportShowsLessonsInBothLanguages() throws {
        try withExample { folder in
            let outcome = try Greenprint.run(["report", folder.path("jiangsu"), "--output", folder.path("site")])
            #expect(outcome.code == 0, "\(outcome.errors)")
            let english = try folder.text("site/en/learning/green-economy/inclusive-green-economy.html")
            #expect(english.contains("<h3>Changes multiply</h3>") && english.contains("−20.64 %"))
            #expect(!english.contains("{") && !english.contains("raw HTML"))
            let chinese = try folder.text("site/zh/learning/green-economy/industrial-policy.html")
            #expect(chinese.contains("<th>作用对象</th>"))
            #expect(try folder.text("site/zh/learning.html").contains("learning/figures-and-doubts/vintages.html"))
            #expect(!folder.exists("site/en/exchange.html"))
            let practice = try folder.text("site/en/cases/suzhou-carbon-intensity.html")
            #expect(practice.contains("-4.96") || practice.contains("−4.96"))
            #expect(practice.contains("files/data-plan-13fyp-observations.csv.html#L"))
            let search = ["cases", folder.path("jiangsu"), "--format", "csv", "--search"]
            #expect(try Greenprint.run(search + ["碳强度"]).lines.count == 2)
            #expect(try Greenprint.run(search + ["programme coal"]).lines.count == 2)
            #expect(try Greenprint.run(search + ["glacier"]).lines.count == 1)
        }
    }
}

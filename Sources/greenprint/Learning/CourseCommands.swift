import ArgumentParser
import Courses
import Foundation
import Reports
import StatisticalData
import Workspaces

/// `greenprint course`: for those who write and give courses.
struct CourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course", abstract: "Check courses, merge progress, see how a group does. 检查课程、合并进度、查看小组情况。",
        subcommands: [
            CourseCheckCommand.self, CourseMergeCommand.self, CourseOverviewCommand.self,
            CourseCertificateCommand.self, CourseVerifyCommand.self, CourseXAPICommand.self,
        ])
}

/// `greenprint course check`: every solution and every known wrong answer.
struct CourseCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run every solution and known wrong answer of all courses, in both languages. 以两种语言检验全部答案和常见错误。")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            let courses = try open.workspace.courses()
            guard !courses.isEmpty else { throw Fault.courseNone(at: Place(file: common.folder)) }
            var hasErrors = false
            for id in courses {
                do {
                    let course = try open.workspace.course(id)
                    let check = CourseCheck(course, in: open.courseContext(of: id))
                    let outcome = try check.run(at: Place(file: Workspace.outline(of: id)))
                    messages.tell(outcome.faults)
                    if outcome.faults.contains(where: { $0.severity == .error }) { hasErrors = true }
                    messages.tell(
                        "course-checked",
                        [
                            "course": id, "exercises": String(outcome.exercises), "tasks": String(outcome.tasks),
                            "answers": String(outcome.answers), "faults": String(outcome.faults.count),
                        ])
                } catch let faults as Faults {
                    messages.tell(faults.list)
                    hasErrors = true
                }
            }
            if hasErrors { throw ExitCode(1) }
        }
    }
}

/// `greenprint course merge`: progress of one learner from several machines.
struct CourseMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge files of one learner's progress. 合并同一学员的进度文件。")

    @Argument(help: "The files. 进度文件。")
    var files: [String]

    @Option(help: "The file to write. 输出文件。")
    var output: String

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            var all = try files.map { (try CourseProgress.read($0), $0) }
            guard let first = all.first else { return }
            all.removeFirst()
            let merged = try all.reduce(first.0) { try $0.merged(with: $1.0, at: Place(file: $1.1)) }
            try AtomicFile.write(try merged.encoded(), to: output)
            messages.tell("course-merged", ["file": output, "attempts": String(merged.attempts.count)])
        }
    }
}

/// `greenprint course overview`: what a trainer sees.
struct CourseOverviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview", abstract: "Where a group is, and common wrong answers. 小组学习情况和常见错误。")

    @Argument(help: "The workspace folder. 工作区文件夹。")
    var folder: String

    @Argument(help: "The course. 课程。")
    var course: String

    @Argument(help: "Files of progress. 进度文件。")
    var files: [String]

    @Flag(help: "One row an exercise instead of one a learner. 按题目而不是按学员列出。")
    var exercises = false

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let read = try Workspace(at: folder).course(course)
            let progress = try files.map { try CourseProgress.read($0, of: course) }
            let groups = GroupOverview.list(progress, in: read)
            Output.print(try (exercises ? Self.exercises(groups) : Self.learners(groups)).text(format.table))
        }
    }

    private static func learners(_ groups: [GroupOverview]) -> OutputTable {
        OutputTable(
            header: [
                "group", "learner", "lesson", "done", "exercises", "points", "possible", "before", "after", "passed",
            ],
            rows: groups.flatMap { group in
                group.learners.map { learner in
                    let standing = learner.standing
                    return [
                        .word(group.group), .word(learner.name), .word(standing.lesson ?? "-"),
                        .number(Double(standing.done)), .number(Double(standing.exercises)),
                        .number(Double(standing.points)), .number(Double(standing.possible)), .number(standing.before),
                        .number(standing.after), .word(standing.hasPassed ? "yes" : "no"),
                    ]
                }
            })
    }

    private static func exercises(_ groups: [GroupOverview]) -> OutputTable {
        OutputTable(
            header: ["group", "exercise", "tried", "right", "mistakes"],
            rows: groups.flatMap { group in
                group.exercises.map { exercise in
                    [
                        .word(group.group), .word(exercise.id), .number(Double(exercise.tried)),
                        .number(Double(exercise.right)),
                        .word(exercise.mistakes.map { "\($0.id) (\($0.learners))" }.joined(separator: "; ")),
                    ]
                }
            })
    }
}

extension CourseProgress {
    /// Reads a file of progress.
    static func read(_ path: String) throws -> CourseProgress {
        try CourseProgress([UInt8](try WorkspaceFolder.text(at: path).utf8), file: path)
    }

    /// Reads a file of progress in a course.
    static func read(_ path: String, of course: String) throws -> CourseProgress {
        let progress = try read(path)
        guard progress.course == course else {
            throw Fault.courseProgressOther(progress.course, expected: course, at: Place(file: path))
        }
        return progress
    }
}

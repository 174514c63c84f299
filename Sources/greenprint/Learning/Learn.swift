import ArgumentParser
import Courses
import Foundation
import Reports
import StatisticalData
import Workspaces

/// `greenprint learn`: a course in the terminal.
struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a course on the figures of a workspace. 学习以工作区数据为内容的课程。",
        discussion: """
            Answers are lines of standard input: hint, skip, solution and quit are commands. The same command goes on where you left. \
            答案逐行输入；可输入“提示”“跳过”“答案”“退出”。再次运行同一命令可继续学习。
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The course; all courses are listed when omitted. 课程，省略时列出全部课程。")
    var course: String?

    @Option(help: "Your name or number; it also chooses your figures. 姓名或学号，并据此确定你的题目数据。")
    var learner: String = "learner"

    @Option(help: "Your group, for the trainer. 小组。")
    var group: String?

    @Option(help: "The file of your progress; in your own folder when omitted. 学习进度文件。")
    var progress: String?

    @Option(help: "Begin with this lesson. 从此课开始。")
    var lesson: String?

    @Flag(help: "Show the lessons and what is done, and end. 只显示课程内容和进度。")
    var list = false

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            guard let course else { return try showCourses(open, messages) }
            let read = try open.workspace.course(course)
            let file = try ProgressFile(path: progress, course: read, learner: learner, group: group)
            var session = LearnSession(
                course: read, context: open.courseContext(of: course), file: file, messages: messages)
            if list { return session.showContents() }
            try session.run(from: lesson)
        }
    }

    private func showCourses(_ open: OpenWorkspace, _ messages: Messages) throws {
        let courses = try open.workspace.courses()
        guard !courses.isEmpty else { throw Fault.courseNone(at: Place(file: common.folder)) }
        for id in courses {
            let outline = try open.workspace.course(id).outline
            Output.print(id + "  " + outline.title[messages.wording.language] + "\n")
            Output.print("    " + outline.summary[messages.wording.language] + "\n")
        }
        messages.tell("learn-choose", ["course": courses[0], "folder": common.folder])
    }
}

/// The file of a learner's progress.
struct ProgressFile {
    let path: String
    private(set) var progress: CourseProgress

    /// Reads the file, or begins a new one.
    init(path: String?, course: Course, learner: String, group: String?) throws {
        let name =
            Identifier<Course>(learner).isPortable ? learner : String(Checksum.sha256(Data(learner.utf8)).prefix(16))
        let folder = { try UserFolder(environment: ProcessInfo.processInfo.environment) }
        self.path = try path ?? folder().prepare("learning/" + course.id + "-" + name + ".json")
        if let data = FileManager.default.contents(atPath: self.path) {
            progress = try CourseProgress([UInt8](data), file: self.path)
            guard progress.course == course.id else {
                throw Fault.courseProgressOther(progress.course, expected: course.id, at: Place(file: self.path))
            }
        } else {
            let seed = UInt64(Checksum.sha256(Data(learner.utf8)).prefix(12), radix: 16) ?? 0
            progress = CourseProgress(
                course: course.id, version: course.outline.version, learner: learner, group: group, seed: seed)
        }
        progress.version = course.outline.version
        if let group { progress.group = group }
    }

    /// Changes the progress and saves it.
    mutating func change(_ body: (inout CourseProgress) -> Void) throws {
        body(&progress)
        try AtomicFile.write(try progress.encoded(), to: path)
    }
}

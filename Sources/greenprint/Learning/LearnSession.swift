import Courses
import Foundation
import Reports
import StatisticalData
import Workspaces

/// A learner's way through a course: lessons shown, tasks asked, answers marked, everything saved at once.
struct LearnSession {
    let course: Course
    let context: CourseContext
    private(set) var file: ProgressFile
    let messages: Messages

    init(course: Course, context: CourseContext, file: ProgressFile, messages: Messages) {
        self.course = course
        self.context = context
        self.file = file
        self.messages = messages
    }

    private var language: Language { messages.wording.language }

    private func word(_ key: String, _ arguments: [String: String] = [:]) -> String { messages.wording(key, arguments) }

    /// Whether the learner goes on.
    private enum Step {
        case next
        case quit
    }

    /// Shows the lessons and what is done of them.
    func showContents() {
        let progress = file.progress
        Output.print(course.outline.title[language] + "\n")
        for lesson in course.outline.lessons {
            let exercises = course.exercises(of: lesson)
            let done = exercises.filter { progress.isDone($0.id, .lesson) }.count
            let mark = progress.read.contains(lesson.id) ? "+" : " "
            Output.print(
                " \(mark) \(lesson.id)  "
                    + word(
                        "learn-lesson-line",
                        [
                            "title": lesson.title[language], "minutes": String(lesson.minutes), "done": String(done),
                            "count": String(exercises.count),
                        ]) + "\n")
        }
        tellStanding()
    }

    /// Goes through the course from where the learner is, or from a lesson.
    mutating func run(from start: String?) throws {
        let lessons = course.outline.lessons
        if let start, !lessons.contains(where: { $0.id == start }) {
            throw Fault.courseUnknown(start, known: lessons.map(\.id), at: Place(file: "--lesson"))
        }
        Output.print("# " + course.outline.title[language] + "\n\n")
        if start == nil, file.progress.read.isEmpty, try test(.before) == .quit { return end() }
        for lesson in lessons.drop(while: { start != nil && $0.id != start }) where try take(lesson) == .quit {
            return end()
        }
        if Standing(file.progress, in: course).lesson == nil, try test(.after) == .quit { return end() }
        end()
    }

    private func end() {
        tellStanding()
        messages.tell("learn-saved", ["file": file.path])
    }

    private func tellStanding() {
        let standing = Standing(file.progress, in: course)
        messages.tell(
            "learn-standing",
            [
                "points": String(standing.points), "possible": String(standing.possible),
                "done": String(standing.done), "count": String(standing.exercises),
            ])
        for (key, share) in [("learn-before", standing.before), ("learn-after", standing.after)] {
            if let share { messages.tell(key, ["share": OutputTable.rounded(share)]) }
        }
        if standing.hasPassed { messages.tell("learn-passed") }
    }

    private mutating func test(_ phase: CourseProgress.Stage) throws -> Step {
        let open = course.test.filter { !file.progress.isDone($0.id, phase) }
        guard !open.isEmpty else { return .next }
        Output.print(word(phase == .before ? "learn-test-before" : "learn-test-after") + "\n\n")
        for exercise in open where try ask(exercise, phase) == .quit { return .quit }
        return .next
    }

    private mutating func take(_ lesson: CourseOutline.Lesson) throws -> Step {
        if !file.progress.read.contains(lesson.id) {
            let place = Place(file: Workspace.outline(of: course.id))
            let values = try LessonFigures.values(of: course, in: context, at: place)
            let text = CourseText(values: values, names: context.names)
            Output.print(try text.fill(course.texts[lesson.id]?[language] ?? "", language, at: place) + "\n")
            Output.print(word("learn-continue") + "\n")
            guard let line = readLine(), !isCommand(line, "quit") else { return .quit }
            try file.change { $0.read.insert(lesson.id) }
        }
        for exercise in course.exercises(of: lesson) where !file.progress.isDone(exercise.id, .lesson) {
            if try ask(exercise, .lesson) == .quit { return .quit }
        }
        return .next
    }

    /// Asks until the answer is right, the learner goes on or ends; in tests once.
    private mutating func ask(_ exercise: Exercise, _ phase: CourseProgress.Stage) throws -> Step {
        let task = try ExerciseTask(exercise, seed: file.progress.seed, in: context)
        try show(task)
        var hints = 0
        while let line = readLine() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty { continue }
            if isCommand(line, "quit") { return .quit }
            if isCommand(line, "skip") {
                try record(task, phase, line: "", .skipped, hints: hints)
                return .next
            }
            if isCommand(line, "hint"), phase == .lesson {
                let all = exercise.declared.hints ?? []
                Output.print(
                    hints < all.count ? try task.text(all[hints], language) + "\n" : word("learn-no-hint") + "\n")
                hints = min(hints + 1, all.count)
                continue
            }
            if isCommand(line, "solution"), phase == .lesson {
                try record(task, phase, line: "", .shown, hints: hints)
                try showSolution(of: task)
                return .next
            }
            if try answer(line, task, phase, hints: hints) { return .next }
        }
        return .quit
    }

    private func show(_ task: ExerciseTask) throws {
        let declared = task.exercise.declared
        Output.print(
            "## " + declared.title[language] + word("learn-points", ["points": String(declared.points)]) + "\n\n")
        Output.print(try task.text(declared.prompt, language) + "\n\n")
        for option in declared.answer.choice?.options ?? [] {
            Output.print("  \(option.id))  " + (try task.text(option.text, language)) + "\n")
        }
        if task.isAnsweredByFile { Output.print(word("learn-file") + "\n") }
    }

    private func showSolution(of task: ExerciseTask) throws {
        if let right = try task.rightAnswer(language) {
            Output.print(word("learn-right-answer", ["answer": right]) + "\n")
        }
        Output.print(try task.text(task.exercise.declared.solution, language) + "\n\n")
    }

    /// Marks an answer; whether the task is over.
    private mutating func answer(
        _ line: String, _ task: ExerciseTask, _ phase: CourseProgress.Stage, hints: Int
    ) throws -> Bool {
        let marking: Marking
        do {
            marking = try task.mark(try read(line, for: task))
        } catch let faults as Faults {
            messages.tell(faults.list)
            return false
        } catch let fault as Fault {
            messages.tell([fault])
            return false
        }
        switch marking {
        case .unreadable:
            Output.print(
                word(task.exercise.declared.answer.number == nil ? "learn-unreadable" : "learn-no-number") + "\n")
            return false
        case .right: try record(task, phase, line: line, .right, hints: hints)
        case .mistake(let id, _): try record(task, phase, line: line, .mistake, mistake: id, hints: hints)
        case .wrong: try record(task, phase, line: line, .wrong, hints: hints)
        }
        guard phase == .lesson else {
            Output.print(word("learn-noted") + "\n\n")
            return true
        }
        switch marking {
        case .right:
            Output.print(word("learn-right") + "\n")
            Output.print(try task.text(task.exercise.declared.solution, language) + "\n\n")
            return true
        case .mistake(_, let remark):
            Output.print(word("learn-not-yet") + " " + (try task.text(remark, language)) + "\n")
        case .wrong, .unreadable: Output.print(word("learn-wrong") + "\n")
        }
        return false
    }

    private func read(_ line: String, for task: ExerciseTask) throws -> Answer {
        guard task.isAnsweredByFile else { return .text(line) }
        return .file([UInt8](try WorkspaceFolder.text(at: line).utf8))
    }

    private mutating func record(
        _ task: ExerciseTask, _ phase: CourseProgress.Stage, line: String, _ outcome: CourseProgress.Outcome,
        mistake: String? = nil, hints: Int
    ) throws {
        let exercise = task.exercise
        let earns = outcome == .right && !file.progress.hasSeenSolution(exercise.id, phase)
        let attempt = CourseProgress.Attempt(
            exercise: exercise.id, phase: phase,
            time: Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
            answer: String(line.prefix(500)),
            outcome: outcome, mistake: mistake, hints: hints, points: earns ? exercise.declared.points : 0)
        try file.change { $0.add(attempt) }
    }

    /// Whether a line is a command, in either language.
    private func isCommand(_ line: String, _ command: String) -> Bool {
        let words = [
            "quit": ["quit", "退出"], "skip": ["skip", "跳过"], "hint": ["hint", "提示"], "solution": ["solution", "答案"],
        ]
        return words[command]?.contains(line.lowercased()) ?? false
    }
}

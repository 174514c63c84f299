public import StatisticalData

/// Runs every solution and every known wrong answer of a course, in every variant and both languages.
public struct CourseCheck {
    /// What was run.
    public struct Outcome: Sendable {
        /// Exercises.
        public var exercises = 0
        /// Variants of them.
        public var tasks = 0
        /// Answers marked.
        public var answers = 0
        /// Everything found wrong.
        public var faults: [Fault] = []
    }

    private let course: Course
    private let context: CourseContext

    /// Checks a course with what the product answers.
    public init(_ course: Course, in context: CourseContext) {
        self.course = course
        self.context = context
    }

    /// Everything wrong with the course, in one run.
    public func run(at place: Place) throws -> Outcome {
        var outcome = Outcome()
        var collector = FaultCollector(limit: 200)
        try checkLessons(at: place, into: &collector)
        for exercise in course.exercises {
            outcome.exercises += 1
            checkTexts(exercise, into: &collector)
            for variant in ExerciseTask.variants(of: exercise) {
                outcome.tasks += 1
                try collector.collect {
                    let task = try ExerciseTask(exercise, variant: variant, in: context)
                    outcome.answers += try check(task, into: &$0)
                }
            }
        }
        outcome.faults = collector.all(in: place.file)
        return outcome
    }

    private func checkLessons(at place: Place, into collector: inout FaultCollector) throws {
        let values = try collector.collect { _ in try LessonFigures.values(of: course, in: context, at: place) }
        for lesson in course.outline.lessons {
            guard let text = course.texts[lesson.id] else { continue }
            let here = Place(file: place.file, column: lesson.id)
            same(text, at: here, into: &collector)
            guard let values else { continue }
            for language in Language.allCases {
                try collector.collect { _ in
                    _ = try CourseText(values: values, names: context.names).fill(text[language], language, at: here)
                }
            }
        }
    }

    private func checkTexts(_ exercise: Exercise, into collector: inout FaultCollector) {
        same(exercise.declared.prompt, at: exercise.place(of: "prompt"), into: &collector)
        same(exercise.declared.solution, at: exercise.place(of: "solution"), into: &collector)
        for hint in exercise.declared.hints ?? [] { same(hint, at: exercise.place(of: "hints"), into: &collector) }
        for mistake in exercise.declared.mistakes ?? [] {
            same(mistake.remark, at: exercise.place(of: "mistakes"), into: &collector)
        }
    }

    /// Both languages must put in the same numbers and names.
    private func same(_ text: LocalisedText, at place: Place, into collector: inout FaultCollector) {
        let lists = [text.en, text.zh].map { CourseText.placeholders(in: $0) }
        if Set(lists[0]) != Set(lists[1]) { collector.add(.coursePlaceholders(lists[0], lists[1], at: place)) }
        if text.en.allSatisfy(\.isWhitespace) || text.zh.allSatisfy(\.isWhitespace) {
            collector.add(.coursePlaceholder("", at: place))
        }
    }

    /// The number of answers marked.
    private func check(_ task: ExerciseTask, into collector: inout FaultCollector) throws -> Int {
        let declared = task.exercise.declared
        var answers = 0
        for language in Language.allCases {
            let texts =
                [declared.prompt, declared.solution] + (declared.hints ?? [])
                + (declared.mistakes ?? []).map(\.remark)
            for text in texts { try collector.collect { _ in _ = try task.text(text, language) } }
            answers += 1
            try collector.collect { try solution(of: task, language, into: &$0) }
            for mistake in declared.mistakes ?? [] {
                answers += 1
                try collector.collect { try check(mistake, of: task, language, into: &$0) }
            }
        }
        return answers
    }

    private func solution(of task: ExerciseTask, _ language: Language, into collector: inout FaultCollector) throws {
        let place = task.exercise.place(of: "answer")
        let answer = try task.example(task.answer, language, at: place)
        if try task.mark(answer) != .right { collector.add(.courseSolution(answer.shown, task.name, at: place)) }
    }

    private func check(
        _ mistake: Exercise.Mistake, of task: ExerciseTask, _ language: Language, into collector: inout FaultCollector
    ) throws {
        let place = task.exercise.place(of: "mistakes")
        let answer = try task.example(mistake.answer, language, at: place)
        switch try task.mark(answer) {
        case .right: collector.add(.courseMistakeRight(mistake.id, answer.shown, task.name, at: place))
        case .mistake(mistake.id, _): break
        case .mistake(let other, _): collector.add(.courseMistakeRemark(mistake.id, other, task.name, at: place))
        case .wrong, .unreadable: collector.add(.courseMistakeRemark(mistake.id, nil, task.name, at: place))
        }
    }
}

extension Answer {
    /// The answer for messages.
    var shown: String {
        switch self {
        case .text(let text): text
        case .file: "-"
        }
    }
}

/// The figures that the texts of lessons quote.
public enum LessonFigures {
    /// The numbers by name.
    public static func values(of course: Course, in context: CourseContext, at place: Place) throws -> [String:
        [Double]]
    {
        var collector = FaultCollector()
        var values: [String: [Double]] = [:]
        for (name, query) in (course.outline.figures ?? [:]).sorted(by: { $0.key < $1.key }) {
            let here = Place(file: place.file, column: "figures." + name)
            values[name] = try collector.collect { _ in try context.figures(query, here).map(\.value) }
        }
        try collector.throwIfFaulty(in: place.file)
        return values
    }
}

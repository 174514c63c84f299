import Courses
import Reports
import StatisticalData
import Workspaces

/// The courses of a workspace as the report shows them: figures put into their texts, exercises with their first variant.
struct CourseChapters {
    private let open: OpenWorkspace

    init(_ open: OpenWorkspace) {
        self.open = open
    }

    /// The courses that can be shown, and those left out because of a fault, which `course check` names.
    func all() throws -> (chapters: [CourseChapter], leftOut: [String]) {
        var chapters: [CourseChapter] = []
        var leftOut: [String] = []
        for id in try open.workspace.courses() {
            var collector = FaultCollector()
            if let chapter = try collector.collect({ _ in try chapter(of: id) }) {
                chapters.append(chapter)
            } else {
                leftOut.append(id)
            }
        }
        return (chapters, leftOut)
    }

    private func chapter(of id: String) throws -> CourseChapter {
        let course = try open.workspace.course(id)
        let context = open.courseContext(of: id)
        let place = Place(file: Workspace.outline(of: id))
        let values = try LessonFigures.values(of: course, in: context, at: place)
        let text = CourseText(values: values, names: context.names)
        let outline = course.outline
        return CourseChapter(
            id: id, title: outline.title, summary: outline.summary, minutes: outline.minutes,
            licence: outline.licence,
            lessons: try outline.lessons.map { lesson in
                CourseChapter.Lesson(
                    id: lesson.id, title: lesson.title, minutes: lesson.minutes,
                    text: try both { language in
                        try text.fill(course.texts[lesson.id]?[language] ?? "", language, at: place)
                    }, exercises: try course.exercises(of: lesson).map { try chapter($0, context) })
            })
    }

    private func chapter(_ exercise: Exercise, _ context: CourseContext) throws -> CourseChapter.Exercise {
        let variant = ExerciseTask.variants(of: exercise, limit: 1).first ?? [:]
        let task = try ExerciseTask(exercise, variant: variant, in: context)
        let declared = exercise.declared
        return CourseChapter.Exercise(
            title: declared.title, prompt: try both { try task.text(declared.prompt, $0) }, points: declared.points,
            options: try (declared.answer.choice?.options ?? []).map { option in
                try both { option.id + ") " + (try task.text(option.text, $0)) }
            })
    }

    private func both(_ text: (Language) throws -> String) rethrows -> LocalisedText {
        LocalisedText(en: try text(.english), zh: try text(.chinese))
    }
}

public import Declarations
public import StatisticalData

/// A course: lessons to read, exercises to do, a test before and after.
public struct Course: Sendable {
    /// The name of its folder.
    public let id: String
    /// What `course.yaml` says.
    public let outline: CourseOutline
    /// The texts of the lessons, by lesson, in both languages.
    public let texts: [String: LocalisedText]
    /// The exercises, in the order of the lessons, then of the tests.
    public let exercises: [Exercise]

    /// The exercise with this id.
    public func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }

    /// The exercises of a lesson.
    public func exercises(of lesson: CourseOutline.Lesson) -> [Exercise] {
        (lesson.exercises ?? []).compactMap { exercise($0) }
    }

    /// The exercises of the test before and after.
    public var test: [Exercise] { (outline.test ?? []).compactMap { exercise($0) } }

    /// The exercises of all lessons: those that count for the certificate.
    public var graded: [Exercise] { outline.lessons.flatMap { exercises(of: $0) } }

    /// Puts a course together.
    ///
    /// - Throws: `Faults` for exercises that are named and not there, or named twice.
    public init(
        id: String, outline: CourseOutline, texts: [String: LocalisedText], exercises: [Exercise], at place: Place
    ) throws(Faults) {
        var collector = FaultCollector()
        let known = exercises.map(\.id)
        var seen: Set<String> = []
        for lesson in outline.lessons where !seen.insert("lesson " + lesson.id).inserted {
            collector.add(.courseRepeated(lesson.id, at: place))
        }
        let named = outline.lessons.flatMap { $0.exercises ?? [] } + (outline.test ?? [])
        for name in named {
            if !known.contains(name) { collector.add(.courseExercise(name, known: known, at: place)) }
            if !seen.insert(name).inserted { collector.add(.courseRepeated(name, at: place)) }
        }
        for exercise in exercises where !named.contains(exercise.id) {
            collector.add(.courseUnused(exercise.id, at: exercise.place))
        }
        try collector.throwIfFaulty(in: place.file)
        self.id = id
        self.outline = outline
        self.texts = texts
        self.exercises = named.compactMap { name in exercises.first { $0.id == name } }
    }
}

/// What `course.yaml` says.
public struct CourseOutline: Decodable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What it teaches, in two sentences.
    public let summary: LocalisedText
    /// Its version: progress names it.
    public let version: String
    /// The licence of its texts.
    public let licence: String
    /// The minutes it takes, estimated.
    public let minutes: Int
    /// The Sustainable Development Goals it is about.
    public let goals: [Int]?
    /// The share of the points from which on the course is passed, 0 to 1.
    public let pass: Double
    /// The lessons in their order.
    public let lessons: [Lesson]
    /// The exercises asked before the first and after the last lesson.
    public let test: [String]?
    /// Figures of the workspace that the texts of lessons quote.
    public let figures: [String: FigureQuery]?

    /// A part of the course.
    public struct Lesson: Decodable, Hashable, Sendable {
        /// The id; the texts are `lessons/ID-en.md` and `lessons/ID-zh.md`.
        public let id: String
        /// The title.
        public let title: LocalisedText
        /// The minutes it takes, estimated.
        public let minutes: Int
        /// Its exercises.
        public let exercises: [String]?
    }
}

extension Schema {
    /// What `course.yaml` may say.
    public static let course = Schema.mapping([
        .required("title", .localisedText), .required("summary", .localisedText), .required("version", .text),
        .required("licence", .text), .required("minutes", .integer), .optional("goals", .list(.integer)),
        .required("pass", .number),
        .required(
            "lessons",
            .list(
                .mapping([
                    .required("id", .text), .required("title", .localisedText), .required("minutes", .integer),
                    .optional("exercises", .list(.text)),
                ]))),
        .optional("test", .list(.text)), .optional("figures", .dictionary(.figure)),
    ])
}

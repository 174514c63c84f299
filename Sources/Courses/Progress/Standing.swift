/// Where a learner stands in a course.
public struct Standing: Hashable, Sendable {
    /// The points earned in lessons.
    public let points: Int
    /// The points that can be earned in lessons.
    public let possible: Int
    /// The exercises of lessons that are done.
    public let done: Int
    /// The exercises of lessons.
    public let exercises: Int
    /// The share of the test before the course that was right; `nil` before it is finished.
    public let before: Double?
    /// The share of the test after the course that was right; `nil` before it is finished.
    public let after: Double?
    /// The first lesson with something left to read or do; `nil` at the end.
    public let lesson: String?
    /// Whether the points reach what the course asks for.
    public let hasPassed: Bool

    /// Looks at progress in a course.
    public init(_ progress: CourseProgress, in course: Course) {
        let graded = course.graded
        points = graded.reduce(0) { $0 + min(progress.points($1.id, .lesson), $1.declared.points) }
        possible = graded.reduce(0) { $0 + $1.declared.points }
        done = graded.count { progress.isDone($0.id, .lesson) }
        exercises = graded.count
        before = Self.share(.before, progress, course)
        after = Self.share(.after, progress, course)
        lesson =
            course.outline.lessons.first { lesson in
                !progress.read.contains(lesson.id)
                    || course.exercises(of: lesson).contains { !progress.isDone($0.id, .lesson) }
            }?.id
        hasPassed = possible > 0 && Double(points) >= course.outline.pass * Double(possible)
    }

    private static func share(_ phase: CourseProgress.Stage, _ progress: CourseProgress, _ course: Course) -> Double? {
        let test = course.test
        guard !test.isEmpty, test.allSatisfy({ progress.isDone($0.id, phase) }) else { return nil }
        let possible = test.reduce(0) { $0 + $1.declared.points }
        let points = test.reduce(0) { sum, exercise in
            let first = progress.attempts.first { $0.exercise == exercise.id && $0.phase == phase }
            return sum + (first?.outcome == .right ? exercise.declared.points : 0)
        }
        return possible == 0 ? nil : Double(points) / Double(possible)
    }
}

/// What a trainer sees: where people are and what they find hard, by group. Persons are not ranked.
public struct GroupOverview: Hashable, Sendable {
    /// The name of the group; empty for learners without one.
    public let group: String
    /// The learners, by name.
    public let learners: [Learner]
    /// The exercises in the order of the course.
    public let exercises: [ExerciseCount]

    /// Where a learner is.
    public struct Learner: Hashable, Sendable {
        /// The name or number.
        public let name: String
        /// The standing.
        public let standing: Standing
    }

    /// What became of an exercise in lessons.
    public struct ExerciseCount: Hashable, Sendable {
        /// The exercise.
        public let id: String
        /// Learners who tried it.
        public let tried: Int
        /// Learners who have it right.
        public let right: Int
        /// Learners who fell into each known mistake, the most common first.
        public let mistakes: [Mistake]
    }

    /// How many fell into a known mistake.
    public struct Mistake: Hashable, Sendable {
        /// The mistake.
        public let id: String
        /// The learners.
        public let learners: Int
    }

    /// The overviews of all groups, by name.
    public static func list(_ progress: [CourseProgress], in course: Course) -> [GroupOverview] {
        Dictionary(grouping: progress) { $0.group ?? "" }.sorted { $0.key < $1.key }.map { group, members in
            GroupOverview(
                group: group,
                learners: members.sorted { $0.learner < $1.learner }.map {
                    Learner(name: $0.learner, standing: Standing($0, in: course))
                },
                exercises: course.graded.map { count($0.id, members) })
        }
    }

    private static func count(_ exercise: String, _ members: [CourseProgress]) -> ExerciseCount {
        let attempts = members.map { $0.attempts.filter { $0.exercise == exercise && $0.phase == .lesson } }
        var mistakes: [String: Int] = [:]
        for list in attempts { for id in Set(list.compactMap(\.mistake)) { mistakes[id, default: 0] += 1 } }
        return ExerciseCount(
            id: exercise, tried: attempts.count { !$0.isEmpty },
            right: attempts.count { list in list.contains { $0.outcome == .right } },
            mistakes: mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                Mistake(id: $0.key, learners: $0.value)
            })
    }
}

public import Foundation
public import StatisticalData

/// How far a learner is in a course: a plain file that moves between machines and merges.
///
/// Nothing is ever taken out of it: merging is the union of attempts, so it is commutative, associative and idempotent.
public struct CourseProgress: Codable, Hashable, Sendable {
    /// The course.
    public let course: String
    /// The version of the course last worked with.
    public var version: String
    /// The name or number of the learner.
    public let learner: String
    /// The group the trainer put the learner in.
    public var group: String?
    /// What the learner's figures are drawn with.
    public let seed: UInt64
    /// The lessons read.
    public var read: Set<String>
    /// The answers given, in the order of time.
    public private(set) var attempts: [Attempt]

    /// Where in the course an answer was given.
    public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
        /// In the test before the first lesson.
        case before
        /// In a lesson.
        case lesson
        /// In the test after the last lesson.
        case after
    }

    /// What an attempt came to.
    public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        /// Right.
        case right
        /// Wrong in a known way.
        case mistake
        /// Wrong.
        case wrong
        /// Left out.
        case skipped
        /// The solution was looked at: the exercise gives no points any more.
        case shown
    }

    /// An answer given.
    public struct Attempt: Codable, Hashable, Sendable {
        /// The exercise.
        public let exercise: String
        /// Where in the course.
        public let phase: Stage
        /// When, in ISO 8601.
        public let time: String
        /// The answer as typed; of a file its SHA-256.
        public let answer: String
        /// What it came to.
        public let outcome: Outcome
        /// The known mistake.
        public let mistake: String?
        /// How many hints had been read.
        public let hints: Int
        /// The points it earned.
        public let points: Int

        /// Makes an attempt.
        public init(
            exercise: String, phase: Stage, time: String, answer: String, outcome: Outcome, mistake: String? = nil,
            hints: Int = 0, points: Int = 0
        ) {
            self.exercise = exercise
            self.phase = phase
            self.time = time
            self.answer = answer
            self.outcome = outcome
            self.mistake = mistake
            self.hints = hints
            self.points = points
        }

        fileprivate var order: [String] {
            [time, exercise, phase.rawValue, answer, outcome.rawValue, mistake ?? "", String(hints), String(points)]
        }
    }

    /// A learner at the start.
    public init(course: String, version: String, learner: String, group: String? = nil, seed: UInt64) {
        self.course = course
        self.version = version
        self.learner = learner
        self.group = group
        self.seed = seed
        read = []
        attempts = []
    }

    /// Adds an attempt.
    public mutating func add(_ attempt: Attempt) {
        attempts = Self.sorted(Set(attempts).union([attempt]))
    }

    /// Whether the solution of an exercise was looked at in a phase.
    public func hasSeenSolution(_ exercise: String, _ phase: Stage) -> Bool {
        attempts.contains { $0.exercise == exercise && $0.phase == phase && $0.outcome == .shown }
    }

    /// Whether nothing is left to do on an exercise in a phase.
    public func isDone(_ exercise: String, _ phase: Stage) -> Bool {
        attempts.contains { attempt in
            guard attempt.exercise == exercise, attempt.phase == phase else { return false }
            return phase != .lesson || attempt.outcome == .right || attempt.outcome == .shown
        }
    }

    /// The best points of an exercise in a phase.
    public func points(_ exercise: String, _ phase: Stage) -> Int {
        attempts.filter { $0.exercise == exercise && $0.phase == phase }.map(\.points).max() ?? 0
    }

    /// Both together: everything that either has.
    ///
    /// - Throws: a `Fault` for progress of another course, learner or seed.
    public func merged(with other: CourseProgress, at place: Place) throws(Fault) -> CourseProgress {
        let identities = [self, other].map { "\($0.course), \($0.learner), \($0.seed)" }
        guard identities[0] == identities[1] else {
            throw .courseProgressOther(identities[1], expected: identities[0], at: place)
        }
        var result = self
        result.version = max(version, other.version)
        result.group = [group, other.group].compactMap { $0 }.max()
        result.read = read.union(other.read)
        result.attempts = Self.sorted(Set(attempts).union(other.attempts))
        return result
    }

    private static func sorted(_ attempts: Set<Attempt>) -> [Attempt] {
        attempts.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    /// Reads a file of progress.
    public init(_ bytes: [UInt8], file: String) throws(Fault) {
        guard bytes.count <= 16 << 20, let read = try? JSONDecoder().decode(CourseProgress.self, from: Data(bytes))
        else {
            throw .courseProgress(at: Place(file: file))
        }
        self = read
        attempts = Self.sorted(Set(read.attempts))
    }

    /// The bytes of the file: the same progress, the same bytes.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(sortedForFile) + Data("\n".utf8)
    }

    private var sortedForFile: Stored {
        Stored(
            course: course, version: version, learner: learner, group: group, seed: seed, read: read.sorted(),
            attempts: attempts)
    }

    private struct Stored: Encodable {
        let course: String
        let version: String
        let learner: String
        let group: String?
        let seed: UInt64
        let read: [String]
        let attempts: [Attempt]
    }
}

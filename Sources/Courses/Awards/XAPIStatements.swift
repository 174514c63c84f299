public import Foundation
import StatisticalData

/// The attempts of a learner as statements of the Experience API, for a learning record store.
///
/// Source: ADL, xAPI 1.0.3, part 2: statements with actor, verb, object, result, timestamp. Identifiers are made from what the
/// statement says: the same attempt is the same statement however often it is exported.
public struct XAPIStatements {
    private let course: Course
    private let homePage: String
    private let digest: (String) -> String

    /// - Parameters:
    ///   - homePage: the address of the system that knows the learners by name.
    ///   - digest: 64 hexadecimal digits that depend on a text.
    public init(_ course: Course, homePage: String, digest: @escaping (String) -> String) {
        self.course = course
        self.homePage = homePage
        self.digest = digest
    }

    /// The statements as a JSON array: one an attempt, and one for a course passed.
    public func json(_ all: [CourseProgress]) throws -> Data {
        let statements = all.flatMap { progress in
            progress.attempts.map { statement($0, of: progress) } + passed(progress)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(statements) + Data("\n".utf8)
    }

    private func statement(_ attempt: CourseProgress.Attempt, of progress: CourseProgress) -> Statement {
        let exercise = course.exercise(attempt.exercise)
        let isAnswer = attempt.outcome != .skipped && attempt.outcome != .shown
        let possible = exercise?.declared.points ?? 0
        let scaled = possible > 0 ? Double(attempt.points) / Double(possible) : 0
        return Statement(
            id: uuid([
                progress.course, progress.learner, attempt.exercise, attempt.phase.rawValue, attempt.time,
                attempt.answer,
            ]),
            actor: actor(progress), verb: isAnswer ? .answered : .attempted,
            object: object("/" + attempt.exercise, exercise?.declared.title ?? course.outline.title, isCourse: false),
            result: .init(
                score: isAnswer ? .init(scaled: scaled) : nil, success: isAnswer ? attempt.outcome == .right : nil,
                completion: nil, response: isAnswer ? attempt.answer : nil),
            timestamp: attempt.time)
    }

    private func passed(_ progress: CourseProgress) -> [Statement] {
        let standing = Standing(progress, in: course)
        guard standing.hasPassed, let last = progress.attempts.last else { return [] }
        return [
            Statement(
                id: uuid([progress.course, progress.learner, "passed"]), actor: actor(progress), verb: .passed,
                object: object("", course.outline.title, isCourse: true),
                result: .init(
                    score: .init(scaled: Double(standing.points) / Double(standing.possible)), success: true,
                    completion: standing.done == standing.exercises, response: nil), timestamp: last.time)
        ]
    }

    private func actor(_ progress: CourseProgress) -> Statement.Actor {
        .init(account: .init(homePage: homePage, name: progress.learner))
    }

    private func object(_ path: String, _ title: LocalisedText, isCourse: Bool) -> Statement.Object {
        let kind = isCourse ? "course" : "question"
        return .init(
            id: homePage + (homePage.hasSuffix("/") ? "" : "/") + "courses/" + course.id + path,
            definition: .init(
                name: ["en": title.en, "zh": title.zh], type: "http://adlnet.gov/expapi/activities/" + kind))
    }

    /// A UUID of version 8 (RFC 9562) from the digest of the parts.
    private func uuid(_ parts: [String]) -> String {
        var digits = Array(digest(parts.joined(separator: "\u{1F}")).prefix(32))
        guard digits.count == 32 else { return "" }
        digits[12] = "8"
        digits[16] = "8"
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(digits[$0]) }.joined(separator: "-")
    }
}

/// The shape of a statement.
private struct Statement: Encodable {
    let id: String
    let actor: Actor
    let verb: Verb
    let object: Object
    let result: Result
    let timestamp: String

    struct Actor: Encodable {
        let objectType = "Agent"
        let account: Account
    }

    struct Account: Encodable {
        let homePage: String
        let name: String
    }

    struct Verb: Encodable {
        let id: String
        let display: [String: String]

        static let answered = Verb("answered", "作答")
        static let attempted = Verb("attempted", "尝试")
        static let passed = Verb("passed", "通过")

        private init(_ word: String, _ chinese: String) {
            id = "http://adlnet.gov/expapi/verbs/" + word
            display = ["en": word, "zh": chinese]
        }
    }

    struct Object: Encodable {
        let objectType = "Activity"
        let id: String
        let definition: Definition
    }

    struct Definition: Encodable {
        let name: [String: String]
        let type: String
    }

    struct Result: Encodable {
        let score: Score?
        let success: Bool?
        let completion: Bool?
        let response: String?
    }

    struct Score: Encodable {
        let scaled: Double
    }
}

import StatisticalData
import TestSupport
import Testing

@testable import Courses

/// Progress: laws of merging, what counts, what is refused.
struct ProgressTests {
    private static let place = Place(file: "p.json")

    private static func random(_ generator: inout SeededGenerator) -> CourseProgress {
        var progress = CourseProgress(
            course: "c", version: Bool.random(using: &generator) ? "1" : "2", learner: "Li",
            group: [nil, "A", "B"].randomElement(using: &generator) ?? nil, seed: 7)
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            progress.add(
                CourseProgress.Attempt(
                    exercise: "e\(Int.random(in: 1...3, using: &generator))",
                    phase: CourseProgress.Stage.allCases.randomElement(using: &generator) ?? .lesson,
                    time: "2026-01-0\(Int.random(in: 1...4, using: &generator))", answer: "x",
                    outcome: CourseProgress.Outcome.allCases.randomElement(using: &generator) ?? .right,
                    points: Int.random(in: 0...2, using: &generator)))
        }
        if Bool.random(using: &generator) { progress.read.insert("l1") }
        return progress
    }

    /// Seed 61: the order of merging does not matter, merging twice changes nothing, nothing is lost.
    @Test func mergingIsAUnion() throws {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<200 {
            let (a, b, c) = (Self.random(&generator), Self.random(&generator), Self.random(&generator))
            let ab = try a.merged(with: b, at: Self.place)
            #expect(try b.merged(with: a, at: Self.place) == ab)
            #expect(try ab.merged(with: b, at: Self.place) == ab)
            #expect(
                try ab.merged(with: c, at: Self.place)
                    == a.merged(with: b.merged(with: c, at: Self.place), at: Self.place))
            #expect(Set(ab.attempts).isSuperset(of: a.attempts) && Set(ab.attempts).isSuperset(of: b.attempts))
            for exercise in ["e1", "e2", "e3"] {
                let best = max(a.points(exercise, .lesson), b.points(exercise, .lesson))
                #expect(ab.points(exercise, .lesson) == best)
            }
            #expect(try CourseProgress([UInt8](try ab.encoded()), file: "p.json") == ab)
        }
    }

    @Test func othersAreRefused() throws {
        let mine = CourseProgress(course: "c", version: "1", learner: "Li", seed: 1)
        for other in [
            CourseProgress(course: "d", version: "1", learner: "Li", seed: 1),
            CourseProgress(course: "c", version: "1", learner: "Wang", seed: 1),
            CourseProgress(course: "c", version: "1", learner: "Li", seed: 2),
        ] {
            #expect(throws: Fault.self) { try mine.merged(with: other, at: Self.place) }
        }
        for bytes in ["", "{}", "[1]", "{\"course\": 1}", "null"] {
            #expect(throws: Fault.courseProgress(at: Self.place)) {
                try CourseProgress([UInt8](bytes.utf8), file: "p.json")
            }
        }
    }

    @Test func afterTheSolutionAnExerciseIsDone() {
        var progress = CourseProgress(course: "c", version: "1", learner: "Li", seed: 1)
        #expect(!progress.isDone("e", .lesson))
        progress.add(.init(exercise: "e", phase: .lesson, time: "1", answer: "3", outcome: .wrong))
        #expect(!progress.isDone("e", .lesson))
        progress.add(.init(exercise: "e", phase: .lesson, time: "2", answer: "", outcome: .shown))
        #expect(
            progress.isDone("e", .lesson) && progress.hasSeenSolution("e", .lesson) && !progress.isDone("e", .after))
        progress.add(.init(exercise: "e", phase: .after, time: "3", answer: "1", outcome: .wrong))
        #expect(progress.isDone("e", .after))
    }
}

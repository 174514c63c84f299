import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Courses

/// Badges and statements on what a learner did.
struct AwardTests {
    private static let place = Place(file: "p.json")

    private static func course() throws -> Course {
        let yaml = """
            title: {en: Task, zh: 题}
            prompt: {en: P, zh: 问}
            points: 2
            answer: {number: {value: "1", tolerance: 0}}
            solution: {en: S, zh: 解}
            """
        let outline = CourseOutline(
            title: .init(en: "Course", zh: "课程"), summary: .init(en: "S", zh: "述"), version: "3", licence: "CC0",
            minutes: 1,
            goals: nil, pass: 0.5,
            lessons: [.init(id: "l", title: .init(en: "L", zh: "课"), minutes: 1, exercises: ["e", "f"])], test: nil,
            figures: nil)
        let exercises = try ["e", "f"].map { try Exercise(id: $0, yaml: yaml, file: $0 + ".yaml") }
        return try Course(
            id: "c", outline: outline, texts: ["l": .init(en: "t", zh: "文")], exercises: exercises, at: place)
    }

    private static func progress(right: Bool) -> CourseProgress {
        var progress = CourseProgress(course: "c", version: "3", learner: "Li Na", seed: 1)
        progress.add(.init(exercise: "e", phase: .lesson, time: "2026-11-25T10:00:00Z", answer: "2", outcome: .wrong))
        if right {
            progress.add(
                .init(
                    exercise: "e", phase: .lesson, time: "2026-11-25T10:01:00Z", answer: "1", outcome: .right, points: 2
                ))
        }
        return progress
    }

    @Test func aBadgeNeedsAPass() throws {
        let course = try Self.course()
        #expect(throws: Fault.courseNotPassed(points: 0, possible: 4, pass: 0.5, at: Self.place)) {
            try OpenBadge(Self.progress(right: false), in: course, date: "2026-11-25", at: Self.place)
        }
        for date in ["2026", "2026-11", "25.11.2026", ""] {
            #expect(throws: Fault.courseDate(date)) {
                try OpenBadge(Self.progress(right: true), in: course, date: date, at: Self.place)
            }
        }
        let badge = try OpenBadge(Self.progress(right: true), in: course, date: "2026-11-25", at: Self.place)
        let data = try badge.credential(issuer: "Office", identifier: "did:key:z", id: "urn:uuid:x", seconds: 5)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["type"] as? [String] == ["VerifiableCredential", "OpenBadgeCredential"])
        #expect((object["@context"] as? [String])?.first == "https://www.w3.org/ns/credentials/v2")
        let subject = try #require(object["credentialSubject"] as? [String: Any])
        let achievement = try #require(subject["achievement"] as? [String: Any])
        #expect(achievement["name"] as? String == "Course · 课程")
        #expect((achievement["criteria"] as? [String: Any])?["narrative"] != nil)
        #expect(object["validFrom"] as? String == "2026-11-25T00:00:00Z" && object["nbf"] as? Int == 5)
    }

    @Test func statementsSayWhatWasDone() throws {
        let statements = XAPIStatements(try Self.course(), homePage: "https://example.org") { text in
            String(repeating: text.count % 2 == 0 ? "a" : "b", count: 64)
        }
        let data = try statements.json([Self.progress(right: true)])
        #expect(try statements.json([Self.progress(right: true)]) == data)
        let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let verbs = list.compactMap { ($0["verb"] as? [String: Any])?["id"] as? String }
        #expect(verbs.map { $0.split(separator: "/").last } == ["answered", "answered", "passed"])
        for statement in list {
            let id = try #require(statement["id"] as? String)
            #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
            let account = (statement["actor"] as? [String: Any])?["account"] as? [String: Any]
            #expect(account?["name"] as? String == "Li Na")
            let scaled = ((statement["result"] as? [String: Any])?["score"] as? [String: Any])?["scaled"] as? Double
            #expect(scaled.map { (-1...1).contains($0) } ?? false)
        }
        #expect((list[2]["result"] as? [String: Any])?["completion"] as? Bool == false)
    }
}

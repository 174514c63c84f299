import StatisticalData
import Testing

@testable import Courses

/// What the check of a course finds, and what an exercise may not be.
struct CourseCheckTests {
    private static func codes(_ answer: String, more: String = "", prompt: String = "{en: P, zh: 问}") throws -> [String]
    {
        let yaml = """
            title: {en: T, zh: 题}
            prompt: \(prompt)
            points: 1
            figures: {x: {areas: [A, B, C], indicator: i}, a: {indicator: i, area: A}}
            answer: \(answer)
            \(more)
            solution: {en: "{a|1}", zh: "{a|1}"}
            """
        do {
            let exercise = try Exercise(id: "e", yaml: yaml, file: "e.yaml")
            let outline = CourseOutline(
                title: .init(en: "C", zh: "课"), summary: .init(en: "C", zh: "课"), version: "1", licence: "CC0",
                minutes: 1,
                goals: nil, pass: 1,
                lessons: [.init(id: "l", title: .init(en: "L", zh: "课"), minutes: 1, exercises: ["e"])], test: nil,
                figures: nil)
            let place = Place(file: "course.yaml")
            let course = try Course(
                id: "c", outline: outline, texts: ["l": .init(en: "text", zh: "文")], exercises: [exercise], at: place)
            return try CourseCheck(course, in: MarkingTests.context()).run(at: place).faults.map(\.code)
        } catch let faults as Faults {
            return faults.list.map(\.code)
        }
    }

    private static func mistake(_ answer: String, id: String = "m") -> String {
        "{id: \(id), answer: \(answer), remark: {en: R, zh: 评}}"
    }

    @Test func aSoundExercisePasses() throws {
        let mistakes = "mistakes: [\(Self.mistake("{number: {value: sum(x)}}"))]"
        #expect(try Self.codes("{number: {value: a, tolerance: 0.5}}", more: mistakes) == [])
    }

    @Test func mistakesMustBeWrongAndToldApart() throws {
        let right = "mistakes: [\(Self.mistake("{number: {value: a}}"))]"
        #expect(try Set(Self.codes("{number: {value: a, tolerance: 0.5}}", more: right)) == ["course-mistake-right"])
        let two =
            "mistakes: [\(Self.mistake("{number: {value: \"9\"}}")), \(Self.mistake("{number: {value: \"9\"}}", id: "n"))]"
        #expect(try Set(Self.codes("{number: {value: a, tolerance: 0.5}}", more: two)) == ["course-mistake-remark"])
    }

    @Test func aSolutionMustBeAccepted() throws {
        // The figure is 3, the example of the file has another.
        let study = "{study: {require: [{item: i, equals: a}], example: \"4\"}}"
        #expect(try Set(Self.codes(study)) == ["course-solution"])
    }

    @Test(arguments: [
        ("{number: {value: b, tolerance: 1}}", "course-formula-name"),
        ("{number: {value: a +, tolerance: 1}}", "course-formula"),
        ("{number: {value: x, tolerance: 1}}", "course-formula-several"),
        ("{number: {value: a / (a - a), tolerance: 1}}", "course-formula-value"),
        ("{number: {value: a}}", "course-answer-part"), ("{}", "course-answer"),
        ("{number: {value: a, tolerance: 1}, set: {values: [A]}}", "course-answer"),
        ("{set: {of: x}}", "course-answer-part"), ("{set: {of: x, above: a, below: a}}", "course-answer-part"),
        ("{choice: {options: [{id: a, text: {en: x, zh: 甲}}], correct: [b]}}", "course-option"),
        ("{essay: 1}", "yaml-unknown-key"),
    ])
    func badAnswers(answer: String, code: String) throws {
        #expect(try Set(Self.codes(answer)).contains(code))
    }

    @Test func textsMustAgree() throws {
        let answer = "{number: {value: a, tolerance: 0.5}}"
        #expect(try Self.codes(answer, prompt: "{en: \"{a|1}\", zh: 问}") == ["course-placeholders"])
        #expect(try Set(Self.codes(answer, prompt: "{en: \"{b|1}\", zh: \"{b|1}\"}")) == ["course-formula-name"])
        #expect(try Set(Self.codes(answer, prompt: "{en: \"{a|x}\", zh: \"{a|x}\"}")) == ["course-placeholder"])
        #expect(try Self.codes(answer, prompt: "{en: only}") == ["yaml-missing-key"])
    }
}

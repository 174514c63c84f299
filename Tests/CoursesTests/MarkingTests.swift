import StatisticalData
import Testing

@testable import Courses

/// Marking by result: any right way counts, known mistakes get their own remark.
struct MarkingTests {
    /// Three areas with figures, and a product that runs no studies.
    static func context(_ faults: [Fault] = []) -> CourseContext {
        let names = [
            "A": LocalisedText(en: "Alpha", zh: "甲市（虚构）"), "B": .init(en: "Beta", zh: "乙"),
            "C": .init(en: "Gamma", zh: "丙"),
        ]
        return CourseContext(
            figures: { query, place in
                if let value = query.value { return [LabelledFigure("", value)] }
                let all: [String: Double] = ["A": 3, "B": 5, "C": 4]
                return try (query.areas ?? [query.area ?? "A"]).map { area in
                    guard let value = all[area] else { throw Fault.courseFigureMissing(area, at: place) }
                    return LabelledFigure(area, value)
                }
            }, names: { names[$0].map { [$0] } ?? [] },
            run: { text in
                let key = ResultKey(study: "s", item: "i", measure: "m", area: "A", period: .year(2020))
                let value = ResultValue(
                    key: key, finding: .number(Double(text) ?? 0), unit: nil, trust: .official, sources: [],
                    derivation: Derivation(formula: "f", expression: "e", inputs: []))
                return ("kind", [value])
            }, validate: { _, _ in faults }, file: { path, _ in [UInt8](path.utf8) })
    }

    static func task(_ answer: String, more: String = "", variant: [String: String] = [:]) throws -> ExerciseTask {
        let yaml = """
            title: {en: T, zh: 题}
            prompt: {en: P, zh: 问}
            points: 1
            figures: {x: {areas: [A, B, C], indicator: i}, a: {indicator: i, area: A}, c: {value: -20.64}}
            answer: \(answer)
            \(more)
            solution: {en: S, zh: 解}
            """
        return try ExerciseTask(
            try Exercise(id: "e", yaml: yaml, file: "e.yaml"), variant: variant, in: context())
    }

    private func marks(_ task: ExerciseTask, _ texts: [String]) throws -> [Marking] {
        try texts.map { try task.mark(.text($0)) }
    }

    @Test func numbersInAnyForm() throws {
        let task = try Self.task("{number: {value: c, unit: \"%\", tolerance: 0.005, any-sign: true}}")
        for text in ["-20.64", "−20.64 %", "－20.64％", "20.64", "-0.2064", "-20.6449", "20,64 %"] {
            #expect(try task.mark(.text(text)) == .right, "\(text)")
        }
        #expect(try marks(task, ["-20.65", "-20.63", "20.6"]) == [.wrong, .wrong, .wrong])
        #expect(try marks(task, ["a fall", "", "-20.64 t"]) == [.unreadable, .unreadable, .unreadable])
    }

    @Test func unitsAreConverted() throws {
        let task = try Self.task("{number: {value: \"12000\", unit: 10^4 t, tolerance: 0.5}}")
        #expect(try marks(task, ["12000", "120000000 t", "1.2 10^8 t"]) == [.right, .right, .right])
        #expect(try marks(task, ["12000 t", "1 tce"]) == [.wrong, .unreadable])
    }

    @Test func knownMistakesHaveTheirRemark() throws {
        let more = "mistakes: [{id: added, answer: {number: {value: \"-22.55\"}}, remark: {en: Multiply, zh: 连乘}}]"
        let task = try Self.task("{number: {value: c, unit: \"%\", tolerance: 0.005}}", more: more)
        let remark = LocalisedText(en: "Multiply", zh: "连乘")
        #expect(try task.mark(.text("-22.55 %")) == .mistake(id: "added", remark: remark))
        #expect(try marks(task, ["20.64", "-22.5"]) == [.wrong, .wrong])
    }

    @Test func setsAndRankingsByAnyName() throws {
        let set = try Self.task("{set: {of: x, above: a}}")
        #expect(try marks(set, ["B, C", "gamma、Beta", "丙；乙", "c B"]) == [.right, .right, .right, .unreadable])
        #expect(try marks(set, ["B", "A, B, C", "Delta"]) == [.wrong, .wrong, .unreadable])
        let ranking = try Self.task("{ranking: {of: x, count: 2}}")
        #expect(
            try marks(ranking, ["B > C", "Beta, Gamma", "C, B", "B", "B, B"]) == [
                .right, .right, .wrong, .wrong, .wrong,
            ])
        let lowest = try Self.task("{ranking: {of: x, ascending: true}}")
        #expect(try marks(lowest, ["甲市(虚构), 丙, 乙", "B, C, A"]) == [.right, .wrong])
    }

    /// Equal figures may stand in any order.
    @Test func tiesCountEitherWay() throws {
        let task = try Self.task("{ranking: {of: \"x - x\", count: 2}}")
        #expect(try marks(task, ["A, B", "C, A", "B, C"]) == [.right, .right, .right])
    }

    @Test func choices() throws {
        let options =
            "options: [{id: a, text: {en: x, zh: 甲}}, {id: b, text: {en: y, zh: 乙}}, {id: c, text: {en: z, zh: 丙}}]"
        let task = try Self.task("{choice: {\(options), correct: [a, c]}}")
        #expect(try marks(task, ["a, c", "C A", "ａ、ｃ"]) == [.right, .right, .right])
        #expect(try marks(task, ["a", "a, b, c", "d"]) == [.wrong, .wrong, .unreadable])
    }

    @Test func studiesByTheirResult() throws {
        let task = try Self.task(
            "{study: {kind: kind, require: [{item: i, equals: a, tolerance: 0.01}], example: x}}")
        #expect(try task.mark(.file([UInt8]("3.005".utf8))) == .right)
        #expect(try task.mark(.file([UInt8]("3.02".utf8))) == .wrong)
        let other = try Self.task("{study: {kind: other, require: [{item: i, equals: a}], example: x}}")
        #expect(try other.mark(.file([UInt8]("3".utf8))) == .wrong)
        let none = try Self.task("{study: {require: [{item: j}], example: x}}")
        #expect(try none.mark(.file([UInt8]("3".utf8))) == .wrong)
    }

    @Test func variantsAreDrawnBySeed() throws {
        let yaml = """
            title: {en: T, zh: 题}
            prompt: {en: "{area}", zh: "{area}"}
            points: 1
            variants: {area: [A, B, C], other: [p, q]}
            figures: {x: {indicator: i, area: "{area}"}}
            answer: {number: {value: x, tolerance: 0}}
            solution: {en: "{x|1}", zh: "{x|1}"}
            """
        let exercise = try Exercise(id: "e", yaml: yaml, file: "e.yaml")
        #expect(ExerciseTask.variants(of: exercise).count == 6)
        var seen: Set<String> = []
        for seed in UInt64(0)..<60 {
            let task = try ExerciseTask(exercise, seed: seed, in: Self.context())
            #expect(try ExerciseTask(exercise, seed: seed, in: Self.context()).variant == task.variant)
            seen.insert(task.name)
        }
        #expect(seen.count == 6)
        let task = try ExerciseTask(exercise, variant: ["area": "B"], in: Self.context())
        #expect(try task.text(exercise.declared.prompt, .chinese) == "乙")
        #expect(try task.text(exercise.declared.solution, .english) == "5.0")
    }
}

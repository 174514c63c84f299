import Foundation
import StatisticalData
import Studies
import Testing

/// Weights of a composite index from files of the workspace.
struct CompositeIndexWeightFileTests {
    private func sample(
        _ steps: String, _ text: String, file: String = "frameworks/answers.csv"
    ) throws -> (workspace: SampleWorkspace, yaml: String) {
        var sample = CompositeIndexStepsSample()
        sample.steps = "normalise: \"minmax:0:100\", weights: \"\(steps):\(file)\""
        var workspace = try sample.workspace()
        workspace.files[file] = text
        return (workspace, sample.yaml)
    }

    private func run(_ steps: String, _ text: String) throws -> ResultIndex {
        let (workspace, yaml) = try sample(steps, text)
        return try workspace.run(yaml)
    }

    private func faults(_ steps: String, _ text: String) throws -> [String] {
        let (workspace, yaml) = try sample(steps, text)
        return try workspace.faults(yaml)
    }

    @Test func weightsAsStated() throws {
        let index = try run("file", "iCode,Weight\nforest,1\ncoal,3\n")
        #expect(index.number("forest", "weight", "W") == 1)
        #expect(index.number("coal", "weight", "W") == 3)
        // Weights the file does not name are those of the framework: nature 4, people 4, wages 2.
        #expect(index.number("nature", "weight", "W") == 4)
        #expect(index.number("wages", "weight", "W") == 2)
        // A: forest 0, coal 0; D: forest 20, coal 20. B: both 100. C: both 50; with other figures weights would tell.
        #expect(agree(index.number("forest", "share", "W"), 12.5))
        let value = try #require(index["forest", "weight", "W", .year(2020)])
        let input = try #require(value.derivation.inputs.first)
        guard case .declared(let declared) = input.origin else { throw NotDeclared() }
        #expect(declared.place == Place(file: "frameworks/answers.csv", line: 2))
        #expect(declared.trust == .unverified && value.trust == .unverified)
    }

    private struct NotDeclared: Error {}

    /// Two elements: people 3 times as important as nature gives 3/4 and 1/4, consistency ratio 0.
    @Test func judgmentsOfTwo() throws {
        let index = try run("ahp", "iCode,people\nnature,1/3\n")
        #expect(agree(index.number("people", "weight", "W"), 0.75))
        #expect(agree(index.number("nature", "weight", "W"), 0.25))
        #expect(index.number("index", "consistency-ratio", "W") == 0)
        // B: nature 100, people 75.
        #expect(agree(index.number("index", "score", "B"), 0.75 * 75 + 0.25 * 100))
    }

    /// Two respondents who see a pair as 4 and 1 count as 2, the geometric mean.
    @Test func judgmentsOfSeveral() throws {
        let index = try run(
            "ahp", "respondent,iCode,people,nature\nLi,people,,4\nWang,people,,1\n")
        #expect(agree(index.number("people", "weight", "W"), 2.0 / 3))
        let value = try #require(index["people", "weight", "W", .year(2020)])
        #expect(value.derivation.inputs.map(\.role) == ["a(nature, people; Li)", "a(nature, people; Wang)"])
    }

    @Test func pointsByMeanAndMedian() throws {
        let table = "respondent,nature,people\nLi,20,80\nWang,30,70\nZhao,70,30\n"
        let mean = try run("budget", table)
        #expect(agree(mean.number("nature", "weight", "W"), 0.4))
        #expect(agree(mean.number("people", "weight", "W"), 0.6))
        #expect(mean.number("nature", "points-lowest", "W") == 20)
        #expect(mean.number("nature", "points-highest", "W") == 70)
        #expect(agree(mean.number("nature", "points-deviation", "W"), 700.0.squareRoot()))
        let median = try run("budget-median", table)
        #expect(agree(median.number("nature", "weight", "W"), 0.3))
        #expect(agree(median.number("people", "weight", "W"), 0.7))
    }

    /// Every number follows from the answers its derivation names.
    @Test(arguments: [
        ("file", "iCode,Weight\nforest,1\ncoal,3\nnature,2\npeople,5\n"),
        ("ahp", "respondent,iCode,people,wages\nLi,nature,1/3,\nLi,waste,,2\nWang,nature,2,\n"),
        ("budget", "respondent,nature,people\nLi,20,80\nWang,30,70\n"),
        ("budget-median", "respondent,nature,people\nLi,20,80\nWang,30,70\nZhao,70,30\n"),
    ])
    func audit(word: String, text: String) throws {
        let index = try run(word, text)
        let evaluator = PlainEvaluator(index: index)
        var checked = 0
        for value in index.result.values {
            guard let number = value.number else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
            checked += 1
        }
        #expect(checked > 60)
    }

    /// Judgments that contradict each other: a = 9 b, b = 9 c, c = 9 a.
    @Test func contradictionsAreTold() throws {
        var workspace = SampleWorkspace()
        workspace.files["framework.csv"] = """
            id,parent,name_en,name_zh,weight,trust
            index,,Index,指数,,official
            a,index,A,甲,1,official
            b,index,B,乙,1,official
            c,index,C,丙,1,official

            """
        workspace.files["frameworks/answers.csv"] = "iCode,a,b,c\na,,9,1/9\nb,,,9\n"
        for id in ["a", "b", "c"] {
            workspace.indicators["raw-" + id] = .points
            for (area, score) in zip(["A", "B", "C"], ["10.0", "20.0", "30.0"]) {
                workspace.observations.append(
                    try .printed(score, "raw-" + id, "2020", in: area, unit: "points"))
            }
        }
        let index = try workspace.run(
            """
            kind: composite-index
            title: {en: Sample, zh: 样例}
            framework: {file: framework.csv}
            observed: {a: raw-a, b: raw-b, c: raw-c}
            areas: {parent: W}
            period: "2020"
            steps: {weights: "ahp:frameworks/answers.csv"}
            """)
        // All weights are equal by symmetry; λ = 1 + 9 + 1/9, CR = (λ − 3)/2/0.58.
        #expect(agree(index.number("a", "weight", "W"), 1.0 / 3))
        #expect(agree(index.number("index", "consistency-ratio", "W"), (10 + 1.0 / 9 - 3) / 2 / 0.58))
        let notice = try #require(index.result.notices.first { $0.code == "notice-judgments-inconsistent" })
        #expect(notice.item == "index" && notice.arguments["ratio"] == "6.13")
    }

    @Test(arguments: [
        ("ahp", "iCode,people\nnatur,1/3\n", "index-weights-code frameworks/answers.csv:2:iCode"),
        ("ahp", "iCode,people\nnature,-3\n", "index-judgment-number frameworks/answers.csv:2:people"),
        ("budget", "respondent,nature,people\nLi,20,70\n", "index-points-sum frameworks/answers.csv:2"),
        ("file", "iCode,Weight\nforest,1\n", "index-weights-siblings frameworks/answers.csv"),
        ("file", "iCode,Weight\nforest,-1\ncoal,1\n", "index-negative-weight frameworks/answers.csv:2:Weight"),
    ])
    func faultsOfTheFile(word: String, text: String, fault: String) throws {
        #expect(try faults(word, text) == [fault])
    }

    @Test func aFileThatIsNotThere() throws {
        var (workspace, yaml) = try sample("ahp", "")
        workspace.files["frameworks/answers.csv"] = nil
        #expect(try workspace.faults(yaml).map { $0.prefix(12) } == ["file-missing"])
        yaml = yaml.replacing("ahp:", with: "apb:")
        #expect(try workspace.faults(yaml).map { $0.prefix(18) } == ["study-unknown-step"])
    }

    /// The answers are inputs: another answer, other inputs.
    @Test func answersEnterTheInputs() throws {
        let first = try sample("budget", "respondent,nature,people\nLi,20,80\n")
        let second = try sample("budget", "respondent,nature,people\nLi,21,79\n")
        #expect(try first.workspace.prepare(first.yaml).inputs == first.workspace.prepare(first.yaml).inputs)
        #expect(try first.workspace.prepare(first.yaml).inputs != second.workspace.prepare(second.yaml).inputs)
    }
}

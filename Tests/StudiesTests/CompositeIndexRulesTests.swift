import StatisticalData
import Studies
import Testing

/// The rules of the annual evaluation within a study: the example of the method sheet, worked out by an independent
/// program (seven indicators in two dimensions, four areas).
struct CompositeIndexRulesTests {
    private static let framework = """
        id,parent,name_en,name_zh,class,weight:city,direction,trust
        index,,Index,指数,,,up,official
        resource,index,Resource,资源,,,up,official
        energy,resource,Energy,能源,binding,,up,official
        water,resource,Water,水,monitoring,5,down,official
        straw,resource,Straw,秸秆,other,,up,official
        quality,index,Quality,质量,,,up,official
        sea,quality,Sea,海洋,monitoring,,up,official
        air,quality,Air,空气,binding,,up,official
        farmland,quality,Farmland,耕地,other,,up,official
        pesticide,quality,Pesticide,农药,other,,down,official

        """

    private static let figures = [
        ("A", ["energy": "4.1", "water": "120.0", "straw": "88", "sea": "70.0", "air": "81.0", "pesticide": "9.0"]),
        ("B", ["energy": "3.2", "water": "300.0", "straw": "92", "air": "66.0", "pesticide": "12.5"]),
        ("C", ["energy": "5.0", "water": "80.0", "straw": "70", "sea": "95.0", "air": "97.0", "pesticide": "3.0"]),
        ("D", ["energy": "2.6", "water": "210.0", "air": "88.0", "pesticide": "6.0"]),
    ]

    private func yaml(
        _ rule: String = "inapplicable: proportional", framework: String = "", further: String = ""
    ) -> String {
        """
        kind: composite-index
        title: {en: Sample, zh: 样例}
        framework: {file: framework.csv, class-weights: {binding: 3, monitoring: 2, other: 1}\(framework)}
        observed: {energy: energy, water: water, straw: straw, sea: sea, air: air, pesticide: pesticide}
        areas: {parent: W}
        period: "2020"
        rules: {\(rule), not-collected: [farmland], cannot-have: {sea: [B, D], straw: [D]}}
        \(further)
        """
    }

    private func workspace(_ change: (inout [(String, [String: String])]) -> Void = { _ in }) throws -> SampleWorkspace
    {
        var figures = Self.figures
        change(&figures)
        var workspace = SampleWorkspace()
        workspace.areaIDs = figures.map(\.0)
        workspace.files["framework.csv"] = Self.framework
        for (area, row) in figures {
            for (indicator, text) in row.sorted(by: { $0.key < $1.key }) {
                workspace.indicators[indicator] = .one
                workspace.observations.append(try .printed(text, indicator, "2020", in: area, unit: "1"))
            }
        }
        return workspace
    }

    @Test func proportional() throws {
        let index = try workspace().run(yaml())
        let expected = ["A": 78.92178280123952, "B": 65.38461538461539, "C": 93.84615384615384, "D": 75.13956332292494]
        for (area, score) in expected {
            #expect(agree(index.number("index", "score", area), score, within: 1e-12), "\(area)")
        }
        #expect(agree(index.number("quality", "score", "D"), 82.50594227504244, within: 1e-12))
        #expect(agree(index.number("air", "weight", "D"), 13 * 0.32307692307692304, within: 1e-12))
        #expect(index.number("air", "weight", "A") == nil)
        #expect(index.number("farmland", "score", "A") == 60)
        #expect(["A", "B", "C", "D"].map { index.number("index", "rank", $0) } == [2, 4, 1, 3])
        let notices = index.result.notices.filter { $0.code == "notice-inapplicable" }
        #expect(notices.count == 3)
    }

    @Test func everyScoreFollowsFromItsInputs() throws {
        let index = try workspace().run(yaml())
        let evaluator = PlainEvaluator(index: index)
        let skipped: Set<String> = ["formula-weight-proportional", "formula-not-collected", "formula-observed"]
        var checked = 0
        for value in index.result.values where !skipped.contains(value.derivation.formula) {
            guard let number = value.number else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
            checked += 1
        }
        #expect(checked > 30)
    }

    /// In equal parts, sea's 2 of 7 in D go to three others: air 3 + 2/3.
    @Test func equalParts() throws {
        let index = try workspace().run(yaml("inapplicable: equal"))
        #expect(agree(index.number("air", "weight", "D"), 3 + 2.0 / 3))
        #expect(agree(index.number("pesticide", "weight", "D"), 1 + 2.0 / 3))
    }

    /// A level of government may have weights of its own; rows it leaves empty keep those of their class.
    @Test func weightsOfALevelOfGovernment() throws {
        let index = try workspace().run(yaml(framework: ", weights: city"))
        #expect(index.number("water", "weight", "W") == 5)
        #expect(index.number("energy", "weight", "W") == 3)
        let found = try workspace().faults(yaml(framework: ", weights: county"))
        #expect(found.contains { $0.hasPrefix("csv-missing-column") }, "\(found)")
    }

    /// Missing though the area could have it: no score, and it is told.
    @Test func aMissingFigureIsNoZero() throws {
        let index = try workspace { $0[0].1["air"] = nil }.run(yaml())
        #expect(index.number("quality", "score", "A") == nil && index.number("index", "score", "A") == nil)
        #expect(index.number("resource", "score", "A") != nil)
        #expect(index.result.notices.contains { $0.code == "notice-figure-missing" && $0.item == "air" })
    }

    @Test(arguments: [
        ("", "lift: {places: 1}", "study-rules-alone"), ("", "steps: {treat: \"winmax:5\"}", "study-rules-alone"),
        ("sea: [B, D]", "sea: [B, X]", "area-unknown"), ("sea: [B, D]", "lake: [B]", "framework-unknown-element"),
        ("[farmland]", "[farm]", "framework-unknown-element"), ("[farmland]", "[quality]", "study-rules-tree"),
        ("proportional", "somehow", "yaml-unknown-word"),
    ])
    func faults(old: String, new: String, code: String) throws {
        let text = old.isEmpty ? yaml(further: new) : yaml().replacing(old, with: new)
        let found = try workspace().faults(text)
        #expect(found.contains { $0.hasPrefix(code + " ") }, "\(found)")
    }

    @Test func equalFiguresCannotBeScored() throws {
        let workspace = try workspace { figures in
            for row in figures.indices { figures[row].1["air"] = "80.0" }
        }
        let faults = #expect(throws: Faults.self) { _ = try workspace.run(yaml()) }
        #expect(faults?.list.map(\.code) == ["index-rules-range"])
    }
}

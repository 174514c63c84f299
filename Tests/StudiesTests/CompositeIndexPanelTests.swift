import StatisticalData
import Studies
import Testing

/// Several periods of a composite index: scores, ranks, the change between two of them.
struct CompositeIndexPanelTests {
    private static let areas = ["A", "B", "C", "D"]
    private static let elements = ["forest", "coal", "wages", "waste"]

    /// Over all periods forest lies between 9 and 20, coal between 100 and 240, wages between 4 and 9, waste 10 and 33.
    @Test func pooledScoresByHand() throws {
        let index = try CompositeIndexPanelSample().run()
        #expect(index.number("forest", "minimum", "W") == 9 && index.number("forest", "maximum", "W") == 20)
        #expect(agree(index.number("forest", "score", "A", in: 2015), 0))
        #expect(agree(index.number("forest", "score", "B", in: 2018), 100 * 9.0 / 11))
        #expect(agree(index.number("coal", "score", "D", in: 2015), 100 * 90.0 / 140))
        #expect(agree(index.number("wages", "score", "C", in: 2020), 100))
        let scores = Self.elements.map { index.number($0, "score", "C", in: 2018) ?? .nan }
        let expected = (0.75 * scores[0] + 0.25 * scores[1]) / 2 + (scores[2] + scores[3]) / 4
        #expect(agree(index.number("index", "score", "C", in: 2018), expected))
        // Ranks are within a period.
        for year in [2015, 2018, 2020] {
            #expect(Set(Self.areas.compactMap { index.number("index", "rank", $0, in: year) }) == [1, 2, 3, 4])
        }
    }

    /// Each period for itself is the study of that period alone.
    @Test func byTimeIsEachPeriodAlone() throws {
        var sample = CompositeIndexPanelSample()
        sample.panel = sample.panel.replacing("pooled", with: "by-time")
        let panel = try sample.run()
        for year in [2015, 2018, 2020] {
            let yaml = CompositeIndexStepsSample(steps: sample.steps).yaml.replacing("\"2020\"", with: "\"\(year)\"")
            let alone = try sample.workspace().run(yaml)
            for area in Self.areas {
                #expect(
                    panel.number("index", "score", area, in: year) == alone.number("index", "score", area, in: year))
                #expect(panel.number("index", "rank", area, in: year) == alone.number("index", "rank", area, in: year))
            }
        }
    }

    /// Every number of every period follows from what its derivation names.
    @Test(arguments: ["pooled", "by-time"], ["minmax:0:100", "efficacy:60:40", "none"])
    func audit(scale: String, normalise: String) throws {
        var sample = CompositeIndexPanelSample()
        sample.panel = sample.panel.replacing("pooled", with: scale)
        sample.steps = "normalise: \"\(normalise)\""
        let index = try sample.run()
        let evaluator = PlainEvaluator(index: index)
        var checked = 0
        for value in index.result.values {
            guard let number = value.number, value.derivation.formula != "formula-unchanged" else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
            checked += 1
        }
        #expect(checked > 120)
    }

    /// The contributions of the parts, and those of the observed elements, sum to the change.
    @Test(arguments: ["pooled", "by-time"], ["arithmetic", "arithmetic,geometric", "harmonic"])
    func contributionsSumToTheChange(scale: String, aggregate: String) throws {
        var sample = CompositeIndexPanelSample()
        sample.panel = sample.panel.replacing("pooled", with: scale)
        sample.steps = "normalise: \"minmax:1:100\", aggregate: \"\(aggregate)\""
        let index = try sample.run()
        for area in Self.areas {
            let change = try #require(index.number("index", "change", area))
            let difference =
                (index.number("index", "score", area, in: 2020) ?? .nan)
                - (index.number("index", "score", area, in: 2015) ?? .nan)
            #expect(agree(change, difference))
            for level in [["nature", "people"], Self.elements] {
                let parts = level.compactMap { index.number($0, "change-contribution", area) }
                #expect(parts.count == level.count)
                #expect(agree(parts.reduce(0, +), change))
            }
        }
        let formulas = Set(
            index.result.values.filter { $0.key.measure == "change-contribution" }.map(\.derivation.formula))
        #expect(formulas == [aggregate == "arithmetic" ? "formula-change-part" : "formula-change-shapley"])
    }

    /// An area without a figure at one period has no index there under the strict rule, and no change.
    @Test func aGapStopsTheChange() throws {
        var sample = CompositeIndexPanelSample()
        sample.earlier[0].values[1] = ""
        let index = try sample.run()
        #expect(index.number("index", "score", "A", in: 2015) == nil && index.number("index", "change", "A") == nil)
        #expect(index.number("index", "change", "B") != nil)
        let notice = try #require(index.result.notices.first { $0.code == "notice-area-not-scored" })
        #expect(notice.arguments == ["area": "A", "period": "2015"])
        sample.steps += ", impute: mean"
        let filled = try sample.run()
        #expect(filled.number("index", "change", "A") != nil)
        // The mean of the other eleven figures, of all periods.
        let others = sample.earlier.dropFirst().compactMap { Double($0.values[1]) } + [200, 100, 150, 180]
        #expect(
            agree(filled.number("coal", "imputed", "A", in: 2015), others.reduce(0, +) / Double(others.count)))
    }

    @Test(arguments: [
        ("\"2018\", \"2020\"]", "\"2018\", \"2018\", \"2020\"]", "study-panel-periods"),
        ("\"2018\", \"2020\"]", "\"2018\"]", "study-panel-period"),
        ("from: \"2015\"", "from: \"2014\"", "study-panel-period"),
        ("from: \"2015\", to: \"2020\"", "from: \"2020\", to: \"2015\"", "study-panel-order"),
        ("\"2018\"", "\"2017\"", "study-no-observations"),
    ])
    func faults(old: String, new: String, code: String) throws {
        var sample = CompositeIndexPanelSample()
        #expect(sample.panel.contains(old))
        sample.panel = sample.panel.replacing(old, with: new)
        let found = try sample.faults()
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix(code + " ") }, "\(found)")
    }

    @Test func whatNeedsScoresOfOnePeriod() throws {
        var sample = CompositeIndexPanelSample()
        sample.further = "lift: {places: 1}"
        #expect(try sample.faults().map { $0.prefix(18) } == ["study-panel-pooled"])
        sample.panel = sample.panel.replacing("pooled", with: "by-time")
        #expect(try sample.faults() == [])
        sample.steps += ", weights: entropy"
        #expect(try sample.faults().map { $0.prefix(19) } == ["study-panel-weights"])
        sample.panel = sample.panel.replacing(", change: {from: \"2015\", to: \"2020\"}", with: "")
        let index = try sample.run()
        #expect(index.number("forest", "weight", "W", in: 2015) != index.number("forest", "weight", "W"))
    }
}

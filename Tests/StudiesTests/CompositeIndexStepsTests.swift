import StatisticalData
import Studies
import Testing

/// The steps of a composite index within a study, against numbers worked out by hand.
struct CompositeIndexStepsTests {
    /// A: forest 0, coal (200, the worst) 0, wages 0, waste (30, the worst) 0. B: 100, 100, 50, 100.
    /// Weights 3:1 and 2:2 within the groups, 4:4 above.
    @Test func rangeAndWeightedMeanOnTwoLevels() throws {
        let index = try CompositeIndexStepsSample().run()
        #expect(index.number("index", "score", "A") == 0)
        #expect(agree(index.number("nature", "score", "B"), 100))
        #expect(agree(index.number("people", "score", "B"), 75))
        #expect(agree(index.number("index", "score", "B"), 87.5))
        // C: forest 50, coal 50; wages 100, waste 50.
        #expect(agree(index.number("index", "score", "C"), (50 + 75) / 2))
        // D: forest 20, coal 20; wages 25, waste 25.
        #expect(agree(index.number("index", "score", "D"), 22.5))
        #expect(["A", "B", "C", "D"].map { index.number("index", "rank", $0) } == [4, 1, 2, 3])
        #expect(agree(index.number("coal", "share", "W"), 12.5))
        #expect(agree(index.number("forest", "share", "W"), 37.5))
        #expect(index.number("coal", "minimum", "W") == 100)
        #expect(index.number("index", "score", "B") != nil && index["index", "score", "B", .year(2020)]?.low == nil)
    }

    /// Every number of every step follows from what its derivation names.
    @Test(arguments: [
        "normalise: \"minmax:0:100\"", "normalise: \"efficacy:60:40\"", "normalise: \"none\"",
        "normalise: \"minmax:1:100\", aggregate: \"arithmetic\", screen: 0.5",
    ])
    func audit(steps: String) throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = steps
        let index = try sample.run()
        let evaluator = PlainEvaluator(index: index)
        var checked = 0
        for value in index.result.values {
            guard let number = value.number, value.derivation.formula != "formula-unchanged" else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
            checked += 1
        }
        #expect(checked > 40)
    }

    @Test func turnedSignWithoutAScale() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "normalise: none"
        let index = try sample.run()
        #expect(index.number("coal", "score", "A") == -200)
        #expect(index.number("forest", "score", "A") == 10)
    }

    @Test func geometricMeanByHand() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "normalise: \"minmax:1:100\", aggregate: \"arithmetic,geometric\""
        let index = try sample.run()
        let parts = ["nature", "people"].map { index.number($0, "score", "C") ?? .nan }
        #expect(agree(index.number("index", "score", "C"), (parts[0] * parts[1]).squareRoot()))
        let value = try #require(index["index", "score", "C", .year(2020)])
        #expect(value.derivation.formula == "formula-geometric-mean")
        #expect(index["nature", "score", "C", .year(2020)]?.derivation.formula == "formula-weighted-mean")
    }

    @Test func missingFiguresAreFilledInAndTold() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "impute: mean, normalise: \"minmax:0:100\""
        sample.figures[3].values[2] = ""
        let index = try sample.run()
        #expect(agree(index.number("wages", "imputed", "D"), 7))
        #expect(agree(index.number("wages", "score", "D"), 50))
        #expect(index.result.notices.contains { $0.code == "notice-imputed" && $0.item == "wages" })
        let value = try #require(index["wages", "imputed", "D", .year(2020)])
        #expect(value.derivation.inputs.count { $0.role.hasPrefix("x(") } >= 3)
    }

    @Test func aMissingFigureLeavesTheIndexMissing() throws {
        var sample = CompositeIndexStepsSample()
        sample.figures[3].values[2] = ""
        let index = try sample.run()
        #expect(index.number("index", "score", "D") == nil)
        #expect(index.result.notices.contains { $0.code == "notice-area-not-scored" && $0.arguments["area"] == "D" })
        sample.steps += ", threshold: 0.5"
        // The weight of the missing wages goes to waste, 25.
        #expect(agree(try sample.run().number("people", "score", "D"), 25))
    }

    @Test func areasWithTooFewFiguresAreLeftOut() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "screen: 0.75, normalise: \"minmax:0:100\", threshold: 0"
        sample.figures[3].values = ["12.0", "", "", ""]
        let index = try sample.run()
        #expect(index.number("index", "score", "D") == nil)
        #expect(index.result.notices.contains { $0.code == "notice-area-screened" && $0.arguments["area"] == "D" })
        #expect(index.number("forest", "score", "C") == 50)
    }

    @Test func denominators() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "denominators: {coal: raw-people-number}, normalise: \"minmax:0:100\""
        for (row, number) in ["2.0", "4.0", "1.0", "0.0"].enumerated() { sample.figures[row].values.append(number) }
        sample.steps += ", threshold: 0"
        let index = try sample.run()
        #expect(index.number("coal", "ratio", "A") == 100)
        #expect(index.number("coal", "ratio", "B") == 25)
        // By zero: missing, never infinite; the others keep their scale.
        #expect(index.number("coal", "ratio", "D") == nil && index.number("coal", "score", "D") == nil)
        #expect(agree(index.number("coal", "score", "A"), 100 * (150.0 - 100) / (150 - 25)))
    }

    @Test func outliersAreTreatedAndExplained() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps = "treat: \"winmax:1\", normalise: \"minmax:0:100\""
        let areas = ["A", "B", "C", "D", "E", "F", "G", "H"]
        sample.figures = areas.enumerated().map { position, area in
            (
                area,
                [
                    position == 7 ? "900.0" : "\(position + 1).0", "\(position + 3).0", "\(position + 2).0",
                    "\(position + 1).0",
                ]
            )
        }
        let index = try sample.run()
        #expect(index.number("forest", "treated", "H") == 7)
        #expect(index.number("forest", "treated", "A") == nil)
        #expect(index.number("forest", "score", "H") == 100 && index.number("forest", "score", "G") == 100)
        let value = try #require(index["forest", "treated", "H", .year(2020)])
        #expect(value.derivation.formula == "formula-winsorised")
    }

    @Test func weightsFromTheScores() throws {
        var sample = CompositeIndexStepsSample()
        sample.steps += ", weights: equal"
        #expect(agree(try sample.run().number("forest", "share", "W"), 25))
        sample.steps = "normalise: \"minmax:0:100\", weights: entropy"
        let index = try sample.run()
        let shares = CompositeIndexStepsSample.indicators.compactMap { index.number($0, "share", "W") }
        #expect(agree(shares.reduce(0, +), 100))
    }
}

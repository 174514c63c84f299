import CompositeIndicators
import Foundation
import TestSupport
import Testing

/// Units of which some cannot have every indicator: the rules of the annual evaluation of green development.
struct ProvincialIndexTests {
    static let indicators = [
        ProvincialIndex.Indicator(id: "energy", dimension: "resource", weight: 3, isHigherBetter: true),
        ProvincialIndex.Indicator(id: "water", dimension: "resource", weight: 2, isHigherBetter: false),
        ProvincialIndex.Indicator(id: "sea", dimension: "quality", weight: 2, isHigherBetter: true),
        ProvincialIndex.Indicator(id: "air", dimension: "quality", weight: 3, isHigherBetter: true),
        ProvincialIndex.Indicator(
            id: "farmland", dimension: "quality", weight: 1, isHigherBetter: true, isCollected: false),
    ]
    static let units = [
        unit("A", ["energy": .value(4), "water": .value(120), "sea": .value(70), "air": .value(80)]),
        unit("B", ["energy": .value(3), "water": .value(300), "sea": .inapplicable, "air": .value(60)]),
        unit("C", ["energy": .value(5), "water": .value(100), "sea": .value(90), "air": .value(100)]),
    ]

    static func unit(_ id: String, _ cells: [String: ProvincialIndex.Cell]) -> ProvincialIndex.Unit {
        ProvincialIndex.Unit(id: id, cells: cells)
    }

    private func faults(_ index: ProvincialIndex, _ units: [ProvincialIndex.Unit]) -> [ProvincialIndexFault] {
        do throws(ProvincialIndexFaults) {
            _ = try index.scores(of: units)
            return []
        } catch {
            return error.list
        }
    }

    /// By hand. B has no sea: its 2 of 11 go to air and farmland, 3 : 1 or in halves. Scores of B are 60 throughout;
    /// C is the best everywhere, but nobody collects farmland: quality (2·100 + 3·100 + 60)/6.
    @Test func byHand() throws {
        func agree(_ found: Double?, _ expected: Double) -> Bool { abs((found ?? .nan) - expected) < 1e-12 }
        let scores = try ProvincialIndex(Self.indicators).scores(of: Self.units)
        #expect(agree(scores[1].index, 60))
        #expect(agree(scores[2].dimensions[1].score, 560.0 / 6))
        #expect(agree(scores[2].index, 1060.0 / 11))
        // A: energy 80, water 96; sea 60, air 80, farmland 60: (240 + 192)/5 and (240 + 192 + 120 + 240 + 60)/11.
        #expect(agree(scores[0].dimensions[0].score, 86.4))
        #expect(agree(scores[0].index, 852.0 / 11))
        let weights = scores[1].dimensions[1].parts.map(\.weight)
        #expect(weights[0] == 0 && agree(weights[1], 4.5 / 11) && agree(weights[2], 1.5 / 11))
        #expect(scores[1].dimensions[1].parts.map(\.status) == [.inapplicable, .scored, .notCollected])
        let equal = try ProvincialIndex(Self.indicators, inapplicable: .equal).scores(of: Self.units)
        let parts = equal[1].dimensions[1].parts.map(\.weight)
        #expect(parts[0] == 0 && agree(parts[1], 4.0 / 11) && agree(parts[2], 2.0 / 11))
    }

    /// A value that is missing is not one that cannot be: no score instead of a shared weight.
    @Test func missingIsNotInapplicable() throws {
        var units = Self.units
        units[1] = Self.unit("B", ["energy": .value(3), "water": .value(300), "air": .value(60)])
        let scores = try ProvincialIndex(Self.indicators).scores(of: units)
        #expect(scores[1].index == nil && scores[1].dimensions[1].score == nil)
        #expect(scores[1].dimensions[0].score == 60)
        #expect(scores[1].dimensions[1].parts.map(\.status) == [.missing, .scored, .notCollected])
        #expect(scores[0].index != nil)
        #expect(
            faults(ProvincialIndex(Self.indicators, missing: .fault), units) == [.missing(indicator: "sea", unit: "B")])
    }

    @Test(arguments: ProvincialIndex.InapplicableRule.allCases)
    func weightsOfADimensionStayWithinIt(rule: ProvincialIndex.InapplicableRule) throws {
        for score in try ProvincialIndex(Self.indicators, inapplicable: rule).scores(of: Self.units) {
            for dimension in score.dimensions {
                let used = dimension.parts.reduce(0) { $0 + $1.weight }
                #expect(abs(used - dimension.weight) < 1e-15)
            }
            let total = score.dimensions.reduce(0) { $0 + $1.weight }
            #expect(abs(total - 1) < 1e-15)
        }
    }

    /// Positive affine changes of an indicator and the order of the units change nothing.
    @Test(arguments: [UInt64(11), 12, 13])
    func unitsOfMeasureAndOrderDoNotMatter(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (factor, shift) = (0.5 + generator.uniform(), 100 * generator.uniform())
        let changed = Self.units.map { unit in
            Self.unit(
                unit.id,
                unit.cells.mapValues { cell in
                    if case .value(let value) = cell { .value(value * factor + shift) } else { cell }
                })
        }.reversed()
        let index = ProvincialIndex(Self.indicators)
        let before = try index.scores(of: Self.units)
        let after = try index.scores(of: Array(changed))
        for (old, new) in zip(before, after.reversed()) {
            #expect(abs((old.index ?? .nan) - (new.index ?? .nan)) < 1e-10)
        }
    }

    @Test func everythingWrongIsTold() {
        let doubled =
            Self.indicators + [
                ProvincialIndex.Indicator(id: "air", dimension: "quality", weight: -1, isHigherBetter: true)
            ]
        #expect(
            faults(ProvincialIndex(doubled, lowest: 100), Self.units) == [
                .scoresReversed, .duplicateIndicator("air"), .invalidWeight(indicator: "air"),
            ])
        #expect(faults(ProvincialIndex([]), []) == [.noIndicators])
        let wrong = [
            Self.unit("A", ["energy": .value(.nan), "farmland": .value(1), "oil": .missing]),
            Self.unit("A", ["sea": .inapplicable, "air": .inapplicable, "farmland": .inapplicable]),
        ]
        #expect(
            faults(ProvincialIndex(Self.indicators), wrong) == [
                .unknownIndicator("oil", unit: "A"), .notFinite(indicator: "energy", unit: "A"),
                .valueThoughNotCollected(indicator: "farmland", unit: "A"), .duplicateUnit("A"),
                .dimensionInapplicable("quality", unit: "A"),
            ])
        let flat = Self.units.map { unit in
            Self.unit(unit.id, unit.cells.merging(["air": .value(7)]) { $1 })
        }
        #expect(faults(ProvincialIndex(Self.indicators), flat) == [.zeroRange(indicator: "air")])
        let far = [
            Self.unit("A", ["air": .value(-1.7e308), "sea": .inapplicable]), Self.unit("B", ["air": .value(1.7e308)]),
        ]
        #expect(faults(ProvincialIndex(Self.indicators), far) == [.overflow(indicator: "air")])
    }
}

/// Four units and seven indicators with every case, computed by an independent program: `own/gdi_rules_expected.json`.
struct ProvincialIndexReferenceTests {
    struct Document: Decodable {
        let indicators: [Row]
        let values: [String: [String: Value?]]
        let expected: [String: [String: Expected]]

        struct Row: Decodable {
            let id: String
            let dimension: String
            let `class`: String
            let direction: Int
            let status: String
        }

        enum Value: Decodable {
            case number(Double)
            case word(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .word(try container.decode(String.self))
                }
            }
        }

        struct Expected: Decodable {
            let index: Double
            let dimensions: [String: Dimension]

            struct Dimension: Decodable {
                let score: Double
                let weights: [String: Double]
            }
        }
    }

    @Test(.enabled(if: ReferenceFolder.isGiven, Comment(rawValue: ReferenceFolder.hint)))
    func referenceIsMet() throws {
        let text = try ReferenceFolder.text("own/gdi_rules_expected.json")
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        let classes = ["binding": 3.0, "monitoring": 2, "other": 1]
        let indicators = document.indicators.map { row in
            ProvincialIndex.Indicator(
                id: row.id, dimension: row.dimension, weight: classes[row.class] ?? .nan,
                isHigherBetter: row.direction == 1, isCollected: row.status != "notCollected")
        }
        let units = document.values.sorted { $0.key < $1.key }.map { id, values in
            ProvincialIndex.Unit(id: id, cells: values.mapValues { Self.cell($0) })
        }
        #expect(document.expected.keys.sorted() == ["proportional"] && units.count == 4)
        for (name, expected) in document.expected {
            let rule = try #require(ProvincialIndex.InapplicableRule(rawValue: name))
            for score in try ProvincialIndex(indicators, inapplicable: rule).scores(of: units) {
                try check(score, try #require(expected[score.unit]))
            }
        }
    }

    private static func cell(_ value: Document.Value?) -> ProvincialIndex.Cell {
        switch value {
        case .number(let number)?: .value(number)
        case .word?: .inapplicable
        case nil: .missing
        }
    }

    private func check(_ score: ProvincialIndex.Score, _ expected: Document.Expected) throws {
        func agree(_ left: Double?, _ right: Double) -> Bool { abs((left ?? .nan) - right) <= 1e-12 * abs(right) }
        #expect(agree(score.index, expected.index), "\(score.unit)")
        for dimension in score.dimensions {
            let other = try #require(expected.dimensions[dimension.id])
            #expect(agree(dimension.score, other.score), "\(score.unit) \(dimension.id)")
            let used = dimension.parts.filter { $0.status != .inapplicable }
            #expect(used.map(\.indicator).sorted() == other.weights.keys.sorted())
            for part in used { #expect(agree(part.weight, try #require(other.weights[part.indicator]))) }
        }
    }
}

import StatisticalData
import Studies
import Testing
import TestSupport

/// A value carries the weakest mark of everything it rests on, and all sources.
struct MarkTests {
    /// All leaves below a value.
    private func leaves(_ key: ResultKey, _ index: ResultIndex) -> [(trust: Trust, source: Source.ID?)] {
        (index[key]?.derivation.inputs ?? []).flatMap { input -> [(trust: Trust, source: Source.ID?)] in
            switch input.origin {
            case .observation(let observation): [(observation.trust, observation.source)]
            case .declared(let declared): [(declared.trust, declared.source)]
            case .result(let key): leaves(key, index)
            }
        }
    }

    /// Classes whose limits or names the method sheet on targets, section 5, calls unverified: they never lose that mark.
    private static let recalled: Set = ["formula-eurostat-class", "formula-sdsn-arrow", "formula-gap-class"]

    private func check(_ index: ResultIndex) {
        for value in index.result.values {
            let leaves = leaves(value.key, index)
            let rule: Trust = Self.recalled.contains(value.derivation.formula) ? .unverified : .official
            let weakest = (leaves.map(\.trust) + [rule]).max { Self.order($0) < Self.order($1) } ?? .official
            #expect(value.trust == weakest, "\(value.key)")
            #expect(Set(value.sources) == Set(leaves.compactMap(\.source)), "\(value.key)")
            #expect(value.sources == value.sources.sorted(), "\(value.key)")
        }
    }

    /// From strong to weak, as the example's README lists the marks.
    private static func order(_ trust: Trust) -> Int {
        switch trust {
        case .official: 0
        case .officialViaMirror: 1
        case .press: 2
        case .computed: 3
        case .recalledAndChecked: 4
        case .doubtful: 5
        case .unverified: 6
        }
    }

    @Test(arguments: AuditLawTests.studies)
    func marksOfTheExample(study: String) throws {
        check(try ExampleFolder.result(study))
    }

    /// The same on random marks of the example's own figures: real derivations, marks by chance.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func marksOfRandomFigures(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let example = try ExampleFolder.load()
        let changed = example.observations.map { observation in
            observation.with(trust: Trust.allCases.randomElement(using: &generator))
        }
        let context = example.context(changed)
        for study in example.studies {
            check(ResultIndex(try PreparedStudy(study, in: context).compute()))
        }
    }

    /// One unverified figure among official ones marks everything it reaches, and nothing else.
    @Test func aWeakFigureMarksWhatItReaches() throws {
        var sample = CompositeIndexSample(
            scores: ["A": ["air": 70.25, "water": 80.5], "B": ["air": 60.25, "water": 90.5]])
        sample.order = ["A", "B"]
        var workspace = try sample.workspace()
        workspace.observations = workspace.observations.map { observation in
            let isWeak = observation.series == SeriesKey("score-air", in: "B")
            return observation.with(trust: isWeak ? .unverified : .official)
        }
        let index = try workspace.run(sample.yaml)
        func trust(_ item: String, _ measure: String, _ area: Area.ID) -> Trust? {
            index[item, measure, area, .year(2020)]?.trust
        }
        #expect(trust("air", "score", "A") == .official)
        #expect(trust("water", "rank", "A") == .official)
        #expect(trust("air", "score", "B") == .unverified)
        #expect(trust("air", "rank", "A") == .unverified)
        #expect(trust("index", "score", "B") == .unverified)
        // The weight of one indicator below "air" is known from the press only.
        #expect(trust("index", "score", "A") == .press)
    }
}

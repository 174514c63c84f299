import StatisticalData
import Studies
import TargetTracking
import TestSupport
import Testing

/// All parks together: counts by benchmark, and the goal that all reach the benchmarks by a date.
struct EcoParksGoalTests {
    private static let list = """
        id,category,kind,rule,benchmark,unit
        body,management,prerequisite,is,yes,
        energy,environment,performance,>=,90,%
        water,environment,performance,<=,6.5,t

        """

    /// B reaches the benchmarks; A is to, water as the last by the end of June 2022.
    private static let values = """
        park,id,current,intended,reason,measure,owner,date
        A,body,no,yes,,Found it,Board,2021
        A,energy,90,90,,,,
        A,water,,6.5,,Reuse,Firms,2022-06
        B,body,yes,yes,,,,
        B,energy,95,95,,,,
        B,water,n/a,n/a,no industry,,,

        """

    private static func yaml(_ goal: String) -> String {
        """
        kind: eco-parks
        title: {en: Parks, zh: 园区}
        framework: list.csv
        parks: parks.csv
        period: "2020"
        goal: {name: {en: All, zh: 全部}, \(goal)}
        """
    }

    private static func run(_ goal: String, values: String = values) throws -> ResultIndex {
        var workspace = SampleWorkspace()
        workspace.files = ["list.csv": list, "parks.csv": values]
        return try workspace.run(yaml(goal))
    }

    private static func word(_ index: ResultIndex, _ item: String, _ measure: String, _ area: String = "A") -> String? {
        index[item, measure, Area.ID(area), .year(2020)]?.word
    }

    /// The home area of the sample is A. A date counts to its last day.
    @Test(arguments: [
        ("by: 2022", "yes", "met as intended"), ("by: 2022-06-30", "yes", "met as intended"),
        ("by: 2022-06-29", "no", "missed as intended"), ("by: 2021", "no", "missed as intended"),
        ("by: 2020, parks: [B]", "no", "met"),
    ])
    func dates(goal: String, timely: String, verdict: String) throws {
        let index = try Self.run(goal)
        #expect(Self.word(index, "goal", "goal-verdict") == verdict)
        if goal.contains("parks") {
            #expect(
                index.number("goal", "goal-parks", "A") == 1 && Self.word(index, "all-benchmarks", "in-time") == nil)
        } else {
            #expect(Self.word(index, "all-benchmarks", "in-time") == timely)
            #expect(Self.word(index, "water", "in-time") == timely)
            #expect(index.number("goal", "share-reached", "A") == 50)
            #expect(index.number("goal", "share-in-time", "A") == (timely == "yes" ? 100 : 50))
        }
        #expect(Self.word(index, "all-benchmarks", "in-time", "B") == "yes")
    }

    /// Without a date nobody knows when: too late.
    @Test func withoutDate() throws {
        let index = try Self.run("by: 2022", values: Self.values.replacing("Firms,2022-06", with: "Firms,"))
        #expect(Self.word(index, "all-benchmarks", "in-time") == "no")
        #expect(Self.word(index, "body", "in-time") == "yes")
    }

    /// Without an intended state only what is reached counts.
    @Test func withoutIntendedState() throws {
        let index = try Self.run(
            "by: 2022", values: "park,id,current\nA,body,yes\nA,energy,90\nA,water,6\nB,body,yes\n")
        #expect(Self.word(index, "all-benchmarks", "in-time") == "yes")
        #expect(Self.word(index, "goal", "goal-verdict") == "missed as intended")
        #expect(index.number("goal", "parks-in-time", "A") == 1)
    }

    @Test func unknownPark() throws {
        var workspace = SampleWorkspace()
        workspace.files = ["list.csv": Self.list, "parks.csv": Self.values]
        #expect(
            try workspace.faults(Self.yaml("by: 2022, parks: [A, X]")).first?.hasPrefix("parks-goal-unknown ") == true)
    }

    /// A hundred parks at random: counts by benchmark are those of plain counting, and every number follows from its inputs.
    @Test func hundredParks() throws {
        var generator = SeededGenerator(seed: 100)
        var workspace = SampleWorkspace()
        workspace.areaIDs = ["A"] + (1...100).map { "P\($0)" }
        var values = "park,id,current\n"
        var reached = 0
        var energy = 0
        for park in 1...100 {
            let body = Bool.random(using: &generator)
            let share = Int.random(in: 80...99, using: &generator)
            let water = Int.random(in: 4...9, using: &generator)
            values += "P\(park),body,\(body ? "yes" : "no")\nP\(park),energy,\(share)\nP\(park),water,\(water)\n"
            energy += share >= 90 ? 1 : 0
            reached += body && share >= 90 && water <= 6 ? 1 : 0
        }
        workspace.files = ["list.csv": Self.list, "parks.csv": values]
        let index = try workspace.run(Self.yaml("by: 2022"))
        #expect(index.number("energy", "parks-met", "A") == Double(energy))
        #expect(index.number("energy", "parks-not-met", "A") == Double(100 - energy))
        #expect(index.number("goal", "parks-reached", "A") == Double(reached))
        #expect(index.number("goal", "goal-parks", "A") == 100)
        let evaluator = PlainEvaluator(index: index)
        for value in index.result.values {
            guard let number = value.number else { continue }
            #expect(agree(number, try evaluator.evaluate(value).value), "\(value.key)")
        }
    }
}

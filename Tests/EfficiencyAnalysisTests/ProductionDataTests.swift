import EfficiencyAnalysis
import Testing

/// What data are refused, and what is told of data that are not.
struct ProductionDataTests {
    @Test func allFaultsAreFound() {
        #expect(
            throws: EfficiencyFaults(list: [
                .repeatedUnit("A"), .repeatedVariable("x"), .negative(unit: "B", variable: "x", -1),
                .wrongCount("x", found: 1, expected: 3),
            ])
        ) {
            try ProductionData(
                units: ["A", "B", "A"], inputs: [.init(name: "x", values: [1, -1, 1])],
                outputs: [.init(name: "x", values: [1])])
        }
        #expect(throws: EfficiencyFaults(list: [.noUnits, .noVariables(.input), .noVariables(.output)])) {
            try ProductionData(units: [], inputs: [], outputs: [])
        }
        #expect(throws: EfficiencyFaults(list: [.nothing(.input, unit: "A"), .nothing(.output, unit: "B")])) {
            try ProductionData(
                units: ["A", "B"], inputs: [.init(name: "x", values: [0, 1])],
                outputs: [.init(name: "y", values: [1, 0])])
        }
    }

    @Test func notices() throws {
        let data = try ProductionData(
            units: ["A", "B"], inputs: [.init(name: "x", values: [1, 1]), .init(name: "z", values: [0, 2])],
            outputs: [.init(name: "y", values: [1, 3])], bads: [.init(name: "b", values: [1, 0])])
        #expect(data.notices == [.fewUnits(found: 2, expected: 12), .constant("x")])
        #expect(data.notNullJoint == [.notNullJoint(unit: "B", variable: "b")])
        #expect(data.zeroTerms(in: data.inputs) == [.zeroTerm(unit: "A", variable: "z")])
    }

    /// A zero input of one unit: its term is left out and the measure is a number.
    @Test func zeroTermIsLeftOut() throws {
        let data = try ProductionData(
            units: ["A", "B"], inputs: [.init(name: "x", values: [2, 1]), .init(name: "z", values: [0, 0])],
            outputs: [.init(name: "y", values: [1, 1])])
        let scores = EfficiencyAnalysis(data).slacksBased()
        #expect(scores.map(\.score) == [0.5, 1])
    }

    @Test func directionsMustBeVariables() throws {
        let data = try PublishedScoreTests.data()
        #expect(throws: EfficiencyFaults(list: [.direction("none")])) {
            try EfficiencyAnalysis(data).directional(moving: ["x1", "none"])
        }
        #expect(throws: EfficiencyFaults(list: [.direction("")])) {
            try EfficiencyAnalysis(data).directional(moving: [])
        }
    }
}

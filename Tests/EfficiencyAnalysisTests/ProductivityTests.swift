import EfficiencyAnalysis
import TestSupport
import Testing

/// Productivity over time.
struct ProductivityTests {
    /// The small case of the reference set: five units, weak disposability, one program infeasible (solved there by
    /// HiGHS and by hand).
    static func small() throws -> ProductionPanel {
        func data(_ good: [Double], _ bad: [Double]) throws -> ProductionData {
            try ProductionData(
                units: ["1", "2", "3", "4", "5"], inputs: [.init(name: "x", values: [1, 1, 1, 1, 1])],
                outputs: [.init(name: "good", values: good)], bads: [.init(name: "bad", values: bad)])
        }
        return try ProductionPanel([
            ("t", data([7, 5, 1, 3, 4], [2, 5, 3, 3, 2])), ("t1", data([8, 5.5, 2, 2, 4], [1, 3, 2, 4, 1])),
        ])
    }

    @Test func malmquistLuenberger() throws {
        let changes = try ProductivityAnalysis(
            Self.small(), .directional(.weak, moving: nil), frontier: .contemporaneous
        ).changes()
        let expected = [1.2456272723360, nil, 1.1259778359082, 0.9162456945817, 1.2792042981337]
        for (change, value) in zip(changes, expected) {
            if let value {
                #expect(abs((change.index ?? 0) - value) < 1e-12)
            } else {
                #expect(change.index == nil)
                #expect(change.failures.map(\.distance) == [.firstOnSecond])
                #expect(change.status == .infeasible)
            }
        }
    }

    static func random(_ seed: UInt64) throws -> ProductionPanel {
        try ProductionPanel(
            (0..<3).map { ("\(2016 + $0)", try EfficiencyLawTests.data(seed + 10 * UInt64($0), units: 12, bads: 1)) })
    }

    /// The global index multiplies up, and is the product of its parts; no distance is infeasible.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func globalIndexIsCircular(seed: UInt64) throws {
        let panel = try Self.random(seed)
        let ends = try ProductionPanel([("2016", panel.data[0]), ("2018", panel.data[2])])
        for measure in [ProductivityAnalysis.Measure.radial(.output, .constant), .directional(.weak, moving: nil)] {
            let changes = try ProductivityAnalysis(panel, measure).changes()
            for change in changes {
                let parts = (change.efficiencyChange ?? 0) * (change.frontierChange ?? 0)
                #expect(abs((change.index ?? 0) - parts) < 1e-12 && change.failures.isEmpty)
            }
            #expect(changes.count == 24)
            #expect(try ProductivityAnalysis(ends, measure).changes().count == 12)
        }
    }

    /// Twice the output from the same inputs: productivity doubles for all, all of it by the frontier.
    @Test func progressOfAll() throws {
        let first = try EfficiencyLawTests.data(7, units: 12)
        let second = try ProductionData(
            units: first.units, inputs: first.inputs,
            outputs: first.outputs.map { .init(name: $0.name, values: $0.values.map { 2 * $0 }) })
        let panel = try ProductionPanel([("1", first), ("2", second)])
        for orientation in Orientation.allCases {
            for frontier in ProductivityAnalysis.Frontier.allCases {
                for change in try ProductivityAnalysis(panel, .radial(orientation, .constant), frontier: frontier)
                    .changes()
                {
                    #expect(abs((change.index ?? 0) - 2) < 1e-9)
                    #expect(abs((change.efficiencyChange ?? 0) - 1) < 1e-9)
                    #expect(abs((change.frontierChange ?? 0) - 2) < 1e-9)
                }
            }
        }
    }

    /// With the frontier of all periods up to it, technology never goes back.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func sequentialFrontierNeverGoesBack(seed: UInt64) throws {
        let changes = try ProductivityAnalysis(
            Self.random(seed), .radial(.output, .constant), frontier: .sequential
        ).changes()
        for change in changes { #expect((change.frontierChange ?? 0) >= 1 - 1e-9) }
    }

    @Test func rayDesliPartsMultiply() throws {
        for change in try ProductivityAnalysis(
            Self.random(2), .radial(.output, .variable), frontier: .contemporaneous
        ).changes() {
            guard let index = change.index, let efficiency = change.efficiencyChange,
                let frontier = change.frontierChange, let scale = change.scaleChange
            else {
                #expect(!change.failures.isEmpty)
                continue
            }
            #expect(abs(index - efficiency * frontier * scale) < 1e-12 * index)
        }
    }

    @Test func missingUnitsAreNamed() throws {
        let all = try EfficiencyLawTests.data(1, units: 3)
        let two = try EfficiencyLawTests.data(1, units: 2)
        #expect(throws: EfficiencyFaults(list: [.missingInPeriod(unit: "U2", period: "b")])) {
            try ProductionPanel([("a", all), ("b", two)])
        }
        #expect(throws: EfficiencyFaults(list: [.tooFewPeriods(1)])) { try ProductionPanel([("a", all)]) }
    }
}

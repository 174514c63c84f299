import CompositeIndicators
import Testing

/// Leaving out units.
struct ScreeningTests {
    /// Shares present 1, 2/3, 1/3, 0; not zero 2/3, 0, 1, none.
    static let matrix = IndicatorMatrix(
        units: ["full", "zeros", "one", "none"], codes: ["a", "b", "c"],
        columns: [[1, 0, nil, nil], [0, 0, nil, nil], [2, nil, 5, nil]])

    static func faults(_ body: () throws(ScreeningFaults) -> Void) -> [ScreeningFault] {
        do throws(ScreeningFaults) {
            try body()
            return []
        } catch {
            return error.list
        }
    }

    @Test func statistics() throws {
        let summary = try Screening.apply(Self.matrix).summary
        #expect(summary.map(\.missing) == [0, 1, 2, 3] && summary.map(\.zero) == [1, 2, 0, 0])
        #expect(summary.map(\.availableShare) == [1, 2.0 / 3, 1.0 / 3, 0])
        #expect(summary.map(\.nonzeroShare) == [2.0 / 3, 0, 1, nil])
    }

    /// Equality passes.
    @Test(
        arguments: [
            (0, nil, ["full", "zeros", "one", "none"]), (2.0 / 3, nil, ["full", "zeros"]), (0.67, nil, ["full"]),
            (1, nil, ["full"]), (0, 0.05, ["full", "one"]), (0, 2.0 / 3, ["full", "one"]), (0, 0.7, ["one"]),
            (0, 0, ["full", "zeros", "one", "none"]), (0.5, 0.05, ["full"]),
        ] as [(Double, Double?, [String])])
    func thresholds(availability: Double, nonzero: Double?, expected: [String]) throws {
        let found = try Screening.apply(Self.matrix, availability: availability, nonzero: nonzero)
        #expect(found.kept.units == expected && found.kept.codes == Self.matrix.codes)
        #expect(found.summary.filter(\.included).map(\.unit) == expected)
        for (row, unit) in found.kept.units.enumerated() {
            let old = try #require(Self.matrix.units.firstIndex(of: unit))
            for column in Self.matrix.codes.indices { #expect(found.kept[row, column] == Self.matrix[old, column]) }
        }
    }

    @Test func forceOverridesBothWays() throws {
        let found = try Screening.apply(Self.matrix, force: ["none": true, "full": false, "zeros": true])
        #expect(found.kept.units == ["zeros", "none"])
        #expect(found.summary.map(\.forced) == [false, true, nil, true])
    }

    @Test func faultsTogether() {
        let found = Self.faults { () throws(ScreeningFaults) in
            _ = try Screening.apply(
                Self.matrix, availability: 1.5, nonzero: -0.1, force: ["z": true, "full": true, "y": false])
        }
        #expect(found == [.invalidAvailability(1.5), .invalidNonzero(-0.1), .unknownUnit("y"), .unknownUnit("z")])
        let unordered = Self.faults { () throws(ScreeningFaults) in
            _ = try Screening.apply(Self.matrix, availability: .nan)
        }
        #expect(unordered.count == 1)
    }

    @Test func emptyData() throws {
        let found = try Screening.apply(IndicatorMatrix(units: ["u"], codes: []), availability: 0)
        #expect(found.summary[0].availableShare == 0 && found.kept.units == ["u"])
    }
}

import CompositeIndicators
import Testing

/// Filling in over time.
struct ImputationPanelTests {
    static let times: [Double] = [2010, 2011, 2012, 2015, 2016]

    @Test(
        arguments: [
            (.latest(maximumYears: nil), [nil, 4, nil, 10, nil], [nil, 4, 4, 10, 10]),
            (.latest(maximumYears: 1), [nil, 4, nil, nil, nil], [nil, 4, 4, nil, nil]),
            (.latest(maximumYears: 4), [nil, 4, nil, nil, nil], [nil, 4, 4, 4, nil]),
            (.constant, [nil, 4, nil, 10, nil], [4, 4, 4, 10, 10]),
            (.linear, [nil, 4, nil, 10, nil], [nil, 4, 5.5, 10, nil]),
            (.linearConstant, [nil, 4, nil, 10, nil], [4, 4, 5.5, 10, 10]),
            (.linearConstant, [nil, nil, 7, nil, nil], [7, 7, 7, 7, 7]),
            (.constant, [nil, nil, 7, nil, nil], [7, 7, 7, 7, 7]),
            (.linear, [nil, nil, 7, nil, nil], [nil, nil, 7, nil, nil]),
            (.linearConstant, [nil, nil, nil, nil, nil], [nil, nil, nil, nil, nil]),
        ] as [(Imputation.PanelMethod, [Double?], [Double?])])
    func series(method: Imputation.PanelMethod, values: [Double?], expected: [Double?]) {
        #expect(agree(Imputation.panel(values, times: Self.times, method: method), expected))
        let backwards = Imputation.panel(values.reversed(), times: Self.times.reversed(), method: method)
        #expect(agree(Array(backwards.reversed()), expected))
    }

    @Test func unitsApart() throws {
        let matrix = IndicatorMatrix(
            units: ["u", "v", "u", "v"], codes: ["a", "b"], columns: [[1, nil, nil, 8], [nil, nil, 3, nil]])
        let (found, cells) = try Imputation.panel(matrix, times: [1, 1, 2, 2], method: .linearConstant)
        #expect(found.column(0) == [1, 8, 1, 8] && found.column(1) == [3, nil, 3, nil])
        #expect(cells.map(\.unit) == [1, 2, 0] && cells.map(\.donors) == ["v", "u", "u"])
        let fault = ImputationTests.fault { () throws(ImputationFault) in
            _ = try Imputation.panel(matrix, times: [1], method: .constant)
        }
        #expect(fault == .labelsMismatch(labels: 1, units: 4))
    }
}

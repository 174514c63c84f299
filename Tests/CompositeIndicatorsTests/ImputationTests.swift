import CompositeIndicators
import Testing
import TestSupport

/// Filling in by column, group and row.
struct ImputationTests {
    static func fault(_ body: () throws(ImputationFault) -> Void) -> ImputationFault? {
        do throws(ImputationFault) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    static let matrix = ColumnSamples.matrix([1, 2, nil, 9], [nil, 5, nil, 7])
    static let metadata = ColumnSamples.metadata(1, -1)

    @Test(
        arguments: [
            (.mean, [1, 2, 4, 9], [6, 5, 6, 7]), (.median, [1, 2, 2, 9], [6, 5, 6, 7]),
            (.groupMean(groups: ["a", "b", "b", "b"]), [1, 2, 5.5, 9], [nil, 5, 6, 7]),
            (.groupMedian(groups: ["a", "b", nil, "a"]), [1, 2, nil, 9], [7, 5, nil, 7]),
        ] as [(Imputation.Method, [Double?], [Double?])])
    func columns(method: Imputation.Method, first: [Double?], second: [Double?]) throws {
        let (found, cells) = try Imputation.apply(Self.matrix, method: method, metadata: Self.metadata)
        #expect(agree(found.column(0), first) && agree(found.column(1), second))
        for cell in cells {
            #expect(Self.matrix[cell.unit, cell.column] == nil && found[cell.unit, cell.column] == cell.value)
        }
        #expect(cells.count == (first + second).count { $0 != nil } - 5)
    }

    @Test func cellsNameTheirDonors() throws {
        let method = Imputation.Method.groupMean(groups: ["a", "b", "b", "b"])
        let cells = try Imputation.apply(Self.matrix, method: method, metadata: Self.metadata).1
        #expect(cells.map(\.donors) == ["b", "b"] && cells.map(\.unit) == [2, 2] && cells.map(\.column) == [0, 1])
    }

    /// By hand: unit 2 has score 0.5 on the third indicator, which runs backwards.
    @Test func rows() throws {
        let matrix = ColumnSamples.matrix([0, 10, nil], [20, 40, nil], [1, 3, 2], [5, 5, nil])
        let metadata = ColumnSamples.metadata(1, -1, -1, 1)
        let found = try Imputation.apply(matrix, method: .rowMean(.byParent), metadata: metadata).0
        #expect(agree(found.column(0), [0, 10, 5]) && agree(found.column(1), [20, 40, 30]))
        #expect(found[2, 3] == 5)
        let median = try Imputation.apply(matrix, method: .rowMedian(.whole), metadata: metadata).0
        #expect(agree(median.column(0), [0, 10, 5]))
    }

    @Test func rowWithoutAnyValueStays() throws {
        let matrix = ColumnSamples.matrix([0, 10, nil], [20, 40, nil])
        let (found, cells) = try Imputation.apply(matrix, method: .rowMean(.whole), metadata: Self.metadata)
        #expect(found == matrix && cells.isEmpty)
    }

    /// A parent at another level joins its children's indicators.
    @Test func blocksByLevel() throws {
        var metadata = ColumnSamples.metadata(1, 1)
        metadata[1].parent = "q"
        metadata += ["p", "q"].map { IndicatorMetadata(code: $0, level: 2, parent: "top", kind: .aggregate) }
        let matrix = ColumnSamples.matrix([0, 10, 5], [20, 40, nil])
        let apart = try Imputation.apply(matrix, method: .rowMean(.byParent), metadata: metadata)
        #expect(apart.0 == matrix)
        let joined = try Imputation.apply(matrix, method: .rowMean(.byLevel(3)), metadata: metadata)
        #expect(joined.0[2, 1] == 30 && joined.1[0].donors == "top")
        let tooHigh = Self.fault { () throws(ImputationFault) in
            _ = try Imputation.apply(matrix, method: .rowMean(.byLevel(4)), metadata: metadata)
        }
        #expect(tooHigh == .noParent(indicator: "i0"))
    }

    @Test func boundsAreMarked() throws {
        let (found, cells) = try Imputation.apply(
            Self.matrix, method: .mean, metadata: Self.metadata, bounds: ["i0": 0...3, "i1": 0...9])
        #expect(found[2, 0] == 3 && found[3, 0] == 9 && cells.map(\.clipped) == [true, false, false])
    }

    @Test func faults() {
        let empty = Self.fault { () throws(ImputationFault) in
            _ = try Imputation.apply(ColumnSamples.matrix([1, 2], [nil, nil]), method: .mean, metadata: Self.metadata)
        }
        #expect(empty == .noValues(indicator: "i1"))
        let labels = Self.fault { () throws(ImputationFault) in
            _ = try Imputation.apply(Self.matrix, method: .groupMean(groups: ["a"]), metadata: Self.metadata)
        }
        #expect(labels == .labelsMismatch(labels: 1, units: 4))
    }

    /// Values present never change, and units in another order get the same values.
    @Test(arguments: ColumnSamples.seeds)
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let columns = (0..<3).map { _ in ColumnSamples.random(20, missing: 0.15, &generator) }
            let groups: [String?] = (0..<20).map { $0 % 7 == 0 ? nil : "\($0 % 3)" }
            let order = Array(0..<20).shuffled(using: &generator)
            let metadata = ColumnSamples.metadata(1, -1, 1)
            let methods: [(Imputation.Method, Imputation.Method)] = [
                (.mean, .mean), (.median, .median), (.rowMean(.whole), .rowMean(.whole)),
                (.em(.byParent), .em(.byParent)), (.regression(.byParent), .regression(.byParent)),
                (.groupMean(groups: groups), .groupMean(groups: order.map { groups[$0] })),
            ]
            let matrix = IndicatorMatrix(units: (0..<20).map { "\($0)" }, codes: ["i0", "i1", "i2"], columns: columns)
            let moved = IndicatorMatrix(
                units: order.map { "\($0)" }, codes: matrix.codes,
                columns: columns.map { column in order.map { column[$0] } })
            for (method, other) in methods {
                let found = try Imputation.apply(matrix, method: method, metadata: metadata).0
                let again = try Imputation.apply(moved, method: other, metadata: metadata).0
                for column in 0..<3 {
                    #expect(zip(columns[column], found.column(column)).allSatisfy { $0 == nil || $0 == $1 })
                    #expect(agree(again.column(column), order.map { found[$0, column] }, within: 1e-6))
                }
            }
        }
    }
}

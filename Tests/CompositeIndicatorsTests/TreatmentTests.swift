import CompositeIndicators
import Testing
import TestSupport

/// Winsorising and transforming.
struct TreatmentTests {
    /// `unit/winsorise_ties.csv`: skewness 2.07 but kurtosis 2.63, which passes.
    @Test func passingIsOr() throws {
        var column = ColumnSamples.ties
        #expect(Treatment.treat(&column).status == .passed && column == ColumnSamples.ties)
        let options = Treatment.Options()
        #expect(!options.passes(Descriptives.Shape(skewness: 2, kurtosis: 3.5)))
        #expect(!options.passes(Descriptives.Shape(skewness: -2, kurtosis: 3.5)))
        #expect(options.passes(Descriptives.Shape(skewness: 1.999, kurtosis: 50)))
        #expect(options.passes(Descriptives.Shape(skewness: 30, kurtosis: -4)))
    }

    /// `unit/vector_functions.csv`, columns winsorise and winsorise_points.
    @Test func winsorisesTheMaximum() throws {
        var column = ColumnSamples.column(ColumnSamples.x)
        let outcome = Treatment.treat(&column)
        let expected = ColumnSamples.x.map { $0 == 120.5 ? 9.9 : $0 }
        #expect(agree(column, expected))
        #expect(outcome.status == .winsorised && outcome.high == [6] && outcome.low.isEmpty)
        var mirrored = ColumnSamples.column(ColumnSamples.x).map { -$0 }
        let other = Treatment.treat(&mirrored)
        #expect(other.low == [6] && other.high.isEmpty && agree(mirrored.map { -$0 }, expected))
    }

    /// Points moved join the next tie, so ties exceed the limit and end at one value.
    @Test func tiesMoveTogether() throws {
        var column = (0..<60).map { Double($0 % 5) } + [900, 900, 1000]
        let options = Treatment.Options(winsorised: 2)
        let (high, low) = Treatment.winsorise(&column, options: options)
        #expect(high == [60, 61, 62] && low.isEmpty && column.suffix(3) == [4, 4, 4])
        var one = (0..<60).map { Double($0 % 5) } + [900, 900, 1000]
        #expect(Treatment.winsorise(&one, options: Treatment.Options(winsorised: 1)).high == [62])
        #expect(one.suffix(3) == [900, 900, 900])
        var none = one
        #expect(Treatment.winsorise(&none, options: Treatment.Options(winsorised: 0)).high.isEmpty && none == one)
    }

    /// A column of two values would turn constant: nothing is winsorised, the log does not help.
    @Test func neverConstant() {
        var column = Array(repeating: 0.0, count: 30) + [1]
        let outcome = Treatment.treat(&column, options: Treatment.Options(winsorised: nil))
        #expect(outcome.winsorised == 0 && outcome.status == .stillFailing && Set(column).count == 2)
    }

    /// A winsorisation that is not enough is given up, unless combined.
    @Test func secondStep() throws {
        let raw = (0..<40).map { Double($0) } + [1e4, 1e5, 1e6]
        var column = raw
        var options = Treatment.Options(winsorised: 1, transformation: .log)
        let outcome = Treatment.treat(&column, options: options)
        var expected = raw
        #expect(Treatment.Transformation.log.apply(&expected) && column == expected)
        #expect(outcome.high == [42] && outcome.transformation == .log && outcome.afterTransformation != nil)
        options.combine = true
        column = raw
        _ = Treatment.treat(&column, options: options)
        #expect(column[41] == column[42])
        options.transformation = nil
        column = raw
        #expect(Treatment.treat(&column, options: options).status == .stillFailing && column[42] == 1e5)
        options.combine = false
        column = raw
        #expect(Treatment.treat(&column, options: options).status == .stillFailing && column == raw)
    }

    @Test(arguments: [[1, 1, 1, 1, 1], [1, 2, 900], [.nan, .nan], []] as [[Double]])
    func notAssessable(column: [Double]) {
        var treated = column
        #expect(Treatment.treat(&treated).status == .notAssessable)
        #expect(treated.map(\.bitPattern) == column.map(\.bitPattern))
    }

    @Test func forcedTransformsWhatPasses() {
        var column: [Double] = [1, 2, 3, 4, 5]
        let outcome = Treatment.treat(&column, options: Treatment.Options(transformation: .logOne, forced: true))
        #expect(outcome.status == .transformed && outcome.afterWinsorising == nil && column[0] == 0)
    }

    @Test func matrix() {
        let long = (0..<20).map { Double($0) } + [500]
        let matrix = ColumnSamples.matrix(long, long, long, long)
        let (found, records) = Treatment.apply(
            matrix, individual: ["i1": Treatment.Options(winsorised: 0, transformation: nil)], untreated: ["i2"])
        #expect(found.column(0).last == 19 && found.column(1).last == 500 && found.column(2).last == 500)
        #expect(records.map(\.indicator) == ["i0", "i1", "i3"])
        #expect(records.map(\.outcome.status) == [.winsorised, .stillFailing, .winsorised])
    }

    /// By year: a value may be treated in one year only; positions are rows of the matrix.
    @Test func groups() {
        let calm = (0..<21).map { Double($0) }
        let wild = (0..<20).map { Double($0) } + [500]
        let years = Array(repeating: "1", count: 21) + Array(repeating: "2", count: 21)
        let (found, records) = Treatment.apply(ColumnSamples.matrix(calm + wild), groups: years)
        #expect(records.map(\.group) == ["1", "2"] && records.map(\.outcome.high) == [[], [41]])
        #expect(found.column(0).last == 19 && found.column(0)[20] == 20)
    }

    @Test(arguments: ColumnSamples.seeds)
    func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let raw = ColumnSamples.column(ColumnSamples.random(40, missing: 0.1, &generator)).map {
                $0 * $0 * $0 * $0 * $0
            }
            var column = raw
            let options = Treatment.Options(winsorised: Int.random(in: 0...6, using: &generator))
            let outcome = Treatment.treat(&column, options: options)
            #expect(zip(raw, column).allSatisfy { $0.isNaN == $1.isNaN })
            for first in raw.indices {
                for second in raw.indices where raw[first] < raw[second] { #expect(column[first] <= column[second]) }
            }
            if outcome.status == .winsorised {
                #expect(Descriptives.shape(column).map(options.passes) == true)
                let changed = raw.indices.filter { !raw[$0].isNaN && raw[$0] != column[$0] }
                #expect(Set(changed).isSubset(of: Set(outcome.high + outcome.low)))
            }
            if outcome.status == .passed { #expect(raw.map(\.bitPattern) == column.map(\.bitPattern)) }
        }
    }
}

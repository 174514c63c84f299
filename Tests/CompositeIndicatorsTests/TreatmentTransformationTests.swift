import CompositeIndicators
import Testing

/// Logarithms and Box-Cox against `unit/vector_functions.csv` (COINr 1.1.14), columns of the same names.
struct TreatmentTransformationTests {
    static let log: [Double?] = [
        1.7783364488959144, nil, 0.19885085874516517, 2.3485140248824456, 1.7783364488959144, 1.000631880307906,
        4.8139713755864246, 2.3813962734183356, 1.5933085305042167, 2.5352828571130672, 2.1065702090680887,
        1.9416152247724325,
    ]
    static let logOne: [Double?] = [
        1.7404661748405046, nil, 0, 2.3272777055844172, 1.7404661748405046, 0.91629073187415511, 4.8121843553724171,
        2.3608540011180215, 1.547562508716013, 2.5176964726109912, 2.0794415416798357, 1.9095425048844386,
    ]
    static let half: [Double?] = [
        2.7749345545253288, nil, 0, 4.4031242374328485, 2.7749345545253288, 1.1622776601683795, 20.181073012818835,
        4.5115282384398823, 2.3358966777357599, 5.0427267446636037, 3.6568542494923806, 3.196152422706632,
    ]

    @Test(
        arguments: [(.log, log), (.logPlus, log), (.logOne, logOne), (.boxCox(0), logOne), (.boxCox(0.5), half)]
            as [(Treatment.Transformation, [Double?])])
    func published(transformation: Treatment.Transformation, expected: [Double?]) {
        var column = ColumnSamples.column(ColumnSamples.x)
        #expect(transformation.apply(&column))
        #expect(agree(column, expected))
    }

    /// Column `log_CT_plus_neg`: the mirror image of a long lower tail.
    @Test func negativeSkew() {
        var column = ColumnSamples.column(ColumnSamples.x).map { -$0 }
        #expect(Treatment.Transformation.logPlus.apply(&column))
        #expect(agree(column, Self.log.map { value in value.map { -$0 } }))
    }

    /// ln((max - 1)(x - min)/(max - min) + 1) by hand: 0 at the minimum, ln max at the maximum.
    @Test func innovationIndex() {
        var column = [2.0, 4, 10]
        #expect(Treatment.Transformation.logInnovationIndex.apply(&column))
        #expect(agree(column, [0, 1.178654996341646, 2.302585092994046]))
        var small = [0.2, 0.4, 1]
        #expect(!Treatment.Transformation.logInnovationIndex.apply(&small) && small == [0.2, 0.4, 1])
    }

    @Test(arguments: [[], [.nan], [3, 3]] as [[Double]])
    func constantStays(column: [Double]) {
        var treated = column
        #expect(!Treatment.Transformation.log.apply(&treated))
    }

    @Test func boxCoxOverflow() {
        var column = [0, 1e300]
        #expect(!Treatment.Transformation.boxCox(2).apply(&column) && column == [0, 1e300])
    }
}

import TargetTracking
import Testing

/// Energy per GDP of Jiangsu, 2016-2020, target -17 %.
///
/// Rows of the reference data `jiangsu_energy_intensity_expected.csv`, computed by an independent program; there cuts
/// are positive, here changes are signed, so the signs are turned.
struct EnergyIntensityTests {
    struct Row: Sendable {
        let step: Int
        let cumulative: Double
        let required: Double
        let stillNeeded: Double?
        let isMet: Bool
    }

    static let preliminary = [-4.68, -5.54, -6.18, -3.2]
    static let final = [-4.68, -5.54, -6.18, -3.05, -3.1]

    static let firstYears = [
        Row(
            step: 1, cumulative: -4.679999999999995, required: -3.6580087137298323, stillNeeded: -3.400803354994042,
            isMet: false),
        Row(
            step: 2, cumulative: -9.960727999999996, required: -7.182207149962427, stillNeeded: -2.6770258130365043,
            isMet: false),
        Row(
            step: 3, cumulative: -15.525155009599988, required: -10.577490100308506, stillNeeded: -0.8767930440071847,
            isMet: false),
    ]
    static let preliminaryRows =
        firstYears + [
            Row(
                step: 4, cumulative: -18.228350049292796, required: -13.848573304475142,
                stillNeeded: 1.5021710458737791, isMet: true)
        ]
    static let finalRows =
        firstYears + [
            Row(
                step: 4, cumulative: -18.101637781807188, required: -13.848573304475142,
                stillNeeded: 1.3451279756635515, isMet: true),
            Row(
                step: 5, cumulative: -20.640487010571174, required: -17.000000000000004, stillNeeded: nil, isMet: true),
        ]

    @Test(arguments: [(preliminary, preliminaryRows), (final, finalRows)])
    func functionsGiveTheReferenceRows(changes: [Double], rows: [Row]) {
        for row in rows {
            let total = CumulativeChange.compound(changes.prefix(row.step))
            #expect(agree(total, row.cumulative))
            #expect(agree(CumulativeChange.requiredPath(total: -17, step: row.step, of: 5), row.required))
            let needed = CumulativeChange.stillNeeded(total: -17, achieved: total, yearsLeft: 5 - row.step)
            #expect(agree(needed, row.stillNeeded))
        }
    }

    @Test(arguments: [(preliminary, preliminaryRows), (final, finalRows)])
    func assessmentsGiveTheReferenceRows(changes: [Double], rows: [Row]) {
        let annual = Dictionary(uniqueKeysWithValues: zip(2016..., changes))
        let values = CumulativeChange.chain(annual, from: 2015)
        let assessments = Tracking.assess(.energyPerGDP, values: values)
        #expect(assessments.map(\.year) == rows.map { 2015 + $0.step })
        for (assessment, row) in zip(assessments, rows) {
            #expect(agree(assessment.achieved, row.cumulative))
            #expect(agree(assessment.required, row.required))
            #expect(agree(assessment.stillNeeded, row.stillNeeded))
            #expect(agree(assessment.progress, row.cumulative / -17))
            #expect(assessment.isTargetMet == row.isMet)
            #expect(assessment.status == (row.step == 5 ? .met : .onTarget))
        }
    }

    /// The table of Guides/TargetTracking.md: final vintage, to the printed digits.
    @Test(
        arguments: zip(
            1...5,
            [
                (4.680, 3.658, 3.401), (9.961, 7.182, 2.677), (15.525, 10.577, 0.877), (18.102, 13.849, -1.345),
                (20.640, 17.000, nil),
            ] as [(Double, Double, Double?)]))
    func printedTableHolds(step: Int, row: (cumulative: Double, required: Double, needed: Double?)) {
        let achieved = CumulativeChange.compound(Self.final.prefix(step))
        #expect(abs(-achieved - row.cumulative) <= 0.0005)
        #expect(abs(-CumulativeChange.requiredPath(total: -17, step: step, of: 5) - row.required) <= 0.0005)
        let needed = CumulativeChange.stillNeeded(total: -17, achieved: achieved, yearsLeft: 5 - step)
        #expect((needed == nil) == (row.needed == nil))
        if let needed, let printed = row.needed { #expect(abs(-needed - printed) <= 0.0005) }
    }

    @Test func addingTheCutsIsTheWrongWay() {
        let sum = Self.final.reduce(0, +)
        #expect(agree(sum, -22.55))
        #expect(CumulativeChange.compound(Self.final) > sum + 1.9)
    }

    /// The province printed -18.2 % for 2016-2019: the preliminary vintage; the final one prints -18.1 %.
    @Test func printedAnnouncementIsThePreliminaryVintage() {
        #expect(abs(CumulativeChange.compound(Self.preliminary) - -18.2) <= 0.05)
        #expect(abs(CumulativeChange.compound(Self.final.prefix(4)) - -18.1) <= 0.05)
    }
}

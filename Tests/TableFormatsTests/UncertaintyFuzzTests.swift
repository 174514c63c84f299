import CompositeIndicators
import SensitivityAnalysis
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// Broken tables under all kinds of choices: an error that is known, or ranks that are ranks; never a crash.
@Suite struct UncertaintyFuzzTests {
    private static let data = """
        uCode,Region,Area,Income,Air,Water
        AAA,North,10,1.5,20,3
        BBB,South,20,2.5,NA,8
        CCC,North,40,1e5,30,5
        DDD,South,30,7,12,NA
        EEE,South,5,3,44,1

        """

    private static let metadata = """
        Level,iCode,Direction,Weight,Denominator,Parent,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
        1,Income,1,2,Area,Economy,Indicator,0,10,100,1
        1,Air,-1,1,NA,Nature,Indicator,5,100,100,1
        1,Water,1,3,NA,Nature,Indicator,0,10,100,0
        2,Economy,1,1,NA,Index,Aggregate,NA,NA,NA,NA
        2,Nature,1,0.5,NA,Index,Aggregate,NA,NA,NA,NA
        3,Index,1,1,NA,NA,Aggregate,NA,NA,NA,NA
        NA,Region,NA,NA,NA,NA,Group,NA,NA,NA,NA
        NA,Area,NA,NA,NA,NA,Denominator,NA,NA,NA,NA

        """

    private static let choices: [IndexUncertainty.Choice] = [
        .weights(noise: 0.5), .weightsByLevel([1: 0.3, 2: 0.1]), .dirichlet(concentration: 0.01),
        .imputation([nil, .mean, .em(.byParent), .regression(.byParent)]), .imputationDraws(.byParent),
        .treatment([nil, Treatment.Options(winsorised: 1)]),
        .normalisation([.minmax(lower: 0, upper: 1), .rank, .fromMetadata(.goalposts), .zscore(mean: 0, deviation: 1)]),
        .goalposts(share: 0.4),
        .aggregation([.arithmetic, .geometric, .copeland, .benefitOfTheDoubt(lower: 0, upper: 1)]),
        .aggregationOnLevel(2, [.median, .harmonic]), .aggregationOnLevel(3, [.arithmetic, .minimum]),
        .exclusion(.anyIndicator), .exclusion(.elements([[], ["Air"], ["Nature"]])),
        .error(MeasurementError(.relative(0.3))), .error(MeasurementError(.printed)),
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func brokenTables(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (ranked, refused) = (0, 0)
        for round in 0..<400 {
            var data = Array(Self.data.utf8)
            var metadata = Array(Self.metadata.utf8)
            if round > 20 {
                for _ in 0..<Int.random(in: 1...2, using: &generator) { Self.mutate(&data, using: &generator) }
                if Bool.random(using: &generator) { Self.mutate(&metadata, using: &generator) }
            }
            var recipe = IndexRecipe()
            recipe.denominates = Bool.random(using: &generator)
            recipe.availability = Bool.random(using: &generator) ? 0.6 : nil
            recipe.normalisation = Bool.random(using: &generator) ? .rank : .fromMetadata(.goalposts)
            var analysis = IndexUncertainty(
                recipe,
                choices: Array(
                    Self.choices.shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator))),
                seed: generator.next(), threads: 1)
            analysis.allowedFailureShare = Bool.random(using: &generator) ? 1 : 0
            if try Self.isRanked(analysis, data, metadata) { ranked += 1 } else { refused += 1 }
        }
        // Both ways out must be taken, or the mutations test nothing.
        #expect(ranked > 40 && refused > 40, "\(ranked) ranked, \(refused) refused")
    }

    private static func isRanked(
        _ analysis: IndexUncertainty, _ data: [UInt8], _ metadata: [UInt8]
    ) throws -> Bool {
        guard
            let tables = try? IndexTables(data: data, dataFile: "data", metadata: metadata, metadataFile: "meta"),
            !tables.isPanel
        else { return false }
        do {
            let ranks = try analysis.ranks(
                tables.indicators, denominators: tables.denominators, metadata: tables.metadata, runs: 12)
            check(ranks)
            return true
        } catch is IndexUncertaintyFaults, is IndexUncertaintyFailures, is NormalisationFaults, is AggregationError,
            is ImputationFault, is DenominationFaults
        {
            return false
        }
    }

    private static func check(_ ranks: IndexUncertainty.Ranks) {
        let spread = ranks.distribution
        if spread.failures.total != 12 { Issue.record("\(spread.failures.total) runs") }
        for unit in ranks.units.indices where spread.rankedRuns(of: unit) > 0 {
            let numbers = [
                spread.mean(of: unit)?.value, spread.median(of: unit), spread.quantile(0.05, of: unit),
                spread.quantile(0.95, of: unit), spread.expectedRank(of: unit)?.value,
            ].map { $0 ?? .nan }
            let places = 1...Double(ranks.units.count)
            if !numbers.allSatisfy(places.contains) { Issue.record("\(ranks.units[unit]): \(numbers)") }
            for other in ranks.units.indices where other != unit {
                guard let above = spread.probability(that: unit, isAbove: other)?.value else { continue }
                if !(0...1).contains(above) { Issue.record("\(above)") }
            }
        }
    }

    /// Changes a digit, swaps in a number that hurts, or takes a cell away.
    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let cells = ["NA", "0", "-1", "1e308", "-9e307", "1e-300", "7", "AAA", "Index", "\"", "3.25"]
        let start = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
        let position = Int.random(in: (start + 1)..<bytes.count - 1, using: &generator)
        let word = Array((cells.randomElement(using: &generator) ?? "").utf8)
        let isEdge = { (byte: UInt8) in byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") }
        let from = (bytes[..<position].lastIndex(where: isEdge) ?? start) + 1
        let to = bytes[from...].firstIndex(where: isEdge) ?? bytes.count
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[position] = UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &generator)
        default: bytes.replaceSubrange(from..<to, with: word)
        }
    }
}

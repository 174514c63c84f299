import CompositeIndicators
import TestSupport
import Testing

/// Exact weight regions on the ASEM index against an independent program (greedy linear programs, projections, mixed-integer
/// programs of SciPy 1.17, all crossings of score lines): `own/weight_*_expected.csv`.
@Suite("Weight regions, reference", .enabled(if: ReferenceFolder.isGiven, Comment(rawValue: ReferenceFolder.hint)))
struct WeightRegionReferenceTests {
    private struct Table {
        let units: [String]
        let columns: [[Double]]

        init(_ codes: [String]) throws {
            let file = "aggregate/amean_minmax0_100.csv"
            units = try ReferenceFolder.rows(file).compactMap { $0["uCode"] }
            columns = try codes.map { try ReferenceFolder.numbers(file, $0) }
        }

        func row(_ unit: String) throws -> [Double] {
            let position = try #require(units.firstIndex(of: unit))
            return columns.map { $0[position] }
        }
    }

    /// The pillars: five of connectivity, a tenth each; three of sustainability, a sixth each.
    private static let pillars = [
        "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin",
    ]
    private static let weights = Array(repeating: 0.1, count: 5) + Array(repeating: 1.0 / 6, count: 3)

    @Test func pairs() throws {
        let table = try Table(Self.pillars)
        let region = try WeightRegion(nominal: Self.weights, share: 0.25)
        let rows = try ReferenceFolder.rows("own/weight_pairs_expected.csv")
        #expect(rows.count == 75)
        for row in rows {
            let (upper, lower) = try (#require(row["upper"]), #require(row["lower"]))
            let pair = try region.pair(table.row(upper), table.row(lower))
            func agrees(_ found: Double?, _ column: String) throws -> Bool {
                let expected = try #require(row[column].flatMap(Double.init))
                return abs(try #require(found) - expected) <= 1e-12 * max(1, abs(expected))
            }
            #expect(try agrees(pair.difference, "difference"), "\(upper) \(lower)")
            #expect(try agrees(pair.smallest, "min_difference_box25"), "\(upper) \(lower)")
            #expect(try agrees(pair.largest, "max_difference_box25"), "\(upper) \(lower)")
            #expect(pair.isAlwaysAbove == (row["always_above"] == "yes"), "\(upper) \(lower)")
            #expect(try agrees(pair.foot?.distance, "weight_distance_to_tie"), "\(upper) \(lower)")
            #expect(pair.footIsNonnegative == (row["foot_nonnegative"] == "yes"), "\(upper) \(lower)")
        }
    }

    @Test func ranksByPillars() throws {
        let table = try Table(Self.pillars)
        let region = try WeightRegion(nominal: Self.weights, share: 0.25)
        let rows = try ReferenceFolder.rows("own/weight_region_pillars_expected.csv")
        #expect(rows.count == 26)
        let positions = try rows.map { row in try #require(table.units.firstIndex(of: row["uCode"] ?? "")) }
        let found = try region.ranks(table.columns, units: positions)
        for (row, range) in zip(rows, found) {
            let ranks = ["rank_nominal", "rank_best", "rank_worst"].map { Int(row[$0] ?? "") }
            #expect([range.nominal, range.best, range.worst] == ranks, "\(row["uCode"] ?? "")")
            #expect(range.status == .proven, "\(row["uCode"] ?? "")")
        }
    }

    @Test func ranksBySubIndices() throws {
        let table = try Table(["Conn", "Sust"])
        let region = try WeightRegion(nominal: [0.5, 0.5], lower: [0.25, 0.25], upper: [0.75, 0.75])
        let rows = try ReferenceFolder.rows("own/weight_region_subindices_expected.csv")
        #expect(rows.count == 51)
        let line = try region.line(table.columns)
        // The number of crossings that the sheet of the method gives.
        #expect(line.crossings.count == 175)
        let ranges = try region.ranks(table.columns)
        for row in rows {
            let code = try #require(row["uCode"])
            let position = try #require(table.units.firstIndex(of: code))
            let unit = line.units[position]
            let ranks = ["rank_nominal", "rank_best", "rank_worst"].map { Int(row[$0] ?? "") }
            #expect([unit.nominal, unit.best, unit.worst] == ranks, "\(code)")
            #expect([ranges[position].nominal, ranges[position].best, ranges[position].worst] == ranks, "\(code)")
            let numbers = ["share_at_nominal_rank", "share_top10", "mean_rank"].map { Double(row[$0] ?? "") ?? .nan }
            for (value, expected) in zip([unit.shareAtNominal, unit.share(inTop: 10), unit.meanRank], numbers) {
                #expect(abs(value - expected) <= 1e-11 * max(1, expected), "\(code)")
            }
        }
    }
}

import CompositeIndicators
import Foundation
import SensitivityAnalysis
import TableFormats
import Testing
import TestSupport

/// COINr's uncertainty analysis of the ASEM index, each of its 1,000 runs computed again with the choices it drew:
/// imputation, treatment, normalisation, weights and aggregation.
@Suite(.enabled(if: ReferenceFolder.isGiven)) struct UncertaintyReferenceTests {
    let tables: IndexTables
    let weightSets: [[String: Double]]

    init() throws {
        tables = try Reference.tables("asem_iData.csv")
        weightSets = try ReferenceFolder.rows("sens/weight_sets.csv").map { $0.compactMapValues(Double.init) }
    }

    /// The scores of the index by unit, with the alternatives of a row of the table of runs.
    private func scores(_ run: [String: String]) throws -> [String: Double] {
        let groups = try #require(tables.groups["EurAsia_group"])
        let set = try #require(run["WeightSet"].flatMap(Int.init))
        let winsorised: Int = try #require(run["Winmax"].flatMap(Int.init))
        var recipe = IndexRecipe()
        recipe.denominates = true
        recipe.imputation =
            run["Imputation"] == "i_mean_grp" ? .groupMean(groups: groups) : .groupMedian(groups: groups)
        recipe.availability = 0.9
        recipe.treatment = Treatment.Options(winsorised: winsorised)
        recipe.normalisation =
            switch run["Normalisation"] {
            case "n_minmax": .minmax(lower: 1, upper: 100)
            case "n_zscore": .zscore(mean: 10, deviation: 2)
            default: .rank
            }
        recipe.methods = Aggregation.Methods(
            ["a_amean": .arithmetic, "a_gmean": .geometric, "a_hmean": .harmonic][run["Aggregation"] ?? ""] ?? .median)
        recipe.weights = .given(weightSets[set - 1])
        let outcome = try recipe.run(
            tables.indicators, denominators: tables.denominators, metadata: tables.metadata)
        let column = try #require(outcome.aggregates.position(of: outcome.index))
        return Dictionary(
            uniqueKeysWithValues: try outcome.aggregates.units.indices.map { unit in
                (outcome.aggregates.units[unit], try #require(outcome.aggregates[unit, column]))
            })
    }

    @Test func scoresOfTheFirstHundredRuns() throws {
        let runs = try ReferenceFolder.rows("sens/ua_para.csv")
        let expected = try ReferenceFolder.rows("sens/ua_scores_first100.csv")
        #expect(expected.count == 100)
        for (run, row) in zip(runs, expected) {
            let found = try scores(run)
            #expect(found.count == 51 && row.count == 52)
            for (unit, score) in found {
                let theirs = try #require(row[unit].flatMap(Double.init))
                #expect(abs(score - theirs) <= 1e-10 * abs(theirs), "run \(run["rep"] ?? ""), \(unit)")
            }
        }
    }

    /// Ranks of all runs by unit: quantiles and means as COINr prints them, probabilities as counted in its runs.
    @Test func rankStatisticsOfAllRuns() throws {
        var ranks: [String: [Double]] = [:]
        var runs: [[Int?]?] = []
        for run in try ReferenceFolder.rows("sens/ua_para.csv") {
            let found = try scores(run).sorted { $0.key < $1.key }
            let places = Ranking.descending(found.map(\.value))
            runs.append(places)
            for (unit, place) in zip(found, places) { ranks[unit.key, default: []].append(Double(try #require(place))) }
        }
        let expected = try ReferenceFolder.rows("sens/ua_rankstats.csv")
        #expect(expected.count == 51)
        for row in expected {
            let unit = try #require(row["uCode"])
            let places = try #require(ranks[unit])
            #expect(places.count == 1000)
            let found = [
                "Mean": places.reduce(0, +) / 1000, "Median": try Quantiles(of: places).value(at: 0.5),
                "Q5": try Quantiles(of: places).value(at: 0.05), "Q95": try Quantiles(of: places).value(at: 0.95),
            ]
            for (name, value) in found {
                let theirs = try #require(row[name].flatMap(Double.init))
                #expect(abs(value - theirs) < 1e-9, "\(unit) \(name)")
            }
        }
        try expectProbabilities(RankDistribution(runs: runs, units: 51), ranks.keys.sorted())
    }

    private func expectProbabilities(_ spread: RankDistribution, _ units: [String]) throws {
        let expected = try ReferenceFolder.rows("own/ua_rank_probabilities_expected.csv")
        #expect(expected.count == 51)
        for row in expected {
            let code = try #require(row["uCode"])
            let unit = try #require(units.firstIndex(of: code))
            let nominal = try #require(row["rank_nominal"].flatMap(Int.init))
            let found = [
                "mean": spread.mean(of: unit)?.value, "sd_n_minus_1": spread.standardDeviation(of: unit),
                "p_top10": spread.probability(of: unit, inTop: 10)?.value,
                "p_within_2_of_nominal": spread.probability(of: unit, within: 2, of: nominal)?.value,
            ]
            for (name, value) in found {
                let theirs = try #require(row[name].flatMap(Double.init))
                #expect(abs((value ?? .nan) - theirs) < 1e-9, "\(code) \(name)")
            }
        }
    }
}

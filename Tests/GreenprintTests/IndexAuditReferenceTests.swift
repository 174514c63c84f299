import Foundation
import Testing
import TestSupport

/// The tables of the audit as a user gets them, against COINr 1.1.14 on its ASEM example.
@Suite(.enabled(if: ReferenceFolder.isGiven))
struct IndexAuditReferenceTests {
    private static let chain = [
        "--denominate", "--impute", "group-mean:EurAsia_group", "--screen", "0.9", "--treat", "winmax:5",
    ]

    /// `stats/stats_raw.csv`: 49 indicators, raw.
    @Test func statistics() throws {
        let found = try IndexSample.runReference(["--audit", "statistics"])
        let columns = [
            ("min", "Min"), ("max", "Max"), ("mean", "Mean"), ("median", "Median"), ("sd", "Std"), ("skew", "Skew"),
            ("kurtosis", "Kurt"), ("n", "N.Avail"), ("distinct", "N.Unique"),
        ]
        for expected in try ReferenceFolder.rows("stats/stats_raw.csv") {
            let row = try #require(found.first { $0["indicator"] == expected["iCode"] })
            for (ours, theirs) in columns {
                let number = try #require(Double(expected[theirs] ?? ""))
                #expect(IndexSample.isNear(row[ours], number, 1e-11), "\(row) \(ours)")
            }
            #expect(row["flags"]?.contains("outliers") == (expected["Flag.SkewKurt"] == "OUT"))
            #expect(row["flags"]?.contains("repeats") == (expected["Flag.Unique"] == "LOW"))
            #expect(row["flags"]?.contains("gaps") == (expected["Flag.Avail"] != "ok"))
        }
        #expect(found.count == 49)
    }

    /// `corr/raw_pearson_matrix.csv` and `corr/raw_pvals_pearson.csv`: min-max scores only turn the sign of indicators
    /// where less is better.
    @Test func correlations() throws {
        let metadata = try ReferenceFolder.rows("input/asem_iMeta.csv")
        let directions = Dictionary(metadata.map { ($0["iCode"], Double($0["Direction"] ?? "") ?? 1) }) { $1 }
        let values = try ReferenceFolder.rows("corr/raw_pearson_matrix.csv")
        let tests = try ReferenceFolder.rows("corr/raw_pvals_pearson.csv")
        let found = try IndexSample.runReference(["--audit", "correlations"])
        var compared = 0
        for row in found where row["relation"] == "siblings" || row["relation"] == "across" {
            let (first, second) = (row["first"] ?? "", row["second"] ?? "")
            guard let expected = values.first(where: { $0["iCode"] == first })?[second].flatMap(Double.init),
                let probability = tests.first(where: { $0["iCode"] == first })?[second].flatMap(Double.init)
            else { continue }
            let sign = (directions[first] ?? 1) * (directions[second] ?? 1)
            #expect(IndexSample.isNear(row["pearson"], sign * expected), "\(first) \(second)")
            #expect(IndexSample.isNear(row["pearson_p"], probability), "\(first) \(second)")
            compared += 1
        }
        #expect(compared == 49 * 48 / 2)
    }

    /// `corr/agg_family_pearson.csv`, the pillars: each indicator with its parent after the default chain.
    @Test func correlationsWithParents() throws {
        let found = try IndexSample.runReference(Self.chain + ["--threshold", "0", "--audit", "correlations"])
        let parents = found.filter { $0["relation"] == "parent" }
        let expected = try ReferenceFolder.rows("corr/agg_family_pearson.csv").filter { $0["Var1"] == "Pillar" }
        #expect(expected.count == 49)
        for row in expected {
            let pair = try #require(parents.first { $0["first"] == row["Var2"] })
            #expect(IndexSample.isNear(pair["pearson"], try #require(Double(row["Correlation"] ?? ""))))
        }
    }

    /// `audit/remove_L2.csv`: eight pillars, 51 countries.
    @Test func removal() throws {
        let found = try IndexSample.runReference(Self.chain + ["--threshold", "0", "--audit", "removal"])
        let expected = try ReferenceFolder.rows("audit/remove_L2.csv").filter { $0["element"] != "Nominal" }
        #expect(expected.count == 8)
        for row in expected {
            let ours = try #require(found.first { $0["element"] == row["element"] })
            #expect(IndexSample.isNear(ours["mean"], try #require(Double(row["MeanAbsRankDiff"] ?? ""))))
        }
        #expect(found.count == 49 + 8 + 2)
    }

    /// `audit/AUT_strengths.csv`, printed there to three figures.
    @Test func strengths() throws {
        let found = try IndexSample.runReference(["--audit", "strengths:AUT"]).filter { $0["side"] == "strength" }
        let expected = try ReferenceFolder.rows("audit/AUT_strengths.csv")
        #expect(found.map { $0["indicator"] } == expected.map { $0["Code"] })
        #expect(found.map { $0["rank"] } == expected.map { $0["Rank"] })
    }

    /// `weights/pca_variance.csv`: eigenvalues and shares of the pillars and sub-indices.
    @Test func components() throws {
        let found = try IndexSample.runReference(Self.chain + ["--threshold", "0", "--audit", "components"])
        var compared = 0
        for row in try ReferenceFolder.rows("weights/pca_variance.csv") {
            guard
                let ours = found.first(where: {
                    $0["aggregate"] == row["group"] && $0["component"] == row["component"]
                })
            else { continue }
            #expect(IndexSample.isNear(ours["eigenvalue"], try #require(Double(row["variance"] ?? "")), 1e-11))
            #expect(IndexSample.isNear(ours["cumulative"], try #require(Double(row["cumshare"] ?? "")), 1e-11))
            compared += 1
        }
        #expect(compared == 57)
    }

    /// `chain/treat_details.csv`: how each indicator was treated.
    @Test func treatment() throws {
        let found = try IndexSample.runReference(Self.chain + ["--audit", "treatment"])
        #expect(found.count == 49)
        let rows = try ReferenceFolder.rows("chain/treat_details.csv")
        #expect(rows.count == 49)
        for row in rows {
            let ours = try #require(found.first { $0["indicator"] == row["iCode"] })
            let isTreated = row["check_SkewKurt1.Pass"] == "TRUE"
            #expect(ours["status"] == (isTreated ? "winsorised" : "passed"))
            #expect(IndexSample.isNear(ours["skew"], try #require(Double(row["check_SkewKurt0.Skew"] ?? "")), 1e-11))
            guard isTreated else { continue }
            let moved = (Double(ours["winsorised_high"] ?? "") ?? -1) + (Double(ours["winsorised_low"] ?? "") ?? -1)
            #expect(Double(row["winsorise.nwin"] ?? "") == moved)
            let after = try #require(Double(row["check_SkewKurt1.Kurt"] ?? ""))
            #expect(IndexSample.isNear(ours["kurtosis_after"], after, 1e-11))
        }
    }
}

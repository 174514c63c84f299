import CompositeIndicators
import Testing
import TestSupport

@Suite("Weights against COINr 1.1.14 and NumPy", .enabled(if: ReferenceFolder.isGiven))
struct WeightingReferenceTests {
    @Test("Original and effective weights")
    func effective() throws {
        let metadata = try WeightsReference.metadata()
        #expect(try Weighting.given(metadata) == WeightsReference.weights("weights/original.csv"))
        print("largest difference weights/original: 0.0")
        let effective = try Weighting.effective(metadata)
        var difference = Difference()
        for (code, weight) in try WeightsReference.weights("weights/effective_equal.csv", column: "EffWeight") {
            difference.add(effective[code], weight)
        }
        difference.report("weights/effective_equal")
        #expect(difference.compared == 60)
        #expect(difference.largest <= 1e-12)
    }

    @Test("Loadings of component 1 by pillar, up to sign, and variances")
    func components() throws {
        let metadata = try WeightsReference.metadata()
        let scores = try WeightsReference.matrix("chain/Normalised.csv")
        let aggregates = try WeightsReference.matrix("aggregate/amean_minmax0_100.csv")
        let weights = try WeightsReference.weights("weights/pca_level1_bygroup.csv")
        let variances = try ReferenceFolder.rows("weights/pca_variance.csv")
        var loadings = Difference()
        var eigenvalues = Difference()
        let all = try PrincipalComponents(aggregates, codes: Array(aggregates.codes.prefix(8)))
        for (value, row) in zip(all.eigenvalues, variances.filter { $0["group"] == "All" }) {
            eigenvalues.add(value, Double(row["variance"] ?? ""))
        }
        for aggregate in metadata where aggregate.level == 2 || aggregate.level == 3 {
            let codes = metadata.filter { $0.parent == aggregate.code }.map(\.code)
            let isFirst = aggregate.level == 2
            let found = try PrincipalComponents(isFirst ? scores : aggregates, codes: codes)
            let rows = variances.filter { $0["group"] == aggregate.code }
            #expect(rows.count == codes.count)
            for (value, row) in zip(found.eigenvalues, rows) {
                eigenvalues.add(value, Double(row["variance"] ?? ""))
                eigenvalues.add(value.squareRoot(), Double(row["sdev"] ?? ""))
            }
            guard isFirst else { continue }
            let first = found.firstComponentWeights
            #expect(first.hasMixedSigns == ["Environ", "Instit", "SusEcFin"].contains(aggregate.code))
            let turned = codes.reduce(0) { $0 + (weights[$1] ?? 0) } < 0 ? -1.0 : 1
            for code in codes { loadings.add(first.byCode[code], weights[code].map { $0 * turned }, floor: 0.1) }
        }
        loadings.report("weights/pca_level1_bygroup (up to sign)")
        eigenvalues.report("weights/pca_variance")
        #expect(loadings.compared == 49)
        #expect(loadings.largest <= 1e-12)
        #expect(eigenvalues.largest <= 1e-12)
    }

    @Test("The sum of correlations is not below COINr's optimum")
    func information() throws {
        let scores = try WeightsReference.matrix("aggregate/amean_minmax0_100.csv")
        let found = try Weighting.optimised(
            scores, metadata: WeightsReference.metadata(), level: 2, index: "Index", objective: .information)
        let rows = try ReferenceFolder.rows("weights/opt_infomax_L2_tight_res.csv")
        let objective = -(Double(rows.first?["objective"] ?? "") ?? 0)
        print("weights/opt_infomax_L2_tight: ours \(found.correlationSum), COINr \(objective)")
        #expect(found.correlationSum >= objective - 1e-9)
    }

    @Test("Entropy, CRITIC and variation, 1e-12 relative")
    func dispersion() throws {
        let normalised = try WeightsReference.matrix("chain/Normalised.csv")
        let scores = IndicatorMatrix(
            units: normalised.units, codes: normalised.codes,
            columns: normalised.codes.indices.map { normalised.column($0).map { $0.map { $0 / 100 } } })
        let rows = try ReferenceFolder.rows("own/entropy_critic_expected.csv")
        var difference = Difference()
        for pillar in Set(rows.compactMap { $0["pillar"] }).sorted() {
            let members = rows.filter { $0["pillar"] == pillar }
            let codes = members.compactMap { $0["iCode"] }
            let entropy = try Weighting.entropy(scores, codes: codes)
            let critic = try Weighting.critic(scores, codes: codes)
            let variation = try Weighting.variation(scores, codes: codes)
            for (index, row) in members.enumerated() {
                difference.add(entropy.statistics[index], Double(row["entropy"] ?? ""))
                difference.add(entropy.weights[index], Double(row["w_entropy"] ?? ""))
                difference.add(critic.statistics[index], Double(row["critic_information"] ?? ""))
                difference.add(critic.weights[index], Double(row["w_critic"] ?? ""))
                difference.add(variation.weights[index], Double(row["w_variation"] ?? ""))
            }
        }
        difference.report("own/entropy_critic_expected")
        #expect(difference.compared == 5 * rows.count)
        #expect(difference.largest <= 1e-12)
    }

    @Test("Analytic hierarchy, one judge and two")
    func hierarchy() throws {
        let expected = try WeightsReference.decode(Hierarchies.self, "own/ahp_expected.json")
        let judges = [expected.consistent.matrix, expected.group_of_two.second_matrix]
        var difference = Difference()
        for (found, facts) in [
            (try AnalyticHierarchy(judges[0]), expected.consistent),
            (try AnalyticHierarchy(group: judges), expected.group_of_two.combined),
        ] {
            for (index, weight) in facts.weights.enumerated() {
                difference.add(found.weights[index], weight)
                difference.add(found.geometricWeights[index], facts.weights_geometric[index])
            }
            difference.add(found.largestEigenvalue, facts.lambda_max)
            difference.add(found.consistencyIndex, facts.CI, floor: 1)
            difference.add(found.randomIndex, facts.RI)
            difference.add(found.consistencyRatio, facts.CR, floor: 1)
        }
        difference.report("own/ahp_expected")
        #expect(difference.compared == 20)
        #expect(difference.largest <= 1e-12)
    }

    @Test("Budget allocation of five experts")
    func budget() throws {
        let expected = try WeightsReference.decode(Budget.self, "own/budget_allocation_expected.json")
        let found = try BudgetAllocation(experts: expected.experts)
        var difference = Difference()
        for index in 0..<4 {
            difference.add(found.weights(.mean)?[index], expected.mean[index])
            difference.add(found.weights(.median)?[index], expected.median_renormalised[index])
            difference.add(found.standardDeviations?[index], expected.sd_n_minus_1[index])
        }
        difference.report("own/budget_allocation_expected")
        #expect(difference.largest <= 1e-12)
    }
}

/// The shape of own/ahp_expected.json.
private struct Hierarchies: Decodable {
    struct Facts: Decodable {
        let matrix: [[Double]]
        let weights: [Double]
        let weights_geometric: [Double]
        let lambda_max: Double
        let CI: Double
        let RI: Double
        let CR: Double
    }

    struct Group: Decodable {
        let second_matrix: [[Double]]
        let combined: Facts
    }

    let consistent: Facts
    let group_of_two: Group
}

/// The shape of own/budget_allocation_expected.json.
private struct Budget: Decodable {
    let experts: [[Double]]
    let mean: [Double]
    let median_renormalised: [Double]
    let sd_n_minus_1: [Double]
}

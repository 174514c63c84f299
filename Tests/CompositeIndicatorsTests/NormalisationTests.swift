import CompositeIndicators
import Testing

/// Each method against `unit/vector_functions.csv` (COINr 1.1.14), the column named beside it, or by hand.
struct NormalisationTests {
    static func scores(
        _ values: [Double?], _ method: Normalisation.Method, direction: Int = 1
    ) throws -> [Double?] {
        try Normalisation.apply(
            ColumnSamples.matrix(values), method: method, metadata: ColumnSamples.metadata(direction)
        ).matrix.column(0)
    }

    static let minmax: [Double?] = [
        3.8524590163934427, nil, 0, 7.581967213114754, 3.8524590163934427, 1.2295081967213115, 100,
        7.8688524590163924, 3.0327868852459017, 9.3442622950819683, 5.7377049180327866, 4.7131147540983607,
    ]
    static let zscore: [Double?] = [
        -0.33017256324720085, nil, -0.46363559311334845, -0.20096899178103664, -0.33017256324720085,
        -0.42104100911351411, 3.0007239055398456, -0.19103025551440864, -0.35856895258042376, -0.13991675471460741,
        -0.26486086778078816, -0.30035635444731679,
    ]
    static let target: [Double?] = [
        0.40869565217391307, nil, 0, 0.80434782608695654, 0.40869565217391307, 0.13043478260869565,
        10.608695652173912, 0.83478260869565213, 0.32173913043478264, 0.99130434782608701, 0.60869565217391308, 0.5,
    ]
    static let targetDown: [Double?] = [
        1.0155844155844156, nil, 1.0562770562770563, 0.97619047619047616, 1.0155844155844156, 1.0432900432900434, 0,
        0.97316017316017323, 1.0242424242424242, 0.95757575757575752, 0.99567099567099571, 1.0064935064935066,
    ]
    static let posts: [Double?] = [32, nil, -15, 77.5, 32, 0, 1205, 81, 22, 99, 55, 42.5]
    static let ranks: [Double?] = [4, nil, 1, 8, 4, 2, 11, 9, 3, 10, 7, 6]

    @Test(
        arguments: [
            (.minmax(lower: 0, upper: 100), minmax), (.zscore(mean: 0, deviation: 1), zscore), (.rank, ranks),
            (.distanceToMaximum, minmax.map { score in score.map { $0 / 100 } }),
            (.borda, ranks.map { rank in rank.map { $0 - 1 } }),
            (.percentRank, ranks.map { rank in rank.map { ($0 - 1) / 10 } }),
            (.distanceToTarget(10, capped: false), target),
            (.distanceToTarget(10, capped: true), target.map { score in score.map { min($0, 1) } }),
            (.goalposts(lower: 0, upper: 10, scale: 100, truncated: false), posts),
            (
                .goalposts(lower: 0, upper: 10, scale: 100, truncated: true),
                posts.map { score in score.map { min(max($0, 0), 100) } }
            ),
            (.scaled(lower: 0, upper: 10, factor: 100), posts),
            (.distanceToReference(unit: "u9", capped: false), target.map { score in score.map { $0 * 11.5 / 11.4 } }),
        ] as [(Normalisation.Method, [Double?])])
    func published(method: Normalisation.Method, expected: [Double?]) throws {
        #expect(agree(try Self.scores(ColumnSamples.x, method), expected))
    }

    /// Columns minmax_dirm1, dist2targ_5_dirm1, goal_dirm1: less is better, parameters stay in raw units.
    @Test(
        arguments: [
            (.minmax(lower: 0, upper: 100), minmax.map { score in score.map { 100 - $0 } }),
            (.distanceToTarget(5, capped: false), targetDown),
            (
                .goalposts(lower: 0, upper: 10, scale: 100, truncated: true),
                posts.map { score in score.map { min(max(100 - $0, 0), 100) } }
            ),
            (.scaled(lower: 0, upper: 10, factor: 100), posts.map { score in score.map { 100 - $0 } }),
            (.rank, [7, nil, 11, 4, 7, 10, 1, 3, 9, 2, 5, 6]),
        ] as [(Normalisation.Method, [Double?])])
    func lessIsBetter(method: Normalisation.Method, expected: [Double?]) throws {
        #expect(agree(try Self.scores(ColumnSamples.x, method, direction: -1), expected))
    }

    /// Column fracmax, without its negative value.
    @Test func fractions() throws {
        let found = try Self.scores([3.2, 0, 120.5, nil], .fractionOfMaximum)
        #expect(agree(found, [0.026556016597510376, 0, 1, nil]))
        #expect(try Self.scores([1, 2, 4], .fractionOfMinimum, direction: -1) == [1, 0.5, 0.25])
    }

    @Test(
        arguments: [
            (.percentile, 1, [12.5, 50, 50, 87.5]), (.percentile, -1, [87.5, 50, 50, 12.5]),
            (.bands(probabilities: [0.25, 0.75], scores: [0, 50, 100]), 1, [0, 50, 50, 100]),
            (.aboveBelowMean(threshold: 0.2), 1, [-1, 0, 0, 1]),
            (.aboveBelowMean(threshold: 0.2), -1, [1, 0, 0, -1]),
            (.efficacy(base: 60, range: 40), 1, [60, 70, 70, 100]),
            (.efficacy(base: 60, range: 40), -1, [100, 90, 90, 60]),
            (.mazziottaPareto(reference: 3), 1, [70, 85, 85, 130]),
            (.mazziottaPareto(reference: 3), -1, [130, 115, 115, 70]),
            (.mazziottaPareto(reference: nil), 1, [77.5, 92.5, 92.5, 137.5]),
        ] as [(Normalisation.Method, Int, [Double?])])
    func byHand(method: Normalisation.Method, direction: Int, expected: [Double?]) throws {
        #expect(agree(try Self.scores([1, 2, 2, 5], method, direction: direction), expected))
    }

    /// A value equal to a quantile belongs to the band above.
    @Test func bandEdges() throws {
        let bands = Normalisation.Method.bands(probabilities: [0.25, 0.5], scores: [0, 1, 2])
        #expect(try Self.scores([1, 2, 3, 4, 5], bands) == [0, 1, 2, 2, 2])
        #expect(try Self.scores([1, 2, 3, 4, 5], bands, direction: -1) == [2, 2, 2, 1, 0])
    }

    @Test func metadataParameters() throws {
        var metadata = ColumnSamples.metadata(1)
        metadata[0].target = 10
        metadata[0].parameters = [
            "minmax_lower": 1, "minmax_upper": 5, "zscore_mean": 10, "zscore_sd": 2, "scaled_lower": 0,
            "scaled_upper": 20, "scale_factor": 2, "dist2targ_cap_max": 1, "goalpost_lower": 4, "goalpost_upper": 8,
            "goalpost_scale": 10, "goalpost_trunc2posts": 0,
        ]
        let expected: [Normalisation.MetadataMethod: [Double?]] = [
            .minmax: [1, 5], .zscore: [8.585786437626905, 11.414213562373096], .scaled: [0.2, 1],
            .distanceToTarget: [0, 1], .goalposts: [-5, 15],
        ]
        for method in Normalisation.MetadataMethod.allCases {
            let found = try Normalisation.apply(
                ColumnSamples.matrix([2, 10]), method: .fromMetadata(method), metadata: metadata)
            #expect(agree(found.matrix.column(0), try #require(expected[method])), "\(method)")
        }
    }
}

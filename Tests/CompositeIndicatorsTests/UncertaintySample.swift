import CompositeIndicators
import TestSupport

/// Units with five indicators in two aggregates, at random; three cells of `gaps` are missing.
struct UncertaintySample {
    var data: IndicatorMatrix
    var metadata: [IndicatorMetadata]

    var none: IndicatorMatrix { IndicatorMatrix(units: data.units, codes: []) }

    init(seed: UInt64, units: Int = 9, gaps: Bool = false) {
        var generator = SeededGenerator(seed: seed)
        let codes = ["v", "w", "x", "y", "z"]
        let names = (1...units).map { "u\($0)" }
        // A common part makes indicators correlate, so that missing values can be told from others.
        let common = (0..<units).map { _ in Double.random(in: 0...10, using: &generator) }
        let columns: [[Double?]] = codes.map { _ in
            common.map { 20 + $0 + Double.random(in: -8...8, using: &generator) }
        }
        data = IndicatorMatrix(units: names, codes: codes, columns: columns)
        if gaps {
            data[0, 1] = nil
            data[1, 0] = nil
            data[1, 2] = nil
        }
        metadata = codes.enumerated().map { position, code in
            IndicatorMetadata(
                code: code, level: 1, parent: position < 3 ? "P" : "Q", direction: code == "w" ? -1 : 1,
                weight: Double.random(in: 0.5...3, using: &generator), kind: .indicator,
                parameters: [
                    "goalpost_lower": 10, "goalpost_upper": 40, "goalpost_scale": 100, "goalpost_trunc2posts": 0,
                ])
        }
        metadata += [("P", "I", 2), ("Q", "I", 2), ("I", nil, 3)].map { code, parent, level in
            IndicatorMetadata(code: code, level: level, parent: parent, weight: 1, kind: .aggregate)
        }
    }

    /// Scores from 1 to 100 by arithmetic means.
    var recipe: IndexRecipe {
        var recipe = IndexRecipe()
        recipe.normalisation = .minmax(lower: 1, upper: 100)
        return recipe
    }

    func ranks(_ analysis: IndexUncertainty, runs: Int) throws -> IndexUncertainty.Ranks {
        try analysis.ranks(data, denominators: none, metadata: metadata, runs: runs)
    }

    func replay(_ analysis: IndexUncertainty, _ run: Int) throws -> IndexUncertainty.Run {
        try analysis.replay(run, data, denominators: none, metadata: metadata)
    }

    func outcome(_ recipe: IndexRecipe) throws -> IndexRecipe.Outcome {
        try recipe.run(data, denominators: none, metadata: metadata)
    }

    func index(_ outcome: IndexRecipe.Outcome) -> [Double?] {
        outcome.aggregates.position(of: "I").map { outcome.aggregates.column($0) } ?? []
    }
}

import CompositeIndicators
import Testing

/// The Green Development Index of 2016: the bulletin of the National Bureau of Statistics and others of 26 December
/// 2017, with the indicator system of notice 2635 of 2016 of the National Development and Reform Commission, where
/// binding, monitoring and other indicators weigh 3 : 2 : 1.
struct GreenDevelopmentIndexTests {
    /// The indicators of each class in a dimension, and the weight of the dimension out of 109.
    struct Dimension: Sendable {
        let id: String
        let binding: Int
        let monitoring: Int
        let other: Int
        let units: Double
    }

    /// The published shares are 29.3, 16.5, 19.3, 16.5, 9.2 and 9.2 per cent.
    static let dimensions = [
        Dimension(id: "resource-use", binding: 6, monitoring: 6, other: 2, units: 32),
        Dimension(id: "environmental-governance", binding: 4, monitoring: 2, other: 2, units: 18),
        Dimension(id: "environmental-quality", binding: 4, monitoring: 3, other: 3, units: 21),
        Dimension(id: "ecological-protection", binding: 2, monitoring: 4, other: 4, units: 18),
        Dimension(id: "growth-quality", binding: 0, monitoring: 5, other: 0, units: 10),
        Dimension(id: "green-living", binding: 0, monitoring: 2, other: 6, units: 10),
    ]

    static func framework() throws -> Framework {
        var elements = [FrameworkElement(id: "index", parent: nil, weight: 109)]
        for dimension in dimensions {
            elements.append(FrameworkElement(id: dimension.id, parent: "index", weight: nil))
            let classes = [
                ("binding", dimension.binding, 3.0), ("monitoring", dimension.monitoring, 2),
                ("other", dimension.other, 1),
            ]
            for (name, count, weight) in classes {
                elements += (0..<count).map {
                    FrameworkElement(id: "\(dimension.id)-\(name)-\($0)", parent: dimension.id, weight: weight)
                }
            }
        }
        return try Framework(elements)
    }

    @Test func dimensionsWeighTheSumOfTheirIndicators() throws {
        let framework = try Self.framework()
        #expect(framework.weight(of: "index") == 109)
        #expect(framework.indicators(below: "index").count == 55)
        let published = [29.3, 16.5, 19.3, 16.5, 9.2, 9.2]
        for (dimension, percent) in zip(Self.dimensions, published) {
            #expect(framework.weight(of: dimension.id) == dimension.units)
            let share = framework.effectiveWeight(of: dimension.id)
            #expect(abs(share - dimension.units / 109) < 1e-15)
            #expect(abs(100 * share - percent) < 0.1)
        }
    }

    /// An indicator of a class has the same share of the index whatever its dimension.
    @Test func indicatorsOfAClassWeighTheSame() throws {
        let framework = try Self.framework()
        for indicator in framework.indicators(below: "index") {
            let expected = indicator.contains("-binding-") ? 3.0 : indicator.contains("-monitoring-") ? 2 : 1
            #expect(abs(framework.effectiveWeight(of: indicator) - expected / 109) < 1e-15)
        }
    }

    /// The index from the printed sub-indices; the published one is 83.71 and 80.41, from unrounded sub-indices.
    @Test(
        arguments: [
            ("Beijing", [82.92, 98.36, 78.75, 70.86, 93.91, 83.15], 83.704, 83.71),
            ("Jiangsu", [86.89, 81.64, 84.04, 62.84, 82.10, 79.71], 80.404, 80.41),
        ])
    func indexOfSubIndices(province: String, scores: [Double], expected: Double, published: Double) throws {
        let framework = try Self.framework()
        let weights = framework.parts(of: framework.root).map { framework.effectiveWeight(of: $0) }
        let index = try #require(Aggregation.arithmeticMean(scores, weights: weights))
        #expect(abs(index - expected) < 0.0005)
        #expect(abs(index - published) < 0.0111)
    }
}

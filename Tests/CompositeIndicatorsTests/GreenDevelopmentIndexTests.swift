import CompositeIndicators
import Testing

/// The Green Development Index of 2016: bulletin of the National Bureau of Statistics and others, 26 December 2017
/// (sub-indices and index of 31 provinces), with the classes of the indicator system of notice 2635 of 2016 of the
/// National Development and Reform Commission: binding, monitoring and other indicators weigh 3 : 2 : 1.
struct GreenDevelopmentIndexTests {
    /// Binding, monitoring and other indicators of each dimension: 16, 22 and 17 in all.
    ///
    /// Only the sums over dimensions are published as weights: 29.3, 16.5, 19.3, 16.5, 9.2, 9.2 per cent.
    static let weights: [(dimension: String, units: Int)] = [
        ("resource-use", 32), ("environmental-governance", 18), ("environmental-quality", 21),
        ("ecological-protection", 18), ("growth-quality", 10), ("green-living", 10),
    ]

    /// Each dimension as indicators of 3, 2 and 1 units that come to its weight; how many of each matters to no one.
    static let framework = Result {
        var elements = [FrameworkElement(id: "index", parent: nil, weight: 109)]
        for (dimension, units) in weights {
            elements.append(FrameworkElement(id: dimension, parent: "index", weight: nil))
            var left = units
            while left > 0 {
                let weight = min(left, [3, 2, 1][left % 3])
                elements.append(FrameworkElement(id: "\(dimension)-\(left)", parent: dimension, weight: Double(weight)))
                left -= weight
            }
        }
        return try Framework(elements)
    }

    @Test func dimensionsWeighTheSumOfTheirIndicators() throws {
        let framework = try Self.framework.get()
        #expect(framework.weight(of: "index") == 109)
        #expect(framework.parts(of: "index").map { framework.weight(of: $0) } == [32, 18, 21, 18, 10, 10])
        for (dimension, units) in Self.weights {
            #expect(abs(framework.effectiveWeight(of: dimension) - Double(units) / 109) < 1e-15)
        }
    }

    /// The counts of the three classes give the total: 3 x 16 + 2 x 22 + 17 = 109.
    @Test func classesGiveTheTotal() throws {
        var elements = [FrameworkElement(id: "index", parent: nil, weight: nil)]
        for (name, count, weight) in [("binding", 16, 3.0), ("monitoring", 22, 2), ("other", 17, 1)] {
            elements += (0..<count).map { FrameworkElement(id: "\(name)-\($0)", parent: "index", weight: weight) }
        }
        let framework = try Framework(elements)
        #expect(framework.weight(of: "index") == 109)
        #expect(framework.indicators(below: "index").count == 55)
        #expect(abs(framework.effectiveWeight(of: "binding-0") - 0.0275) < 5e-5)
    }

    /// The index from the printed sub-indices; the published one is 83.71 and 80.41, from unrounded sub-indices.
    @Test(
        arguments: [
            ("Beijing", [82.92, 98.36, 78.75, 70.86, 93.91, 83.15], 83.704, 83.71),
            ("Jiangsu", [86.89, 81.64, 84.04, 62.84, 82.10, 79.71], 80.404, 80.41),
        ])
    func indexOfSubIndices(province: String, scores: [Double], expected: Double, published: Double) throws {
        let framework = try Self.framework.get()
        let weights = framework.parts(of: framework.root).map { framework.effectiveWeight(of: $0) }
        let index = try #require(Aggregation.arithmeticMean(scores, weights: weights))
        #expect(abs(index - expected) < 0.0005)
        #expect(abs(index - published) < 0.0111)
    }
}

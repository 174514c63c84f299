import CompositeIndicators
import Testing
import TestSupport

/// The tree of a composite indicator: laws on random trees.
struct FrameworkTests {
    static let seeds: [UInt64] = [1, 2008, 109]

    static func forEachTree(_ seed: UInt64, _ body: (Framework, inout SeededGenerator) throws -> Void) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let framework = try Framework(RandomTree(using: &generator).elements)
            try body(framework, &generator)
        }
    }

    @Test(arguments: seeds)
    func effectiveWeightsOfAFullCutSumToOne(seed: UInt64) throws {
        try Self.forEachTree(seed) { framework, generator in
            for _ in 0..<5 {
                let cut = RandomTree.cut(through: framework, below: framework.root, using: &generator)
                let sum = cut.reduce(0) { $0 + framework.effectiveWeight(of: $1) }
                #expect(abs(sum - 1) < 1e-12)
            }
        }
    }

    /// With weights stated at the leaves only, the share of an element is its part of the total weight.
    @Test(arguments: seeds)
    func effectiveWeightIsTheShareOfTheTotal(seed: UInt64) throws {
        try Self.forEachTree(seed) { framework, _ in
            let leaves = framework.elements.filter { $0.weight != nil }
            let total = leaves.reduce(0) { $0 + ($1.weight ?? 0) }
            #expect(Set(framework.indicators(below: framework.root)) == Set(leaves.map(\.id)))
            #expect(abs(framework.weight(of: framework.root) - total) < 1e-12 * total)
            for element in framework.elements {
                let below = framework.indicators(below: element.id).reduce(0) { $0 + framework.weight(of: $1) }
                #expect(abs(framework.effectiveWeight(of: element.id) - below / total) < 1e-12)
            }
        }
    }

    @Test(arguments: seeds)
    func scalingAllWeightsChangesNothing(seed: UInt64) throws {
        try Self.forEachTree(seed) { framework, generator in
            let factor = Double.random(in: 0.001...1000, using: &generator)
            let scaled = try Framework(
                framework.elements.map {
                    FrameworkElement(id: $0.id, parent: $0.parent, weight: $0.weight.map { $0 * factor })
                })
            for element in framework.elements {
                let share = framework.effectiveWeight(of: element.id)
                #expect(abs(scaled.effectiveWeight(of: element.id) - share) < 1e-12)
            }
        }
    }

    @Test func partsKeepTheirOrder() throws {
        let framework = try Framework([
            FrameworkElement(id: "b", parent: "index", weight: 1),
            FrameworkElement(id: "index", parent: nil, weight: nil),
            FrameworkElement(id: "a", parent: "index", weight: 3),
            FrameworkElement(id: "c", parent: "index", weight: 0),
        ])
        #expect(framework.root == "index")
        #expect(framework.parts(of: "index") == ["b", "a", "c"])
        #expect(framework.parts(of: "a").isEmpty)
        #expect(framework.indicators(below: "index") == ["b", "a", "c"])
        #expect(framework.indicators(below: "a") == ["a"])
        #expect(["b", "a", "c", "index"].map { framework.effectiveWeight(of: $0) } == [0.25, 0.75, 0, 1])
    }

    @Test func singleIndicatorIsTheIndex() throws {
        let framework = try Framework([FrameworkElement(id: "x", parent: nil, weight: 5)])
        #expect(framework.effectiveWeight(of: "x") == 1)
        #expect(framework.indicators(below: "x") == ["x"])
    }

    /// What is no element has no share, as it has no weight.
    @Test func unknownElementsHaveNoShare() throws {
        let framework = try Framework([FrameworkElement(id: "x", parent: nil, weight: 5)])
        #expect(framework.weight(of: "nothing") == 0)
        #expect(framework.effectiveWeight(of: "nothing") == 0)
        #expect(framework.parts(of: "nothing").isEmpty)
    }
}

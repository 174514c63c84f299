import StatisticalData
import Studies
import Testing

/// What is wrong with a composite index.
struct CompositeIndexFaultTests {
    private let sample = CompositeIndexSample(
        scores: Dictionary(uniqueKeysWithValues: ["A", "B", "C"].map { ($0, ["air": 70.25, "water": 80.5]) }))

    private func faults(
        _ change: (inout String) -> Void = { _ in }, framework: (inout String) -> Void = { _ in }
    ) throws -> [String] {
        var workspace = try sample.workspace()
        var yaml = sample.yaml
        var table = CompositeIndexSample.framework
        change(&yaml)
        framework(&table)
        workspace.files["framework.csv"] = table
        return try workspace.faults(yaml)
    }

    @Test func theSampleItselfIsSound() throws {
        #expect(try faults() == [])
    }

    @Test(arguments: [
        ("water: score-water", "waters: score-water", "framework-unknown-element"),
        (", water: score-water", "", "framework-not-observed"),
        ("water: score-water", "water: score-air", "framework-indicator-twice"),
        ("water: score-water", "water: score-water, air-1: published", "framework-observed-twice"),
        ("water: score-water", "water: score-fire", "indicator-unknown"),
        ("parent: W", "parent: V", "area-unknown"),
        ("parent: W", "parent: W, level: city", "study-no-areas"),
        ("\"2020\"", "\"2021\"", "study-no-observations"),
        ("class-weights: {", "total-weight: 11, class-weights: {", "framework-total-weight"),
        ("other: 1.0", "others: 1.0", "framework-unknown-class"),
    ])
    func faultsOfTheStudy(old: String, new: String, code: String) throws {
        #expect(sample.yaml.contains(old))
        let found = try faults { $0 = $0.replacing(old, with: new) }
        #expect(found.contains { $0.hasPrefix(code + " ") }, "\(found)")
    }

    @Test(arguments: [
        ("air-2,air", "air-1,air", "framework-duplicate framework.csv:5"),
        ("air-2,air", "air-2,fire", "framework-unknown-parent framework.csv:5"),
        ("water,index", "water,water-1", "framework-cycle framework.csv:6"),
        ("water,index", "water,", "framework-second-root framework.csv:6"),
        ("二,other,", "二,,", "framework-missing-weight framework.csv:5"),
        ("二,other,", "二,,-1", "framework-invalid-weight framework.csv:5"),
        ("二,other,,press", "二,other,,presse", "csv-unknown-word framework.csv:5:trust"),
    ])
    func faultsOfTheFramework(old: String, new: String, fault: String) throws {
        #expect(CompositeIndexSample.framework.contains(old))
        let found = try faults(framework: { $0 = $0.replacing(old, with: new) })
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test func aFileWithoutRowsIsNoFramework() throws {
        let found = try faults(framework: { $0 = String($0.prefix { $0 != "\n" }) + "\n" })
        #expect(found.contains { $0.hasPrefix("framework-empty framework.csv") }, "\(found)")
    }
}

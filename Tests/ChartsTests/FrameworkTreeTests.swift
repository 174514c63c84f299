import Charts
import Foundation
import Testing
import TestSupport

@Suite("Tree of an index")
struct FrameworkTreeTests {
    static let tree = FrameworkTree(
        frame: Samples.frame("t"),
        root: FrameworkElement(
            name: "Index", weight: 99,
            children: [
                FrameworkElement(
                    name: "P",
                    children: [FrameworkElement(name: "a", weight: 2), FrameworkElement(name: "b", weight: nil)]),
                FrameworkElement(code: "q", name: "Q", weight: 6, href: "q.html"),
                FrameworkElement(name: "Z", weight: 0),
            ]),
        titles: FrameworkTitles(name: "Name", code: "Code", parent: "Parent", share: "Weight", missing: "not known"),
        style: .english(decimals: 1))

    @Test("an element weighs as much as its leaves, and the whole 100")
    func table() {
        #expect(Self.tree.table.headers == ["Name", "Code", "Parent", "Weight"])
        #expect(
            Self.tree.table.rows.map { $0.map(\.text) } == [
                ["Index", "", "–", "100.0"], ["P", "", "Index", "25.0"], ["a", "", "P", "25.0"], ["b", "", "P", "–"],
                ["Q", "q", "Index", "75.0"], ["Z", "", "Index", "0.0"],
            ])
        #expect(Self.tree.table.rows[4][3].href == "q.html")
    }

    @Test("a missing weight is hatched and named, a weight of zero is not drawn")
    func drawing() {
        let svg = Self.tree.svg()
        #expect(svg.contains(">not known</text>") && svg.contains(">b</text>"))
        #expect(svg.contains(">Q</text>") && !svg.contains(">Z</text>"))
    }

    @Test("the greatest and the least branch and leaf are told")
    func sentences() {
        #expect(
            Self.tree.described(by: Phrases.english).frame.description
                == "Index: 4 leaves, 2 levels. Leaves: Q 75.0, Z 0.0. 1 missing.")
    }

    @Test("without codes there is no column of codes")
    func codes() {
        var chart = Self.tree
        chart.root = FrameworkElement(name: "I", children: [FrameworkElement(name: "a", weight: 1)])
        #expect(chart.table.headers == ["Name", "Parent", "Weight"])
    }

    @Test("labels of random trees never cover each other, and no leaf of a column either", arguments: 0..<60)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func element(_ depth: Int, _ path: String) -> FrameworkElement {
            let count = depth == 0 || depth < 3 && generator.uniform() < 0.7 ? Int(generator.uniform() * 5) + 1 : 0
            let name = String(
                repeating: seed % 2 == 0 ? "Indicator of " : "资源利用", count: Int(generator.uniform() * 4) + 1)
            return FrameworkElement(
                code: path, name: name + path, weight: generator.uniform() * generator.uniform(),
                children: (0..<count).map { element(depth + 1, "\(path)\($0)") })
        }
        var chart = Self.tree
        chart.root = element(0, "I")
        chart.frame.width = [240, 360, 480, 900][Int(seed % 4)]
        #expect(TextBoxes(chart.svg()).collisions == [])
        SafetyTests.check(chart.svg(), "seed \(seed)")
    }

    @Test("heights are proportional to the shares: leaves of the last column fill it without gaps", arguments: 0..<20)
    func heights(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let weights = (0..<12).map { _ in 0.2 + generator.uniform() }
        var chart = Self.tree
        chart.root = FrameworkElement(
            name: "I", children: weights.enumerated().map { FrameworkElement(name: "leaf\($0)", weight: $1) })
        let boxes = chart.svg().matches(of: /y="([0-9.]+)" width="[0-9.]+" height="([0-9.]+)"[^>]*><title>leaf/)
        let heights = try boxes.map { try #require(Double($0.2)) + 1 }
        #expect(heights.count == 12)
        let unit = heights.reduce(0, +) / weights.reduce(0, +)
        for (height, weight) in zip(heights, weights) { #expect(abs(height - weight * unit) < 0.05) }
    }
}

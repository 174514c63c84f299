import StatisticalData
import Testing
import TestSupport

/// The hierarchy of areas.
struct AreaHierarchyTests {
    static func place(_ position: Int) -> Place {
        Place(file: "areas.csv", line: position + 2)
    }

    /// The faults of a hierarchy, as code and line.
    static func faults(of areas: [Area]) -> [String] {
        do throws(Faults) {
            _ = try AreaHierarchy(areas, place: place)
            return []
        } catch {
            return error.list.map { "\($0.code):\($0.place.line ?? 0)" }
        }
    }

    @Test(
        arguments: [
            ([], []), ([.sample("CN", in: nil)], []),
            // A parent may come after its parts.
            ([.sample("320000", in: "CN"), .sample("CN", in: nil)], []),
            ([.sample("CN", in: nil), .sample("CN", in: nil)], ["area-duplicate:3"]),
            ([.sample("CN", in: nil), .sample("320000", in: "CM")], ["area-unknown:3"]),
            ([.sample("CN", in: "CN")], ["area-cycle:2"]),
            ([.sample("A", in: "B"), .sample("B", in: "A")], ["area-cycle:2", "area-cycle:3"]),
            (
                [.sample("A", in: "B"), .sample("B", in: "C"), .sample("C", in: "A"), .sample("D", in: "A")],
                ["area-cycle:2", "area-cycle:3", "area-cycle:4"]
            ),
            (
                [.sample("A", in: "A"), .sample("B", in: "X"), .sample("C", in: nil), .sample("C", in: nil)],
                ["area-cycle:2", "area-unknown:3", "area-duplicate:5"]
            ),
        ] as [([Area], [String])])
    func faults(areas: [Area], expected: [String]) {
        #expect(Self.faults(of: areas) == expected)
    }

    @Test func unknownParentSuggestsTheNearest() throws {
        let fault = try #require(throws: Faults.self) {
            try AreaHierarchy([.sample("320000", in: nil), .sample("320100", in: "32000")], place: Self.place)
        }.list.first
        #expect(fault?.arguments == ["found": "32000", "nearest": "320000"])
    }

    @Test func children() throws {
        let hierarchy = try AreaHierarchy(
            [
                .sample("CN", in: nil, level: "country"), .sample("320000", in: "CN"), .sample("110000", in: "CN"),
                .sample("320100", in: "320000", level: "city"), .sample("SH", in: "CN", level: "city"),
            ], place: Self.place)
        #expect(hierarchy.children(of: "CN").map(\.id) == ["320000", "110000", "SH"])
        #expect(hierarchy.children(of: "CN", level: "province").map(\.id) == ["320000", "110000"])
        #expect(hierarchy.children(of: "320100").isEmpty)
        #expect(hierarchy["320100"]?.parent == "320000")
        #expect(hierarchy["nowhere"] == nil)
    }

    /// Random forests are accepted in any order; closing a chain faults its members and no other area.
    @Test(arguments: [8, 2260] as [UInt64])
    func randomForests(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let parents = (0..<30).map { $0 == 0 ? nil : Int.random(in: 0..<$0, using: &generator) }
            let order = parents.indices.shuffled(using: &generator)
            func areas(_ parents: [Int?]) -> [Area] {
                order.map { .sample(Area.ID("\($0)"), in: parents[$0].map { Area.ID("\($0)") }) }
            }
            #expect(Self.faults(of: areas(parents)) == [])
            var chain = [29]
            while let parent = parents[chain[chain.count - 1]] { chain.append(parent) }
            var closed = parents
            closed[0] = 29
            let expected = order.indices.filter { chain.contains(order[$0]) }.map { "area-cycle:\($0 + 2)" }
            #expect(Self.faults(of: areas(closed)) == expected)
        }
    }

    @Test func longChainEnds() {
        let chain = (0..<400).map { Area.sample(Area.ID("\($0)"), in: Area.ID("\($0 + 1)")) }
        #expect(Self.faults(of: chain) == ["area-unknown:401"])
    }
}

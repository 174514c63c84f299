import CompositeIndicators
import Testing
import TestSupport

/// Everything that can be wrong with a framework.
struct FrameworkFaultTests {
    typealias Row = (id: String, parent: String?, weight: Double?)

    static func faults(_ rows: [Row]) -> [FrameworkFault] {
        do throws(FrameworkFaults) {
            _ = try Framework(rows.map { FrameworkElement(id: $0.id, parent: $0.parent, weight: $0.weight) })
            return []
        } catch {
            return error.list
        }
    }

    @Test(
        arguments: [
            ([], [.empty]), ([("i", nil, 1)], []), ([("i", nil, nil), ("a", "i", 1)], []),
            ([("i", nil, nil), ("a", "i", 1), ("a", "i", 2)], [.duplicate(element: 2)]),
            ([("i", nil, nil), ("a", "j", 1)], [.unknownParent(element: 1)]),
            (
                [("i", nil, nil), ("a", "i", 1), ("b", "c", 1), ("c", "b", 1)],
                [.cycle(element: 2), .cycle(element: 3)]
            ),
            ([("i", nil, nil), ("a", "i", 1), ("b", "b", 1)], [.cycle(element: 2)]),
            ([("i", nil, nil), ("a", "i", 1), ("j", nil, 1)], [.secondRoot(element: 2)]),
            ([("a", "b", 1), ("b", "a", 1)], [.cycle(element: 0), .cycle(element: 1), .noRoot]),
            ([("i", nil, nil), ("a", "i", 1), ("b", "i", nil)], [.missingWeight(element: 2)]),
            ([("i", nil, nil), ("a", "i", 3), ("b", "i", -1)], [.invalidWeight(element: 2)]),
            ([("i", nil, nil), ("a", "i", 3), ("b", "i", .infinity)], [.invalidWeight(element: 2)]),
            ([("i", nil, nil), ("a", "i", 3), ("b", "i", .nan)], [.invalidWeight(element: 2)]),
            ([("i", nil, nil), ("a", "i", 0), ("b", "i", 0)], [.weightlessAggregate(element: 0)]),
            (
                [("i", nil, 109), ("a", "i", 32), ("b", "i", 18)],
                [.weightsDoNotSum(element: 0, found: 50, expected: 109)]
            ),
            ([("i", nil, 50), ("a", "i", 32), ("b", "i", 18)], []),
            ([("i", nil, 1), ("a", "i", 0.1), ("b", "i", 0.2), ("c", "i", 0.7)], []),
            (
                [("i", nil, nil), ("a", "i", 3), ("b", "a", 1), ("c", "a", 1), ("d", "i", -1)],
                [.weightsDoNotSum(element: 1, found: 2, expected: 3), .invalidWeight(element: 4)]
            ),
        ] as [([Row], [FrameworkFault])])
    func faults(rows: [Row], expected: [FrameworkFault]) {
        #expect(Self.faults(rows) == expected)
    }

    @Test func allFaultsOfTheTreeInOneRun() {
        let rows: [Row] = [("i", nil, nil), ("a", "i", 1), ("a", "i", 1), ("b", "x", 1), ("c", "c", 1), ("j", nil, 1)]
        #expect(
            Set(Self.faults(rows)) == [
                .duplicate(element: 2), .unknownParent(element: 3), .cycle(element: 4), .secondRoot(element: 5),
            ])
    }

    /// Random trees with one thing spoiled: the fault is at the element that was spoiled.
    @Test(arguments: [6, 60] as [UInt64])
    func oneSpoiltElementIsNamed(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let elements = RandomTree(using: &generator).elements
            let rows = elements.map { Row($0.id, $0.parent, $0.weight) }
            for position in rows.indices where rows[position].weight != nil {
                var spoilt = rows
                spoilt[position].weight = -1
                #expect(Self.faults(spoilt).contains(.invalidWeight(element: position)))
                spoilt[position].weight = nil
                #expect(Self.faults(spoilt).contains(.missingWeight(element: position)))
                spoilt[position] = rows[position]
                spoilt[position].parent = "nothing"
                #expect(Self.faults(spoilt).contains(.unknownParent(element: position)))
            }
            #expect(Self.faults(rows + [rows[0]]).contains(.duplicate(element: rows.count)))
        }
    }

    /// Weights so large that their sum is not a number any more cannot be shared out.
    @Test func sumBeyondRange() {
        let huge = Double.greatestFiniteMagnitude
        #expect(!Self.faults([("i", nil, nil), ("a", "i", huge), ("b", "i", huge)]).isEmpty)
    }

    /// A hostile file: a chain of hundreds of levels ends with a framework or a fault.
    @Test func longChain() throws {
        let count = 800
        let rows = (0..<count).map { Row("e\($0)", $0 == 0 ? nil : "e\($0 - 1)", $0 == count - 1 ? 1 : nil) }
        let faults = Self.faults(rows)
        #expect(faults.isEmpty)
    }
}

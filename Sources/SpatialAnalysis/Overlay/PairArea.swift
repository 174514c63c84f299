/// The area two polygons share, without making the polygon they share.
///
/// By Green's theorem the area of A ∩ B is the edge integral over the parts of A's edges inside B and of B's edges inside
/// A. Only configurations in which every decision is certain are answered: two edges that touch, overlap or pass a vertex
/// within rounding, which is what shared boundaries do, are left to the overlay of geometries.
struct PairArea {
    private let integral: EdgeIntegral

    init(_ integral: EdgeIntegral) {
        self.integral = integral
    }

    /// Where an edge is crossed.
    private struct Crossing {
        let edge: Int
        /// The share of the edge before the crossing.
        let share: Double
        /// Whether the edge goes inside the other polygon there.
        let enters: Bool
    }

    /// The common area in square metres, 0 when nothing is shared; `nil` when a decision is not certain.
    func area(_ first: EdgeTable, _ second: EdgeTable) -> Double? {
        guard let firstBox = first.box, let secondBox = second.box, firstBox.meets(secondBox) else { return 0 }
        let firstEdges = first.blocks.edges(in: secondBox)
        let secondEdges = second.blocks.edges(in: firstBox)
        guard let crossings = crossings(first.blocks.positions, firstEdges, second.blocks.positions, secondEdges) else {
            return nil
        }
        let base = integral.zone((max(firstBox.south, secondBox.south) + min(firstBox.north, secondBox.north)) / 2)
        guard let one = part(of: first, firstEdges, inside: second, crossings.first, base: base),
            let other = part(of: second, secondEdges, inside: first, crossings.second, base: base)
        else { return nil }
        if crossings.first.isEmpty {
            // Apart, or one wholly inside a part of the other.
            if one.edges == 0, other.edges == 0 { return 0 }
            if other.edges == 0, one.edges == first.edgeCount { return first.area }
            if one.edges == 0, other.edges == second.edgeCount { return second.area }
        }
        let area = one.sum + other.sum
        return area > 1e-9 * min(first.area, second.area) ? area : nil
    }

    /// All crossings, for each of the two in the order of its edges and along them; `nil` when one is not certain.
    private func crossings(
        _ first: [Position], _ firstEdges: [Int], _ second: [Position], _ secondEdges: [Int]
    ) -> (first: [Crossing], second: [Crossing])? {
        var ofFirst: [Crossing] = []
        var ofSecond: [Crossing] = []
        for one in firstEdges {
            let from = first[one]
            let to = first[one + 1]
            let west = min(from.longitude, to.longitude)
            let east = max(from.longitude, to.longitude)
            let south = min(from.latitude, to.latitude)
            let north = max(from.latitude, to.latitude)
            for other in secondEdges {
                let start = second[other]
                let end = second[other + 1]
                if max(start.longitude, end.longitude) < west || min(start.longitude, end.longitude) > east
                    || max(start.latitude, end.latitude) < south || min(start.latitude, end.latitude) > north
                {
                    continue
                }
                guard let fromSide = Orientation.certain(start, end, from),
                    let toSide = Orientation.certain(start, end, to)
                else { return nil }
                if fromSide > 0 && toSide > 0 || fromSide < 0 && toSide < 0 { continue }
                guard let startSide = Orientation.certain(from, to, start),
                    let endSide = Orientation.certain(from, to, end)
                else { return nil }
                if startSide > 0 && endSide > 0 || startSide < 0 && endSide < 0 { continue }
                ofFirst.append(Crossing(edge: one, share: fromSide / (fromSide - toSide), enters: toSide > 0))
                ofSecond.append(Crossing(edge: other, share: startSide / (startSide - endSide), enters: endSide > 0))
            }
        }
        return (ofFirst.sorted(by: Self.isBefore), ofSecond.sorted(by: Self.isBefore))
    }

    private static func isBefore(_ left: Crossing, _ right: Crossing) -> Bool {
        (left.edge, left.share) < (right.edge, right.share)
    }

    /// The edge integral over what of `table` lies inside `other`, and the number of edges wholly or partly inside;
    /// `nil` when the crossings contradict each other.
    private func part(
        of table: EdgeTable, _ edges: [Int], inside other: EdgeTable, _ crossings: [Crossing], base: Double
    ) -> (sum: Double, edges: Int)? {
        var walk = Walk(integral: integral, crossings: crossings, base: base)
        let positions = table.blocks.positions
        var next = 0
        for ring in table.blocks.paths {
            walk.isInside = false
            var isFirstInside = false
            var previous = ring.lowerBound - 1
            while next < edges.count, edges[next] < ring.upperBound {
                let index = edges[next]
                next += 1
                // Edges left out lie outside of the other's box, and so do the ends of the edges before and after them.
                if index != previous + 1, walk.isInside { return nil }
                if index == ring.lowerBound {
                    guard let known = other.contains(positions[index]) else { return nil }
                    walk.isInside = known
                    isFirstInside = known
                }
                guard walk.step(index, from: positions[index], to: positions[index + 1]) else { return nil }
                previous = index
            }
            if previous != ring.upperBound - 2, walk.isInside { return nil }
            guard walk.isInside == isFirstInside else { return nil }
        }
        return (walk.sum.value, walk.count)
    }

    /// A walk along edges that sums what lies inside.
    private struct Walk {
        let integral: EdgeIntegral
        let crossings: [Crossing]
        let base: Double
        var isInside = false
        var sum = CompensatedSum()
        var count = 0
        private var next = 0

        init(integral: EdgeIntegral, crossings: [Crossing], base: Double) {
            self.integral = integral
            self.crossings = crossings
            self.base = base
        }

        /// Walks an edge; false when its crossings contradict each other.
        mutating func step(_ edge: Int, from: Position, to: Position) -> Bool {
            var position = from
            var isCounted = isInside
            while next < crossings.count, crossings[next].edge == edge {
                let crossing = crossings[next]
                next += 1
                guard crossing.enters != isInside else { return false }
                let point = Position(
                    from.longitude + crossing.share * (to.longitude - from.longitude),
                    from.latitude + crossing.share * (to.latitude - from.latitude))
                if isInside { sum.add(integral.edge(position, point, base: base)) }
                isInside.toggle()
                isCounted = true
                position = point
            }
            if isInside { sum.add(integral.edge(position, to, base: base)) }
            if isCounted { count += 1 }
            return true
        }
    }
}

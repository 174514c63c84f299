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
        let firstEdges = edges(of: first, in: secondBox)
        let secondEdges = edges(of: second, in: firstBox)
        guard let crossings = crossings(first, firstEdges, second, secondEdges) else { return nil }
        let base = integral.zone((max(firstBox.south, secondBox.south) + min(firstBox.north, secondBox.north)) / 2)
        guard let one = part(of: first, firstEdges, inside: second, crossings.first, base: base),
            let other = part(of: second, secondEdges, inside: first, crossings.second, base: base)
        else { return nil }
        if crossings.first.isEmpty {
            // Apart, or one wholly inside a part of the other.
            if one.edges == 0, other.edges == 0 { return 0 }
            if other.edges == 0, one.edges == first.positions.count - first.rings.count { return first.area }
            if one.edges == 0, other.edges == second.positions.count - second.rings.count { return second.area }
        }
        let area = one.sum + other.sum
        return area > 1e-9 * min(first.area, second.area) ? area : nil
    }

    /// The edges, by their first position, whose box meets a box.
    private func edges(of table: EdgeTable, in box: Box) -> [Int] {
        var found: [Int] = []
        table.positions.withUnsafeBufferPointer { positions in
            for ring in table.rings {
                for index in ring.dropLast() {
                    let from = positions[index]
                    let to = positions[index + 1]
                    if max(from.longitude, to.longitude) >= box.west, min(from.longitude, to.longitude) <= box.east,
                        max(from.latitude, to.latitude) >= box.south, min(from.latitude, to.latitude) <= box.north
                    {
                        found.append(index)
                    }
                }
            }
        }
        return found
    }

    /// All crossings, for each of the two in the order of its edges and along them; `nil` when one is not certain.
    private func crossings(
        _ first: EdgeTable, _ firstEdges: [Int], _ second: EdgeTable, _ secondEdges: [Int]
    ) -> (first: [Crossing], second: [Crossing])? {
        var ofFirst: [Crossing] = []
        var ofSecond: [Crossing] = []
        for one in firstEdges {
            let from = first.positions[one]
            let to = first.positions[one + 1]
            let west = min(from.longitude, to.longitude)
            let east = max(from.longitude, to.longitude)
            let south = min(from.latitude, to.latitude)
            let north = max(from.latitude, to.latitude)
            for other in secondEdges {
                let start = second.positions[other]
                let end = second.positions[other + 1]
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
        var sum = CompensatedSum()
        var count = 0
        var nextEdge = 0
        var nextCrossing = 0
        for ring in table.rings {
            var isInside = false
            var isFirstInside = false
            for index in ring.dropLast() {
                guard nextEdge < edges.count, edges[nextEdge] == index else {
                    if isInside { return nil }
                    continue
                }
                nextEdge += 1
                if index == ring.lowerBound {
                    guard let known = Self.contains(other, table.positions[index]) else { return nil }
                    isInside = known
                    isFirstInside = known
                }
                let from = table.positions[index]
                let to = table.positions[index + 1]
                var position = from
                var isCounted = isInside
                while nextCrossing < crossings.count, crossings[nextCrossing].edge == index {
                    let crossing = crossings[nextCrossing]
                    nextCrossing += 1
                    guard crossing.enters != isInside else { return nil }
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
            }
            guard isInside == isFirstInside else { return nil }
        }
        return (sum.value, count)
    }

    /// Whether a point lies inside, by the edges it sees to the east; `nil` when it is on an edge or nearly.
    private static func contains(_ table: EdgeTable, _ point: Position) -> Bool? {
        table.positions.withUnsafeBufferPointer { positions in
            var isInside = false
            for ring in table.rings {
                for index in ring.dropLast() {
                    let from = positions[index]
                    let to = positions[index + 1]
                    guard (from.latitude > point.latitude) != (to.latitude > point.latitude),
                        max(from.longitude, to.longitude) >= point.longitude
                    else { continue }
                    if min(from.longitude, to.longitude) > point.longitude {
                        isInside.toggle()
                        continue
                    }
                    guard let side = Orientation.certain(from, to, point) else { return nil }
                    if (side > 0) == (to.latitude > from.latitude) { isInside.toggle() }
                }
            }
            return isInside
        }
    }
}

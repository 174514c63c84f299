/// Edges of rings or lines in blocks of neighbours, each with its box, so that a question about a place looks at few of
/// them: shapes of millions of vertices stay quick.
struct EdgeBlocks: Sendable {
    /// Edges in a row of one path, by their first positions.
    struct Block: Sendable {
        let edges: Range<Int>
        let box: Box
    }

    /// The positions of all paths one after another.
    let positions: [Position]
    /// The range of each path in `positions`.
    let paths: [Range<Int>]
    private let blocks: [Block]
    /// Ranges of `blocks`, with the box of each.
    private let groups: [Block]

    private static let size = 32

    init(_ paths: [[Position]]) {
        var ranges: [Range<Int>] = []
        var start = 0
        for path in paths {
            ranges.append(start..<start + path.count)
            start += path.count
        }
        let positions = paths.count == 1 ? paths[0] : paths.flatMap { $0 }
        var blocks: [Block] = []
        for range in ranges {
            for first in stride(from: range.lowerBound, to: range.upperBound - 1, by: Self.size) {
                let edges = first..<min(first + Self.size, range.upperBound - 1)
                var box = Box(positions[first])
                for index in edges { box = box.including(positions[index + 1]) }
                blocks.append(Block(edges: edges, box: box))
            }
        }
        groups = stride(from: 0, to: blocks.count, by: Self.size).map { first in
            let members = first..<min(first + Self.size, blocks.count)
            return Block(
                edges: members, box: members.dropFirst().reduce(blocks[first].box) { $0.union(blocks[$1].box) })
        }
        self.positions = positions
        self.paths = ranges
        self.blocks = blocks
    }

    /// The blocks whose boxes satisfy a condition that holds for a box when it holds for a part of it, in order.
    @inline(__always)
    func forEachBlock(where holds: (Box) -> Bool, _ body: (Block) -> Void) {
        for group in groups where holds(group.box) {
            for index in group.edges where holds(blocks[index].box) { body(blocks[index]) }
        }
    }

    /// The blocks from the nearest group on, while nearer than a limit that may shrink on the way.
    ///
    /// - Parameter distance: that of a box, not larger than that of any box in it.
    func forEachBlock(nearestBy distance: (Box) -> Double, below limit: () -> Double, _ body: (Block) -> Void) {
        let order = groups.indices.map { (distance: distance(groups[$0].box), group: $0) }
            .filter { $0.distance < limit() }.sorted { $0 < $1 }
        for (near, group) in order {
            if near >= limit() { return }
            for index in groups[group].edges where distance(blocks[index].box) < limit() { body(blocks[index]) }
        }
    }

    /// The edges, by their first position, whose boxes meet a box, in order.
    func edges(in box: Box) -> [Int] {
        var found: [Int] = []
        positions.withUnsafeBufferPointer { positions in
            forEachBlock(where: { $0.meets(box) }) { block in
                for index in block.edges {
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
}

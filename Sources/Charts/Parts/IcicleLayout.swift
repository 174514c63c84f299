/// The boxes of a ``FrameworkTree``: columns of levels, heights as shares.
struct IcicleLayout {
    /// The left edges of the columns and, last, the right edge of the drawing.
    let edges: [Double]
    /// The boxes in the order of the entries; leaves reach to the right edge.
    let boxes: [Rectangle]
    /// The lower edge.
    let bottom: Double

    /// Lays out entries, each before those below it.
    init(_ entries: [FrameworkEntry], levelCount: Int, top: Double, width: Double, theme: Theme) {
        let edges = Self.edges(levelCount: levelCount, width: width, theme: theme)
        let strip = theme.smallSize * Theme.lineHeight + 5
        let leafCount = entries.count { $0.descendants == 0 }
        let known = Double(leafCount - (entries.first?.missingLeaves ?? 0))
        let usual = max(known * strip * Self.lineCount(leafCount: leafCount), 180)
        let least = entries.filter { $0.descendants == 0 }.compactMap(\.share).filter { $0 > 0 }.min() ?? 1
        let height = known > 0 ? max(usual, min(strip / least, usual * 1.5)) : 0
        var next = Array(repeating: top, count: levelCount + 1)
        boxes = entries.map { entry in
            let extent = (entry.share ?? 0) * height + Double(entry.missingLeaves) * strip
            let y = next[entry.level]
            next[entry.level] = y + extent
            next[entry.level + 1] = y
            let right = entry.descendants == 0 ? width : edges[entry.level + 1]
            return Rectangle(x: edges[entry.level], y: y, width: right - edges[entry.level], height: extent)
        }
        self.edges = edges
        bottom = next[0]
    }

    /// Two lines for each element while there are few.
    private static func lineCount(leafCount: Int) -> Double { leafCount <= 12 ? 2 : leafCount <= 30 ? 1.6 : 1.15 }

    /// A narrow column for the whole, whose name runs upwards, and a wider one for the last level.
    private static func edges(levelCount: Int, width: Double, theme: Theme) -> [Double] {
        guard levelCount > 1 else { return [0, width] }
        let first = theme.fontSize * 2
        let shares = (1..<levelCount).map { $0 == levelCount - 1 && levelCount > 2 ? 1.6 : 1 }
        let unit = (width - first) / shares.reduce(0, +)
        return shares.reduce(into: [0, first]) { edges, share in edges.append(edges[edges.count - 1] + share * unit) }
    }
}

/// Strongly connected parts (Tarjan, SIAM Journal on Computing 1 (1972), 146-160).
enum StrongParts {
    /// For each node the number of its part.
    static func numbers(_ next: [[Int]]) -> [Int] {
        var index = next.map { _ in -1 }
        var low = index
        var part = index
        var stack: [Int] = []
        var isStacked = next.map { _ in false }
        var count = 0
        var parts = 0
        for root in next.indices where index[root] < 0 {
            var open: [(node: Int, place: Int)] = [(root, 0)]
            while let top = open.last {
                let node = top.node
                if top.place == 0 {
                    index[node] = count
                    low[node] = count
                    count += 1
                    stack.append(node)
                    isStacked[node] = true
                }
                if top.place < next[node].count {
                    open[open.count - 1].place += 1
                    let target = next[node][top.place]
                    if index[target] < 0 {
                        open.append((target, 0))
                    } else if isStacked[target] {
                        low[node] = min(low[node], index[target])
                    }
                    continue
                }
                open.removeLast()
                if let above = open.last { low[above.node] = min(low[above.node], low[node]) }
                guard low[node] == index[node] else { continue }
                while let member = stack.popLast() {
                    isStacked[member] = false
                    part[member] = parts
                    if member == node { break }
                }
                parts += 1
            }
        }
        return part
    }
}

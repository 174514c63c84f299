/// The feedback loops of a model: circles of links, the shortest first.
///
/// A loop is reinforcing where the product of its links' signs is positive, balancing where it is negative. Loops are enumerated by
/// length within the strongly connected parts of the graph, up to a number of loops and an amount of work; `completeLength`
/// tells up to which length all are there.
/// Source: signs and loops as in Sterman, Business Dynamics (2000), chapter 5; enumeration by length with distances back to
/// the start, so that only paths that can close are followed.
public struct FeedbackLoops: Sendable {
    /// What a loop does.
    public enum Polarity: String, Hashable, Sendable, CaseIterable {
        case reinforcing, balancing, varying, unknown
    }

    /// A loop.
    public struct Loop: Hashable, Sendable {
        /// The numbers of its variables in their order, the smallest number first.
        public var variables: [Int]
        /// What it does.
        public var polarity: Polarity
    }

    /// The loops, by length and then by the order of the variables.
    public let loops: [Loop]
    /// All loops up to this length are there.
    public let completeLength: Int
    /// Whether all loops are there.
    public let isComplete: Bool
    /// The sizes of the strongly connected parts with a loop in them, the largest first.
    public let parts: [Int]

    /// How many links are followed at most.
    static let mostWork = 20_000_000

    /// Finds the loops.
    ///
    /// - Parameter limit: how many loops at most.
    public init(_ graph: CausalGraph, limit: Int = 1000) {
        var search = LoopSearch(graph, limit: limit)
        search.run()
        let polarities = Dictionary(graph.links.map { ([$0.from, $0.to], $0.polarity) }) { first, _ in first }
        loops = search.found.map { path in
            let signs = path.indices.map { place in
                polarities[[path[place], path[(place + 1) % path.count]]] ?? .unknown
            }
            return Loop(variables: path, polarity: Self.polarity(signs))
        }
        completeLength = search.completeLength
        isComplete = search.isComplete
        parts = search.parts
    }

    private static func polarity(_ signs: [CausalGraph.Polarity]) -> Polarity {
        switch signs.dropFirst().reduce(signs.first ?? .unknown, { $0.then($1) }) {
        case .positive: .reinforcing
        case .negative: .balancing
        case .varying: .varying
        case .unknown: .unknown
        }
    }
}

/// Enumerates circles by length.
private struct LoopSearch {
    private let next: [[Int]]
    private let previous: [[Int]]
    private let part: [Int]
    private let limit: Int
    private var work = 0
    private(set) var found: [[Int]] = []
    private(set) var completeLength = 0
    private(set) var isComplete = false
    private(set) var parts: [Int] = []
    private var longest = 0

    init(_ graph: CausalGraph, limit: Int) {
        var next = graph.names.map { _ in [Int]() }
        for link in graph.links { next[link.from].append(link.to) }
        self.next = next
        previous = Self.turned(next)
        self.limit = limit
        part = StrongParts.numbers(next)
        let sizes = Dictionary(grouping: part.indices, by: { part[$0] })
        let loops = sizes.values.filter { $0.count > 1 || next[$0[0]].contains($0[0]) }
        parts = loops.map(\.count).sorted(by: >)
        longest = parts.first ?? 0
    }

    mutating func run() {
        for length in 1...max(1, longest) {
            for start in next.indices {
                guard extend(start, length) else {
                    found = Array(found.prefix(limit))
                    return
                }
            }
            completeLength = length
        }
        completeLength = longest
        isComplete = true
    }

    /// All circles of a length whose smallest number is `start`; `false` where it was too much.
    private mutating func extend(_ start: Int, _ length: Int) -> Bool {
        let distance = distances(to: start)
        var path = [start]
        var places = [0]
        var isOnPath: Set<Int> = [start]
        while let node = path.last, let place = places.last {
            guard place < next[node].count else {
                isOnPath.remove(node)
                path.removeLast()
                places.removeLast()
                continue
            }
            places[places.count - 1] += 1
            work += 1
            guard work <= FeedbackLoops.mostWork else { return false }
            let candidate = next[node][place]
            if path.count == length {
                if candidate == start {
                    guard found.count < limit else { return false }
                    found.append(path)
                }
                continue
            }
            guard let rest = distance[candidate], candidate > start, rest <= length - path.count,
                !isOnPath.contains(candidate)
            else { continue }
            path.append(candidate)
            places.append(0)
            isOnPath.insert(candidate)
        }
        return true
    }

    /// How many links it takes back to the start, through greater numbers of the same part.
    private func distances(to start: Int) -> [Int: Int] {
        var result = [start: 0]
        var open = [start]
        var place = 0
        while place < open.count {
            let node = open[place]
            place += 1
            for before in previous[node] where before > start && part[before] == part[start] && result[before] == nil {
                result[before] = (result[node] ?? 0) + 1
                open.append(before)
            }
        }
        return result
    }

    private static func turned(_ next: [[Int]]) -> [[Int]] {
        var result = next.map { _ in [Int]() }
        for (from, targets) in next.enumerated() { for to in targets { result[to].append(from) } }
        return result
    }
}

internal import CompositeIndicators
internal import StatisticalData

/// The elements of a tree that a table of weights, points or judgments may name, by parent.
struct WeightedElements {
    /// The parent of each element below the index.
    let parents: [String: String]
    /// The codes below the index, in the order of the metadata.
    private let codes: [String]
    /// The code of the index, which has no weight.
    private let indices: Set<String>

    /// A parent and its parts, in the order of the metadata.
    struct Group {
        let parent: String
        let parts: [String]
    }

    init(_ metadata: [IndicatorMetadata]) {
        let elements = metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
        let pairs = elements.compactMap { row in row.parent.map { (row.code, $0) } }
        parents = Dictionary(pairs) { first, _ in first }
        codes = pairs.map(\.0)
        indices = Set(elements.filter { $0.parent == nil }.map(\.code))
    }

    /// Whether a code may be named; anything else is a fault.
    func check(_ code: String, at place: Place, faults: inout FaultCollector) -> Bool {
        if parents[code] != nil { return true }
        if indices.contains(code) {
            faults.add(.weightsOfIndex(code, at: place))
        } else {
            faults.add(.weightsCode(code, nearest: faults.nearest(to: code, among: codes), at: place))
        }
        return false
    }

    /// Whether a code is the index.
    func isIndex(_ code: String) -> Bool { indices.contains(code) }

    /// The parents of the codes named, each with all its parts: shares of a part of a group mean nothing.
    func groups(of named: Set<String>, at place: Place, faults: inout FaultCollector) -> [Group] {
        var order: [String] = []
        var parts: [String: [String]] = [:]
        for code in codes {
            guard let parent = parents[code] else { continue }
            if parts[parent] == nil { order.append(parent) }
            parts[parent, default: []].append(code)
        }
        return order.compactMap { parent in
            let all = parts[parent] ?? []
            guard all.contains(where: named.contains) else { return nil }
            let absent = all.filter { !named.contains($0) }
            if absent.isEmpty { return Group(parent: parent, parts: all) }
            faults.add(.weightsSiblings(parent, absent: absent, at: place))
            return nil
        }
    }
}

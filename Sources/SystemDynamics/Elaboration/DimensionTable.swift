/// The dimensions and ranges of a model by name.
struct DimensionTable {
    struct Entry {
        var name: String
        var display: [String]
        var elements: [String]
        var positions: [String: Int]
        var mappings: [SourceDimension.Mapping]
    }

    private(set) var entries: [String: Entry] = [:]
    /// The names in the order of the file.
    private(set) var names: [String] = []

    init(_ source: [SourceDimension]) {
        for dimension in source {
            let key = ModelName.canonical(dimension.name)
            let elements = dimension.elements.map(ModelName.canonical)
            if entries[key] == nil { names.append(key) }
            entries[key] = Entry(
                name: dimension.name, display: dimension.elements, elements: elements,
                positions: Dictionary(elements.enumerated().map { ($1, $0) }) { first, _ in first },
                mappings: dimension.mappings)
        }
    }

    subscript(name: String) -> Entry? { entries[name] }

    /// The smallest range that holds all of some elements; the first of equal size.
    func range(holding elements: Set<String>) -> String? {
        var best: (name: String, count: Int)?
        for name in names {
            guard let entry = entries[name], elements.allSatisfy({ entry.positions[$0] != nil }) else { continue }
            if entry.elements.count < best?.count ?? .max { best = (name, entry.elements.count) }
        }
        return best?.name
    }

    /// The largest range that holds an element: its family.
    func family(of element: String) -> Entry? {
        var best: Entry?
        for name in names {
            guard let entry = entries[name], entry.positions[element] != nil else { continue }
            if entry.elements.count > best?.elements.count ?? 0 { best = entry }
        }
        return best
    }

    /// The element of one range that belongs to an element of another by a mapping, forwards or backwards.
    func mapped(_ element: String, at position: Int, from: String, to: String) -> String? {
        if let entry = entries[from] {
            for mapping in entry.mappings {
                guard let target = entries[ModelName.canonical(mapping.target)] else { continue }
                let targets = expanded(mapping, target)
                guard position < targets.count else { continue }
                if let found = find(targets[position], in: to) { return found }
            }
        }
        if let entry = entries[to] {
            for mapping in entry.mappings {
                guard let target = entries[ModelName.canonical(mapping.target)] else { continue }
                let targets = expanded(mapping, target)
                for (place, names) in targets.enumerated() where names.contains(element) && place < entry.elements.count
                {
                    return entry.elements[place]
                }
            }
        }
        return nil
    }

    private func find(_ candidates: [String], in range: String) -> String? {
        candidates.first { entries[range]?.positions[$0] != nil }
    }

    /// The elements that each of our elements maps to; a range as target stands for all its elements.
    private func expanded(_ mapping: SourceDimension.Mapping, _ target: Entry) -> [[String]] {
        guard !mapping.elements.isEmpty else { return target.elements.map { [$0] } }
        return mapping.elements.map(ModelName.canonical).map { name in
            target.positions[name] != nil ? [name] : entries[name]?.elements ?? [name]
        }
    }
}

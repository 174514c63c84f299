/// Which codes of one vintage became which of another.
public struct Concordance: Hashable, Sendable {
    /// A link between a code and a successor.
    public struct Link: Hashable, Sendable {
        /// The older code, with its vintage.
        public var from: Code
        /// The newer code, with its vintage.
        public var to: Code

        /// A link.
        public init(from: Code, to: Code) {
            self.from = from
            self.to = to
        }
    }

    /// A code of a vintage.
    public struct Code: Hashable, Sendable {
        /// The vintage, such as `HS2007`.
        public var vintage: String
        /// The six digits.
        public var code: String

        /// A code.
        public init(vintage: String, code: String) {
            self.vintage = vintage
            self.code = code
        }

        static func precedes(_ first: Code, _ second: Code) -> Bool {
            (first.vintage, first.code) < (second.vintage, second.code)
        }
    }

    private let neighbours: [Code: [Code]]

    /// Links between vintages. A code without a link means the same in both.
    public init(_ links: [Link]) {
        var neighbours: [Code: [Code]] = [:]
        for link in links {
            neighbours[link.from, default: []].append(link.to)
            neighbours[link.to, default: []].append(link.from)
        }
        self.neighbours = neighbours
    }

    /// The family of a code: all codes linked to it, over any number of steps; itself where there is no link.
    ///
    /// Values of two vintages are comparable when both are summed over a family; no weights are invented.
    public func family(of code: Code) -> [Code] {
        var seen: Set<Code> = [code]
        var waiting = [code]
        while let next = waiting.popLast() {
            for neighbour in neighbours[next] ?? [] where seen.insert(neighbour).inserted { waiting.append(neighbour) }
        }
        return seen.sorted(by: Code.precedes)
    }

    /// The name of a code's family: its first member's six digits, with a plus where there are more than one.
    public func familyName(of code: Code) -> String {
        let family = family(of: code)
        guard family.count > 1, let first = family.first else { return code.code }
        return first.code + "+"
    }

    /// The codes of a vintage that a list of another means: links in either direction, codes without one unchanged.
    public func codes(of list: GoodsList, in vintage: String) -> [String: Double] {
        var result: [String: Double] = [:]
        for entry in list.entries {
            let code = Code(vintage: list.vintage, code: entry.code)
            let there = list.vintage == vintage ? [] : (neighbours[code] ?? []).filter { $0.vintage == vintage }
            for code in there.isEmpty ? [entry.code] : there.map(\.code) {
                result[code] = max(result[code] ?? 0, entry.share ?? 1)
            }
        }
        return result
    }
}

internal import Yams
public import StatisticalData

/// A YAML text of the workspace, parsed with the line of every value kept for messages.
///
/// Anchors and aliases, several documents and repeated keys are refused: nobody needs them in a study, and they
/// are how small files become large ones.
public struct Declaration: Sendable {
    /// The name of the file.
    public let file: String
    /// The outermost value.
    public let root: DeclaredValue
    private let text: String

    /// What a declaration may be at most; the parser itself stops at 1,000 levels.
    private enum Limit {
        static let bytes = 1 << 20
        static let values = 100_000
        static let depth = 40
    }

    /// Parses a text.
    ///
    /// - Throws: `Faults` for text that is no YAML, is too large or too deep, or uses what is refused.
    public init(_ text: String, file: String) throws(Faults) {
        guard text.utf8.count <= Limit.bytes else {
            throw Faults([.yamlTooLarge(limit: Limit.bytes, file: file)])
        }
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard !Self.mayRepeatItself(text) else { throw Faults([.yamlAnchor(at: Place(file: file))]) }
        var budget = Limit.values
        var collector = FaultCollector()
        do {
            // Nodes hold their anchors weakly: only while the parser lives can they be seen.
            let parser = try Yams.Parser(yaml: text)
            root = try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot() else { throw Fault.yamlEmpty(file) }
                return Self.value(of: node, file: file, depth: 0, budget: &budget, faults: &collector)
            }
        } catch let fault as Fault {
            throw Faults([fault])
        } catch {
            throw Faults([.yaml(error, file: file)])
        }
        if budget <= 0 { collector.add(.yamlTooLarge(limit: Limit.values, file: file)) }
        try collector.throwIfFaulty(in: file)
        self.file = file
        self.text = text
    }

    /// Checks the declaration against `schema` and decodes it.
    ///
    /// - Throws: `Faults` with everything that does not fit the schema.
    public func decode<Value: Decodable>(_ type: Value.Type, schema: Schema) throws(Faults) -> Value {
        var collector = FaultCollector()
        schema.check(root, path: "", into: &collector)
        try collector.throwIfFaulty(in: file)
        do {
            return try YAMLDecoder().decode(type, from: text)
        } catch let error as DecodingError {
            throw Faults([.yamlUndecodable(error, file: file)])
        } catch {
            throw Faults([.yaml(error, file: file)])
        }
    }

    /// Whether a text has an anchor and so many aliases that writing them out could take for ever: the parser hashes
    /// keys with everything they refer to before it can be asked for anchors.
    private static func mayRepeatItself(_ text: String) -> Bool {
        var anchors = 0
        var aliases = 0
        var previous = UInt8(ascii: "\n")
        for byte in text.utf8 {
            let isMark = previous == UInt8(ascii: "&") || previous == UInt8(ascii: "*")
            if isMark, !" \t\r\n".utf8.contains(byte) {
                if previous == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
            }
            previous = byte
        }
        return anchors > 0 && aliases > 20
    }

    private static func value(
        of node: Node, file: String, depth: Int, budget: inout Int, faults: inout FaultCollector
    ) -> DeclaredValue {
        budget -= 1
        let mark = node.mark
        let place = Place(file: file, line: mark?.line, column: mark.map { String($0.column) })
        guard budget > 0 else { return DeclaredValue(content: .null, place: place) }
        guard depth < Limit.depth else {
            faults.add(.yamlTooDeep(limit: Limit.depth, at: place))
            return DeclaredValue(content: .null, place: place)
        }
        if node.anchor != nil { faults.add(.yamlAnchor(at: place)) }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return DeclaredValue(
                content: isNull ? .null : .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            let values = sequence.map {
                value(of: $0, file: file, depth: depth + 1, budget: &budget, faults: &faults)
            }
            return DeclaredValue(content: .list(values), place: place)
        case .mapping(let mapping):
            var entries: [DeclaredValue.Entry] = []
            for (key, child) in mapping {
                let keyPlace = Place(file: file, line: key.mark?.line, column: key.mark.map { String($0.column) })
                if key.anchor != nil { faults.add(.yamlAnchor(at: keyPlace)) }
                guard let name = key.string else {
                    faults.add(.yamlKeyNotText(at: keyPlace))
                    continue
                }
                let read = value(of: child, file: file, depth: depth + 1, budget: &budget, faults: &faults)
                entries.append(.init(key: name, keyPlace: keyPlace, value: read))
            }
            return DeclaredValue(content: .mapping(entries), place: place)
        case .alias:
            faults.add(.yamlAnchor(at: place))
            return DeclaredValue(content: .null, place: place)
        }
    }
}

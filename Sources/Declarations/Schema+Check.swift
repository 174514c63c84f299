import StatisticalData

extension Schema {
    /// Adds a fault for every part of `value` that does not fit.
    func check(_ value: DeclaredValue, path: String, into collector: inout FaultCollector) {
        switch (self, value.content) {
        case (.list(let element), .list(let values)):
            for value in values { element.check(value, path: path, into: &collector) }
        case (.dictionary(let element), .mapping(let entries)):
            for entry in entries { element.check(entry.value, path: path.dotted(entry.key), into: &collector) }
        case (.mapping(let keys), .mapping(let entries)):
            check(keys, against: entries, of: value, path: path, into: &collector)
        case (_, .scalar(let text, let isPlain)):
            checkScalar(text, isPlain: isPlain, at: value.place, path: path, into: &collector)
        default:
            collector.add(.yamlWrongShape(expected: shape, key: path, at: value.place))
        }
    }

    private func check(
        _ keys: [Key], against entries: [DeclaredValue.Entry], of value: DeclaredValue, path: String,
        into collector: inout FaultCollector
    ) {
        let names = keys.map(\.name)
        for entry in entries {
            if let key = keys.first(where: { $0.name == entry.key }) {
                key.schema.check(entry.value, path: path.dotted(entry.key), into: &collector)
            } else {
                collector.add(.yamlUnknownKey(path.dotted(entry.key), key: entry.key, known: names, at: entry.keyPlace))
            }
        }
        for key in keys where key.isRequired && !entries.contains(where: { $0.key == key.name }) {
            collector.add(.yamlMissingKey(path.dotted(key.name), at: value.place))
        }
    }

    private func checkScalar(
        _ text: String, isPlain: Bool, at place: Place, path: String, into collector: inout FaultCollector
    ) {
        switch self {
        case .word(let words):
            if !words.contains(text) { collector.add(.yamlUnknownWord(text, key: path, allowed: words, at: place)) }
        case .list, .dictionary, .mapping:
            collector.add(.yamlWrongShape(expected: shape, key: path, at: place))
        default:
            if !accepts(text, isPlain: isPlain) {
                collector.add(.yamlWrongShape(expected: shape, key: path, at: place))
            }
        }
    }

    /// What is accepted is what the decoder reads as the same value: it takes 010 for eight and `"5"` for text.
    private func accepts(_ text: String, isPlain: Bool) -> Bool {
        switch self {
        case .number: isPlain && text.isNumber && Double(text).map(\.isFinite) ?? false
        case .integer: isPlain && text.isWholeNumber && Int(text) != nil
        case .boolean: isPlain && ["true", "false"].contains(text)
        case .date: KnownDate(text) != nil
        case .period: Period(text) != nil
        default: true
        }
    }
}

extension String {
    /// Digits with an optional sign, point and exponent: no `0x10`, no `nan`.
    fileprivate var isNumber: Bool {
        utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    }

    /// Digits with an optional sign, without leading zeros.
    fileprivate var isWholeNumber: Bool {
        let digits = first == "-" || first == "+" ? dropFirst() : self[...]
        return self == "0" || (digits.first != "0" && digits.utf8.allSatisfy { (48...57).contains($0) })
    }
}

extension String {
    /// The path of a key below this one.
    fileprivate func dotted(_ key: String) -> String {
        isEmpty ? key : self + "." + key
    }
}

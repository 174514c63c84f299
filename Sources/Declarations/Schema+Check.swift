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
        case (_, .scalar(let text)):
            checkScalar(text, at: value.place, path: path, into: &collector)
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

    private func checkScalar(_ text: String, at place: Place, path: String, into collector: inout FaultCollector) {
        switch self {
        case .word(let words):
            if !words.contains(text) { collector.add(.yamlUnknownWord(text, key: path, allowed: words, at: place)) }
        case .list, .dictionary, .mapping:
            collector.add(.yamlWrongShape(expected: shape, key: path, at: place))
        default:
            if !accepts(text) { collector.add(.yamlWrongShape(expected: shape, key: path, at: place)) }
        }
    }

    private func accepts(_ text: String) -> Bool {
        switch self {
        case .number: Double(text).map(\.isFinite) ?? false
        case .integer: Int(text) != nil
        case .boolean: ["true", "false"].contains(text)
        case .date: KnownDate(text) != nil
        case .period: Period(text) != nil
        default: true
        }
    }
}

extension String {
    /// The path of a key below this one.
    fileprivate func dotted(_ key: String) -> String {
        isEmpty ? key : self + "." + key
    }
}

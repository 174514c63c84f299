extension Series {
    func summary(target: Double?, style: NumberStyle, timeStyle: NumberStyle) -> ValueSummary {
        let entries = ordered.map { ValueSummary.Entry(at: timeStyle.text($0.x), value: $0.value) }
        return ValueSummary(name: name, entries: entries, isOverTime: true, target: target, style: style)
    }
}

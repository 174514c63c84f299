/// What a list of values says: first, last, extremes, target, gap and how many are missing.
public struct ValueSummary: Sendable, Hashable {
    /// One value and what it belongs to.
    public struct Entry: Sendable, Hashable {
        /// The year or name of the value.
        public var at: String
        /// The value; nil, infinite or not a number means missing.
        public var value: Double?

        /// Creates an entry.
        public init(at: String, value: Double?) {
            self.at = at
            self.value = value
        }
    }

    /// What the values are of.
    public var name: String
    /// The values in order.
    public var entries: [Entry]
    /// Whether the order is time, so that first and last mean something.
    public var isOverTime: Bool
    /// The target, in the unit of the values.
    public var target: Double?
    /// How the values are written.
    public var style: NumberStyle

    /// Creates a summary.
    public init(name: String, entries: [Entry], isOverTime: Bool, target: Double? = nil, style: NumberStyle) {
        self.name = name
        self.entries = entries
        self.isOverTime = isOverTime
        self.target = target
        self.style = style
    }

    /// Returns the sentences that apply, filled in from the values and joined by spaces.
    public func text(_ phrases: DescriptionPhrases) -> String {
        let present = entries.filter { $0.value?.isFinite == true }
        guard let first = present.first, let last = present.last else {
            return Template.filled(phrases.noValues, ["name": name])
        }
        var parts: [String] = []
        if isOverTime {
            parts.append(
                Template.filled(
                    phrases.course,
                    [
                        "name": name, "first": style.text(first.value), "firstAt": first.at,
                        "last": style.text(last.value), "lastAt": last.at,
                    ]))
        }
        let highest = present.dropFirst().reduce(first) { ($1.value ?? 0) > ($0.value ?? 0) ? $1 : $0 }
        let lowest = present.dropFirst().reduce(first) { ($1.value ?? 0) < ($0.value ?? 0) ? $1 : $0 }
        parts.append(
            Template.filled(
                phrases.extremes,
                [
                    "name": name, "maximum": style.text(highest.value), "maximumAt": highest.at,
                    "minimum": style.text(lowest.value), "minimumAt": lowest.at,
                ]))
        if let target, target.isFinite, let value = last.value {
            parts.append(
                Template.filled(
                    phrases.target,
                    [
                        "name": name, "target": style.text(target), "gap": style.text(abs(target - value)),
                    ]))
        }
        let missing = entries.count - present.count
        if missing > 0 { parts.append(Template.filled(phrases.missing, ["name": name, "count": "\(missing)"])) }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

public import Foundation
public import StatisticalData
public import Studies

/// Explanations as trees for people and as JSON for programs.
public enum ExplanationText {
    /// The tree, two columns of indentation a level.
    public static func tree(
        _ explanation: Explanation, sources: [Source.ID: Source], _ wording: Wording
    ) -> String {
        var lines: [String] = []
        add(explanation, prefix: "", branch: "", sources: sources, wording, to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func add(
        _ node: Explanation, prefix: String, branch: String, sources: [Source.ID: Source], _ wording: Wording,
        to lines: inout [String]
    ) {
        let role = node.role.isEmpty ? "" : node.role + " = "
        let texts = describe(node, sources: sources, wording)
        lines.append(branch + role + texts[0])
        lines += texts.dropFirst().map { prefix + (node.inputs.isEmpty ? "   " : "│  ") + $0 }
        for (position, input) in node.inputs.enumerated() {
            let isLast = position == node.inputs.count - 1
            add(
                input, prefix: prefix + (isLast ? "   " : "│  "), branch: prefix + (isLast ? "└─ " : "├─ "),
                sources: sources, wording, to: &lines)
        }
    }

    /// What a node says: the value first, then how it came about.
    private static func describe(
        _ node: Explanation, sources: [Source.ID: Source], _ wording: Wording
    ) -> [String] {
        let numbers = NumberText(wording: wording)
        switch node.content {
        case .result(let value):
            let key = value.key
            let interval = numbers.interval(value).map { " [" + $0 + "]" } ?? ""
            return [
                numbers.text(value) + interval + "  "
                    + "(\(key.study) · \(key.item) · \(key.measure) · \(key.area) · \(key.period)) "
                    + "[\(wording.trust(value.trust))]",
                wording(value.derivation.formula) + "  " + value.derivation.expression,
            ]
        case .observation(let observation):
            return [
                ObservationText.figure(observation, wording) + "  "
                    + "(\(observation.series.indicator) · \(observation.series.transformation.rawValue) · "
                    + "\(observation.series.area) · \(observation.period)) [\(wording.trust(observation.trust))]",
                wording(
                    "explain-row",
                    [
                        "place": observation.place.description, "known": observation.knownOn.description,
                        "revision": wording.revision(observation.revision),
                    ]),
                source(observation.source, sources, wording),
            ] + (observation.note.map { [$0[wording.language]] } ?? [])
        case .declared(let declared):
            let value: String
            switch declared.finding {
            case .number(let number, _, _): value = numbers.text(number, unit: declared.unit)
            case .word(let word): value = wording.finding(word)
            }
            return [
                value + "  (\(declared.place)) [\(wording.trust(declared.trust))]"
            ] + (declared.source.map { [source($0, sources, wording)] } ?? [])
                + (declared.note.map { [$0[wording.language]] } ?? [])
        }
    }

    private static func source(_ id: Source.ID, _ sources: [Source.ID: Source], _ wording: Wording) -> String {
        guard let source = sources[id] else { return id.rawValue }
        let address = source.address.map { " <" + $0 + ">" } ?? ""
        return "\(id): " + source.publisher[wording.language] + ", " + source.title[wording.language] + address
    }

    /// The tree as JSON.
    public static func json(_ explanation: Explanation, sources: [Source.ID: Source]) throws -> Data {
        try JSONEncoder.readable.encode(ExplanationNode(explanation, sources: sources)) + Data("\n".utf8)
    }
}

/// An observation in words.
enum ObservationText {
    /// The figure as printed, with qualifier and unit.
    static func figure(_ observation: Observation, _ wording: Wording) -> String {
        guard let value = observation.value else { return wording("not-available") }
        let numbers = NumberText(wording: wording)
        let sign = observation.qualifier.map { $0 == .about ? "≈ " : $0.rawValue + " " } ?? ""
        return sign + numbers.text(value, unit: observation.unit, decimals: observation.decimals)
    }
}

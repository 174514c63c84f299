import Foundation
public import StatisticalData

/// Texts of a course with numbers and names put in: no figure of the workspace is typed into a text.
///
/// `{area}` is the name of a variant, `{name(320000)}` that of a code, `{compound(changes)|2}` the number a formula gives, with two
/// decimals; several numbers are listed. Numbers are rounded, halves away from zero.
public struct CourseText {
    let values: [String: [Double]]
    let variant: [String: String]
    let names: (String) -> [LocalisedText]

    /// Fills texts from figures.
    public init(
        values: [String: [Double]], variant: [String: String] = [:], names: @escaping (String) -> [LocalisedText]
    ) {
        self.values = values
        self.variant = variant
        self.names = names
    }

    /// The placeholders of a text, sorted.
    public static func placeholders(in text: String) -> [String] {
        parts(text).compactMap { $0.isPlaceholder ? $0.text : nil }.sorted()
    }

    /// The text with everything put in.
    ///
    /// - Throws: a `Fault` for a placeholder that names nothing.
    public func fill(_ text: String, _ language: Language, at place: Place) throws(Fault) -> String {
        var result = ""
        for part in Self.parts(text) {
            result += part.isPlaceholder ? try value(of: part.text, language, at: place) : part.text
        }
        return result
    }

    private func value(of placeholder: String, _ language: Language, at place: Place) throws(Fault) -> String {
        if let word = variant[placeholder] { return names(word).first?[language] ?? word }
        if placeholder.hasPrefix("name("), placeholder.hasSuffix(")") {
            let code = String(placeholder.dropFirst(5).dropLast())
            guard let name = names(code).first else { throw .coursePlaceholder(placeholder, at: place) }
            return name[language]
        }
        let pieces = placeholder.split(separator: "|", maxSplits: 1).map(String.init)
        let decimals = pieces.count == 2 ? Int(pieces[1]) : nil
        guard let formula = pieces.first, pieces.count == 1 || (decimals.map { (0...10).contains($0) } ?? false) else {
            throw .coursePlaceholder(placeholder, at: place)
        }
        do throws(Formula.Failure) {
            let numbers = try Formula(formula).numbers(values)
            let texts = numbers.map { Self.text($0, decimals: decimals) }
            return texts.joined(separator: language == .chinese ? "、" : ", ")
        } catch {
            throw .courseFormula(error, formula, at: place)
        }
    }

    /// A number with a number of decimals, or with all its digits; a minus sign, not a hyphen.
    public static func text(_ value: Double, decimals: Int?) -> String {
        var text = Decimals.text(value)
        if let decimals {
            let scale = Decimals.power(decimals)
            let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
            text = String(format: "%.\(decimals)f", rounded == 0 ? 0 : rounded)
        }
        return text.replacing("-", with: "\u{2212}")
    }

    private struct Part {
        let text: String
        let isPlaceholder: Bool
    }

    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(Part(text: String(rest[..<open]), isPlaceholder: false))
            parts.append(Part(text: String(rest[rest.index(after: open)..<close]), isPlaceholder: true))
            rest = rest[rest.index(after: close)...]
        }
        return parts + [Part(text: String(rest), isPlaceholder: false)]
    }
}

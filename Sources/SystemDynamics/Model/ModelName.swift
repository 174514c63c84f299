internal import Foundation

/// Names of models: equal if they agree without case, in normal form, with runs of blanks and underscores as one.
public enum ModelName {
    /// The form that equal names share.
    public static func canonical(_ name: String) -> String {
        var result = ""
        var isGap = false
        let plain = name.contains("\\n") ? name.replacingOccurrences(of: "\\n", with: " ") : name
        for scalar in plain.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == "_" || scalar == "\u{A0}" || scalar.properties.isWhitespace {
                isGap = true
                continue
            }
            if isGap, !result.isEmpty { result += "_" }
            isGap = false
            result += scalar.properties.lowercaseMapping
        }
        return result.folding(options: .caseInsensitive, locale: nil)
    }
}

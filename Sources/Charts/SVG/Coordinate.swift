/// Coordinates as SVG writes them: rounded to 0.01, without locale, never NaN or infinite.
public enum Coordinate {
    private static let limit = 1e7

    /// Returns the shortest decimal text of `value` rounded to 0.01.
    ///
    /// A value that is not a number becomes `0`; magnitudes beyond 10⁷ are clamped.
    public static func text(_ value: Double) -> String {
        guard !value.isNaN else { return "0" }
        let hundredths = Int((min(max(value, -limit), limit) * 100).rounded())
        let magnitude = hundredths.magnitude
        let sign = hundredths < 0 ? "-" : ""
        let whole = magnitude / 100
        switch magnitude % 100 {
        case 0: return "\(sign)\(whole)"
        case let rest where rest % 10 == 0: return "\(sign)\(whole).\(rest / 10)"
        case let rest where rest < 10: return "\(sign)\(whole).0\(rest)"
        case let rest: return "\(sign)\(whole).\(rest)"
        }
    }
}

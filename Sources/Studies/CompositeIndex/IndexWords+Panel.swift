public import CompositeIndicators

extension IndexWords {
    /// A way to fill in missing values from other times of the same unit: `latest`, `latest:YEARS`, `constant`, `linear`
    /// or `linear-constant`.
    ///
    /// - Returns: `nil` for a word that names another way.
    /// - Throws: `Unknown` for years that are no number from 0 on.
    public static func panelImputation(_ text: String) throws(Unknown) -> Imputation.PanelMethod? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("latest", 1): return .latest(maximumYears: nil)
        case ("latest", _):
            guard let years = Double(parts[1]), years >= 0, years.isFinite else { throw Unknown("impute", text) }
            return .latest(maximumYears: years)
        case ("constant", 1): return .constant
        case ("linear", 1): return .linear
        case ("linear-constant", 1): return .linearConstant
        default: return nil
        }
    }
}

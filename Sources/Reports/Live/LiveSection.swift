/// A part that a site has only when it is served: an entry of its navigation.
public enum LiveSection: String, CaseIterable, Sendable {
    /// The figures of the ledger by indicator, area, period and vintage.
    case explore

    /// The path of its first page below the folder of a language.
    public var path: String {
        switch self {
        case .explore: "explore"
        }
    }
}

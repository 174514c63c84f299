/// The signs that say that there is no figure. `NaN` is none of them, and zero is a figure.
public struct MissingSigns: Hashable, Sendable {
    private let signs: Set<String>

    /// The usual signs beside an empty cell.
    public static let usual: Set<String> = [
        "-", "--", "\u{2014}", "\u{2014}\u{2014}", "\u{2013}", "\u{2026}", "\u{2026}\u{2026}", "..", "...", "na",
        "n.a.",
        "n/a", "#n/a", ":",
    ]

    /// The usual signs and those declared.
    public init(declared: some Sequence<String> = []) {
        signs = Self.usual.union(declared.map(CellText.comparable))
    }

    /// Whether a trimmed cell says that there is no figure.
    public func contains(_ cell: String) -> Bool {
        if cell.isEmpty { return true }
        guard cell.utf8.count <= 40 else { return false }
        return signs.contains(CellText.comparable(cell))
    }
}

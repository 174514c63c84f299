/// How far the rule of a published method is known here; it belongs beside every class the rule gives.
public enum MethodKnowledge: String, Codable, CaseIterable, Sendable {
    /// Read in the method's own text or code.
    case read
    /// The formula was read, the names of the classes are recalled.
    case namesUnverified = "names unverified"
    /// Recalled, not read: formula or limits may differ from the published ones.
    case unverified
}

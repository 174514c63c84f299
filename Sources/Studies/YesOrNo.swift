/// A yes or no in a table.
public enum YesOrNo: String, CaseIterable, Sendable {
    /// It is so.
    case yes
    /// It is not.
    case no
}

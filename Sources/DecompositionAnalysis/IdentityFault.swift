public import StatisticalData

/// What can be wrong with the text of an identity.
public struct IdentityFault: Error, Hashable, Sendable {
    /// Where, in characters from 1.
    public let position: Int
    /// What.
    public let kind: Kind
    /// What was found there, or the name it is about.
    public let found: String

    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// There is no text.
        case empty
        /// The text is longer than ``Identity/longest``.
        case tooLong = "too-long"
        /// A character that has no meaning here.
        case character
        /// A quoted name that is not closed, or is empty.
        case quote
        /// A name was expected.
        case name
        /// `=` or `:` was expected after the total.
        case equals
        /// `]` or `,` was expected.
        case bracket
        /// `:` was expected after the dimensions of a sum.
        case colon
        /// `)` was expected at the end of a sum.
        case parenthesis
        /// Something follows that does not belong there; `*` was expected.
        case trailing
        /// Two sums stand side by side in one product.
        case sums
        /// Sums are nested deeper than ``Identity/deepest``.
        case depth
        /// There are more factors than ``Identity/mostFactors``.
        case factors
        /// Two effects would have one name.
        case label
        /// An effect would be called as the whole change is.
        case reserved
        /// A dimension is named twice in one bracket or in sums within each other.
        case dimension
    }

    /// The fault as the rest of the program reports it.
    public func fault(in file: String) -> Fault {
        Fault(code, at: Place(file: file, column: String(position)), ["found": String(found.prefix(60))])
    }

    /// The key of the message.
    public var code: String { "identity-" + kind.rawValue }
}

/// All faults of one identity.
public struct IdentityFaults: Error, Hashable, Sendable {
    /// The faults, in the order of the text.
    public let list: [IdentityFault]
}

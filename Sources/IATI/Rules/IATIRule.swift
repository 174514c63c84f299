public import StatisticalData

/// A rule of the standard rule set, as data.
public struct IATIRule: Sendable, Hashable {
    /// What is asked of each element the rule is about.
    enum Kind: Sendable, Hashable {
        /// Some path finds something.
        case atLeastOne([String])
        /// All paths together find at most one.
        case noMoreThanOne([String])
        /// The texts found differ.
        case unique([String])
        /// The text begins with one of the prefixes and a hyphen.
        case prefix(String, of: [String])
        /// The text begins as a code of a registration agency does.
        case agency(String)
        /// A language by default, or one at every narrative.
        case everyLanguage
        /// A currency by default, or one at every value.
        case everyCurrency
        /// A sector of the activity, or one at every transaction.
        case everySector
        /// No date after the day of the check.
        case notAfterNow(String)
        /// No date of the first after one of the second.
        case order(String, String)
        /// The date lies in the period of the element.
        case between(String)
        /// The period is at most 365 days from its start to its end.
        case oneYear
        /// None of the characters / & | ?
        case noReserved(String)
        /// No white space at the ends.
        case noSpaces(String)
        /// The numbers add up to 100, rounded to four decimals; not where none is found.
        case sum([String])
        /// Each is between 0 and 100.
        case percentage(String)
        /// Where the first holds, the second must; the word chooses the message.
        case implies(String, String, IATIMessage)
    }

    /// The place in the rule set, from 1; several cases may share an id.
    public let number: Int
    /// The id, such as `6.11.1`.
    public let id: String
    /// How grave a breach is.
    public let severity: Fault.Severity
    /// The elements it is about, as a path.
    let context: String
    let kind: Kind
    /// Checked once for every value this path finds, which takes the place of `$1`.
    let each: String?
    /// The rule is left out where this does not hold.
    let condition: String?

    init(
        _ number: Int, _ id: String, _ severity: Fault.Severity, on context: String, _ kind: Kind, each: String? = nil,
        when condition: String? = nil
    ) {
        self.number = number
        self.id = id
        self.severity = severity
        self.context = context
        self.kind = kind
        self.each = each
        self.condition = condition
    }

    /// The message of a breach.
    var message: IATIMessage {
        switch kind {
        case .atLeastOne: .absent
        case .noMoreThanOne: .several
        case .unique: .same
        case .prefix: .prefix
        case .agency: .agency
        case .everyLanguage: .language
        case .everyCurrency: .currency
        case .everySector: .sector
        case .notAfterNow: .future
        case .order: .order
        case .between: .between
        case .oneYear: .year
        case .noReserved: .reserved
        case .noSpaces: .spaces
        case .sum: .sum
        case .percentage: .range
        case .implies(_, _, let message): message
        }
    }
}

/// The messages of findings: each is the fault `iati-` with its word.
public enum IATIMessage: String, Sendable, CaseIterable {
    /// Nothing of what must be there.
    case absent
    /// More than one.
    case several
    /// Two identifiers are the same.
    case same
    /// Another beginning than that of the reporting organisation.
    case prefix
    /// No registration agency at the beginning.
    case agency
    /// Narratives without a language.
    case language
    /// Values without a currency.
    case currency
    /// Transactions without a sector.
    case sector
    /// A date in the future.
    case future
    /// Dates in the wrong order.
    case order
    /// A date outside its period.
    case between
    /// A period longer than a year.
    case year
    /// A character that identifiers must not hold.
    case reserved
    /// White space at the ends.
    case spaces
    /// Shares that do not add up to 100.
    case sum
    /// A share below 0 or above 100.
    case range
    /// Several without a share each.
    case percentages
    /// A single one with another share than 100.
    case single
    /// Told at the activity and at transactions.
    case both
    /// Told neither at the activity nor at every transaction.
    case nowhere
    /// An own vocabulary without a narrative.
    case narrative
    /// No code of the standard's own vocabulary.
    case vocabulary
    /// A value that is no plain number.
    case number
    /// A value at a qualitative indicator.
    case qualitative
    /// An identifier that another activity has.
    case duplicate
    /// An element that the standard does not know there.
    case element
    /// An element after one that must come later.
    case position
    /// An element that must be there.
    case missing
    /// An element that may be there once.
    case once
    /// A code that its list does not hold.
    case code
    /// A date that is none.
    case date
    /// Another version than 2.0x.
    case version
    /// A file of something else.
    case root
    /// Two narratives in one language.
    case narratives
}

/// The 107 cases of the standard rule set for version 2.03.
///
/// Source: IATI-Rulesets, rulesets/standard.json, version 2.03 (IATI Technical Team, MIT licence): ids, grades, paths and
/// conditions. Case 23 keeps a literal `$1` in its published condition and can never fire; here it is substituted.
public enum IATIRules {
    static let activity = "/iati-activities/iati-activity"
    static let organisation = "/iati-organisations/iati-organisation"

    /// All cases, in the order of the rule set.
    public static let standard: [IATIRule] = identifiers + shares + participants + results
}

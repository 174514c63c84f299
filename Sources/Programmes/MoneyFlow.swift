public import StatisticalData

/// Money planned, committed or spent.
public struct MoneyFlow: Hashable, Sendable {
    /// What kind of money it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Planned.
        case budget
        /// Promised in a binding way.
        case commitment
        /// Paid to a partner.
        case disbursement
        /// Spent.
        case expenditure
        /// What the plan needs, whoever pays.
        case need
    }

    /// Whose money it is.
    public enum Sector: String, Sendable, CaseIterable {
        /// Of governments and international organisations.
        case `public`
        /// Of firms, banks and persons.
        case `private`
    }

    /// The form of the money.
    public enum Instrument: String, Sendable, CaseIterable {
        /// Given.
        case grant
        /// Lent.
        case loan
        /// Raised on a market.
        case bond
        /// A share in a firm.
        case equity
    }

    /// Whether the amount was published.
    public enum Basis: String, Sendable, CaseIterable {
        /// Read in a source.
        case published
        /// Made up for demonstration.
        case illustrative
    }

    /// The slug.
    public let id: String
    /// The activity; `nil` for the programme as a whole.
    public let activity: Activity.ID?
    /// The kind.
    public let kind: Kind
    /// The first day.
    public let from: KnownDate
    /// The last day.
    public let until: KnownDate
    /// The amount, in units of the currency.
    public let amount: Double
    /// The currency, three capital letters of ISO 4217.
    public let currency: String
    /// Who gives.
    public let provider: Organisation.ID?
    /// Who receives.
    public let receiver: Organisation.ID?
    /// Whose money.
    public let sector: Sector
    /// The form.
    public let instrument: Instrument
    /// The class of environmental protection, 1 to 9 of CEPA 2000; `nil` for none.
    public let protectionClass: Int?
    /// Rio marker climate change mitigation: 0 not targeted, 1 significant, 2 principal; `nil` not screened.
    public let mitigationMarker: Int?
    /// Published or illustrative.
    public let basis: Basis
    /// Where it was read.
    public let source: Source.ID?
    /// A remark.
    public let note: LocalisedText?
    /// The row.
    public let place: Place

    /// Makes a flow.
    public init(
        id: String, activity: Activity.ID?, kind: Kind, from: KnownDate, until: KnownDate, amount: Double,
        currency: String, provider: Organisation.ID?, receiver: Organisation.ID?, sector: Sector,
        instrument: Instrument, protectionClass: Int?, mitigationMarker: Int?, basis: Basis, source: Source.ID?,
        note: LocalisedText?, place: Place
    ) {
        self.id = id
        self.activity = activity
        self.kind = kind
        self.from = from
        self.until = until
        self.amount = amount
        self.currency = currency
        self.provider = provider
        self.receiver = receiver
        self.sector = sector
        self.instrument = instrument
        self.protectionClass = protectionClass
        self.mitigationMarker = mitigationMarker
        self.basis = basis
        self.source = source
        self.note = note
        self.place = place
    }
}

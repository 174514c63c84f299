public import SDMX
public import Spreadsheets
public import StatisticalData

/// What a user says of a table to import; what is not said is found or taken as usual.
public struct ImportOptions: Sendable {
    /// Encoding, separator, decimal mark.
    public var dialect = Dialect.Choice()
    /// The sign that groups digits by three.
    public var grouping: Character?
    /// Signs that mean "no figure", beside the usual ones.
    public var missing: [String] = []
    /// The layout; long when `nil`.
    public var layout: TableLayout?
    /// The sheet of a workbook; the first one when `nil`.
    public var sheet: String?
    /// What kind of file it is; found when `nil`.
    public var format: Format?
    /// The structure message of SDMX data, and the name of its file: everything is checked against it.
    public var structures: (message: StructureMessage, file: String)?
    /// The name of the batch; made from that of the file when `nil`.
    public var name: String?
    /// The text of the source record and the name of its file; when `nil` the batch is recorded as unverified.
    public var record: (text: String, file: String)?
    /// When the figures were known, where neither the table nor the record says so.
    public var knownOn: KnownDate
    /// Enters the good rows although others are at fault.
    public var takesGoodRows = false
    /// The table is the whole delivery of its sources: what it does not have was withdrawn.
    public var isFullDelivery = false
    /// Writes nothing.
    public var isDryRun = false
    /// The words for a fault, written beside the rows that are refused.
    public var describe: @Sendable (Fault) -> String = { $0.code }

    /// Kinds of files.
    public enum Format: Hashable, Sendable {
        /// A text table or a workbook.
        case table
        /// SDMX.
        case sdmx(SDMXFormat)
    }

    /// Takes everything as it is found.
    public init(knownOn: KnownDate) {
        self.knownOn = knownOn
    }
}

/// What an import found, and what it did.
public struct ImportOutcome: Sendable {
    /// The dialect of a text table.
    public var dialect: Dialect?
    /// The sheet of a workbook.
    public var sheet: String?
    /// The format of SDMX with the structures of the data, or the layout of a provider.
    public var form: String?
    /// Rows that the layout passes over.
    public var passedOver = 0
    /// The line of the headers.
    public var headerLine: Int?
    /// What stands across the top; `nil` for a long table.
    public var across: TableLayout.Across?
    /// Figures the ledger has no figure for.
    public var new = 0
    /// Figures of which the ledger has another value.
    public var revised = 0
    /// Figures of which the ledger has the same value.
    public var unchanged = 0
    /// Figures that the ledger holds from the same source and date, or the table holds twice.
    public var repeated = 0
    /// Figures of the ledger from the same source that the table should have and has not; they stay in the ledger.
    public var withdrawn = 0
    /// Rows or figures at fault.
    public var refused = 0
    /// Errors, warnings and remarks told.
    public var errors = 0
    /// Warnings told.
    public var warnings = 0
    /// Remarks told.
    public var infos = 0
    /// The batch written.
    public var batch: String?
    /// Its observations.
    public var observations = 0
    /// The file of refused rows.
    public var refusedFile: String?

    /// Whether the rows were read: not where the columns could not be told.
    public var isAssessed: Bool { new + revised + unchanged + repeated + refused > 0 }

    /// Whether the table holds anything that the ledger does not.
    public var hasNews: Bool { new + revised > 0 }

    /// Makes an outcome of nothing.
    public init() {}
}

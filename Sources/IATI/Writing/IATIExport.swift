public import Programmes
public import StatisticalData

/// A programme as IATI 2.03: the programme itself (hierarchy 1) and its activities (hierarchy 2).
///
/// Source: IATI Standard 2.03, activity and organisation standards (iatistandard.org). Written by construction in the order of
/// the schema, so that it is valid without asking the schema.
public struct IATIExport {
    /// What to leave out or put in.
    public struct Options: Sendable {
        /// Whether illustrative money is written, with a remark; published files must not hold made-up amounts.
        public var withIllustrative = false

        /// Published money alone.
        public init(withIllustrative: Bool = false) { self.withIllustrative = withIllustrative }
    }

    let programme: Programme
    let deliveries: [IndicatorDelivery]
    let areas: AreaHierarchy
    let sources: [Source.ID: Source]
    let options: Options

    /// Prepares an export.
    public init(
        _ programme: Programme, deliveries: [IndicatorDelivery], areas: AreaHierarchy, sources: [Source.ID: Source],
        options: Options = Options()
    ) {
        self.programme = programme
        self.deliveries = deliveries
        self.areas = areas
        self.sources = sources
        self.options = options
    }

    /// What would make the file wrong: the reporting organisation without an identifier.
    public var faults: [Fault] {
        guard reporting?.identifier == nil else { return [] }
        return [
            Fault(
                "iati-no-identifier", at: Place(file: "programme/organisations.csv"),
                ["found": programme.header.reporting])
        ]
    }

    var reporting: Organisation? { programme.organisation(Organisation.ID(programme.header.reporting)) }

    /// The money that is written.
    var money: [MoneyFlow] { programme.money.filter { options.withIllustrative || $0.basis == .published } }

    /// The number of flows that are left out because they are illustrative.
    public var omittedFlows: Int { programme.money.count - money.count }

    private var stamp: String { programme.header.updated.lastDay.description + "T00:00:00Z" }

    /// The identifier of the programme, or of one of its activities.
    func identifier(_ activity: Activity.ID? = nil) -> String {
        [reporting?.identifier ?? "", activity?.rawValue ?? programme.header.id].joined(separator: "-")
    }

    /// The activity file.
    public func activities() -> String {
        var writer = MarkupWriter()
        writer.element("iati-activities", [("version", "2.03"), ("generated-datetime", stamp)]) { writer in
            whole(in: &writer)
            for activity in programme.timeline { part(activity, in: &writer) }
        }
        return writer.text
    }

    /// The organisation file of the reporting organisation: its budgets and expenditure for the programme by year.
    public func organisation() -> String {
        var writer = MarkupWriter()
        let own = money.filter { $0.activity == nil }
        let currency = own.first?.currency
        writer.element("iati-organisations", [("version", "2.03"), ("generated-datetime", stamp)]) { writer in
            writer.element(
                "iati-organisation",
                [("xml:lang", "en"), ("default-currency", currency), ("last-updated-datetime", stamp)]
            ) { writer in
                writer.element("organisation-identifier", text: reporting?.identifier ?? "")
                narratives("name", reporting?.name ?? programme.header.title, in: &writer)
                reportingOrganisation(in: &writer)
                for flow in own where flow.kind == .budget && flow.until.latestDay - flow.from.firstDay.latestDay <= 365
                {
                    writer.element("total-budget", [("status", "1")]) { period(flow, in: &$0) }
                }
                for flow in own where flow.kind == .expenditure {
                    writer.element("total-expenditure") { period(flow, in: &$0) }
                }
            }
        }
        return writer.text
    }

    func opening(hierarchy: String) -> [(String, String?)] {
        [
            ("xml:lang", "en"), ("default-currency", currency), ("last-updated-datetime", stamp),
            ("hierarchy", hierarchy), ("humanitarian", "0"),
        ]
    }

    private var currency: String? { Set(money.map(\.currency)).count == 1 ? money.first?.currency : nil }

    func narratives(
        _ name: String, _ text: LocalisedText, _ attributes: [(String, String?)] = [], in writer: inout MarkupWriter
    ) {
        writer.element(name, attributes) { narratives(text, in: &$0) }
    }

    func narratives(_ text: LocalisedText, in writer: inout MarkupWriter) {
        writer.element("narrative", text: text.en)
        if text.zh != text.en { writer.element("narrative", [("xml:lang", "zh")], text: text.zh) }
    }

    func reportingOrganisation(in writer: inout MarkupWriter) {
        guard let reporting else { return }
        narratives(
            "reporting-org", reporting.name,
            [("ref", reporting.identifier), ("type", String(reporting.type)), ("secondary-reporter", "1")], in: &writer)
    }

    func period(_ flow: MoneyFlow, in writer: inout MarkupWriter) {
        writer.element("period-start", [("iso-date", flow.from.firstDay.description)])
        writer.element("period-end", [("iso-date", flow.until.lastDay.description)])
        value(flow, on: flow.from.firstDay, in: &writer)
    }

    func value(_ flow: MoneyFlow, on date: KnownDate, in writer: inout MarkupWriter) {
        writer.element(
            "value", [("currency", flow.currency), ("value-date", date.description)], text: Self.plain(flow.amount))
    }

    /// A number as plain decimals: XPath takes no exponents.
    static func plain(_ value: Double) -> String {
        let text = Decimals.text(value)
        guard text.contains("e") || text.contains("E") else { return text }
        let parts = text.lowercased().split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = whole + fraction
        let point = whole.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}

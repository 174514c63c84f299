import Programmes
import StatisticalData

extension IATIExport {
    /// The programme: everything that is not of one activity.
    func whole(in writer: inout MarkupWriter) {
        let header = programme.header
        let isClosed = header.until.lastDay.latestDay < header.updated.latestDay
        writer.element("iati-activity", opening(hierarchy: "1")) { writer in
            writer.element("iati-identifier", text: identifier())
            reportingOrganisation(in: &writer)
            narratives("title", header.title, in: &writer)
            narratives("description", header.summary, [("type", "1")], in: &writer)
            if !money.isEmpty, options.withIllustrative { illustration(in: &writer) }
            let accountable = Organisation.ID(header.accountable ?? header.reporting)
            participant(accountable, role: .accountable, in: &writer)
            for organisation in Set(programme.activities.map(\.lead)).sorted() {
                participant(organisation, role: .implementing, in: &writer)
            }
            writer.element("activity-status", [("code", isClosed ? "4" : "2")])
            writer.element("activity-date", [("type", "2"), ("iso-date", header.from.firstDay.description)])
            writer.element(
                "activity-date", [("type", isClosed ? "4" : "3"), ("iso-date", header.until.lastDay.description)])
            writer.element("activity-scope", [("code", "6")])
            writer.element("recipient-country", [("code", header.country), ("percentage", "100")])
            sectors(in: &writer)
            for goal in header.goals { writer.element("tag", [("vocabulary", "2"), ("code", String(goal))]) }
            markers(mitigation: money.filter { $0.activity == nil }.compactMap(\.mitigationMarker).max(), in: &writer)
            flows(of: nil, in: &writer)
            for activity in programme.timeline {
                writer.element("related-activity", [("ref", identifier(activity.id)), ("type", "2")])
            }
            results(in: &writer)
        }
    }

    /// One activity.
    func part(_ activity: Activity, in writer: inout MarkupWriter) {
        writer.element("iati-activity", opening(hierarchy: "2")) { writer in
            writer.element("iati-identifier", text: identifier(activity.id))
            reportingOrganisation(in: &writer)
            narratives("title", activity.title, in: &writer)
            narratives("description", activity.note ?? activity.title, [("type", "1")], in: &writer)
            participant(activity.lead, role: .accountable, in: &writer)
            for participation in programme.participations where participation.activity == activity.id {
                participant(participation.organisation, role: participation.role, in: &writer)
            }
            writer.element("activity-status", [("code", activity.isPlanned ? "1" : "4")])
            dates(activity, in: &writer)
            writer.element("activity-scope", [("code", "6")])
            writer.element("recipient-country", [("code", programme.header.country), ("percentage", "100")])
            for place in activity.places { location(place, in: &writer) }
            if let area = programme.header.workAreas.first(where: { $0.id == activity.workArea }) {
                writer.element("sector", [("vocabulary", "1"), ("code", area.sector), ("percentage", "100")])
            }
            for goal in activity.goals { writer.element("tag", [("vocabulary", "2"), ("code", String(goal))]) }
            let own = money.filter { $0.activity == activity.id }
            markers(mitigation: own.compactMap(\.mitigationMarker).max(), in: &writer)
            flows(of: activity.id, in: &writer)
            document(activity, in: &writer)
            writer.element("related-activity", [("ref", identifier()), ("type", "1")])
        }
    }

    private func illustration(in writer: inout MarkupWriter) {
        narratives(
            "description",
            LocalisedText(
                en: "Amounts of money are illustrative: made up for demonstration.", zh: "资金数额为示范用虚拟数额。"),
            [("type", "4")], in: &writer)
    }

    /// First and last day, with a remark where the date printed is less exact.
    private func dates(_ activity: Activity, in writer: inout MarkupWriter) {
        func date(_ type: String, _ day: KnownDate) {
            let attributes: [(String, String?)] = [("type", type), ("iso-date", day.description)]
            guard let remark = Self.remark(activity.precision) else {
                writer.element("activity-date", attributes)
                return
            }
            narratives("activity-date", remark, attributes, in: &writer)
        }
        date(activity.isPlanned ? "1" : "2", activity.from.firstDay)
        date(activity.isPlanned ? "3" : "4", (activity.until ?? activity.from).lastDay)
    }

    static func remark(_ precision: Activity.DatePrecision) -> LocalisedText? {
        switch precision {
        case .day, .start: nil
        case .posted: LocalisedText(en: "Day of posting; the activity was on or before it.", zh: "为网页发布日期；活动不晚于该日。")
        case .month: LocalisedText(en: "Only the month is known.", zh: "仅知月份。")
        case .year: LocalisedText(en: "Only the year is known.", zh: "仅知年份。")
        case .approximate: LocalisedText(en: "About this day.", zh: "约为该日。")
        }
    }

    private func participant(_ id: Organisation.ID, role: Participation.Role, in writer: inout MarkupWriter) {
        guard let organisation = programme.organisation(id) else { return }
        let code =
            switch role {
            case .funding: "1"
            case .accountable: "2"
            case .extending: "3"
            case .implementing: "4"
            }
        narratives(
            "participating-org", organisation.name,
            [("role", code), ("type", String(organisation.type)), ("ref", organisation.identifier)], in: &writer)
    }

    private func location(_ id: Area.ID, in writer: inout MarkupWriter) {
        guard let area = areas[id] else { return }
        writer.element("location") { narratives("name", area.name, in: &$0) }
    }

    /// The areas of work by their share of the activities, which is all that is known of their weight.
    private func sectors(in writer: inout MarkupWriter) {
        let counts = programme.header.workAreas.map { area in
            (area.sector, programme.activities.filter { $0.workArea == area.id }.count)
        }
        let shares = Self.shares(counts.filter { $0.1 > 0 })
        for (sector, share) in shares {
            writer.element(
                "sector", [("vocabulary", "1"), ("code", sector), ("percentage", shares.count == 1 ? "100" : share)])
        }
    }

    /// Whole hundredths of a per cent that add up to 100: the largest remainders get what rounding down leaves.
    static func shares(_ counts: [(String, Int)]) -> [(String, String)] {
        let sum = counts.reduce(0) { $0 + $1.1 }
        guard sum > 0 else { return [] }
        var parts = counts.map { $0.1 * 10_000 / sum }
        let order = counts.indices.sorted { counts[$0].1 * 10_000 % sum > counts[$1].1 * 10_000 % sum }
        for position in order.prefix(10_000 - parts.reduce(0, +)) { parts[position] += 1 }
        return zip(counts, parts).map { count, part in
            let cents = part % 100
            let text = cents == 0 ? "\(part / 100)" : "\(part / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
            return (count.0, text)
        }
    }

    private func markers(mitigation: Int?, in writer: inout MarkupWriter) {
        writer.element("policy-marker", [("vocabulary", "1"), ("code", "2"), ("significance", "2")])
        guard let mitigation else { return }
        writer.element("policy-marker", [("vocabulary", "1"), ("code", "6"), ("significance", String(mitigation))])
    }

    private func flows(of activity: Activity.ID?, in writer: inout MarkupWriter) {
        let own = money.filter { $0.activity == activity }
        for flow in own where flow.kind == .budget && flow.until.latestDay - flow.from.firstDay.latestDay <= 365 {
            writer.element("budget", [("type", "1"), ("status", "1")]) { period(flow, in: &$0) }
        }
        let types: [MoneyFlow.Kind: String] = [.commitment: "2", .disbursement: "3", .expenditure: "4"]
        for flow in own {
            guard let type = types[flow.kind] else { continue }
            writer.element("transaction") { writer in
                writer.element("transaction-type", [("code", type)])
                writer.element("transaction-date", [("iso-date", flow.until.lastDay.description)])
                value(flow, on: flow.until.lastDay, in: &writer)
                if let note = flow.note { narratives("description", note, in: &writer) }
                party("provider-org", flow.provider, in: &writer)
                party("receiver-org", flow.receiver, in: &writer)
            }
        }
    }

    private func party(_ name: String, _ id: Organisation.ID?, in writer: inout MarkupWriter) {
        guard let organisation = id.flatMap({ programme.organisation($0) }) else { return }
        narratives(name, organisation.name, [("ref", organisation.identifier)], in: &writer)
    }

    private func document(_ activity: Activity, in writer: inout MarkupWriter) {
        guard let source = activity.source.flatMap({ sources[$0] }), let address = source.address else { return }
        writer.element("document-link", [("format", "text/html"), ("url", address)]) { writer in
            narratives("title", source.title, in: &writer)
            writer.element("category", [("code", "A12")])
            writer.element("language", [("code", "en")])
        }
    }
}

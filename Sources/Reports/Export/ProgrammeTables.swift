public import Programmes
import StatisticalData

/// What a programme did as tables other programs read.
public enum ProgrammeTables {
    /// Which table of the programme's report.
    public enum View: String, CaseIterable, Sendable {
        /// The results framework with the figures of its indicators.
        case indicators
        /// The activities in the order of their dates.
        case activities
        /// Money planned, committed and spent.
        case money
        /// Contributions to the Sustainable Development Goals with their evidence.
        case goals
        /// Risks and assumptions.
        case risks
    }

    /// A table of the programme's report.
    public static func report(
        _ view: View, of programme: Programme, deliveries: [IndicatorDelivery]
    ) -> OutputTable {
        switch view {
        case .indicators: indicators(deliveries)
        case .activities: activities(programme)
        case .money: money(programme)
        case .goals: goals(programme)
        case .risks: risks(programme)
        }
    }

    /// Organisation x area of work x year, with gaps and overlaps.
    public static func matrix(of programme: Programme) -> OutputTable {
        OutputTable(
            header: ["work_area", "year", "organisation", "led", "joined", "status", "activities"],
            rows: programme.matrix.map { cell in
                [
                    .word(cell.workArea), .number(Double(cell.year)), .word(cell.organisation?.rawValue ?? ""),
                    .number(Double(cell.led.count)), .number(Double(cell.joined.count)), .word(cell.status.rawValue),
                    .word((cell.led + cell.joined).map(\.rawValue).joined(separator: " ")),
                ]
            })
    }

    /// What is due, overdue, done or missed.
    public static func due(_ duties: [ProgrammeDuty]) -> OutputTable {
        OutputTable(
            header: ["subject", "id", "organisation", "due", "status"],
            rows: duties.map {
                [
                    .word($0.subject.rawValue), .word($0.id), .word($0.organisation?.rawValue ?? ""),
                    .word($0.due.description), .word($0.status.rawValue),
                ]
            })
    }

    private static func indicators(_ deliveries: [IndicatorDelivery]) -> OutputTable {
        OutputTable(
            header: [
                "result", "indicator", "name_en", "name_zh", "unit", "baseline", "baseline_period", "target",
                "target_period", "actual", "actual_period", "status", "share", "trust", "evidence", "sources",
            ],
            rows: deliveries.map { delivery in
                let indicator = delivery.indicator
                return [
                    .word(indicator.result), .word(indicator.id), .word(indicator.name.en), .word(indicator.name.zh),
                    .word(indicator.unit.symbol), .number(delivery.baseline?.value),
                    .word(delivery.baseline?.period.description ?? ""), .number(indicator.target),
                    .word(indicator.period.description), .number(delivery.actual?.value),
                    .word(delivery.actual?.period.description ?? ""), .word(delivery.status.rawValue),
                    .number(delivery.share), .word(delivery.trust.rawValue), .word(evidence(delivery)),
                    .word((delivery.actual?.sources ?? []).map(\.rawValue).joined(separator: " ")),
                ]
            })
    }

    /// Where the figure stands: row, value of a study, or rule of the register.
    private static func evidence(_ delivery: IndicatorDelivery) -> String {
        switch delivery.indicator.evidence {
        case .series(let key):
            delivery.actual?.place.map { "\($0.file):\($0.line ?? 0)" } ?? key.indicator.rawValue
        case .study(let study, let item, let measure, _): [study, item, measure].joined(separator: "/")
        case .register(let rule):
            ["register", rule.subject.rawValue, rule.kind?.rawValue, rule.workArea].compactMap { $0 }
                .joined(separator: "/")
        }
    }

    private static func activities(_ programme: Programme) -> OutputTable {
        let people = Dictionary(grouping: programme.attendances, by: \.activity)
        return OutputTable(
            header: [
                "activity", "kind", "title_en", "title_zh", "from", "until", "precision", "lead", "partners",
                "work_area",
                "places", "goals", "participants", "participants_qualifier", "trust", "source", "note_en", "note_zh",
            ],
            rows: programme.timeline.map { activity in
                let counts = people[activity.id] ?? []
                let partners = programme.organisations(of: activity).dropFirst()
                return [
                    .word(activity.id.rawValue), .word(activity.kind.rawValue), .word(activity.title.en),
                    .word(activity.title.zh), .word(activity.from.description),
                    .word(activity.until?.description ?? ""),
                    .word(activity.precision.rawValue), .word(activity.lead.rawValue),
                    .word(partners.map(\.rawValue).joined(separator: " ")), .word(activity.workArea),
                    .word(activity.places.map(\.rawValue).joined(separator: " ")),
                    .word(activity.goals.map(String.init).joined(separator: " ")),
                    .number(counts.isEmpty ? nil : Double(counts.reduce(0) { $0 + $1.count })),
                    .word(Set(counts.compactMap { $0.qualifier?.rawValue }).sorted().joined(separator: " ")),
                    .word(activity.trust.rawValue), .word(activity.source?.rawValue ?? ""),
                    .word(activity.note?.en ?? ""), .word(activity.note?.zh ?? ""),
                ]
            })
    }

    private static func money(_ programme: Programme) -> OutputTable {
        let kinds = MoneyFlow.Kind.allCases
        let sums = programme.moneySums.map { ($0.activity?.rawValue ?? programme.header.id, $0) }
        let totals = programme.moneyTotals.map { ("total", $0) }
        return OutputTable(
            header: ["activity", "currency"] + kinds.map(\.rawValue) + ["spent_share", "uncommitted", "basis"],
            rows: (sums + totals).map { name, sum in
                [.word(name), .word(sum.currency)] + kinds.map { .number(sum.amounts[$0]) }
                    + [
                        .number(sum.spentShare), .number(sum.uncommitted),
                        .word((sum.isIllustrative ? MoneyFlow.Basis.illustrative : .published).rawValue),
                    ]
            })
    }

    private static func goals(_ programme: Programme) -> OutputTable {
        OutputTable(
            header: [
                "goal", "declared", "activities", "indicators", "activity_ids", "indicator_ids", "trust", "sources",
            ],
            rows: programme.contributions.map { contribution in
                [
                    .number(Double(contribution.goal)), .word(contribution.isDeclared ? "yes" : "no"),
                    .number(Double(contribution.activities.count)), .number(Double(contribution.indicators.count)),
                    .word(contribution.activities.map(\.rawValue).joined(separator: " ")),
                    .word(contribution.indicators.joined(separator: " ")), .word(contribution.trust.rawValue),
                    .word(contribution.sources.map(\.rawValue).joined(separator: " ")),
                ]
            })
    }

    private static func risks(_ programme: Programme) -> OutputTable {
        OutputTable(
            header: [
                "id", "result", "kind", "text_en", "text_zh", "likelihood", "impact", "response_en", "response_zh",
            ],
            rows: programme.risks.map { risk in
                [
                    .word(risk.id), .word(risk.result), .word(risk.kind.rawValue), .word(risk.text.en),
                    .word(risk.text.zh), .word(risk.likelihood?.rawValue ?? ""), .word(risk.impact?.rawValue ?? ""),
                    .word(risk.response?.en ?? ""), .word(risk.response?.zh ?? ""),
                ]
            })
    }
}

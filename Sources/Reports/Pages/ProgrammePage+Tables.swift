import Programmes
import StatisticalData

extension ProgrammePage {
    var indicators: Section? {
        guard !report.deliveries.isEmpty else { return nil }
        let headers =
            ["indicator", "result"].map { Table.Header(wording("programme-column-" + $0)) }
            + ["baseline", "target", "actual"].map {
                Table.Header(wording("programme-column-" + $0), isNumber: true)
            } + [Table.Header(wording("programme-column-status"))]
        let rows = report.deliveries.map { delivery in
            let indicator = delivery.indicator
            let result = programme.results.first { $0.id == indicator.result }?.name[context.language]
            let note = indicator.note.map { Run(wording("parenthesis", ["text": $0[context.language]])) }
            return Table.Row([
                .runs([Run(indicator.name[context.language])] + (note.map { [$0] } ?? [])),
                .text(result ?? indicator.result), .number(figure(delivery.baseline, indicator.unit)),
                .number([target(indicator)]), .number(figure(delivery.actual, indicator.unit)),
                .text(wording("programme-status-" + delivery.status.rawValue)),
            ])
        }
        let table = Table(caption: wording("programme-indicators-heading"), headers: headers, rows: rows)
        return Section(
            "indicators", wording("programme-indicators-heading"),
            [.paragraph(wording("programme-indicators-text")), .table(table)])
    }

    private func target(_ indicator: ProgrammeIndicator) -> Run {
        guard let target = indicator.target else { return Run(wording("none")) }
        return Run(
            context.numbers.text(target, unit: indicator.unit),
            href: indicator.targetSource.map { context.links.source($0) }, mark: wording.mark(indicator.targetTrust))
    }

    /// A figure that leads to its row, its explanation, or the register.
    private func figure(_ figure: IndicatorFigure?, _ unit: UnitOfMeasure) -> [Run] {
        guard let figure else { return [Run(wording("none"))] }
        let address =
            figure.key.map { context.links.explanation($0) } ?? figure.place.map { context.links.row($0) }
            ?? context.links.page(Self.path) + "#activities"
        return [
            Run(context.numbers.text(figure.value, unit: unit), href: address, mark: wording.mark(figure.trust)),
            Run(wording("parenthesis", ["text": figure.period.description])),
        ]
    }

    var money: Section? {
        guard !programme.money.isEmpty else { return nil }
        let kinds: [MoneyFlow.Kind] = [.need, .budget, .commitment, .disbursement, .expenditure]
        let sums = programme.moneySums.map { sum in
            let title = sum.activity.flatMap { id in programme.activities.first { $0.id == id } }?.title
            return (title ?? programme.header.title, sum)
        }
        let total = LocalisedText(en: wording("programme-total"), zh: wording("programme-total"))
        let rows = (sums + programme.moneyTotals.map { (total, $0) }).map { name, sum in
            Table.Row(
                [.text(name[context.language] + wording("parenthesis", ["text": sum.currency]))]
                    + kinds.map { kind in
                        .number([
                            Run(sum.amounts[kind].map { context.numbers.number($0, unit: .one) } ?? wording("none"))
                        ])
                    })
        }
        let headers =
            [Table.Header(wording("programme-column-activity"))]
            + kinds.map { Table.Header(wording("programme-money-" + $0.rawValue), isNumber: true) }
        let isIllustrative = programme.money.contains { $0.basis == .illustrative }
        return Section(
            "money", wording("programme-money-heading"),
            (isIllustrative ? [.notice([Run(wording("programme-money-illustrative"))])] : [])
                + [.table(Table(caption: wording("programme-money-heading"), headers: headers, rows: rows))])
    }

    var risks: Section? {
        guard !programme.risks.isEmpty else { return nil }
        let headers = ["kind", "risk", "likelihood", "impact", "response"].map {
            Table.Header(wording("programme-column-" + $0))
        }
        let rows = programme.risks.map { risk in
            Table.Row([
                .text(wording("programme-" + risk.kind.rawValue)), .text(risk.text[context.language]),
                .text(risk.likelihood.map { wording("programme-grade-" + $0.rawValue) } ?? wording("none")),
                .text(risk.impact.map { wording("programme-grade-" + $0.rawValue) } ?? wording("none")),
                .text(risk.response?[context.language] ?? wording("none")),
            ])
        }
        return Section(
            "risks", wording("programme-risks-heading"),
            [.table(Table(caption: wording("programme-risks-heading"), headers: headers, rows: rows))])
    }

    /// Every activity with its date, lead, partners, source and doubts.
    var activities: Section {
        let headers = ["date", "activity", "kind", "lead", "partners"].map {
            Table.Header(wording("programme-column-" + $0))
        }
        let rows = programme.timeline.map { activity in
            let partners = programme.organisations(of: activity).dropFirst().map { name($0) }
            let end = activity.until.map { "–" + $0.description } ?? ""
            let precise: Set<Activity.DatePrecision> = [.day, .start]
            let remark =
                precise.contains(activity.precision) ? "" : wording("programme-date-" + activity.precision.rawValue)
            return Table.Row(
                [
                    .text(activity.from.description + end + remark),
                    .runs([
                        Run(
                            activity.title[context.language],
                            href: activity.source.map { context.links.source($0) }, mark: wording.mark(activity.trust)),
                        Run(activity.note.map { wording("parenthesis", ["text": $0[context.language]]) } ?? ""),
                    ]),
                    .text(wording("programme-kind-" + activity.kind.rawValue)), .text(name(activity.lead)),
                    .text(partners.isEmpty ? wording("none") : partners.joined(separator: wording("comma"))),
                ], id: activity.id.rawValue)
        }
        let table = Table(caption: wording("programme-activities-heading"), headers: headers, rows: rows)
        return Section(
            "activities", wording("programme-activities-heading"),
            [.paragraph(wording("programme-activities-text")), .table(table)])
    }

    private func name(_ id: Organisation.ID) -> String {
        guard let organisation = programme.organisation(id) else { return id.rawValue }
        return context.language == .chinese ? organisation.name.zh : organisation.acronym
    }
}

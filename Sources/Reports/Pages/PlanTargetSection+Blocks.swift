import Charts
import StatisticalData
import Studies
import TargetTracking

extension PlanTargetSection {
    /// The section of the page.
    func section() -> Section {
        let heading = [
            Run(name + " "), Run("", mark: wording.mark(verdict?.trust ?? target.trust)),
        ]
        return Section(id, heading, [.paragraph(summary), .list(facts)] + notes + course + figures)
    }

    private var summary: [Run] {
        guard latest != nil else {
            return wording.sentence(
                "plan-target-no-data", ["verdict": verdictRun, "reason": context.run(values("reason").last)])
        }
        return wording.sentence(
            "plan-target-summary",
            [
                "verdict": verdictRun, "achieved": latestRuns[0], "year": Run(latest?.key.period.description ?? ""),
                "target": targetRun,
            ]
        ) + (values("reason").last.map { [Run(" "), context.run($0)] } ?? [])
    }

    private var facts: [[Run]] {
        let rule = target.target
        let parts = [wording("nature-" + rule.nature.rawValue), wording("form-" + rule.form.rawValue)]
        var items: [[Run]] = [
            [Run(parts.joined(separator: wording("comma")))],
            [Run(wording("plan-path") + wording("colon") + wording("path-" + rule.path.rawValue))],
            [
                Run(wording("measure-base") + wording("colon")), context.run(base),
                Run(rule.baseYear.map { inYear($0) } ?? ""),
            ],
            [Run(wording("measure-target") + wording("colon")), targetRun],
            [
                Run(wording("plan-source") + wording("colon")),
                Run(
                    context.assessment.sources.first { $0.id == target.source }?.title[context.language]
                        ?? target.source.rawValue, href: context.links.source(target.source)),
                Run(" "),
                Run(
                    wording("explain-place", ["file": target.place.file, "line": "\(target.place.line ?? 0)"]),
                    href: context.links.row(target.place)),
            ],
        ]
        if let implied = values("implied-cap").last {
            items.append(
                wording.sentence(
                    "plan-two-forms",
                    ["implied": context.run(implied), "agrees": context.run(values("agrees-with-cap").last)]))
        }
        if let implied = values("implied-base").last {
            items.append([Run(wording("measure-implied-base") + wording("colon")), context.run(implied)])
        }
        return items
    }

    private var notes: [Block] {
        let remarks = index.result.notices.filter { $0.item == target.item }.map {
            Block.notice([Run(wording($0.code, $0.arguments))])
        }
        return
            (target.note.map { [Block.paragraph([Run(wording("note") + wording("colon") + $0[context.language])])] }
            ?? []) + remarks
    }

    private var course: [Block] {
        let years = values("achieved")
        guard !years.isEmpty else { return [] }
        let unit = wording.unit(target.unit)
        let earlier = detail.earlierViews.filter { !values("achieved@\($0)").isEmpty }
        let table = Table(
            caption: wording("plan-years-title", ["unit": unit]),
            headers: [Table.Header(wording("column-year"))]
                + [
                    "measure-achieved", "measure-required", "measure-progress", "measure-achieved-rate",
                    "measure-required-rate", "measure-still-needed", "measure-still-needed-linear",
                ].map { Table.Header(wording($0), isNumber: true) }
                + earlier.map { Table.Header(wording.measure("achieved@\($0)"), isNumber: true) }
                + [Table.Header(wording("measure-status"))],
            rows: years.map { row($0.key.period.ordinal, earlier: earlier) })
        return lineChart(years) + [.table(table)] + methods(years) + printed
    }

    private func row(_ year: Int, earlier: [KnownDate]) -> Table.Row {
        Table.Row(
            [
                .text(String(year)), context.cell(value("achieved", year)), context.cell(value("required", year)),
                context.cell(value("progress", year), decimals: 3),
            ]
                + ["achieved-rate", "required-rate", "still-needed", "still-needed-linear"].map {
                    context.cell(value($0, year))
                } + earlier.map { context.cell(value("achieved@\($0)", year)) }
                + [context.wordCell(value("status", year))])
    }

    private var targetMark: TargetMark? {
        guard let figure = targetPoint.value else { return nil }
        guard let upper = target.target.upper else {
            return TargetMark(label: wording("measure-target"), value: figure)
        }
        return TargetMark(label: wording("measure-target"), value: figure, lower: figure, upper: upper)
    }

    private func lineChart(_ years: [ResultValue]) -> [Block] {
        guard years.count > 1 else { return [] }
        let start = basePoint.map { [$0] } ?? []
        let path = years.compactMap { value("required", $0.key.period.ordinal) }
        let ahead = values("projected")
        guard ahead.isEmpty else { return fanChart(years, start: start, path: path, ahead: ahead) }
        let chart = LineChart(
            frame: context.frame(name, key: "l-" + id),
            series: [
                Series(name: wording("measure-achieved"), observations: start + years.map { point($0) }),
                Series(name: wording("measure-required"), observations: start + path.map { point($0) }),
            ],
            target: targetMark, valueTitle: wording.unit(target.unit), timeTitle: wording("column-year"),
            preliminaryLabel: wording("revision-preliminary"), style: context.style(decimals: 1))
        return [context.figure(chart)]
    }

    /// The course with the projection from the latest figure before the target year, and what it says.
    private func fanChart(
        _ years: [ResultValue], start: [DataPoint], path: [ResultValue], ahead: [ResultValue]
    ) -> [Block] {
        let known = (ahead.first?.key.period.ordinal ?? 0) - 1
        let chart = FanChart(
            frame: context.frame(name, key: "f-" + id),
            observed: Series(name: wording("measure-achieved"), observations: start + years.map { point($0) }),
            path: Series(
                name: wording("measure-required"), observations: path.isEmpty ? [] : start + path.map { point($0) }),
            projected: Series(
                name: wording("measure-projected"),
                observations: ahead.map { value in
                    var item = point(value)
                    (item.lower, item.upper) = (value.low, value.high)
                    return item
                }), target: targetMark, valueTitle: wording.unit(target.unit), timeTitle: wording("column-year"),
            preliminaryLabel: wording("revision-preliminary"), style: context.style(decimals: 1))
        let text = wording.sentence(
            "plan-fan-text",
            [
                "year": Run(String(known)), "target": Run(String(target.target.targetYear)),
                "anticipated": context.run(value("anticipated", known)),
                "interval": Run(ahead.last.flatMap { context.numbers.interval($0) } ?? wording("none")),
                "probability": context.run(value("meeting-probability", known), decimals: 2),
            ])
        return [context.figure(chart), .paragraph(text)]
    }

    private var printed: [Block] {
        values("printed").map { printed in
            let year = printed.key.period.ordinal
            return .paragraph(
                wording.sentence(
                    "plan-printed",
                    [
                        "year": Run(String(year)), "printed": context.run(printed),
                        "recomputed": context.run(value("recomputed", year)),
                        "agrees": context.run(value("agrees-with-printed", year)),
                    ]))
        }
    }

    /// Every figure of the ledger on this target, all vintages.
    private var figures: [Block] {
        let observations = detail.observations[position]
        guard !observations.isEmpty else { return [] }
        let rows = observations.map { observation in
            Table.Row([
                .text(observation.period.description),
                .text(wording("transformation-" + observation.series.transformation.rawValue)),
                .number([context.run(observation)]), .date(observation.knownOn.description),
                .text(wording.revision(observation.revision)), .text(wording.trust(observation.trust)),
                .runs([
                    Run(
                        context.assessment.sources.first { $0.id == observation.source }?.title[context.language]
                            ?? observation.source.rawValue, href: context.links.source(observation.source)),
                    Run(observation.note.map { " — " + $0[context.language] } ?? ""),
                ]),
            ])
        }
        let headers = [
            "column-period", "plan-kind", "column-value", "plan-known-on", "plan-revision", "column-status",
            "plan-source",
        ]
        return [
            .table(
                Table(
                    caption: wording("plan-figures-title"),
                    headers: headers.map { Table.Header(wording($0), isNumber: $0 == "column-value") }, rows: rows))
        ]
    }
}

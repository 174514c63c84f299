import Charts
import StatisticalData
import Studies
import TargetTracking

/// One target of a plan: its course, its figures with their vintages, its verdict.
struct PlanTargetSection {
    let context: PageContext
    let index: ResultIndex
    let detail: PlanLedgerDetail
    /// The position of the target in the plan.
    let position: Int

    var target: PlanTarget { detail.targets[position] }
    private var wording: Wording { context.wording }

    /// The id of the section: the item, with the area where the plan sets the target for several.
    var id: String {
        let isShared = detail.targets.contains { $0.item == target.item && $0.area != target.area }
        return isShared ? target.item + "-" + target.area.rawValue : target.item
    }

    /// The name, with the area where it is not the plan's own.
    var name: String {
        let name = target.name[context.language]
        return target.area == detail.area ? name : name + wording("parenthesis", ["text": context.area(target.area)])
    }

    func values(_ measure: String) -> [ResultValue] {
        index.series(target.item, measure, in: target.area)
    }

    func value(_ measure: String, _ year: Int) -> ResultValue? {
        index[target.item, measure, target.area, .year(year)]
    }

    var verdict: ResultValue? { values("verdict").last }
    var base: ResultValue? { values("base").first }
    var latest: ResultValue? { values("achieved").last }

    var verdictRun: Run { context.run(verdict).strong }

    /// The class by which the style sheet tells verdicts apart, beside their words.
    var verdictStyle: String {
        switch verdict?.word.flatMap({ Verdict(rawValue: $0) }) {
        case .met, .onTarget: "verdict verdict-good"
        case .belowExpectation, .metButSlipping: "verdict verdict-weak"
        case .missed, .missedAndRegressed, .regress: "verdict verdict-bad"
        case .noData, nil: "verdict verdict-none"
        }
    }

    /// The target with its sign, such as "≥ 11 %".
    var targetRun: Run {
        let found = value("target", target.target.targetYear)
        let sign: String
        switch target.target.comparison {
        case .atLeast: sign = "≥ "
        case .atMost: sign = "≤ "
        case .below: sign = "< "
        case .above: sign = "> "
        }
        let decimals = target.isRelativeToBase ? nil : max(0, target.decimals)
        let run = context.run(found, decimals: decimals)
        return Run(sign + run.text + inYear(target.target.targetYear), href: run.href, mark: run.mark)
    }

    private func inYear(_ year: Int) -> String {
        wording("parenthesis", ["text": String(year)])
    }

    var latestRuns: [Run] {
        guard let latest else { return [Run(wording("not-available"))] }
        return [context.run(latest), Run(wording("parenthesis", ["text": latest.key.period.description]))]
    }

    static func trajectoryNames(_ wording: Wording) -> TrajectoryNames {
        TrajectoryNames(
            base: wording("measure-base"), value: wording("measure-achieved"), path: wording("measure-required"),
            target: wording("measure-target"), preliminary: wording("revision-preliminary"),
            time: wording("plan-indicator"), part: wording("plan-part"))
    }

    private func isPreliminary(_ value: ResultValue) -> Bool {
        value.derivation.inputs.contains { input in
            if case .observation(let observation) = input.origin { return observation.revision == .preliminary }
            return false
        }
    }

    private func point(_ value: ResultValue) -> DataPoint {
        DataPoint(
            x: Double(value.key.period.ordinal), value: value.number, isPreliminary: isPreliminary(value),
            href: context.links.explanation(value.key))
    }

    /// The base in the form of the target: changes start from zero.
    private var basePoint: DataPoint? {
        guard let year = target.target.baseYear else { return nil }
        if target.target.form.isPercentage || target.transformation != .level {
            return target.target.form == .annualRate ? nil : DataPoint(x: Double(year), value: 0)
        }
        guard let base, let number = base.number, let unit = base.unit,
            let converted = unit.convert(number, to: target.unit)
        else { return nil }
        return DataPoint(x: Double(year), value: converted, href: context.links.explanation(base.key))
    }

    private var targetPoint: DataPoint {
        DataPoint(x: Double(target.target.targetYear), value: value("target", target.target.targetYear)?.number)
    }

    /// A small drawing of the course, for a table.
    var trajectory: String {
        TrajectoryChart(
            frame: context.frame(name, key: "t-" + id),
            base: basePoint ?? DataPoint(x: Double(target.target.targetYear - 5), value: nil),
            observations: values("achieved").map { point($0) }, target: targetPoint,
            names: Self.trajectoryNames(wording), style: context.style(decimals: 2)
        ).svg()
    }

    /// The target on a scale of its own; `nil` without base or figure.
    var bulletRow: BulletRow? {
        guard let base = basePoint?.value, let latest, let actual = latest.number, base != targetPoint.value else {
            return nil
        }
        let isWeak = (verdict?.trust ?? .official) >= .doubtful
        return BulletRow(
            label: [name, wording.unit(target.unit)].joined(separator: wording("comma"))
                + (isWeak ? " †" : ""), base: base, actual: actual,
            path: value("required", latest.key.period.ordinal)?.number, target: targetPoint.value,
            isPreliminary: isPreliminary(latest),
            style: context.style(decimals: NumberText.decimals(of: actual, unit: target.unit)),
            href: context.links.explanation(latest.key))
    }

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
            ["verdict": verdictRun, "achieved": latestRuns[0], "year": Run(latest?.key.period.description ?? ""), "target": targetRun]
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
        return (target.note.map { [Block.paragraph([Run(wording("note") + wording("colon") + $0[context.language])])] } ?? []) + remarks
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
        return lineChart(years) + [.table(table)] + printed
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
        return TargetMark(label: wording("measure-target"), value: figure)
    }

    private func lineChart(_ years: [ResultValue]) -> [Block] {
        guard years.count > 1 else { return [] }
        let start = basePoint.map { [$0] } ?? []
        let path = years.compactMap { value("required", $0.key.period.ordinal) }
        let chart = LineChart(
            frame: context.frame(name, key: "l-" + id),
            series: [
                Series(name: wording("measure-achieved"), observations: start + years.map { point($0) }),
                Series(name: wording("measure-required"), observations: start + path.map { point($0) }),
            ],
            target: targetMark, valueTitle: wording.unit(target.unit), timeTitle: wording("column-year"),
            preliminaryLabel: wording("revision-preliminary"), style: context.style(decimals: 1))
        return [context.figure(chart, trusts: years.map(\.trust) + path.map(\.trust))]
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
            "column-period", "plan-kind", "column-value", "plan-known-on", "plan-revision", "column-status", "plan-source",
        ]
        return [
            .table(
                Table(
                    caption: wording("plan-figures-title"),
                    headers: headers.map { Table.Header(wording($0), isNumber: $0 == "column-value") }, rows: rows))
        ]
    }
}

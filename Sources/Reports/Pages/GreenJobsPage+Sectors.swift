import Charts
import StatisticalData
import Studies

/// Jobs by sector: of the programmes, and on a unit of final demand.
extension GreenJobsPage {
    /// Which sectors gain and lose by each programme.
    var bySector: Section {
        let columns = detail.programmes.flatMap { row -> [(name: String, items: [String], measure: String)] in
            let measures = ["gross", "net"].filter { value(row.sectorItems.first ?? "", $0) != nil }
            return measures.map { measure in
                (
                    wording("jobs-heat-column", ["name": name(row.item), "measure": wording("measure-" + measure)]),
                    row.sectorItems, measure
                )
            }
        }
        let cells = detail.sectors.indices.map { sector in
            columns.map { column in
                let found = value(column.items[sector], column.measure)
                return HeatCell(found?.number, href: found.map { context.links.explanation($0.key) })
            }
        }
        let map = HeatMap(
            frame: context.frame(wording("jobs-heat-title")), rows: detail.sectors.map { name($0.item) },
            columns: columns.map(\.name), cells: cells, scale: .diverging(centre: 0), rowTitle: wording("jobs-sector"),
            valueTitle: wording("jobs-heat-axis"), missingLabel: wording("not-available"),
            style: context.style(decimals: 0))
        return Section(
            "by-sector", wording("jobs-heat-heading"),
            [.paragraph(wording("jobs-heat-text")), context.figure(map)])
    }

    /// Direct, indirect and induced jobs on each product.
    var sectors: Section {
        let measures = ["direct-jobs", "indirect-jobs", "induced-jobs"]
        let rows = detail.sectors.map { sector in
            let total = value(sector.item, "type2-jobs")
            return StackedRow(
                label: name(sector.item), parts: measures.map { value(sector.item, $0)?.number }, lower: total?.low,
                upper: total?.high, href: total.map { context.links.explanation($0.key) })
        }
        let chart = StackedBars(
            frame: context.frame(wording("jobs-sectors-title")), rows: rows,
            titles: StackedTitles(
                label: wording("jobs-sector"), parts: measures.map { wording("measure-" + $0) },
                total: wording("measure-type2-jobs"), lower: wording("column-low"), upper: wording("column-high"),
                axis: wording("jobs-sectors-axis")),
            style: context.style(decimals: 0))
        let table = Table(
            caption: wording("jobs-sectors-heading"),
            headers: [Table.Header(wording("jobs-sector"))]
                + ["jobs", "location-quotient", "direct-jobs", "type1-jobs", "type2-jobs"].map {
                    Table.Header(wording("measure-" + $0), isNumber: true)
                } + [Table.Header(wording("jobs-interval"), isNumber: true)],
            rows: detail.sectors.map { sector in
                let item = sector.item
                return Table.Row([
                    .text(name(item)), context.cell(value(item, "jobs"), decimals: 0),
                    context.cell(value(item, "location-quotient"), decimals: 2),
                    context.cell(value(item, "direct-jobs"), decimals: 0),
                    context.cell(value(item, "type1-jobs"), decimals: 0),
                    context.cell(value(item, "type2-jobs"), decimals: 0),
                    .number([
                        Run(value(item, "type2-jobs").flatMap { context.numbers.wholeInterval($0) } ?? wording("none"))
                    ]),
                ])
            })
        return Section(
            "sectors", wording("jobs-sectors-heading"),
            [.paragraph(wording("jobs-sectors-text")), context.figure(chart), .table(table)])
    }

    /// The five numbers of the statistical definition, each with what stands behind it.
    var environment: Section? {
        guard let item = detail.environment else { return nil }
        let numbers = [
            ("output-jobs", "jobs-output-jobs-assumption"), ("process-jobs", "jobs-process-jobs-assumption"),
            ("environmental-employment", "jobs-environmental-employment-assumption"),
            ("decent-share", "jobs-decent-share-assumption"), ("green-jobs", "jobs-green-jobs-assumption"),
        ]
        let rows = numbers.enumerated().map { position, number in
            let (measure, assumption) = number
            let found = value(item, measure)
            let isShare = measure == "decent-share"
            return Table.Row([
                .text(String(position + 1)), .text(wording("measure-" + measure)),
                .number([found.map { context.run($0, decimals: isShare ? 2 : 0) } ?? Run(wording("jobs-not-known"))]),
                .number([Run(found.flatMap { context.numbers.wholeInterval($0) } ?? wording("none"))]),
                .text(wording(assumption)),
            ])
        }
        let table = Table(
            caption: wording("jobs-five-title"),
            headers: [
                Table.Header("#", isNumber: true), Table.Header(wording("jobs-number")),
                Table.Header(wording("measure-jobs"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
                Table.Header(wording("jobs-assumption")),
            ], rows: rows)
        let notices = result.notices.filter { $0.item == item }.map { Block.notice([Run(wording($0.code))]) }
        return Section(
            "environment", wording("jobs-five-heading"),
            [.paragraph(wording("jobs-five-text")), .table(table)] + notices)
    }

    var method: Section {
        Section(
            "method", wording("method-heading"),
            [
                .paragraph(
                    wording.sentence(
                        "regional-method",
                        [
                            "low": Run(context.numbers.number(detail.deltas.first ?? 0, unit: nil, decimals: 2)),
                            "high": Run(context.numbers.number(detail.deltas.last ?? 0, unit: nil, decimals: 2)),
                            "delta": Run(context.numbers.number(detail.delta, unit: nil, decimals: 2)),
                            "lambda": context.run(value("regional-table", "size-factor"), decimals: 2),
                            "mean": context.run(value("regional-table", "output-multiplier"), decimals: 2),
                            "interval": Run(
                                value("regional-table", "output-multiplier").flatMap { context.numbers.interval($0) }
                                    ?? ""),
                        ])),
                .paragraph(
                    wording.sentence(
                        "jobs-method-households",
                        [
                            "value": Run(share(detail.spendingShare.value)),
                            "low": Run(share(detail.spendingShare.low)),
                            "high": Run(share(detail.spendingShare.high)),
                            "home": context.run(value("households", "spending-at-home"), decimals: 2),
                        ])),
            ])
    }

    private func share(_ value: Double) -> String { context.numbers.number(value, unit: nil, decimals: 2) }

    var assumptions: Section {
        Section(
            "assumptions", wording("jobs-assumptions-heading"),
            [
                .paragraph(wording("jobs-assumptions-text")),
                .list((1...7).map { [Run(wording("jobs-assumption-\($0)"))] }),
                .paragraph(wording("regional-assumptions-text")),
                .list((1...11).map { [Run(wording("regional-assumption-\($0)"))] }),
            ])
    }
}

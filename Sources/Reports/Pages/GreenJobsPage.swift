import Charts
import StatisticalData
import Studies

/// The chapter on jobs of sectors and programmes, and on environmental employment.
struct GreenJobsPage: Chapter {
    let context: PageContext
    let index: ResultIndex
    let detail: GreenJobsDetail

    var result: StudyResult { index.result }
    var wording: Wording { context.wording }
    private var home: Area.ID { result.homeArea }

    func page() -> Page {
        Page(
            path: context.path, title: result.title[context.language],
            lead: result.summary.map { [Run($0[context.language])] } ?? [],
            sections: [programmes, bySector, sectors, environment, method, assumptions].compactMap { $0 },
            downloads: Downloads.runs(of: result, context), dataKnownOn: result.dataKnownOn)
    }

    func value(_ item: String, _ measure: String) -> ResultValue? {
        index[item, measure, home, .year(detail.year)]
    }

    func name(_ item: String) -> String {
        result.items.first { $0.id == item }?.name[context.language] ?? item
    }

    /// A value with its interval in words.
    func withInterval(_ value: ResultValue?, decimals: Int? = 0) -> [Run] {
        let interval = value.flatMap { context.numbers.wholeInterval($0) }
        return [context.run(value, decimals: decimals)]
            + (interval.map { [Run(wording("parenthesis", ["text": $0]))] } ?? [])
    }

    /// The large figures, also on the first page.
    var facts: [Block] {
        let programmes = detail.programmes.map { row in
            let net = value(row.item, "net")
            return Block.Fact(
                label: name(row.item), value: [context.run(net ?? value(row.item, "gross"), decimals: 0)],
                note: [Run(wording(net == nil ? "jobs-gross-note" : "jobs-net-note"))]
                    + ((net ?? value(row.item, "gross")).flatMap { context.numbers.wholeInterval($0) }
                        .map { [Run(wording("parenthesis", ["text": $0]))] } ?? []))
        }
        let environment = detail.environment.map { item in
            let found = value(item, "green-jobs") ?? value(item, "environmental-employment")
            return Block.Fact(
                label: wording(
                    detail.isDecentShareKnown ? "measure-green-jobs" : "measure-environmental-employment"),
                value: [context.run(found, decimals: 0)],
                note: (found.flatMap { context.numbers.wholeInterval($0) }).map { [Run($0)] } ?? [])
        }
        return [
            .facts(programmes + [environment].compactMap { $0 }), .notice([Run(wording("notice-regional-estimate"))]),
        ]
    }

    // MARK: Programmes

    private var programmes: Section {
        Section(
            "programmes", wording("jobs-programmes-heading"),
            facts + [.paragraph(wording("jobs-programmes-text"))] + detail.programmes.flatMap { programme($0) })
    }

    private func programme(_ row: GreenJobsDetail.ProgrammeRow) -> [Block] {
        [.list(words(of: row)), context.figure(chart(row)), .table(table(row))]
            + result.notices.filter { $0.item == row.item }.map { Block.notice([Run(wording($0.code, $0.arguments))]) }
    }

    /// What a programme buys, what it takes the place of and who pays, in a sentence each.
    private func words(of row: GreenJobsDetail.ProgrammeRow) -> [[Run]] {
        let programme = row.programme
        func products(_ list: [String: Double]) -> String {
            detail.sectors.map(\.item).compactMap { item in
                list[item].map {
                    wording(
                        "jobs-product",
                        ["name": name(item), "share": context.numbers.text(100 * $0, unit: .percent, decimals: 0)])
                }
            }.joined(separator: wording("list-separator"))
        }
        func money(_ amount: Double) -> String {
            context.numbers.text(amount, unit: UnitOfMeasure("10^8 yuan"), decimals: 0)
        }
        var text = [
            wording(
                programme.timing == .once ? "jobs-buys-once" : "jobs-buys-yearly",
                [
                    "name": name(row.item), "money": money(programme.spending.amount),
                    "products": products(programme.spending.products),
                ])
        ]
        if let displaced = programme.displaced {
            text.append(
                wording(
                    "jobs-displaces", ["money": money(displaced.amount), "products": products(displaced.products)]))
        }
        let paid = money(programme.financing.amount ?? programme.spending.amount)
        switch programme.financing.rule {
        case .none: text.append(wording("jobs-paid-none"))
        case .budgetNeutral:
            text.append(
                wording(
                    "jobs-paid-budget", ["money": paid, "products": products(programme.financing.products ?? [:])]))
        case .priceFinanced: text.append(wording("jobs-paid-prices", ["money": paid]))
        }
        return text.map { [Run($0)] }
    }

    private func chart(_ row: GreenJobsDetail.ProgrammeRow) -> StackedBars {
        let parts = ["gross-direct", "gross-indirect", "gross-induced", "displaced", "financed", "net"]
        func bar(_ total: String, _ shown: [String]) -> StackedRow? {
            guard let found = value(row.item, total) else { return nil }
            return StackedRow(
                label: wording("measure-" + total),
                parts: parts.map { shown.contains($0) ? value(row.item, $0)?.number : 0 }, lower: found.low,
                upper: found.high, href: context.links.explanation(found.key))
        }
        let rows = [
            bar("gross", ["gross-direct", "gross-indirect", "gross-induced"]), bar("displaced", ["displaced"]),
            bar("financed", ["financed"]), bar("net", ["net"]),
        ].compactMap { $0 }
        return StackedBars(
            frame: context.frame(wording("jobs-programme-title", ["name": name(row.item)]), key: row.item), rows: rows,
            titles: StackedTitles(
                label: wording("jobs-part"), parts: parts.map { wording("measure-" + $0) },
                total: wording("jobs-total"),
                lower: wording("column-low"), upper: wording("column-high"),
                axis: wording(row.programme.timing == .once ? "jobs-axis-once" : "jobs-axis-yearly")),
            style: context.style(decimals: 0))
    }

    private func table(_ row: GreenJobsDetail.ProgrammeRow) -> Table {
        let measures = [
            "gross-direct", "gross-indirect", "gross-induced", "gross", "displaced", "financed", "net",
        ]
        return Table(
            caption: name(row.item),
            headers: [
                Table.Header(wording("jobs-part")),
                Table.Header(
                    wording(row.programme.timing == .once ? "jobs-axis-once" : "jobs-axis-yearly"), isNumber: true),
                Table.Header(wording("jobs-interval"), isNumber: true),
            ],
            rows: measures.compactMap { measure in
                guard let found = value(row.item, measure) else { return nil }
                return Table.Row([
                    .text(wording("measure-" + measure)), context.cell(found, decimals: 0),
                    .number([Run(context.numbers.wholeInterval(found) ?? wording("none"))]),
                ])
            })
    }
}

extension NumberText {
    /// The interval of a value in whole numbers; `nil` when it has none.
    func wholeInterval(_ value: ResultValue) -> String? {
        guard let low = value.low, let high = value.high, low < high else { return nil }
        return wording(
            "interval",
            [
                "low": number(low, unit: value.unit, decimals: 0), "high": number(high, unit: value.unit, decimals: 0),
            ])
    }
}

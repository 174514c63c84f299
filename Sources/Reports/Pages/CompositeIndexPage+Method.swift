import StatisticalData
import Studies

/// How the index is made: weights, steps, assumptions, remarks.
extension CompositeIndexPage {
    var method: Section {
        let rows = detail.components.map { component in
            Table.Row([
                .text(name(component)), context.cell(value(component, "weight", detail.whole)),
                context.cell(value(component, "share", detail.whole), withUnit: true),
            ])
        }
        let table = Table(
            caption: wording("index-weights-title"),
            headers: [
                Table.Header(wording("index-dimension")), Table.Header(wording("measure-weight"), isNumber: true),
                Table.Header(wording("measure-share"), isNumber: true),
            ], rows: rows)
        return Section(
            "method", wording("method-heading"),
            [.paragraph(wording("index-method-text")), .table(table), .list(assumptions)] + remarks)
    }

    private var assumptions: [[Run]] {
        let figures = detail.hasSteps ? "index-assumption-steps" : "index-assumption-scores"
        return [[Run(wording(figures))], [Run(wording("index-assumption-ranks"))]]
            + detail.assumptions.map { [Run($0[context.language])] }
    }

    /// What the computation has to tell of gaps and of what was done to figures.
    private var remarks: [Block] {
        result.notices.map { notice in
            var arguments = notice.arguments
            if let area = arguments["area"] { arguments["area"] = context.area(Area.ID(area)) }
            if let item = notice.item { arguments["item"] = name(item) }
            let text = wording(notice.code, arguments)
            guard let period = arguments["period"].flatMap({ Period($0) }) else { return .notice([Run(text)]) }
            return .notice([Run(wording("notice-line", ["item": period.description, "text": text]))])
        }
    }
}

import Programmes
import StatisticalData

extension IATIExport {
    /// The results framework: a result with the indicators that have figures or targets.
    func results(in writer: inout MarkupWriter) {
        for result in programme.results {
            let own = deliveries.filter {
                $0.indicator.result == result.id && ($0.actual != nil || $0.indicator.target != nil)
            }
            guard !own.isEmpty else { continue }
            let type =
                switch result.level {
                case .output: "1"
                case .outcome: "2"
                case .impact: "3"
                }
            writer.element("result", [("type", type), ("aggregation-status", "0")]) { writer in
                narratives("title", result.name, in: &writer)
                for delivery in own { indicator(delivery, in: &writer) }
            }
        }
    }

    private func indicator(_ delivery: IndicatorDelivery, in writer: inout MarkupWriter) {
        let indicator = delivery.indicator
        let measure = indicator.unit == .percent ? "2" : "1"
        let ascending = indicator.direction == .none ? nil : indicator.direction == .up ? "1" : "0"
        writer.element("indicator", [("measure", measure), ("ascending", ascending), ("aggregation-status", "0")]) {
            writer in
            let unit = indicator.unit == .one ? "" : " (\(indicator.unit.symbol))"
            narratives(
                "title", LocalisedText(en: indicator.name.en + unit, zh: indicator.name.zh + unit), in: &writer)
            if let note = indicator.note { narratives("description", note, in: &writer) }
            writer.element("reference", [("vocabulary", "99"), ("code", Self.code(indicator))])
            if let baseline = delivery.baseline {
                let end = baseline.period.lastDay
                writer.element(
                    "baseline",
                    [
                        ("year", String(end.year)), ("iso-date", end.description),
                        ("value", Self.plain(baseline.value)),
                    ])
            }
            writer.element("period") { writer in
                writer.element("period-start", [("iso-date", indicator.period.firstDay.description)])
                writer.element("period-end", [("iso-date", indicator.period.lastDay.description)])
                if let target = indicator.target { writer.element("target", [("value", Self.plain(target))]) }
                if let actual = delivery.actual { figure(actual, in: &writer) }
            }
        }
    }

    /// The figure, with a remark on how far it can be trusted and which period it is of.
    private func figure(_ figure: IndicatorFigure, in writer: inout MarkupWriter) {
        writer.element("actual", [("value", Self.plain(figure.value))]) { writer in
            let sources = figure.sources.prefix(5).map(\.rawValue).joined(separator: ", ")
            narratives(
                "comment",
                LocalisedText(
                    en: "Figure of \(figure.period); trust: \(figure.trust.rawValue); sources: \(sources)",
                    zh: "时期：\(figure.period)；可信度：\(figure.trust.rawValue)；来源：\(sources)"), in: &writer)
        }
    }

    /// The slug of the series, or the address of the study's value, with which the figure is found again.
    static func code(_ indicator: ProgrammeIndicator) -> String {
        switch indicator.evidence {
        case .series(let key): key.indicator.rawValue
        case .study(let study, let item, let measure, _): [study, item, measure].joined(separator: ".")
        case .register: indicator.id
        }
    }
}

import StatisticalData
import Studies
import Workbooks

extension WorkbookExport {
    private typealias Cell = WorkbookDocument.Cell

    /// What the workbook is: title, date, terms, how to cite, what the codes mean.
    var notes: WorkbookDocument.Sheet {
        let known = content.observations.map(\.knownOn).max { $0.latestDay < $1.latestDay }
        var rows: [[Cell]] = [
            [.text(wording("workbook-note-title")), name(content.title)],
            [.text(wording("workbook-note-date")), date(known)],
            [.text(wording("workbook-note-terms")), .text(wording("workbook-terms"))],
            [.text(wording("workbook-note-cite")), .text(wording("workbook-cite"))],
        ]
        for trust in Trust.allCases {
            rows.append([
                .text(trust.rawValue), .text(wording.trust(trust)), .text(wording("trust-note-" + trust.rawValue)),
            ])
        }
        for revision in Revision.allCases {
            rows.append([.text(revision.rawValue), .text(wording.revision(revision))])
        }
        for transformation in Transformation.allCases {
            rows.append([
                .text(transformation.rawValue), .text(wording("transformation-" + transformation.rawValue)),
            ])
        }
        return sheet("workbook-notes", ["workbook-subject", "workbook-text", "workbook-remark"], rows)
    }

    /// The figures, with the headers an import knows.
    var observationSheet: WorkbookDocument.Sheet {
        sheet(
            "workbook-observations",
            [
                "workbook-indicator", "workbook-indicator-name", "workbook-area", "workbook-area-name",
                "workbook-period",
                "workbook-transformation", "workbook-value", "workbook-unit", "workbook-qualifier", "workbook-known",
                "workbook-revision", "workbook-trust", "workbook-source", "workbook-note", "workbook-note-zh",
            ],
            content.observations.map { observation in
                let series = observation.series
                let value = observation.value.map { Cell.number($0, decimals: observation.decimals) } ?? .empty
                return [
                    .text(series.indicator.rawValue), indicators[series.indicator].map { name($0.name) } ?? .empty,
                    .text(series.area.rawValue), content.areas[series.area].map { name($0.name) } ?? .empty,
                    period(observation.period), .text(series.transformation.rawValue), value,
                    .text(observation.unit.symbol), .word(observation.qualifier?.rawValue), date(observation.knownOn),
                    .text(observation.revision.rawValue), .text(observation.trust.rawValue),
                    .text(observation.source.rawValue), .word(observation.note?.en), .word(observation.note?.zh),
                ]
            })
    }

    /// The series of the chart and the chart over it.
    func chartSheet(_ charted: ChartedSeries) -> WorkbookDocument.Sheet {
        let key = charted.key
        let language = wording.language
        let indicator = indicators[key.indicator]?.name[language] ?? key.indicator.rawValue
        let area = content.areas[key.area]?.name[language] ?? key.area.rawValue
        let transformation =
            key.transformation == .level ? nil : wording("transformation-" + key.transformation.rawValue)
        let title = wording(
            "workbook-chart-title",
            ["indicator": [indicator, transformation].compactMap { $0 }.joined(separator: ", "), "area": area])
        let chart = WorkbookDocument.Chart(title: title, categories: 0, values: 1, unit: wording.unit(charted.unit))
        return sheet(
            "workbook-chart",
            ["workbook-period", "workbook-value", "workbook-unit", "workbook-known", "workbook-source"],
            charted.points.map { point in
                guard let observation = point.observation else { return [period(point.period)] }
                return [
                    period(point.period), observation.value(in: charted.unit).map { .number($0) } ?? .empty,
                    .text(charted.unit.symbol), date(observation.knownOn), .text(observation.source.rawValue),
                ]
            }, chart: chart)
    }

    /// The indicators.
    var indicatorSheet: WorkbookDocument.Sheet {
        sheet(
            "workbook-indicators",
            [
                "workbook-identifier", "workbook-name-en", "workbook-name-zh", "workbook-unit", "workbook-direction",
                "workbook-goals",
            ],
            content.indicators.map { indicator in
                [
                    .text(indicator.id.rawValue), .text(indicator.name.en), .text(indicator.name.zh),
                    .text(indicator.unit.symbol), .text(indicator.direction.rawValue),
                    .word(indicator.goals.map { String($0) }.joined(separator: " ")),
                ]
            })
    }

    /// The areas.
    var areaSheet: WorkbookDocument.Sheet {
        sheet(
            "workbook-areas",
            [
                "workbook-identifier", "workbook-parent", "workbook-level", "workbook-name-en", "workbook-name-zh",
                "workbook-gb2260", "workbook-iso",
            ],
            content.areas.areas.map { area in
                [
                    .text(area.id.rawValue), .word(area.parent?.rawValue), .text(area.level), .text(area.name.en),
                    .text(area.name.zh), .word(area.gb2260), .word(area.iso3166),
                ]
            })
    }

    /// The sources with their terms.
    var sourceSheet: WorkbookDocument.Sheet {
        sheet(
            "workbook-sources",
            [
                "workbook-identifier", "workbook-publisher", "workbook-source-title", "workbook-address",
                "workbook-licence",
                "workbook-published", "workbook-retrieved", "workbook-trust", "workbook-remark",
            ],
            content.sources.map { source in
                [
                    .text(source.id.rawValue), name(source.publisher), name(source.title), .word(source.address),
                    name(source.licence), date(source.published), date(source.retrieved), .text(source.trust.rawValue),
                    source.note.map { name($0) } ?? .empty,
                ]
            })
    }

    /// The results of the studies.
    var resultSheet: WorkbookDocument.Sheet {
        let rows = content.results.flatMap { result in
            let names = Dictionary(result.items.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            return result.values.map { value -> [Cell] in
                [
                    .text(value.key.study), name(result.title), .text(value.key.item),
                    names[value.key.item].map { name($0) } ?? .empty, .text(value.key.measure),
                    .text(wording.measure(value.key.measure)), .text(value.key.area.rawValue),
                    content.areas[value.key.area].map { name($0.name) } ?? .empty, period(value.key.period),
                    value.number.map { .number($0) } ?? .empty, value.low.map { .number($0) } ?? .empty,
                    value.high.map { .number($0) } ?? .empty, .word(value.word.map { wording.finding($0) }),
                    .word(value.unit?.symbol), .text(value.trust.rawValue), .word(value.derivation.expression),
                    .word(value.sources.map(\.rawValue).joined(separator: " ")),
                ]
            }
        }
        return sheet(
            "workbook-results",
            [
                "workbook-study", "workbook-study-title", "workbook-item", "workbook-item-name", "workbook-measure",
                "workbook-measure-name", "workbook-area", "workbook-area-name", "workbook-period", "workbook-value",
                "workbook-low", "workbook-high", "workbook-word", "workbook-unit", "workbook-trust", "workbook-formula",
                "workbook-sources",
            ], rows)
    }
}

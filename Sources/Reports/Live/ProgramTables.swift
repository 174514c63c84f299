public import StatisticalData
import Studies

/// What programs ask of a workspace, as tables: registries, sources, studies, figures.
public enum ProgramTables {
    /// The indicators that have figures.
    public static func indicators(_ assessment: Assessment, series: [SeriesKey]) -> OutputTable {
        let there = Set(series.map(\.indicator))
        return OutputTable(
            header: ["id", "name_en", "name_zh", "unit", "direction"],
            rows: assessment.indicators.values.filter { there.contains($0.id) }.sorted { $0.id < $1.id }.map {
                [
                    .word($0.id.rawValue), .word($0.name.en), .word($0.name.zh), .word($0.unit.symbol),
                    .word($0.direction.rawValue),
                ]
            })
    }

    /// The areas.
    public static func areas(_ assessment: Assessment) -> OutputTable {
        OutputTable(
            header: ["id", "parent", "level", "name_en", "name_zh"],
            rows: assessment.areas.areas.map {
                [
                    .word($0.id.rawValue), .word($0.parent?.rawValue ?? ""), .word($0.level), .word($0.name.en),
                    .word($0.name.zh),
                ]
            })
    }

    /// The sources.
    public static func sources(_ assessment: Assessment) -> OutputTable {
        OutputTable(
            header: [
                "id", "publisher_en", "publisher_zh", "title_en", "title_zh", "address", "licence_en", "published",
                "trust", "observations",
            ],
            rows: assessment.sources.map {
                [
                    .word($0.id.rawValue), .word($0.publisher.en), .word($0.publisher.zh), .word($0.title.en),
                    .word($0.title.zh), .word($0.address ?? ""), .word($0.licence.en),
                    .word($0.published?.description ?? ""), .word($0.trust.rawValue),
                    .number(Double(assessment.observationCounts[$0.id] ?? 0)),
                ]
            })
    }

    /// The studies, with where their results are.
    public static func studies(_ assessment: Assessment) -> OutputTable {
        OutputTable(
            header: ["id", "title_en", "title_zh", "values", "json", "csv"],
            rows: assessment.results.map { index in
                let result = index.result
                return [
                    .word(result.study), .word(result.title.en), .word(result.title.zh),
                    .number(Double(result.values.count)), .word("/" + Downloads.jsonPath(result.study)),
                    .word("/" + Downloads.csvPath(result.study)),
                ]
            })
    }

    /// Figures.
    public static func observations(_ observations: [Observation]) -> OutputTable {
        OutputTable(
            header: [
                "indicator", "transformation", "area", "period", "value", "unit", "qualifier", "known_on", "revision",
                "trust", "source", "file", "line",
            ],
            rows: observations.map { observation in
                [
                    .word(observation.series.indicator.rawValue), .word(observation.series.transformation.rawValue),
                    .word(observation.series.area.rawValue), .word(observation.period.description),
                    .number(observation.value), .word(observation.unit.symbol),
                    .word(observation.qualifier?.rawValue ?? ""), .word(observation.knownOn.description),
                    .word(observation.revision.rawValue), .word(observation.trust.rawValue),
                    .word(observation.source.rawValue), .word(observation.place.file),
                    .number(observation.place.line.map { Double($0) }),
                ]
            })
    }
}

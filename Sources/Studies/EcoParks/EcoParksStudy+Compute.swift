import StatisticalData
import TableFormats
import TargetTracking

extension EcoParksStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = EcoParksComputation(study: study.id, inputs: inputs)
        try computation.run()
        let builder = computation.builder
        let groups = computation.groups
        return StudyResult(
            study: study.id, kind: .ecoParks, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: [ResultItem(id: EcoParksComputation.whole, name: title)]
                + groups.map { ResultItem(id: $0.item, name: computation.name(of: $0)) }
                + ThresholdFramework.Kind.allCases.map { kind in
                    ResultItem(
                        id: EcoParksComputation.group("all", kind),
                        name: EcoParksComputation.name(LocalisedText(en: "All categories", zh: "全部类别"), kind))
                }
                + (goal.map { [ResultItem(id: EcoParksComputation.goal, name: $0.name)] } ?? [])
                + inputs.rows.map { ResultItem(id: $0.indicator.id, name: $0.name) },
            values: builder.values, notices: builder.notices,
            detail: .ecoParks(
                EcoParksDetail(
                    whole: EcoParksComputation.whole,
                    lines: inputs.rows.map { row in
                        .init(
                            item: row.indicator.id,
                            group: EcoParksComputation.group(row.indicator.category, row.indicator.kind),
                            kind: row.indicator.kind, rule: row.rule, note: row.note)
                    }, groups: groups, parks: computation.parks, period: period, hasIntended: inputs.hasIntended,
                    goal: goal,
                    isIllustrative: illustrative == true)))
    }
}

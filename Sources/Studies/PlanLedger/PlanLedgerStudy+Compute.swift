import StatisticalData

extension PlanLedgerStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = PlanLedgerComputation(study: study.id, definition: self, inputs: inputs)
        for target in inputs.targets { computation.add(target) }
        computation.compareForms()
        computation.addCounts()
        let builder = computation.builder
        let observations = inputs.targets.map { target in
            inputs.series.filter { $0.key.indicator == target.series && $0.key.area == target.area }
                .flatMap(\.observations).sorted { ($0.period, $0.knownOn) < ($1.period, $1.knownOn) }
        }
        return StudyResult(
            study: study.id, kind: .planLedger, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: inputs.targets.map { ResultItem(id: $0.item, name: $0.name) }, values: builder.values,
            notices: builder.notices,
            detail: .planLedger(
                PlanLedgerDetail(
                    targets: inputs.targets, observations: observations, earlierViews: earlierViews ?? [],
                    area: computation.area, period: computation.period)))
    }
}

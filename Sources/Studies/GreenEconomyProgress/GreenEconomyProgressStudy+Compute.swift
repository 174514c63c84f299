import StatisticalData
import TargetTracking

extension GreenEconomyProgressStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = try GreenEconomyProgressComputation(study: study.id, inputs: inputs)
        computation.run()
        let builder = computation.builder
        return StudyResult(
            study: study.id, kind: .greenEconomyProgress, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: [ResultItem(id: GreenEconomyProgressComputation.index, name: title)]
                + inputs.file.rows.map { ResultItem(id: $0.id, name: $0.name) },
            values: builder.values, notices: builder.notices,
            detail: .greenEconomyProgress(
                GreenEconomyProgressDetail(
                    index: GreenEconomyProgressComputation.index,
                    indicators: inputs.file.rows.map { row in
                        .init(
                            item: row.id, isDashboard: row.part == .dashboard, plan: inputs.linked.targets[row.id],
                            note: row.note)
                    }, year: year, isOfficialFormula: computation.result.isOfficialFormula)))
    }
}

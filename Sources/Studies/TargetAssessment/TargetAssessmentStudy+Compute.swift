import StatisticalData

extension TargetAssessmentStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = TargetAssessmentComputation(study: study.id, inputs: inputs)
        computation.run()
        let builder = computation.builder
        let file = inputs.file
        func item(_ kind: AssessmentFile.Kind) -> String { file.rows(of: kind).first?.id ?? kind.rawValue }
        let groups = file.rows(of: .group).map { group in
            TargetAssessmentDetail.Group(
                item: group.id,
                targets: file.targets(of: group.id).map { row in
                    .init(item: row.id, isBinding: row.isBinding, plan: inputs.linked.targets[row.id])
                })
        }
        return StudyResult(
            study: study.id, kind: .targetAssessment, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: [ResultItem(id: TargetAssessmentComputation.whole, name: title)]
                + file.rows.map { ResultItem(id: $0.id, name: $0.name) },
            values: builder.values, notices: builder.notices,
            detail: .targetAssessment(
                TargetAssessmentDetail(
                    whole: TargetAssessmentComputation.whole, groups: groups, annual: item(.annual),
                    satisfaction: item(.satisfaction), incidents: item(.incidents),
                    rules: inputs.rules.rows.map { row in
                        .init(name: row.name, value: row.value, trust: row.trust, note: row.note, place: row.place)
                    }, years: inputs.years, period: computation.period)))
    }
}

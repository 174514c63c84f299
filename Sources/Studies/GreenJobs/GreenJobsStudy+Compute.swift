import StatisticalData

extension GreenJobsStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = try GreenJobsComputation(study: study.id, inputs: inputs)
        computation.run()
        let builder = computation.steps.builder
        return StudyResult(
            study: study.id, kind: .greenJobs, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn, items: items(inputs.data), values: builder.values,
            notices: builder.notices, detail: .greenJobs(detail(inputs.data)))
    }

    private func items(_ data: RegionalTableData) -> [ResultItem] {
        let own = ordered.map { ResultItem(id: $0.id, name: $0.programme.name) }
        let bySector = ordered.flatMap { id, programme in
            data.sectors.map { sector in
                ResultItem(
                    id: GreenJobsComputation.item(id, sector.id),
                    name: LocalisedText(
                        en: programme.name.en + ": " + sector.name.en, zh: programme.name.zh + "：" + sector.name.zh))
            }
        }
        return own + RegionalTableSteps.items(data) + bySector
            + (environment == nil
                ? []
                : [
                    ResultItem(
                        id: GreenJobsComputation.environment,
                        name: LocalisedText(en: "Environmental employment", zh: "环境领域就业"))
                ])
    }

    private func detail(_ data: RegionalTableData) -> GreenJobsDetail {
        GreenJobsDetail(
            year: table.year,
            sectors: data.sectors.map { GreenJobsDetail.Sector(item: $0.id, group: $0.group) },
            programmes: ordered.map { id, programme in
                GreenJobsDetail.ProgrammeRow(
                    item: id, programme: programme,
                    sectorItems: data.ids.map { GreenJobsComputation.item(id, $0) })
            },
            environment: environment == nil ? nil : GreenJobsComputation.environment,
            isDecentShareKnown: environment?.decent != nil, deltas: table.deltas,
            delta: table.deltas[table.middle], spendingShare: spendingShare)
    }
}

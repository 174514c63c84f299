import StatisticalData

extension EmbodiedTradeStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var computation = try EmbodiedTradeComputation(study: study.id, inputs: inputs)
        computation.run()
        let builder = computation.steps.builder
        let data = inputs.data
        return StudyResult(
            study: study.id, kind: .embodiedTrade, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: computation.uses.map { ResultItem(id: $0, name: Self.name($0)) }
                + [
                    ResultItem(
                        id: EmbodiedTradeComputation.all, name: LocalisedText(en: "All uses", zh: "全部用途")),
                    ResultItem(
                        id: EmbodiedTradeComputation.trade,
                        name: LocalisedText(en: "What leaves the region", zh: "流出本区域的产品")),
                ] + RegionalTableSteps.items(data)
                + computation.groups.map { ResultItem(id: $0.item, name: $0.name) },
            values: builder.values, notices: builder.notices,
            detail: .embodiedTrade(
                EmbodiedTradeDetail(
                    year: table.year, sectors: data.ids, groups: computation.groups.map(\.item),
                    uses: computation.uses, short: computation.short, deltas: table.deltas,
                    delta: table.deltas[table.middle], abroad: abroad)))
    }

    private static func name(_ use: String) -> LocalisedText {
        switch use {
        case EmbodiedTradeComputation.rest: LocalisedText(en: "Rest of the nation", zh: "国内其他地区")
        case EmbodiedTradeComputation.abroad: LocalisedText(en: "Abroad", zh: "境外")
        case EmbodiedTradeComputation.shortfall: LocalisedText(en: "Shortfall (negative)", zh: "缺口（负值）")
        case "consumption": LocalisedText(en: "Consumption in the region", zh: "本区域消费")
        case "fixed_capital": LocalisedText(en: "Fixed capital in the region", zh: "本区域固定资本形成")
        case "inventories": LocalisedText(en: "Inventories in the region", zh: "本区域存货变动")
        default: LocalisedText(en: use, zh: use)
        }
    }
}

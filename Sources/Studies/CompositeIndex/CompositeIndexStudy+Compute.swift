import CompositeIndicators
import StatisticalData

extension CompositeIndexStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var collector = FaultCollector()
        guard let tree = inputs.framework.framework(framework, into: &collector) else {
            throw Faults(collector.faults)
        }
        var computation = CompositeIndexComputation(study: study.id, definition: self, inputs: inputs, tree: tree)
        computation.run()
        let builder = computation.builder
        let rows = inputs.framework.rows
        let shown = [tree.root] + computation.components
        let items =
            shown.compactMap { id in rows.first { $0.id == id }.map { ResultItem(id: id, name: $0.name) } }
            + (beside ?? []).map { id in
                ResultItem(
                    id: id.rawValue, name: inputs.names[id.rawValue] ?? LocalisedText(en: id.rawValue, zh: id.rawValue))
            }
        return StudyResult(
            study: study.id, kind: .compositeIndex, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn, items: items, values: builder.values,
            notices: builder.notices,
            detail: .compositeIndex(
                CompositeIndexDetail(
                    index: tree.root, components: computation.components, beside: (beside ?? []).map(\.rawValue),
                    areas: inputs.areas, whole: areas.parent, leader: computation.leader, period: period,
                    tolerance: compare?.tolerance)))
    }
}

import CompositeIndicators
import StatisticalData

extension CompositeIndexStudy {
    func compute(study: Study, inputs: Inputs) throws -> StudyResult {
        var collector = FaultCollector()
        guard let tree = inputs.framework.framework(framework, into: &collector) else {
            throw Faults(collector.faults)
        }
        var computation: CompositeIndexComputation
        do {
            computation = try CompositeIndexComputation(study: study, definition: self, inputs: inputs, tree: tree)
            try computation.run()
        } catch {
            let faults = IndexFaults.faults(error, at: study.place(of: rules == nil ? "steps" : "rules"))
            if faults.isEmpty { throw error }
            throw Faults(faults)
        }
        let data = computation.data
        let scored = [tree.root] + data.aggregates + data.indicators
        let shown = scored + tree.elements.map(\.id).filter { !scored.contains($0) }
        let builder = computation.builder
        return StudyResult(
            study: study.id, kind: .compositeIndex, title: title, summary: summary, homeArea: inputs.homeArea,
            asKnownOn: asKnownOn, dataKnownOn: builder.dataKnownOn,
            items: items(shown, inputs) + computation.furtherItems, values: builder.values, notices: builder.notices,
            detail: .compositeIndex(detail(computation, inputs)))
    }

    private func items(_ elements: [String], _ inputs: Inputs) -> [ResultItem] {
        let rows = inputs.framework.rows
        return elements.compactMap { id in rows.first { $0.id == id }.map { ResultItem(id: id, name: $0.name) } }
            + (beside ?? []).map { id in
                ResultItem(
                    id: id.rawValue, name: inputs.names[id.rawValue] ?? LocalisedText(en: id.rawValue, zh: id.rawValue))
            }
    }

    private func detail(_ computation: CompositeIndexComputation, _ inputs: Inputs) -> CompositeIndexDetail {
        let data = computation.data
        let components = computation.tree.parts(of: computation.tree.root)
        return CompositeIndexDetail(
            index: computation.tree.root, components: components,
            indicators: data.indicators == components ? [] : data.indicators,
            aggregates: data.aggregates,
            tree: computation.tree.elements.map { CompositeIndexDetail.Node(item: $0.id, parent: $0.parent) },
            pairs: computation.pairs, beside: (beside ?? []).map(\.rawValue), areas: inputs.areas.map(\.id),
            whole: areas.parent, leader: computation.leader, period: period, tolerance: compare?.tolerance,
            assumptions: assumptions ?? [], hasSteps: rules != nil || !(steps ?? .none).leavesFigures,
            uncertainty: uncertainty.map {
                CompositeIndexDetail.Uncertainty(
                    choices: computation.choiceItems, runs: $0.runs, seed: $0.seed, top: $0.first,
                    rows: $0.sensitivity)
            }, lift: computation.lift,
            panel: panel.map {
                CompositeIndexDetail.Panel(
                    periods: $0.periods.sorted(), isPooled: $0.scale == .pooled, from: $0.change?.from,
                    to: $0.change?.to)
            })
    }
}

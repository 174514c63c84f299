public import StatisticalData
public import Studies

extension OpenWorkspace {
    /// Explains a value of a study.
    ///
    /// - Parameters:
    ///   - measure: when `nil`, the first measure the item has there.
    /// - Throws: a `Fault` that lists what there is when nothing fits.
    public func explain(
        study id: String, item: String, measure: String?, area: Area.ID, period: Period
    ) throws -> Explanation {
        let study = try workspace.study(id)
        let index = ResultIndex(try result(of: study))
        let matching = index.result.values.filter {
            $0.key.item == item && $0.key.area == area && $0.key.period == period
        }
        let chosen = measure.map { wanted in matching.first { $0.key.measure == wanted } } ?? matching.first
        if let chosen, let explanation = Explanation(chosen.key, in: index) { return explanation }
        throw nothing(item: item, measure: measure, area: area, period: period, in: index, place: study.place)
    }

    /// What there is, narrowed step by step until the part that does not fit.
    private func nothing(
        item: String, measure: String?, area: Area.ID, period: Period, in index: ResultIndex,
        place: Place
    ) -> Fault {
        let values = index.result.values.map(\.key)
        func fault(_ part: String, _ found: String, _ known: Set<String>) -> Fault {
            let nearest = Suggestion.nearest(to: found, among: known.sorted()) ?? "-"
            return .noSuchValue(
                [
                    "part": part, "found": found, "nearest": nearest,
                    "expected": known.sorted().prefix(40).joined(separator: ", "),
                ], at: place)
        }
        let items = values.filter { $0.item == item }
        guard !items.isEmpty else { return fault("item", item, Set(values.map(\.item))) }
        let areas = items.filter { $0.area == area }
        guard !areas.isEmpty else { return fault("area", area.rawValue, Set(items.map(\.area.rawValue))) }
        let measures = measure.map { wanted in areas.filter { $0.measure == wanted } } ?? areas
        guard !measures.isEmpty else { return fault("measure", measure ?? "", Set(areas.map(\.measure))) }
        return fault("period", period.description, Set(measures.map(\.period.description)))
    }
}

import CompositeIndicators
import StatisticalData

/// The observed figures of a study as the tables of a composite indicator: the tree is cut at the observed elements,
/// which become its indicators.
struct IndexData {
    /// The observed elements, in the order of the framework.
    let indicators: [String]
    /// The aggregates between them and the index.
    let aggregates: [String]
    /// The figures, a row an area.
    let matrix: IndicatorMatrix
    /// The denominators, a row an area.
    let denominators: IndicatorMatrix
    /// A row an indicator, aggregate and denominator.
    let metadata: [IndicatorMetadata]
    /// What areas can be grouped by.
    let groups: [String: [String?]]

    init(_ study: CompositeIndexStudy, _ inputs: CompositeIndexStudy.Inputs, tree: Framework) {
        let observed = study.observed
        let elements = tree.elements.map(\.id)
        let scored = study.scoredElements
        let indicators = elements.filter { scored.contains($0) }
        var above: Set<String> = []
        for indicator in indicators { above.formUnion(Self.ancestors(of: indicator, in: tree)) }
        self.indicators = indicators
        aggregates = elements.filter { above.contains($0) && $0 != tree.root }
        let units = inputs.areas.map(\.id.rawValue)
        let reader = FigureReader(study: study, inputs: inputs)
        matrix = IndicatorMatrix(
            units: units, codes: indicators,
            columns: indicators.map { element in units.map { reader.figure(observed[element], in: $0) } })
        let divided = (study.steps?.denominators ?? [:]).sorted { $0.key < $1.key }
        denominators = IndicatorMatrix(
            units: units, codes: divided.map { Self.denominator(of: $0.key) },
            columns: divided.map { pair in units.map { reader.figure(pair.value, in: $0) } })
        let rows = Dictionary(inputs.framework.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let tested = Set(divided.map(\.key))
        let inside = elements.filter { above.contains($0) || scored.contains($0) }
        metadata =
            inside.map { element in
                let isIndicator = scored.contains(element)
                return IndicatorMetadata(
                    code: element, level: isIndicator ? 1 : nil, parent: tree.parent(of: element),
                    direction: isIndicator && rows[element]?.direction == .down ? -1 : 1,
                    weight: tree.weight(of: element), kind: isIndicator ? .indicator : .aggregate,
                    denominator: tested.contains(element) ? Self.denominator(of: element) : nil)
            }
            + divided.map {
                IndicatorMetadata(
                    code: Self.denominator(of: $0.key), level: nil, parent: nil, kind: .denominator)
            }
        groups = CompositeIndexStudy.groups(inputs.areas)
    }

    /// The column of an element's denominator.
    static func denominator(of element: String) -> String { "denominator of " + element }

    private static func ancestors(of element: String, in tree: Framework) -> [String] {
        var result: [String] = []
        var current = element
        while let parent = tree.parent(of: current) {
            result.append(parent)
            current = parent
        }
        return result
    }

    /// Half a unit of the last place printed of every figure; missing where it is not known.
    func halfWidths(of inputs: CompositeIndexStudy.Inputs, _ study: CompositeIndexStudy) -> IndicatorMatrix {
        let reader = FigureReader(study: study, inputs: inputs)
        return IndicatorMatrix(
            units: matrix.units, codes: indicators,
            columns: indicators.map { element in
                matrix.units.map { reader.halfWidth(study.observed[element], in: $0) }
            })
    }

    /// The same data with every figure at an end of the interval that rounding leaves open.
    func end(_ sign: Double, of inputs: CompositeIndexStudy.Inputs, _ study: CompositeIndexStudy) -> IndicatorMatrix {
        let reader = FigureReader(study: study, inputs: inputs)
        return IndicatorMatrix(
            units: matrix.units, codes: indicators,
            columns: indicators.map { element in
                matrix.units.map { reader.figure(study.observed[element], in: $0, sign: sign) }
            })
    }
}

/// Reads figures in the unit of their indicator.
private struct FigureReader {
    let study: CompositeIndexStudy
    let inputs: CompositeIndexStudy.Inputs

    func halfWidth(_ indicator: Indicator.ID?, in area: String) -> Double? {
        guard let indicator, let observation = inputs.observations[indicator.rawValue]?[area] else { return nil }
        return observation.roundingError(in: study.figureUnit(of: indicator, inputs))
    }

    func figure(_ indicator: Indicator.ID?, in area: String, sign: Double = 0) -> Double? {
        guard let indicator, let observation = inputs.observations[indicator.rawValue]?[area] else { return nil }
        let unit = study.figureUnit(of: indicator, inputs)
        guard let value = observation.value(in: unit) else { return nil }
        return value + sign * (observation.roundingError(in: unit) ?? 0)
    }
}

extension CompositeIndexStudy {
    /// The unit a figure is read in: its own, or that of the first score where figures are scores already.
    func figureUnit(of indicator: Indicator.ID, _ inputs: Inputs) -> UnitOfMeasure {
        let own = inputs.units[indicator.rawValue] ?? .one
        guard (steps ?? .none).normalisation == "none", rules == nil, observed.values.contains(indicator) else {
            return own
        }
        return inputs.firstUnit ?? own
    }
}

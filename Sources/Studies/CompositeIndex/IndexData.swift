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

    private let reader: FigureReader

    /// The figures of a period of the study, by position.
    init(_ study: CompositeIndexStudy, _ inputs: CompositeIndexStudy.Inputs, tree: Framework, at position: Int = 0) {
        let observed = study.observed
        let elements = tree.elements.map(\.id)
        let scored = study.scoredElements
        let indicators = elements.filter { scored.contains($0) }
        let above = Self.above(indicators, in: tree)
        self.indicators = indicators
        aggregates = elements.filter { above.contains($0) && $0 != tree.root }
        let units = inputs.areas.map(\.id.rawValue)
        let reader = FigureReader(study: study, inputs: inputs, observations: inputs.observations(at: position))
        self.reader = reader
        matrix = IndicatorMatrix(
            units: units, codes: indicators,
            columns: indicators.map { element in units.map { reader.figure(observed[element], in: $0) } })
        let divided = (study.steps?.denominators ?? [:]).sorted { $0.key < $1.key }
        denominators = IndicatorMatrix(
            units: units, codes: divided.map { Self.denominator(of: $0.key) },
            columns: divided.map { pair in units.map { reader.figure(pair.value, in: $0) } })
        metadata = Self.metadata(study, inputs.framework.rows, tree: tree)
        groups = CompositeIndexStudy.groups(inputs.areas)
    }

    /// A row an observed element, an aggregate above it, and a denominator.
    static func metadata(
        _ study: CompositeIndexStudy, _ rows: [FrameworkFile.Row], tree: Framework
    ) -> [IndicatorMetadata] {
        let elements = tree.elements.map(\.id)
        let scored = study.scoredElements
        let above = above(elements.filter { scored.contains($0) }, in: tree)
        let divided = (study.steps?.denominators ?? [:]).sorted { $0.key < $1.key }
        let byElement = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let tested = Set(divided.map(\.key))
        let inside = elements.filter { above.contains($0) || scored.contains($0) }
        return inside.map { element in
            let isIndicator = scored.contains(element)
            return IndicatorMetadata(
                code: element, level: isIndicator ? 1 : nil, parent: tree.parent(of: element),
                direction: isIndicator && byElement[element]?.direction == .down ? -1 : 1,
                weight: tree.weight(of: element), kind: isIndicator ? .indicator : .aggregate,
                denominator: tested.contains(element) ? Self.denominator(of: element) : nil,
                parameters: study.steps?.goalposts?[element]?.parameters ?? [:])
        }
            + divided.map {
                IndicatorMetadata(
                    code: Self.denominator(of: $0.key), level: nil, parent: nil, kind: .denominator)
            }
    }

    /// The elements above those observed.
    private static func above(_ indicators: [String], in tree: Framework) -> Set<String> {
        indicators.reduce(into: []) { $0.formUnion(ancestors(of: $1, in: tree)) }
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
    func halfWidths(of study: CompositeIndexStudy) -> IndicatorMatrix {
        IndicatorMatrix(
            units: matrix.units, codes: indicators,
            columns: indicators.map { element in
                matrix.units.map { reader.halfWidth(study.observed[element], in: $0) }
            })
    }

    /// The same data with every figure at an end of the interval that rounding leaves open.
    func end(_ sign: Double, of study: CompositeIndexStudy) -> IndicatorMatrix {
        IndicatorMatrix(
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
    let observations: [String: [String: Observation]]

    func halfWidth(_ indicator: Indicator.ID?, in area: String) -> Double? {
        guard let indicator, let observation = observations[indicator.rawValue]?[area] else { return nil }
        return observation.roundingError(in: study.figureUnit(of: indicator, inputs))
    }

    func figure(_ indicator: Indicator.ID?, in area: String, sign: Double = 0) -> Double? {
        guard let indicator, let observation = observations[indicator.rawValue]?[area] else { return nil }
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

/// A map of zones and what lies on them, with a key and a scale bar.
///
/// A degree of longitude is drawn cos φ times a degree of latitude, φ the middle of the map, at which the scale bar holds.
public struct ZoneMap: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The kinds of shapes, in the order of the key; shapes are drawn in this order.
    public var kinds: [MapKind]
    /// The shapes.
    public var shapes: [MapShape]
    /// A sentence printed over the map, such as that its shapes are invented; empty for none.
    public var caution: String
    /// What shapes are; heading of the table's first column.
    public var nameTitle: String
    /// What kinds are.
    public var kindTitle: String
    /// What the values are, with their unit.
    public var valueTitle: String
    /// The unit of the scale bar, kilometres in the language.
    public var scaleUnit: String
    /// How values are written.
    public var style: NumberStyle

    /// Creates a map.
    public init(
        frame: ChartFrame, kinds: [MapKind], shapes: [MapShape], caution: String = "", nameTitle: String,
        kindTitle: String, valueTitle: String, scaleUnit: String, style: NumberStyle
    ) {
        self.frame = frame
        self.kinds = kinds
        self.shapes = shapes
        self.caution = caution
        self.nameTitle = nameTitle
        self.kindTitle = kindTitle
        self.valueTitle = valueTitle
        self.scaleUnit = scaleUnit
        self.style = style
    }

    /// The shapes with their kinds and values.
    public var table: ChartTable {
        ChartTable(
            headers: [nameTitle, kindTitle, valueTitle],
            rows: shapes.map { shape in
                [
                    ChartTable.Cell(shape.name), ChartTable.Cell(label(shape.kind)),
                    ChartTable.Cell(style.text(shape.value), href: shape.href),
                ]
            })
    }

    /// One summary for each kind that has shapes.
    public var summaries: [ValueSummary] {
        kinds.indices.compactMap { kind in
            let own = shapes.filter { $0.kind == kind }
            guard !own.isEmpty else { return nil }
            return ValueSummary(
                name: kinds[kind].label, entries: own.map { ValueSummary.Entry(at: $0.name, value: $0.value) },
                isOverTime: false, style: style)
        }
    }

    private func label(_ kind: Int) -> String { kinds.indices.contains(kind) ? kinds[kind].label : "" }
}

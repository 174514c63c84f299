/// Floating bars from one total to another: each part begins where the one before it ended.
///
/// Totals stand on zero, parts on what came before them. Signs are told by the sign of the number, by colour and by the
/// step itself. A missing part is hatched and moves nothing.
public struct WaterfallChart: Chart {
    /// The texts, the language and the width.
    public var frame: ChartFrame
    /// The total before.
    public var start: Bar
    /// What is added to it or taken from it, in order.
    public var parts: [Bar]
    /// The total after.
    public var end: Bar
    /// What the values are, with their unit.
    public var valueTitle: String
    /// What the parts are; heading of the table's first column.
    public var categoryTitle: String
    /// How values are written; parts always have their sign.
    public var style: NumberStyle

    /// Creates a waterfall.
    public init(
        frame: ChartFrame, start: Bar, parts: [Bar], end: Bar, valueTitle: String, categoryTitle: String,
        style: NumberStyle
    ) {
        self.frame = frame
        self.start = start
        self.parts = parts
        self.end = end
        self.valueTitle = valueTitle
        self.categoryTitle = categoryTitle
        self.style = style
    }

    /// The total before, the parts, the total after.
    public var table: ChartTable {
        ChartTable(
            headers: [categoryTitle, valueTitle],
            rows: steps.map { [ChartTable.Cell($0.bar.label), ChartTable.Cell(text($0), href: $0.bar.href)] })
    }

    /// From what to what, and which parts add and take the most.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] {
        guard start.value.finite != nil || end.value.finite != nil || parts.hasValues else {
            return [Template.filled(phrases.noValues, ["name": valueTitle])]
        }
        let known = parts.compactMap { part in part.value.finite.map { (part.label, $0) } }
        func extreme(_ template: String, _ found: (String, Double)?) -> String {
            found.map { Template.filled(template, ["name": $0.0, "value": signed.text($0.1)]) } ?? ""
        }
        let most = known.filter { $0.1 > 0 }.max { $0.1 < $1.1 }
        let least = known.filter { $0.1 < 0 }.min { $0.1 < $1.1 }
        let missing = parts.count - known.count
        return [
            Template.filled(
                phrases.waterfall.course,
                [
                    "start": start.label, "startValue": style.text(start.value), "end": end.label,
                    "endValue": style.text(end.value),
                ]),
            extreme(phrases.waterfall.rise, most), extreme(phrases.waterfall.fall, least),
            missing == 0
                ? "" : Template.filled(phrases.missing, ["name": valueTitle, "count": "\(missing)"]),
        ]
    }

    /// A bar with where it begins and ends.
    struct Step {
        let bar: Bar
        let isTotal: Bool
        let from: Double
        let to: Double?
    }

    /// The bars from top to bottom.
    var steps: [Step] {
        var level = start.value.finite ?? 0
        var steps = [Step(bar: start, isTotal: true, from: 0, to: start.value.finite)]
        for part in parts {
            let next = part.value.finite.map { level + $0 }.flatMap { $0.isFinite ? $0 : nil }
            steps.append(Step(bar: part, isTotal: false, from: level, to: next))
            level = next ?? level
        }
        return steps + [Step(bar: end, isTotal: true, from: 0, to: end.value.finite)]
    }

    /// The style of parts, with plus signs.
    var signed: NumberStyle {
        var style = style
        style.showsPlus = true
        return style
    }

    func text(_ step: Step) -> String {
        step.isTotal ? style.text(step.bar.value) : signed.text(step.bar.value)
    }
}

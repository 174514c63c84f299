/// A chart: values and texts that can be drawn as SVG and read as a table.
///
/// The same chart gives the same bytes on every machine. Values that are infinite or not a number count as
/// missing, so any input gives a valid picture.
public protocol Chart: Sendable, Hashable {
    /// The texts, the language and the width.
    var frame: ChartFrame { get set }
    /// The values as text, for readers who cannot see the picture.
    var table: ChartTable { get }
    /// What the values say, one summary for each series.
    var summaries: [ValueSummary] { get }

    /// Returns the marks.
    func drawing(theme: Theme) -> Drawing
}

extension Chart {
    /// Returns the chart as an SVG element that may stand in a page or in a file of its own.
    ///
    /// It holds presentation attributes and classes only: no style, no script, no reference to anything outside.
    public func svg(theme: Theme = .standard) -> String {
        SVGDocument(frame: frame, drawing: drawing(theme: theme)).text
    }

    /// Returns the chart with a description made from its values.
    public func described(by phrases: DescriptionPhrases) -> Self {
        var chart = self
        chart.frame.description = summaries.map { $0.text(phrases) }.joined(separator: " ")
        return chart
    }
}

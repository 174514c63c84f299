/// A chart: values and texts that can be drawn as SVG and read as a table.
///
/// The same chart gives the same bytes on every machine. Values that are infinite or not a number count as
/// missing, so any input gives a valid picture.
public protocol Chart: Sendable, Hashable {
    /// The texts, the language and the width.
    var frame: ChartFrame { get set }
    /// The values as text, for readers who cannot see the picture.
    var table: ChartTable { get }
    /// What the values say, one summary for each series; none if the chart has ``sentences(_:)`` of its own.
    var summaries: [ValueSummary] { get }

    /// Returns what the values say, in words; an empty sentence is left out.
    func sentences(_ phrases: DescriptionPhrases) -> [String]

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
        chart.frame.description = sentences(phrases).filter { !$0.isEmpty }.joined(separator: " ")
        return chart
    }

    /// None.
    public var summaries: [ValueSummary] { [] }

    /// Returns the text of each summary.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] { summaries.map { $0.text(phrases) } }
}

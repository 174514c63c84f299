extension Drawing {
    /// Writes one line of text with its baseline at `y`.
    ///
    /// Text never leaves the drawing at the sides: centred text is moved inwards, and what is too wide is cut.
    mutating func text(_ content: String, x wanted: Double, y: Double, _ style: TextStyle, title: String = "") {
        guard !content.isEmpty else { return }
        let limit = min(style.limit ?? .infinity, style.isRotated ? .infinity : room(at: wanted, style.anchor))
        let shown = TextMetrics.truncated(content, to: limit, size: style.size, isBold: style.isBold)
        var x = wanted
        if style.anchor == .middle, !style.isRotated {
            let half = TextMetrics.width(shown, size: style.size, isBold: style.isBold) / 2
            x = min(max(wanted, half), max(width - half, half))
        }
        writer.text(
            "text",
            [
                "x": Coordinate.text(x), "y": Coordinate.text(y), "font-size": Coordinate.text(style.size),
                "font-weight": style.isBold ? "bold" : "",
                "text-anchor": style.anchor == .start ? "" : style.anchor.rawValue, "fill": style.colour,
                "transform": style.isRotated ? "rotate(-90 \(Coordinate.text(x)) \(Coordinate.text(y)))" : "",
            ], content: shown, title: shown == content ? title : content)
    }

    private func room(at x: Double, _ anchor: TextStyle.Anchor) -> Double {
        switch anchor {
        case .start: max(width - x, 0) + 0.01
        case .middle: width
        case .end: max(x, 0) + 0.01
        }
    }

    /// Writes text in several lines from the top edge `y`, and returns the lower edge.
    ///
    /// `title` is shown on pointing, for text that was cut.
    mutating func lines(_ content: [String], x: Double, y: Double, _ style: TextStyle, title: String = "") -> Double {
        let height = style.size * Theme.lineHeight
        for (index, line) in content.enumerated() {
            text(line, x: x, y: y + Double(index) * height + style.size * 0.98, style, title: title)
        }
        return y + Double(content.count) * height
    }

    /// Writes the title if it is to be shown, and returns the edge below which the chart begins.
    mutating func header(_ frame: ChartFrame) -> Double {
        guard frame.showsTitle, !frame.title.isEmpty else { return 4 }
        let style = TextStyle(size: theme.titleSize, isBold: true)
        let content = TextMetrics.wrapped(
            frame.title, to: width, size: style.size, lineCount: 4, isBold: true)
        return lines(content, x: 0, y: 2, style) + 8
    }

    /// Replaces the marks by the sentence that there is nothing to show.
    mutating func noData(_ frame: ChartFrame, from top: Double) {
        height = top + 96
        rectangle(
            Rectangle(x: 0.5, y: top, width: width - 1, height: 88), fill: "none", outline: theme.missing)
        text(
            frame.noData, x: width / 2, y: top + 49,
            TextStyle(size: theme.fontSize, anchor: .middle, limit: width - 16))
    }
}

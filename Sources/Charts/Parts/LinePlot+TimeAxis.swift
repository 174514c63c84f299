extension LinePlot {
    /// Draws the axis of time with as many labels as have room.
    func drawTimeAxis(in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let widest = max(
            TextMetrics.width(xStyle.text(x.lower), size: size), TextMetrics.width(xStyle.text(x.upper), size: size))
        let room = Int(area.width / (widest + 14))
        let span = xStyle.decimals == 0 ? Int(min(x.upper - x.lower, 1000)) : room
        let axis = Axis(scale: x, count: max(min(room, max(span, 1)), 1), style: xStyle)
        axis.drawBottom(in: &drawing, plot: area)
    }
}

extension LinePlot {
    /// Draws the axis of time with its first and last time only, for small plots.
    func drawTimeEnds(in drawing: inout Drawing) {
        let size = drawing.theme.smallSize
        let baseline = area.bottom + 6 + size
        drawing.line(
            from: Point(x: area.x, y: area.bottom), to: Point(x: area.right, y: area.bottom), drawing.theme.axis)
        let (first, last) = (xStyle.text(x.lower), xStyle.text(x.upper))
        drawing.text(first, x: area.x, y: baseline, TextStyle(size: size))
        let widths = [first, last].map { TextMetrics.width($0, size: size) }.reduce(0, +)
        guard first != last, widths + 6 < area.width else { return }
        drawing.text(last, x: area.right, y: baseline, TextStyle(size: size, anchor: .end))
    }
}

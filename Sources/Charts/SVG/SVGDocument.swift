/// The root element around a drawing, with its accessible name and description.
struct SVGDocument {
    let text: String

    init(frame: ChartFrame, drawing: Drawing) {
        let box = "0 0 \(Coordinate.text(drawing.width)) \(Coordinate.text(drawing.height))"
        let content = [frame.key, frame.language, frame.title, frame.description, box, drawing.writer.markup]
        let id = StableHash.hexadecimal(content.joined(separator: "\u{1F}"))
        let hasDescription = !frame.description.isEmpty
        var writer = SVGWriter()
        writer.open(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": drawing.isInline ? "chart chart-inline" : "chart",
                "lang": frame.language, "role": "img",
                "aria-labelledby": hasDescription ? "t\(id) d\(id)" : "t\(id)", "viewBox": box,
                "width": drawing.isInline ? Coordinate.text(drawing.width) : "100%",
                "height": drawing.isInline ? Coordinate.text(drawing.height) : "",
                "font-family": Theme.fontFamily, "fill": "currentColor",
            ])
        writer.text("title", ["id": "t\(id)"], content: frame.title)
        if hasDescription { writer.text("desc", ["id": "d\(id)"], content: frame.description) }
        writer.append(drawing.writer)
        writer.close("svg")
        text = writer.markup
    }
}

/// Stocks as boxes, flows as pipes with a valve, other variables as names, and arrows of information between them.
///
/// Everything stands where it is put; the picture is as large as that needs. Nodes and arrows out of range are left out.
public struct StockFlowDiagram: Chart {
    /// The texts and the language; the width is the diagram's own.
    public var frame: ChartFrame
    /// What stands in it.
    public var nodes: [DiagramNode]
    /// The pipes.
    public var pipes: [DiagramPipe]
    /// The arrows.
    public var links: [DiagramLink]
    /// The headings of the table: what, name, note.
    public var headings: [String]

    static let margin = 48.0

    /// Creates a diagram.
    public init(
        frame: ChartFrame, nodes: [DiagramNode], pipes: [DiagramPipe], links: [DiagramLink], headings: [String]
    ) {
        self.frame = frame
        self.nodes = nodes
        self.pipes = pipes.filter { $0.points.count > 1 && $0.points.allSatisfy { $0.count == 2 } }
        self.links = links.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
        self.headings = headings
    }

    /// Kind, name and note of each named node.
    public var table: ChartTable {
        ChartTable(
            headers: headings,
            rows: nodes.filter { !$0.name.isEmpty }.map { node in
                [node.kind.rawValue, node.name, node.note].prefix(max(1, headings.count)).map { ChartTable.Cell($0) }
            })
    }

    /// None: the description is the caller's.
    public func sentences(_ phrases: DescriptionPhrases) -> [String] { [] }

    /// Returns the marks: arrows below pipes below nodes.
    public func drawing(theme: Theme) -> Drawing {
        let boxes = nodes.map(Self.box)
        let points = pipes.flatMap(\.points) + links.map(\.through).filter { $0.count == 2 }
        let left = (boxes.map(\.x) + points.map { $0[0] }).min() ?? 0
        let top = (boxes.map(\.y) + points.map { $0[1] }).min() ?? 0
        let right = (boxes.map(\.right) + points.map { $0[0] }).max() ?? 0
        let bottom = (boxes.map(\.bottom) + points.map { $0[1] }).max() ?? 0
        var drawing = Drawing(theme: theme, width: right - left + 2 * Self.margin, height: 0)
        let head = drawing.header(frame)
        drawing.height = head + bottom - top + 2 * Self.margin
        var painter = DiagramPainter(
            drawing: drawing, dx: Self.margin - left, dy: head + Self.margin - top, boxes: boxes)
        for link in links { painter.draw(link) }
        for pipe in pipes { painter.draw(pipe) }
        for (place, node) in nodes.enumerated() { painter.draw(node, place) }
        return painter.drawing
    }

    /// The space of a node.
    static func box(_ node: DiagramNode) -> Rectangle {
        let usual: (Double, Double) =
            switch node.kind {
            case .stock, .module: (72, 44)
            case .valve: (16, 16)
            case .circle: (18, 18)
            case .cloud: (24, 18)
            case .text, .ghost: (80, 18)
            }
        let width = node.width > 0 && node.kind != .circle && node.kind != .valve ? node.width : usual.0
        let height = node.height > 0 && node.kind != .circle && node.kind != .valve ? node.height : usual.1
        return Rectangle(x: node.x - width / 2, y: node.y - height / 2, width: width, height: height)
    }
}

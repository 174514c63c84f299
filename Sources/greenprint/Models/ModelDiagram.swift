import ArgumentParser
import Charts
import Foundation
import Reports
import StatisticalData
import SystemDynamics

/// `greenprint model diagram`: the stock-and-flow diagram that a file holds.
struct ModelDiagram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagram", abstract: "Draw the stock-and-flow diagram of a model's file as SVG. 将模型文件中的存量流量图画成SVG。"
    )

    @OptionGroup var choice: ModelChoice

    @Option(help: "Which drawing of the file, from 1. 第几幅图。")
    var view = 1

    @Option(help: "The SVG file; standard output when omitted. 输出文件。")
    var output: String?

    func validate() throws {
        if view < 1 { throw ValidationError("--view: from 1; 从1起") }
    }

    func run() throws {
        try choice.reading { model, messages in
            let views = model.views
            guard views.indices.contains(view - 1) else {
                throw Fault(
                    "model-no-view", at: Place(file: choice.model),
                    ["found": String(view), "expected": String(views.count)])
            }
            let svg = Self.diagram(views[view - 1], ModelStructure(model), messages).svg()
            guard let output else { return Output.print(svg) }
            do {
                try Data(svg.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw Fault("model-output", at: Place(file: output))
            }
        }
    }

    private static func diagram(
        _ view: ModelView, _ structure: ModelStructure, _ messages: Messages
    ) -> StockFlowDiagram {
        let wording = messages.wording
        let entries = Dictionary(structure.entries.map { (ModelName.canonical($0.name), $0) }) { first, _ in first }
        let nodes = view.nodes.map { node in
            let entry = entries[ModelName.canonical(node.name)]
            let note = [node.name, entry?.units ?? "", entry?.documentation ?? ""].filter { !$0.isEmpty }
            return DiagramNode(
                kind(node), name: node.name, note: String(note.joined(separator: " · ").prefix(400)),
                x: node.position.x, y: node.position.y, width: node.width, height: node.height,
                side: DiagramNode.Side(rawValue: node.side.rawValue) ?? .centre)
        }
        let names = view.nodes.filter { $0.kind == .stock }.map(\.name)
        let title = [structure.title, view.name].filter { !$0.isEmpty }.joined(separator: ": ")
        return StockFlowDiagram(
            frame: ChartFrame(
                title: title.isEmpty ? wording("model-diagram-title") : title,
                description: wording(
                    "model-diagram-description",
                    [
                        "stocks": String(names.count), "pipes": String(view.pipes.count),
                        "links": String(view.links.count), "names": Messages.listed(names),
                    ]), language: messages.wording.language == .chinese ? "zh-Hans" : "en", noData: "",
                showsTitle: !title.isEmpty),
            nodes: nodes,
            pipes: view.pipes.map { DiagramPipe(points: $0.points.map { [$0.x, $0.y] }, hasArrow: $0.hasArrow) },
            links: view.links.map {
                DiagramLink(from: $0.from, to: $0.to, through: $0.through.map { [$0.x, $0.y] } ?? [])
            },
            headings: [])
    }

    private static func kind(_ node: ModelView.Node) -> DiagramNode.Kind {
        switch node.kind {
        case .stock: .stock
        case .flow: .valve
        case .auxiliary: node.side == .centre ? .text : .circle
        case .cloud: .cloud
        case .module: .module
        case .ghost: .ghost
        }
    }
}

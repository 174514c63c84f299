internal import Foundation
internal import SystemDynamics

/// Reads the drawings of a model.
///
/// A stock or module with a size is placed by its upper left corner, everything else by its middle.
struct XMILEViews {
    private let stocks: Set<String>

    init(_ module: SourceModule) {
        stocks = Set(module.variables.filter { $0.kind == .stock }.map { ModelName.canonical($0.name) })
    }

    /// The drawings of a model's element.
    func views(_ element: MarkupElement) -> [ModelView] {
        (element.first("views")?.all("view") ?? element.all("view"))
            .filter { ["", "stock_flow"].contains($0.attributes["type"] ?? "") }.map(view)
            .filter { !$0.nodes.isEmpty }
    }

    private func view(_ element: MarkupElement) -> ModelView {
        var view = ModelView(name: element.attributes["name"] ?? "")
        var places: [String: Int] = [:]
        let kinds: [String: ModelView.Node.Kind] = [
            "stock": .stock, "flow": .flow, "aux": .auxiliary, "module": .module, "alias": .ghost,
        ]
        for child in element.children {
            guard let kind = kinds[child.name], let node = node(child, kind) else { continue }
            let key = kind == .ghost ? "#" + (child.attributes["uid"] ?? "") : ModelName.canonical(node.name)
            places[key] = view.nodes.count
            view.nodes.append(node)
        }
        for flow in element.all("flow") { addPipe(flow, &view) }
        for connector in element.all("connector") {
            guard let from = end(connector.first("from"), places), let to = end(connector.first("to"), places) else {
                continue
            }
            let angle = connector.attributes["angle"].flatMap { Double($0.trimmed) }
            view.links.append(
                .init(
                    from: from, to: to,
                    through: angle.flatMap { Self.bend(view.nodes[from].position, view.nodes[to].position, $0) }))
        }
        return view
    }

    private func node(_ element: MarkupElement, _ kind: ModelView.Node.Kind) -> ModelView.Node? {
        guard let x = number(element, "x"), let y = number(element, "y") else { return nil }
        let name = kind == .ghost ? element.first("of")?.text.trimmed ?? "" : element.attributes["name"] ?? ""
        let (width, height) = (number(element, "width") ?? 0, number(element, "height") ?? 0)
        let isBox = kind == .stock || kind == .module
        let side = ModelView.Node.Side(rawValue: element.attributes["label_side"] ?? "") ?? (isBox ? .centre : .bottom)
        return ModelView.Node(
            kind, name.unquoted.replacing("\\n", with: " "),
            at: .init(x: isBox ? x + width / 2 : x, y: isBox ? y + height / 2 : y), width: width, height: height,
            side: side)
    }

    private func number(_ element: MarkupElement, _ name: String) -> Double? {
        guard let value = element.attributes[name].flatMap({ Double($0.trimmed) }), abs(value) < 1e6 else { return nil }
        return value
    }

    private func end(_ element: MarkupElement?, _ places: [String: Int]) -> Int? {
        guard let element else { return nil }
        if let alias = element.first("alias") { return places["#" + (alias.attributes["uid"] ?? "")] }
        return places[ModelName.canonical(element.text.trimmed.unquoted)]
    }

    /// The pipe of a flow, with a cloud at each end where there is no stock.
    private func addPipe(_ flow: MarkupElement, _ view: inout ModelView) {
        let points = (flow.first("pts")?.all("pt") ?? []).compactMap { point -> ModelView.Position? in
            guard let x = number(point, "x"), let y = number(point, "y") else { return nil }
            return .init(x: x, y: y)
        }
        guard points.count > 1, let first = points.first, let last = points.last else { return }
        view.pipes.append(.init(points: points))
        for end in [first, last] {
            let isMet = view.nodes.contains { node in
                let isStock = node.kind == .stock || node.kind == .ghost
                let (width, height) = (max(node.width, 45), max(node.height, 35))
                return isStock && abs(node.position.x - end.x) <= width / 2 + 8
                    && abs(node.position.y - end.y) <= height / 2 + 8
            }
            if !isMet { view.nodes.append(.init(.cloud, "", at: end)) }
        }
    }

    /// A point of the arc that leaves at an angle (degrees, against the clock), half way; `nil` for a straight line.
    private static func bend(
        _ from: ModelView.Position, _ to: ModelView.Position, _ angle: Double
    ) -> ModelView.Position? {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return nil }
        // The angle between chord and tangent, from -180 to 180.
        var turn = (angle * .pi / 180 - atan2(-dy, dx)).truncatingRemainder(dividingBy: 2 * .pi)
        if turn > .pi { turn -= 2 * .pi }
        if turn < -.pi { turn += 2 * .pi }
        let height = length / 2 * tan(max(-2.5, min(2.5, turn)) / 2)
        guard abs(height) > 1 else { return nil }
        return .init(x: (from.x + to.x) / 2 + dy / length * height, y: (from.y + to.y) / 2 - dx / length * height)
    }
}

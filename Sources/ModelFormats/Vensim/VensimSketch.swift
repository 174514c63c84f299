internal import SystemDynamics

/// Reads the drawings at the end of a model file.
///
/// Lines begin with what they are: 10 a name, 11 a valve, 12 a cloud or a comment, 1 an arrow or a pipe; sizes are half widths.
struct VensimSketch {
    private let stocks: Set<String>

    init(_ module: SourceModule) {
        stocks = Set(module.variables.filter { $0.kind == .stock }.map { ModelName.canonical($0.name) })
    }

    /// The drawings of a text.
    func views(_ text: String) -> [ModelView] {
        var views: [ModelView] = []
        var places: [Int: Int] = [:]
        var arrows: [[String]] = []
        func finish() {
            guard !views.isEmpty else { return }
            for arrow in arrows { add(arrow, places, &views[views.count - 1]) }
            (places, arrows) = ([:], [])
        }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("*") {
                finish()
                views.append(ModelView(name: String(line.dropFirst()).trimmed))
                continue
            }
            guard !views.isEmpty else { continue }
            let fields = Self.fields(line)
            guard fields.count > 8 else { continue }
            if fields[0] == "1" { arrows.append(fields) }
            guard let node = node(fields), let number = Int(fields[1]) else { continue }
            places[number] = views[views.count - 1].nodes.count
            views[views.count - 1].nodes.append(node)
        }
        finish()
        return views.filter { !$0.nodes.isEmpty }
    }

    private func node(_ fields: [String]) -> ModelView.Node? {
        guard let x = number(fields[3]), let y = number(fields[4]), let width = number(fields[5]),
            let height = number(fields[6])
        else { return nil }
        let position = ModelView.Position(x: x, y: y)
        switch fields[0] {
        case "10":
            let isStock = stocks.contains(ModelName.canonical(fields[2]))
            // The lowest bit is not set where the variable is drawn in full elsewhere.
            let isGhost = (Int(fields[8]) ?? 1) & 1 == 0
            // The name of a flow hangs below its valve.
            let isAttached = (Int(fields[7]) ?? 0) & 32 != 0
            return ModelView.Node(
                isGhost ? .ghost : isStock ? .stock : .auxiliary, fields[2],
                at: isAttached ? .init(x: x, y: y + 8) : position, width: 2 * width,
                height: 2 * height)
        case "11": return ModelView.Node(.flow, "", at: position, width: 2 * width, height: 2 * height)
        case "12" where fields[2] == "48":
            return ModelView.Node(.cloud, "", at: position, width: 2 * width, height: 2 * height)
        default: return nil
        }
    }

    private func number(_ text: String) -> Double? {
        guard let value = Double(text), abs(value) < 1e6 else { return nil }
        return value
    }

    /// An arrow, or half of a pipe: from a valve to a stock or cloud.
    private func add(_ fields: [String], _ places: [Int: Int], _ view: inout ModelView) {
        guard let from = Int(fields[2]).flatMap({ places[$0] }), let to = Int(fields[3]).flatMap({ places[$0] }) else {
            return
        }
        let points = Self.points(fields.last ?? "")
        if fields[7] == "22" {
            let (start, end) = (view.nodes[from].position, view.nodes[to].position)
            // 100 marks the half at which the flow begins.
            let isEnd = fields[4] != "100"
            view.pipes.append(
                .init(points: [start] + points.filter { $0 != start && $0 != end } + [end], hasArrow: isEnd))
            return
        }
        view.links.append(
            .init(from: from, to: to, through: points.first.flatMap { $0.x == 0 && $0.y == 0 ? nil : $0 }))
    }

    /// `1|(441,235)|`.
    private static func points(_ text: String) -> [ModelView.Position] {
        text.split(separator: "|").dropFirst().compactMap { part in
            let words = part.trimmingPrefix("(").split { ",)".contains($0) }.map { Double($0) }
            guard words.count == 2, let x = words[0], let y = words[1], abs(x) < 1e6, abs(y) < 1e6 else { return nil }
            return .init(x: x, y: y)
        }
    }

    /// The words between commas outside of quotes and of the points' bars.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        var isPoints = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
                continue
            }
            if character == "|" { isPoints = true }
            if character == ",", !isQuoted, !isPoints {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

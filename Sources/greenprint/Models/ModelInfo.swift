import ArgumentParser
import Reports
import StatisticalData
import SystemDynamics

/// `greenprint model info`: the variables of a model and how they hang together.
struct ModelInfo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Tell what a model is made of. 说明模型的构成。")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv
    }

    @OptionGroup var choice: ModelChoice

    @Option(help: "Format: text, or csv with a row a variable. 格式：text，或每变量一行的csv。")
    var format = Format.text

    func run() throws {
        try choice.reading { model, messages in
            let structure = ModelStructure(model)
            Output.print(format == .csv ? Self.table(structure) : Self.text(structure, messages))
        }
    }

    private static func table(_ structure: ModelStructure) -> String {
        let head = [
            "name", "kind", "units", "dimensions", "equation", "inflows", "outflows", "group", "line", "documentation",
        ]
        return CSVLine.text(head)
            + structure.entries.map { entry in
                CSVLine.text([
                    entry.name, entry.kind.rawValue, entry.units, entry.dimensions.joined(separator: ";"),
                    entry.equations.joined(separator: "; "), entry.inflows.joined(separator: ";"),
                    entry.outflows.joined(separator: ";"), entry.group, String(entry.line), entry.documentation,
                ])
            }.joined()
    }

    /// For people: times, numbers by kind, dimensions, stocks with their flows, the rest by kind.
    private static func text(_ structure: ModelStructure, _ messages: Messages) -> String {
        let wording = messages.wording
        var lines: [String] = []
        if !structure.title.isEmpty { lines.append(structure.title) }
        lines.append(
            wording(
                "model-info-run",
                [
                    "dialect": structure.dialect == .xmile ? "XMILE" : "Vensim", "start": structure.start ?? "–",
                    "stop": structure.stop ?? "–", "step": structure.step ?? "1",
                    "units": structure.timeUnits.isEmpty ? "–" : structure.timeUnits,
                    "method": structure.method.rawValue, "saving": structure.saving ?? structure.step ?? "1",
                ]))
        for (key, list) in [
            ("model-info-modules", structure.modules), ("model-info-macros", structure.macros),
        ] where !list.isEmpty {
            lines.append(wording(key, ["names": Messages.listed(list)]))
        }
        for dimension in structure.dimensions {
            lines.append(
                wording(
                    "model-info-dimension",
                    [
                        "name": dimension.name, "count": String(dimension.elements.count),
                        "elements": Messages.listed(dimension.elements),
                    ]))
        }
        for kind in ModelStructure.Entry.Kind.allCases where structure.count(kind) > 0 {
            lines.append("")
            lines.append(wording("model-info-\(kind.rawValue)", ["count": String(structure.count(kind))]))
            lines += structure.entries.filter { $0.kind == kind }.map(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `  name[dim] (units) = equation; + inflows - outflows`.
    private static func line(_ entry: ModelStructure.Entry) -> String {
        var text = "  " + entry.name
        if !entry.dimensions.isEmpty { text += "[" + entry.dimensions.joined(separator: ",") + "]" }
        if !entry.units.isEmpty { text += " (" + entry.units + ")" }
        let equations = entry.equations.filter { !$0.isEmpty }
        if let first = equations.first {
            text += " = " + String(first.prefix(160)) + (first.count > 160 || equations.count > 1 ? " …" : "")
        }
        let flows = entry.inflows.map { "+ " + $0 } + entry.outflows.map { "- " + $0 }
        return text + (flows.isEmpty ? "" : "  [" + flows.joined(separator: " ") + "]")
    }
}

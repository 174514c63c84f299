import Spreadsheets
import SystemDynamics

/// A simulation as comma-separated text: time first, all digits, a missing value empty.
enum SimulationTable {
    static func print(_ simulation: Simulation) {
        var text = CSVLine.text(["time"] + simulation.names)
        for (time, row) in zip(simulation.times, simulation.rows) {
            text += number(time)
            for value in row { text += "," + number(value) }
            text += "\n"
            if text.utf8.count > 1 << 20 {
                Output.print(text)
                text = ""
            }
        }
        Output.print(text)
    }

    static func number(_ value: Double) -> String {
        if value == LookupTable.missing { return "" }
        if value.isNaN { return "nan" }
        if value.isInfinite { return value > 0 ? "inf" : "-inf" }
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// A line of comma-separated text.
enum CSVLine {
    static func text(_ fields: [String]) -> String {
        fields.map { field in
            field.contains { ",\"\n\r".contains($0) }
                ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
        }.joined(separator: ",") + "\n"
    }
}

internal import InputOutput
internal import LinearAlgebra
internal import Spreadsheets
internal import StatisticalData

/// The file of costs that change.
///
/// Columns `kind`, `name`, `value`, and where needed `sector`, `area` (left out: all). Kinds: `tax` (`name` is EXTENSION or
/// EXTENSION:ROW, `value` money of the table's unit per unit of the stressor), `input` (`name` is a row of W, `value` its relative change,
/// 0.1 for ten per cent more), `cost` (`value` money per unit of output; a sector is needed). Costs add up.
public enum PriceShockFile {
    /// The costs that each industry has more per unit of its output.
    ///
    /// - Throws: `Faults` with all that was found, each with its place.
    public static func addedCosts(
        _ bytes: [UInt8], file: String, folder: InputOutputFolder
    ) throws -> [Double] {
        let table = try CSVTable(bytes, file: file, required: ["kind", "name", "value"], optional: ["sector", "area"])
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        let industries = folder.table.industries
        let output = folder.table.output
        var costs = Array(repeating: 0.0, count: industries.count)
        for line in table.rows {
            guard let kind = line.required("kind", into: &faults) else { continue }
            guard let value = line.number("value", into: &faults)?.value else {
                if line["value"] == nil { faults.add(.csvEmptyField(at: line.place("value"))) }
                continue
            }
            let chosen = industries.indices.filter { position in
                (line["sector"] == nil || line["sector"] == industries[position].sector)
                    && (line["area"] == nil || line["area"] == industries[position].area)
            }
            if chosen.isEmpty {
                faults.add(
                    .ioUnknownLabel(
                        [line["area"] ?? "", line["sector"] ?? ""],
                        known: industries.map { [$0.area, $0.sector] }, at: line.place("sector")))
                continue
            }
            guard let amounts = try Self.amounts(kind, line, folder, into: &faults) else { continue }
            for position in chosen where amounts[position] != 0 {
                guard output[position] != 0 else {
                    faults.add(Fault("io-no-price", at: line.place("sector"), ["industry": industries[position].shown]))
                    continue
                }
                costs[position] += value * amounts[position] / output[position]
            }
        }
        try faults.throwIfFaulty(in: file)
        return costs
    }

    /// What the value of a row is multiplied with, by industry.
    private static func amounts(
        _ kind: String, _ line: CSVTable.Row, _ folder: InputOutputFolder, into faults: inout FaultCollector
    ) throws -> [Double]? {
        switch kind {
        case "cost":
            guard line.required("sector", into: &faults) != nil else { return nil }
            return folder.table.output
        case "input":
            guard let name = line.required("name", into: &faults) else { return nil }
            let inputs = try folder.primaryInputs()
            let labels = inputs?.rows.labels ?? []
            guard let inputs, let row = labels.firstIndex(where: { $0.joined(separator: " ") == name }) else {
                faults.add(.ioUnknownLabel([name], known: labels, at: line.place("name")))
                return nil
            }
            return Array(inputs.values.row(row))
        case "tax":
            guard let name = line.required("name", into: &faults) else { return nil }
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            let found = try faults.collect { _ in try folder.account(parts.first ?? "").account }
            guard let found else { return nil }
            let labels = found.stressors.map { $0.label.joined(separator: " ") }
            let row = parts.count == 2 ? labels.firstIndex(of: parts[1]) : labels.count == 1 ? 0 : nil
            guard let row else {
                faults.add(.ioUnknownLabel([name], known: found.stressors.map(\.label), at: line.place("name")))
                return nil
            }
            return Array(found.industryFlows.row(row))
        default:
            faults.add(.csvUnknownWord(kind, allowed: ["tax", "input", "cost"], at: line.place("kind")))
            return nil
        }
    }
}

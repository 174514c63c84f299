public import InputOutput
internal import Spreadsheets
internal import StatisticalData

/// The file of a concordance: which sector belongs to which group.
///
/// Columns `sector`, `group`, and where needed `share` (1 if left out), `area` (of the sector; left out, every area of the table)
/// and `group_area` (left out, that of the sector).
public enum ConcordanceFile {
    /// Reads the links for the industries of a table.
    ///
    /// - Throws: `Faults` for the text; whether shares add up is for `Concordance`.
    public static func read(_ bytes: [UInt8], file: String, industries: [Industry]) throws -> [Concordance.Link] {
        let table = try CSVTable(
            bytes, file: file, required: ["sector", "group"], optional: ["share", "area", "group_area"])
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        let bySector = Dictionary(grouping: industries, by: \.sector)
        var links: [Concordance.Link] = []
        for line in table.rows {
            guard let sector = line.required("sector", into: &faults),
                let group = line.required("group", into: &faults)
            else { continue }
            let share = line.number("share", into: &faults)?.value ?? 1
            let found = (bySector[sector] ?? []).filter { line["area"] == nil || line["area"] == $0.area }
            if found.isEmpty {
                faults.add(
                    .ioUnknownLabel(
                        [line["area"] ?? "", sector], known: industries.map { [$0.area, $0.sector] },
                        at: line.place("sector")))
            }
            for industry in found {
                let target = Industry(area: line["group_area"] ?? industry.area, sector: group)
                links.append(.init(industry, to: target, share: share))
            }
        }
        try faults.throwIfFaulty(in: file)
        return links
    }
}

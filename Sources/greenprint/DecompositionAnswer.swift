import DecompositionAnalysis
import Reports
import StatisticalData

/// Effects as a table, and what is told beside it.
struct DecompositionAnswer {
    let values: IdentityValues
    /// The columns of labels to print by.
    let groups: [String]

    /// The effects and the whole change of each comparison, by group where asked for.
    func table(_ parts: [DatedDecomposition], checks: [DatedDecomposition]?) throws -> OutputTable {
        let unknown = groups.filter { !values.data.dimensions.contains($0) }
        guard unknown.isEmpty else {
            throw DecompositionFaults(list: unknown.map { .unknownDimension($0, known: values.data.dimensions) })
        }
        let (ofCell, labels) = values.data.groups(by: groups)
        let members = Dictionary(grouping: ofCell.indices) { ofCell[$0] }
        var rows: [[OutputTable.Cell]] = []
        for (position, part) in parts.enumerated() {
            for (group, label) in labels.enumerated() {
                let cells = members[group] ?? []
                let own = Self.effects(part.decomposition, cells, isWhole: groups.isEmpty)
                let other = (checks?[position].decomposition).map {
                    Self.effects($0, cells, isWhole: groups.isEmpty)
                }
                for (index, name) in (values.factors + [Identity.total]).enumerated() {
                    rows.append(
                        label.map { .word($0) } + [.word(name), .word(part.from), .word(part.to), .number(own[index])]
                            + (other.map { [.number($0[index])] } ?? []))
                }
            }
        }
        let header = groups + ["effect", "from", "to", "value"] + (checks == nil ? [] : ["shapley"])
        return OutputTable(header: header, rows: rows)
    }

    private static func effects(_ part: Decomposition, _ cells: [Int], isWhole: Bool) -> [Double] {
        part.effects(ofCells: cells) + [isWhole ? part.total : part.total(ofCells: cells)]
    }

    /// What each factor adds to the elasticity of the total to a driver.
    func elasticities(
        _ parts: [DatedDecomposition], driver: String, in data: DetailedData
    ) throws -> OutputTable {
        var rows: [[OutputTable.Cell]] = []
        for part in parts {
            let sums = [part.from, part.to].map { data.sums(of: driver, at: $0)[0] }
            guard let start = sums[0], let end = sums[1] else {
                let moment = sums[0] == nil ? part.from : part.to
                throw DecompositionFaults(list: [.missingValue(column: driver, moment: moment, cell: "", line: nil)])
            }
            let elasticities = part.decomposition.elasticities(driver: (start, end))
            for (index, name) in (values.factors + [Identity.total]).enumerated() {
                let value = index < values.factors.count ? elasticities?.parts[index] : elasticities?.total
                rows.append([.word(name), .word(part.from), .word(part.to), .number(value)])
            }
        }
        return OutputTable(header: ["effect", "from", "to", "value"], rows: rows)
    }

    /// How nearly the effects make up the change, and what a reader should know.
    func tell(
        _ parts: [DatedDecomposition], checks: [DatedDecomposition]?, ignored: [String], _ messages: Messages
    ) {
        if let residual = parts.map(\.decomposition.residual).max() {
            messages.tell(
                "decomposition-residual",
                ["residual": Decimals.text(residual), "count": String(values.data.cells.count)])
        }
        if !values.summedOut.isEmpty {
            messages.tell("decomposition-summed-out", ["names": Messages.listed(values.summedOut)])
        }
        if !ignored.isEmpty { messages.tell("decomposition-ignored", ["names": Messages.listed(ignored)]) }
        for part in parts {
            let span = ["from": part.from, "to": part.to]
            var split: [String] = []
            for notice in part.decomposition.notices {
                switch notice {
                case .splitEqually(let cell, let factors):
                    split.append(cell + " (" + factors.joined(separator: ", ") + ")")
                case .fallback(let cells):
                    messages.tell(
                        "decomposition-fallback", span.merging(["cells": Messages.listed(cells)]) { first, _ in first })
                }
            }
            if !split.isEmpty {
                messages.tell(
                    "decomposition-split", span.merging(["cells": Messages.listed(split)]) { first, _ in first })
            }
        }
        for (part, check) in zip(parts, checks ?? []) {
            guard let share = part.decomposition.largestDifference(from: check.decomposition), share > 0.05 else {
                continue
            }
            messages.tell(
                "decomposition-crosscheck",
                ["from": part.from, "to": part.to, "share": messages.short(100 * share)])
        }
    }
}

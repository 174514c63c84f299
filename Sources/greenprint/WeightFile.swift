import CompositeIndicators
import Reports
import StatisticalData
import Studies
import TableFormats

/// A file that `--weights` names: weights, judgments of pairs, or points of respondents.
struct WeightFile {
    let name: WeightFileName

    /// Reads the word of the option; `nil` if it names no file.
    init?(_ word: String) {
        guard let name = WeightFileName(word) else { return nil }
        self.name = name
    }

    var path: String { name.path }

    /// The weights the bytes of the file lead to; how consistent or how far apart the answers are is told.
    func weights(
        _ bytes: [UInt8], metadata: [IndicatorMetadata], _ messages: Messages
    ) throws -> [String: Double] {
        switch name.content {
        case .weights:
            return try WeightTable(bytes, file: path, metadata: metadata).weights
        case .judgments:
            let table = try JudgmentTable(bytes, file: path, metadata: metadata)
            for block in table.blocks { tell(block, messages) }
            return table.weights
        case .points(let centre):
            let table = try BudgetTable(bytes, file: path, metadata: metadata)
            for block in table.blocks { tell(block, messages) }
            return try table.weights(centre)
        }
    }

    private func tell(_ block: JudgmentTable.Block, _ messages: Messages) {
        let judgments = block.combined
        let count = String(block.members.count)
        guard let ratio = judgments.consistencyRatio, let random = judgments.randomIndex else {
            messages.tell(
                "index-judgments-unrated",
                ["parent": block.parent, "index": messages.short(judgments.consistencyIndex), "count": count])
            return
        }
        messages.tell(
            "index-judgments",
            [
                "parent": block.parent, "ratio": messages.short(ratio),
                "index": messages.short(judgments.consistencyIndex), "random": messages.short(random), "count": count,
            ])
        if judgments.isConsistent == false {
            let triples = judgments.mostInconsistent().map { triple in
                triple.positions.map { block.parts[$0] }.joined(separator: "–") + " ×" + messages.short(triple.factor)
            }
            messages.tell([
                .inconsistentJudgments(
                    block.parent, ratio: messages.short(ratio), triples: triples, at: Place(file: path))
            ])
        }
        let wavering = zip(block.respondents, block.members).filter { $1.isConsistent == false }.map(\.0)
        if block.members.count > 1, !wavering.isEmpty {
            messages.tell("index-judgments-of", ["parent": block.parent, "names": Messages.listed(wavering)])
        }
    }

    private func tell(_ block: BudgetTable.Block, _ messages: Messages) {
        let spread = (block.allocation.standardDeviations ?? []).enumerated().max { $0.element < $1.element }
        let count = String(block.respondents.count)
        guard let spread else {
            messages.tell("index-points-of-one", ["parent": block.parent])
            return
        }
        let range = block.allocation.ranges[spread.offset]
        messages.tell(
            "index-points",
            [
                "parent": block.parent, "count": count, "element": block.parts[spread.offset],
                "deviation": messages.short(spread.element), "low": messages.short(range.lowerBound),
                "high": messages.short(range.upperBound),
            ])
    }
}

extension Messages {
    /// A number for a sentence: four decimals at most.
    func short(_ number: Double) -> String { OutputTable.rounded(number) }
}

import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--split-shares`: the multipliers of a part and its rest for several output shares.
struct InputOutputSplitQuestion: InputOutputQuestion {
    static let option = "--split-shares"

    @Option(
        name: .customLong("split-shares"),
        help: "With --split: output shares, comma-separated; prints the multipliers of part and rest for each. 产出份额列表。")
    var list: String?

    var isAsked: Bool { list != nil }
    var splitsItself: Bool { isAsked }

    private var shares: [Double] {
        (list ?? "").split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
    }

    func check(_ common: InputOutputCommon) throws {
        guard common.preparation.splitFile != nil, common.preparation.concordance == nil else {
            throw ValidationError("--split-shares: with --split, without --aggregate; 须与--split同用，且不能与--aggregate同用")
        }
        guard shares.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw ValidationError("--split-shares: numbers above 0 and below 1; 应为0与1之间的数")
        }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let file = try subject.common.preparation.split(of: subject.folder) else { return }
        let place = Place(file: subject.common.preparation.splitFile ?? subject.path)
        var header = ["share", "part:output", "rest:output"]
        var rows: [[OutputTable.Cell]] = []
        for split in file.split.varied(over: shares) {
            let folder = try subject.folder.split(split, amounts: file.amounts, at: place)
            let model = try LeontiefModel(folder.table)
            let positions = [split.part, split.rest].compactMap { folder.table.industries.firstIndex(of: $0) }
            var row: [OutputTable.Cell] = [.number(split.outputShare)]
            row += positions.map { .number(model.outputMultipliers[$0]) }
            if let name = subject.common.satellite {
                let account = try folder.account(name).account
                let total = try model.totalIntensities(account.intensities(in: folder.table))
                for (stressor, labelled) in account.stressors.enumerated() {
                    let word = labelled.label.joined(separator: " ")
                    if rows.isEmpty { header += ["part:" + word, "rest:" + word] }
                    row += positions.map { .number(Array(total.row(stressor))[$0]) }
                }
            }
            rows.append(row)
        }
        Output.print(try OutputTable(header: header, rows: rows).text(.csv))
    }
}

import ArgumentParser
import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--balance`: a table fitted to given sums of rows and columns.
struct InputOutputBalanceQuestion: InputOutputQuestion {
    static let option = "--balance"

    @Option(
        name: .customLong("balance"), parsing: .upToNextOption,
        help: "ras or gras, and the file of targets: row, column, value. 平衡方法与目标文件。")
    var words: [String] = []

    @Flag(
        name: .customLong("with-demand"),
        help: "With --balance: final demand is fitted too; targets then name its columns. 最终需求一并平衡。")
    var withDemand = false

    @Flag(
        name: .customLong("multipliers"),
        help: "With --balance: print the sums, targets and multipliers of rows and columns instead. 输出各行列的乘数。")
    var showsMultipliers = false

    var isAsked: Bool { !words.isEmpty || withDemand || showsMultipliers }

    private var method: BalancingMethod? { words.first.flatMap { BalancingMethod(rawValue: $0) } }

    func check(_ common: InputOutputCommon) throws {
        guard words.count == 2, method != nil else {
            throw ValidationError("--balance: ras or gras, then a file; 须给出ras或gras及目标文件")
        }
        guard common.satellite == nil else { throw ValidationError("--extension: not with --balance; 不能与--balance同用") }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        let folder = subject.folder
        let table = folder.table
        guard withDemand else {
            return try answer(
                LabelledMatrix(rows: folder.industries, columns: folder.industries, values: table.flows), subject.path,
                messages)
        }
        let count = table.industries.count
        let width = count + table.demandCategories.count
        let values = Matrix(rows: count, columns: width) { row, column in
            column < count ? table.flows[row, column] : table.finalDemand[row, column - count]
        }
        let columns = LabelAxis(
            levels: folder.industries.levels,
            labels: folder.industries.labels
                + folder.demandCategories.labels.map { Array($0.suffix(folder.industries.levels.count)) })
        try answer(LabelledMatrix(rows: folder.industries, columns: columns, values: values), subject.path, messages)
    }

    func answerWithoutFolder(_ path: String, _ messages: Messages) throws -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue, !withDemand
        else { return false }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault("io-unreadable", at: Place(file: path))
        }
        try answer(LabelledMatrix([UInt8](data), file: path), path, messages)
        return true
    }

    private func answer(_ prior: LabelledMatrix, _ path: String, _ messages: Messages) throws {
        guard let method, words.count == 2 else { return }
        let file = words[1]
        let targets = try BalancingTargetsFile.read(
            try InputOutputPreparation.bytes(file), file: file, rows: prior.rows, columns: prior.columns)
        let found: BalancedMatrix
        do throws(BalancingFaults) {
            found = try BalancedMatrix(prior.values, to: targets, by: method)
        } catch {
            throw Faults(
                BalancingTargetsFile.faults(error, rows: prior.rows, columns: prior.columns, at: Place(file: file)))
        }
        messages.tell([Self.note(found, prior, at: Place(file: path))])
        if showsMultipliers {
            Output.print(try Self.multipliers(found, targets, prior).text(.csv))
        } else {
            LabelledMatrix(rows: prior.rows, columns: prior.columns, values: found.matrix).write { Output.print($0) }
        }
    }

    /// How often rows and columns were scaled, and how far cells moved.
    private static func note(_ found: BalancedMatrix, _ prior: LabelledMatrix, at place: Place) -> Fault {
        let movement = found.movement
        let percent = { (share: Double) in Decimals.text((share * 1e5).rounded() / 1e3) }
        var arguments = [
            "count": String(found.iterations), "gap": Decimals.text(found.gap),
            "share": movement.share.map(percent) ?? "-", "from": "-", "to": "-", "before": "-", "after": "-",
        ]
        if let largest = movement.largest {
            arguments["from"] = prior.rows.labels[largest.row].joined(separator: " ")
            arguments["to"] = prior.columns.labels[largest.column].joined(separator: " ")
            arguments["before"] = Decimals.text(prior.values[largest.row, largest.column])
            arguments["after"] = Decimals.text(found.matrix[largest.row, largest.column])
        }
        return Fault("io-balanced", at: place, severity: .info, arguments)
    }

    private static func multipliers(
        _ found: BalancedMatrix, _ targets: BalancingTargets, _ prior: LabelledMatrix
    ) -> OutputTable {
        let rows = side("row", prior.rows, prior.values.rowSums, targets.rows, found.rowMultipliers)
        let columns = side("column", prior.columns, prior.values.columnSums, targets.columns, found.columnMultipliers)
        return OutputTable(
            header: ["side", "label", "before", "target", "multiplier"], rows: rows + columns)
    }

    private static func side(
        _ name: String, _ axis: LabelAxis, _ before: [Double], _ targets: [Double], _ multipliers: [Double]
    ) -> [[OutputTable.Cell]] {
        axis.labels.enumerated().map { position, label in
            [
                .word(name), .word(label.joined(separator: " ")), .number(before[position]),
                .number(targets[position]), .number(multipliers[position]),
            ]
        }
    }
}

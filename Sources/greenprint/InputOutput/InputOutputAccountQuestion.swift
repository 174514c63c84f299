import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--account`: a matrix or a table of a folder's table and its extension.
struct InputOutputAccountQuestion: InputOutputQuestion {
    static let option = "--account"

    @Option(help: "What to print. 输出内容。")
    var account: InputOutputAccount?

    var isAsked: Bool { account != nil }

    func check(_ common: InputOutputCommon) throws {
        if account?.needsExtension == true, common.satellite == nil {
            throw ValidationError("--extension: this account needs one; 该账户需要指定卫星账户")
        }
        if account?.needsExtension == false, common.satellite != nil {
            throw ValidationError("--extension: not with this account; 不能与该账户同用")
        }
        try common.closure.check(isAllowed: account == .multipliers)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let account else { return }
        if account == .multipliers || account == .linkages {
            Output.print(try table(account, subject, messages).text(.csv))
        } else {
            try subject.print(try matrix(account, subject, messages))
        }
    }

    private func matrix(
        _ account: InputOutputAccount, _ subject: InputOutputSubject, _ messages: Messages
    ) throws -> LabelledMatrix {
        let folder = subject.folder
        let table = folder.table
        let square = { (values: Matrix) in
            LabelledMatrix(rows: folder.industries, columns: folder.industries, values: values)
        }
        switch account {
        case .inputCoefficients: return square(table.inputCoefficients)
        case .allocationCoefficients: return square(try table.allocationCoefficients())
        case .leontiefInverse: return square(try LeontiefModel(table).leontiefInverse())
        case .ghoshInverse: return square(try table.ghoshInverse())
        case .output:
            return LabelledMatrix(
                rows: folder.industries, columns: LabelAxis(levels: [""], labels: [["indout"]]),
                values: Matrix(rows: table.output.count, columns: 1) { row, _ in table.output[row] })
        default: return try footprint(account, subject, messages)
        }
    }

    private func footprint(
        _ account: InputOutputAccount, _ subject: InputOutputSubject, _ messages: Messages
    ) throws -> LabelledMatrix {
        let folder = subject.folder
        let (extended, stressors) = try subject.satellite(messages)
        let labelled = { (columns: LabelAxis, values: Matrix) in
            LabelledMatrix(rows: stressors, columns: columns, values: values)
        }
        if account == .intensities { return labelled(folder.industries, extended.intensities(in: folder.table)) }
        let footprint = try Footprint(LeontiefModel(folder.table), extended)
        switch account {
        case .footprint(let kind):
            let (columns, values) = try footprint.account(kind)
            return labelled(folder.axis(columns), values)
        case .footprintByArea(let kind): return labelled(folder.areas, try footprint.byArea(kind))
        case .footprintPerCapita(let kind):
            guard let population = folder.population else {
                throw Fault("io-population", at: Place(file: subject.path))
            }
            return labelled(folder.areas, try footprint.perCapita(kind, population: population))
        default: return labelled(folder.industries, footprint.totalIntensities)
        }
    }

    private func table(
        _ account: InputOutputAccount, _ subject: InputOutputSubject, _ messages: Messages
    ) throws -> OutputTable {
        let folder = subject.folder
        let model = try LeontiefModel(folder.table)
        guard account == .multipliers else { return InputOutputTables.linkages(try Linkages(model), folder.industries) }
        return try InputOutputTables.multipliers(
            model, try subject.common.satellite.map { _ in try subject.satellite(messages).account },
            households: try subject.common.closure.model(folder, path: subject.path), folder.industries)
    }
}

import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// The accounts of a table that were asked for, from one model and one footprint.
struct InputOutputAccounts {
    private let subject: InputOutputSubject
    private let extended: (account: SatelliteAccount, stressors: LabelAxis)?
    private let model: LeontiefModel?
    private let footprint: Footprint?

    /// Prepares what the accounts need in common.
    init(_ subject: InputOutputSubject, _ accounts: [InputOutputAccount], _ messages: Messages) throws {
        self.subject = subject
        let table = subject.folder.table
        extended = try subject.common.satellite.map { _ in try subject.satellite(messages) }
        let systems = Self.systems(
            accounts, areas: table.areas.count, stressors: extended?.account.stressors.count ?? 0)
        model = systems > 0 ? try LeontiefModel(table, solver: .automatic(systems: systems)) : nil
        let needsFootprint = accounts.contains { $0.needsFootprint }
        if let model, let extended, needsFootprint {
            footprint = try Footprint(model, extended.account)
        } else {
            footprint = nil
        }
    }

    /// How many systems with I - A the accounts take.
    private static func systems(_ accounts: [InputOutputAccount], areas: Int, stressors: Int) -> Int {
        var systems = accounts.contains { $0.needsFootprint } ? stressors : 0
        for account in accounts {
            switch account {
            case .leontiefInverse: systems += .max / 64
            case .multipliers, .linkages: systems += stressors + 1
            default: break
            }
            switch account.footprintAccount {
            case .imported where account == .footprint(.imported): systems += stressors * areas
            case .imported, .exported: systems += areas
            default: break
            }
        }
        return systems
    }

    /// Writes an account as comma-separated text, piece by piece.
    func write(_ account: InputOutputAccount, to write: (String) throws -> Void) throws {
        if account == .multipliers || account == .linkages {
            try write(try table(account).text(.csv))
        } else {
            try subject.write(try matrix(account), to: write)
        }
    }

    private func matrix(_ account: InputOutputAccount) throws -> LabelledMatrix {
        let folder = subject.folder
        let table = folder.table
        let square = { (values: Matrix) in
            LabelledMatrix(rows: folder.industries, columns: folder.industries, values: values)
        }
        switch account {
        case .inputCoefficients: return square(table.inputCoefficients)
        case .allocationCoefficients: return square(try table.allocationCoefficients())
        case .leontiefInverse: return square(try solved().leontiefInverse())
        case .ghoshInverse: return square(try table.ghoshInverse())
        case .flows: return square(table.flows)
        case .finalDemand:
            return LabelledMatrix(
                rows: folder.industries, columns: folder.demandCategories, values: table.finalDemand)
        case .output:
            return LabelledMatrix(
                rows: folder.industries, columns: LabelAxis(levels: [""], labels: [["indout"]]),
                values: Matrix(rows: table.output.count, columns: 1) { row, _ in table.output[row] })
        default: return try extendedMatrix(account)
        }
    }

    private func extendedMatrix(_ account: InputOutputAccount) throws -> LabelledMatrix {
        let folder = subject.folder
        guard let extended else { throw Fault("io-no-table", at: Place(file: subject.path)) }
        let labelled = { (columns: LabelAxis, values: Matrix) in
            LabelledMatrix(rows: extended.stressors, columns: columns, values: values)
        }
        if account == .intensities {
            return labelled(folder.industries, extended.account.intensities(in: folder.table))
        }
        guard let footprint else { throw Fault("io-no-table", at: Place(file: subject.path)) }
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

    private func table(_ account: InputOutputAccount) throws -> OutputTable {
        let folder = subject.folder
        guard account == .multipliers else {
            return InputOutputTables.linkages(try Linkages(solved()), folder.industries)
        }
        return try InputOutputTables.multipliers(
            solved(), extended?.account, households: try subject.common.closure.model(folder, path: subject.path),
            folder.industries)
    }

    private func solved() throws -> LeontiefModel {
        guard let model else { return try LeontiefModel(subject.folder.table) }
        return model
    }
}

extension InputOutputAccount {
    /// The word of `--account`.
    var word: String { Self.words.first { $0.1 == self }?.0 ?? "" }

    /// Whether it needs the intensities of a footprint.
    fileprivate var needsFootprint: Bool {
        switch self {
        case .totalIntensities, .footprint, .footprintByArea, .footprintPerCapita: true
        default: false
        }
    }

    /// What it takes beside the total intensities.
    fileprivate var footprintAccount: FootprintAccount? {
        switch self {
        case .footprint(let kind), .footprintByArea(let kind), .footprintPerCapita(let kind): kind
        default: nil
        }
    }
}

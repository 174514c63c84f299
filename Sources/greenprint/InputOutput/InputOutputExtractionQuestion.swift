import ArgumentParser
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData

/// `--extract`: what the economy would lose without industries.
struct InputOutputExtractionQuestion: InputOutputQuestion {
    static let option = "--extract"

    @Option(help: "Industries to take out, SECTOR or AREA:SECTOR. 假想抽取的部门。")
    var extract: [String] = []

    @Option(help: "With --extract: what is taken out. 抽取方式。")
    var variant: ChoiceWord<HypotheticalExtraction.Variant>?

    @Option(help: "With --extract: demand (Leontief) or supply (Ghosh). 需求侧或供给侧。")
    var side = ChoiceWord(HypotheticalExtraction.Side.demand)

    var isAsked: Bool { !extract.isEmpty }

    func check(_ common: InputOutputCommon) throws {
        guard variant != nil else { throw ValidationError("--variant: needed with --extract; --extract需要该项") }
        try common.closure.check(isAllowed: false)
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let variant else { return }
        let account = subject.common.satellite == nil ? nil : try subject.satellite(messages).account
        let table = subject.folder.table
        let names = IndustryNames(table)
        let industries = try extract.map { try names.industry($0, at: Place(file: Self.option)) }
        let found = try HypotheticalExtraction(
            table, of: industries, variant: variant.value, side: side.value, account: account)
        let stressors = account?.stressors ?? []
        let axis = subject.folder.industries
        let output = OutputTable(
            header: axis.levels + ["loss", "rate"] + stressors.map { $0.label.joined(separator: " ") },
            rows: axis.labels.enumerated().map { position, label in
                let numbers: [Double?] =
                    [found.loss[position], found.rate[position]]
                    + stressors.indices.map { found.accountLoss[$0, position] }
                return label.map { .word($0) } + numbers.map { .number($0) }
            })
        Output.print(try output.text(.csv))
    }
}

/// A value of another module by its word on the command line.
struct ChoiceWord<Value: RawRepresentable<String> & CaseIterable>: ExpressibleByArgument {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    init?(argument: String) {
        guard let value = Value(rawValue: argument) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { value.rawValue }

    static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
}

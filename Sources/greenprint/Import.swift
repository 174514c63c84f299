import ArgumentParser
import Foundation
import Reports
import SDMX
import Spreadsheets
import StatisticalData
import Workspaces

/// `greenprint import`: a table of another program into a workspace.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a table of figures into a workspace. 将数据表导入工作区。")

    @Argument(
        help: "The table: .csv, .tsv, .txt, .xlsx, .xls or SDMX; or a data package to make a workspace from. 数据表文件或数据包。"
    )
    var file: String

    @Option(help: "The workspace folder; a new one for a data package. 工作区文件夹；导入数据包时为新文件夹。")
    var to: String

    @OptionGroup var table: ImportTableOptions

    @Option(help: "The source record; without it the batch is unverified. 来源记录文件。")
    var source: String?

    @Option(help: "The name of the batch; that of the file when omitted. 批次名称。")
    var name: String?

    @Option(help: "When the figures were known, where nothing else says so; today when omitted. 数据的已知日期。")
    var knownOn: KnownDate?

    @Option(help: "Write all that was found to this CSV file. 将检查结果写入此CSV文件。")
    var report: String?

    @Flag(help: "Tell what would happen and write nothing. 只检查，不写入。")
    var dryRun = false

    @Flag(help: "The table is all its source has: figures it lacks were withdrawn. 数据表为来源的全部数据，缺少者视为撤回。")
    var fullDelivery = false

    @Flag(help: "Enter the good rows although others are at fault. 跳过有误的行，导入其余各行。")
    var takeGoodRows = false

    @Flag(help: "Show dialect, layout and first rows, and do nothing else. 只显示格式、版式和前几行。")
    var preview = false

    @Option(help: "What to call the unknown signer of an exchange package, once confirmed. 对未知签名者的称呼。")
    var partner: String?

    @Option(help: "The signer's fingerprint, as told on another way; asked for when omitted. 对方另行告知的指纹。")
    var fingerprint: String?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        do {
            if let package = try ExchangeImport(file) { return try enter(package, messages) }
            if let package = try PackageImport(file) { return try unpack(package, messages) }
            let options = try options(messages)
            if preview {
                let workspace = try Workspace(at: to)
                let texts = ImportTexts(messages)
                texts.show(try workspace.preview(file, options: options), of: file)
                try difference(options, messages, texts)
            } else {
                try enter(options, messages)
            }
        } catch let faults as Faults {
            messages.tell(faults.list)
            throw ExitCode(1)
        } catch let fault as Fault {
            messages.tell([fault])
            throw ExitCode(1)
        }
    }

    /// Puts a signed package beside the figures of the workspace.
    private func enter(_ package: ExchangeImport, _ messages: Messages) throws {
        guard table.areUnused, source == nil, name == nil, knownOn == nil, report == nil, !takeGoodRows, !preview else {
            throw ValidationError(
                "an exchange package takes only --to, --partner, --fingerprint, --dry-run and --language; 导入交换包时只可用这些选项"
            )
        }
        try ExchangeCommands(messages).enter(
            package, file: file, to: to, partner: partner, fingerprint: fingerprint, isDryRun: dryRun)
    }

    /// Makes a workspace from a data package.
    private func unpack(_ package: PackageImport, _ messages: Messages) throws {
        guard table.areUnused, source == nil, name == nil, knownOn == nil, report == nil, !takeGoodRows, !preview else {
            throw ValidationError(
                "a data package takes only --to, --dry-run and --language; 导入数据包时只可用--to、--dry-run和--language")
        }
        let outcome = try messages.withProgress { try package.run(to: to, isDryRun: dryRun, progress: $0) }
        messages.tell(outcome.warnings)
        messages.tell(
            dryRun ? "package-sound" : "package-imported",
            [
                "folder": to, "files": String(outcome.files), "observations": String(outcome.observations),
                "results": String(outcome.results),
            ])
        if !dryRun { Output.print(to + "\n") }
    }

    private func enter(_ options: ImportOptions, _ messages: Messages) throws {
        let open = try messages.withProgress { try OpenWorkspace(at: to, progress: $0) }
        messages.tell(open.ingestion)
        let faultReport = try report.map { try FaultReport($0, messages.wording) }
        var shown = FaultCollector(limit: 50)
        var failure: (any Error)?
        func tell(_ fault: Fault) {
            shown.add(fault)
            do {
                try faultReport?.add(fault)
            } catch {
                failure = failure ?? error
            }
        }
        var outcome: ImportOutcome?
        do {
            outcome = try open.importTable(file, options: options, tell: tell)
        } catch let faults as Faults {
            faults.list.forEach(tell)
        } catch let fault as Fault {
            tell(fault)
        }
        if let failure { throw failure }
        try faultReport?.finish()
        messages.tell(shown.all(in: file))
        guard let outcome else { throw ExitCode(1) }
        ImportTexts(messages).tell(outcome, of: file, isDryRun: dryRun)
        if let batch = outcome.batch { Output.print(batch + "\n") }
        if outcome.errors > 0, !takeGoodRows { throw ExitCode(1) }
    }

    /// What the table would change in the ledger; nothing where its columns cannot be told yet.
    private func difference(_ options: ImportOptions, _ messages: Messages, _ texts: ImportTexts) throws {
        let open = try messages.withProgress { try OpenWorkspace(at: to, progress: $0) }
        guard let outcome = try? open.importTable(file, options: options, tell: { _ in }), outcome.isAssessed else {
            return
        }
        texts.tellCounts(outcome)
    }

    private func options(_ messages: Messages) throws -> ImportOptions {
        let today = KnownDate(latestDay: Int((Date().timeIntervalSince1970 / 86400).rounded(.down)), precision: .day)
        var options = ImportOptions(knownOn: knownOn ?? today)
        options.dialect = table.dialect
        options.grouping = table.grouping?.sign
        options.missing = table.missing
        options.layout = try table.layout.map { path in
            try TableLayout(yaml: try WorkspaceFolder.text(at: path), file: path)
        }
        options.sheet = table.sheet
        options.format = table.format?.format
        options.structures = try table.structure.map { path in
            let text = try WorkspaceFolder.text(at: path)
            return (try SDMXML.readStructures([UInt8](text.utf8), file: path), path)
        }
        options.name = name
        options.record = try source.map { path in (try WorkspaceFolder.text(at: path), path) }
        options.takesGoodRows = takeGoodRows
        options.isDryRun = dryRun || preview
        options.isFullDelivery = fullDelivery
        let wording = messages.wording
        options.describe = { fault in
            (fault.place.column.map { $0 + ": " } ?? "") + FaultText.message(fault, wording)
        }
        return options
    }
}

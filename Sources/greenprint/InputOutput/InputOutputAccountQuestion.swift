import ArgumentParser
import Foundation
import InputOutputFormats
import StatisticalData

/// `--account`: matrices or tables of a folder's table and its extension.
struct InputOutputAccountQuestion: InputOutputQuestion {
    static let option = "--account"

    @Option(name: .customLong("account"), help: "What to print. 输出内容。")
    var accounts: [InputOutputAccount] = []

    @Option(name: .customLong("output"), help: "A folder: one or more accounts are written there, a file each. 输出文件夹。")
    var output: String?

    var isAsked: Bool { !accounts.isEmpty || output != nil }

    func check(_ common: InputOutputCommon) throws {
        guard !accounts.isEmpty else { throw ValidationError("--output: only with --account; 须与--account同用") }
        guard accounts.count == 1 || output != nil else {
            throw ValidationError("--output: several accounts need a folder; 多个账户须指定输出文件夹")
        }
        guard Set(accounts).count == accounts.count else {
            throw ValidationError("--account: the same one twice; 账户重复")
        }
        if accounts.contains(where: { $0.needsExtension == true }), common.satellite == nil {
            throw ValidationError("--extension: this account needs one; 该账户需要指定卫星账户")
        }
        if accounts.allSatisfy({ $0.needsExtension == false }), common.satellite != nil {
            throw ValidationError("--extension: not with this account; 不能与该账户同用")
        }
        try common.closure.check(isAllowed: accounts.contains(.multipliers))
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        let answers = try InputOutputAccounts(subject, accounts, messages)
        guard let output else {
            for account in accounts { try answers.write(account) { Output.print($0) } }
            return
        }
        let manager = FileManager.default
        guard (try? manager.createDirectory(atPath: output, withIntermediateDirectories: true)) != nil else {
            throw Fault("io-unwritable", at: Place(file: output))
        }
        for account in accounts {
            let path = output + "/" + account.word + ".csv"
            let unwritable = Fault("io-unwritable", at: Place(file: path))
            guard manager.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
            else { throw unwritable }
            try answers.write(account) { text in
                guard (try? file.write(contentsOf: Data(text.utf8))) != nil else { throw unwritable }
            }
            guard (try? file.close()) != nil else { throw unwritable }
        }
    }
}

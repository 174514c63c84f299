import ArgumentParser
import Foundation
import Reports
import StatisticalData
import Workspaces

/// `greenprint keys`: who signs and whose signature is believed.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keys for signed exchange packages. 交换包签名所用的密钥。",
        subcommands: [KeysNew.self, KeysTrust.self, KeysList.self])

    /// The keys of the user.
    static func ring() throws -> KeyRing {
        KeyRing(try UserFolder(environment: ProcessInfo.processInfo.environment))
    }

    /// A fingerprint in groups of eight, as one reads it out.
    static func spaced(_ fingerprint: String) -> String {
        let digits = Array(fingerprint)
        return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
            .joined(separator: " ")
    }
}

/// `greenprint keys new`.
struct KeysNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a key of your own; the file to hand out is printed. 生成自己的密钥。")

    @Option(help: "Your office, as others shall read it. 单位名称。")
    var name: String

    @Option(help: "What the key is called here. 密钥在本机的名称。")
    var `as` = "own"

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let (entry, file) = try Keys.ring().make(`as`, name: name)
            messages.tell("key-made", ["name": entry.name, "fingerprint": Keys.spaced(entry.key.fingerprint)])
            Output.print(file + "\n")
        }
    }
}

/// `greenprint keys trust`.
struct KeysTrust: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Trust the key of a partner, by its fingerprint. 按指纹信任伙伴的密钥。")

    @Argument(help: "The file with the partner's key. 伙伴的公钥文件。")
    var file: String

    @Option(help: "What the partner is called here: the folder in partners/. 伙伴在本机的名称。")
    var `as`: String

    @Option(help: "The fingerprint, as the partner told it on another way; asked for when omitted. 对方另行告知的指纹。")
    var fingerprint: String?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let key = try PublicKeyFile(Data(try WorkspaceFolder.text(at: file).utf8), file: file)
            try KeyQuestion(messages).confirm(key, fingerprint: fingerprint, at: Place(file: file))
            try Keys.ring().trust(key, as: `as`)
            messages.tell("key-trusted", ["id": `as`, "name": key.name])
        }
    }
}

/// `greenprint keys list`.
struct KeysList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List own and trusted keys. 列出自己的和已信任的密钥。")

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.table

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let rows = try Keys.ring().entries().map { entry -> [OutputTable.Cell] in
                [
                    .word(entry.isOwn ? "own" : "trusted"), .word(entry.id), .word(entry.name),
                    .word(entry.key.fingerprint),
                ]
            }
            Output.print(try OutputTable(header: ["kind", "id", "name", "fingerprint"], rows: rows).text(format.table))
        }
    }
}

/// The question whether a key is that of whom it says: by comparing the fingerprint, on the terminal or by an option.
struct KeyQuestion {
    private let messages: Messages

    init(_ messages: Messages) {
        self.messages = messages
    }

    /// Returns when the key is confirmed.
    ///
    /// - Throws: a `Fault` for another fingerprint, or where nobody confirms.
    func confirm(_ key: PublicKeyFile, fingerprint: String?, at place: Place) throws {
        let expected = key.verifying.fingerprint
        if let fingerprint {
            let given = fingerprint.lowercased().filter { $0.isHexDigit }
            guard given == expected else { throw Fault.keyFingerprint(fingerprint, expected: Keys.spaced(expected)) }
            return
        }
        guard isatty(STDIN_FILENO) == 1 else { throw Fault.keyNotConfirmed(Keys.spaced(expected), at: place) }
        messages.tell("key-question", ["name": key.name, "fingerprint": Keys.spaced(expected)])
        guard let answer = readLine()?.lowercased(), ["yes", "是"].contains(answer) else {
            throw Fault.keyNotConfirmed(Keys.spaced(expected), at: place)
        }
    }
}

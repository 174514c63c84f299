import ArgumentParser
import Courses
import Foundation
import Reports
import StatisticalData
import Workspaces

/// `greenprint course certificate`: what a learner takes home.
struct CourseCertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Write certificate and signed Open Badge of a course that was passed. 生成证书和签名的开放徽章。")

    @Argument(help: "The workspace folder. 工作区文件夹。")
    var folder: String

    @Argument(help: "The file of progress. 进度文件。")
    var progress: String

    @Option(help: "The folder to write to. 输出文件夹。")
    var output: String

    @Option(help: "The day of the certificate, such as 2026-11-25. 证书日期。")
    var date: String

    @Option(help: "The own key that signs; the only one when omitted. 签名所用密钥。")
    var key: String?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let read = try CourseProgress.read(progress)
            let course = try Workspace(at: folder).course(read.course)
            let badge = try OpenBadge(read, in: course, date: date, at: Place(file: progress))
            let signer = try Keys.ring().signing(key)
            let credential = try BadgeCredential(badge, by: signer)
            let certificate = Certificate(
                learner: badge.learner, course: badge.title, points: (badge.points, badge.possible), date: badge.date,
                issuer: signer.entry.name, fingerprint: signer.entry.key.fingerprint, token: credential.token)
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for language in Language.allCases {
                let wording = try Messages(language).wording
                let stem = output + "/certificate-" + language.rawValue
                try AtomicFile.write(Data(certificate.svg(wording).utf8), to: stem + ".svg")
                try AtomicFile.write(Data(certificate.page(wording).utf8), to: stem + ".html")
            }
            try AtomicFile.write(Data((credential.token + "\n").utf8), to: output + "/badge.jwt")
            messages.tell("certificate-written", ["learner": badge.learner, "folder": output])
        }
    }
}

/// `greenprint course verify`: whether a certificate is what its issuer signed.
struct CourseVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Verify a certificate or badge without a network. 离线核验证书或徽章。")

    @Argument(help: "The certificate (.svg, .html) or badge (.jwt). 证书或徽章文件。")
    var file: String

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let credential = try BadgeCredential(in: try WorkspaceFolder.text(at: file), file: file)
            guard let statement = credential.statement else { return }
            messages.tell(
                "certificate-says",
                [
                    "learner": statement.learner, "course": statement.course, "points": statement.points,
                    "date": statement.date,
                ])
            let known = try Keys.ring().entries().first { $0.key == statement.key }
            guard let known else {
                throw Fault.exchangeUnknownSigner(
                    statement.issuer, Keys.spaced(statement.key.fingerprint), at: Place(file: file))
            }
            messages.tell("certificate-valid", ["id": known.id, "name": known.name])
        }
    }
}

/// `greenprint course xapi`: attempts for a learning record store.
struct CourseXAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xapi", abstract: "Write attempts as xAPI statements. 以xAPI语句导出作答记录。")

    @Argument(help: "The workspace folder. 工作区文件夹。")
    var folder: String

    @Argument(help: "The course. 课程。")
    var course: String

    @Argument(help: "Files of progress. 进度文件。")
    var files: [String]

    @Option(
        help: "The address of the system that knows the learners, such as https://learning.example.cn. 学员账号所属系统的网址。")
    var homePage: String

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        guard homePage.hasPrefix("https://") || homePage.hasPrefix("http://") else {
            throw ValidationError("--home-page: an address of the web; 须为网址")
        }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.telling {
            let read = try Workspace(at: folder).course(course)
            let statements = XAPIStatements(read, homePage: homePage) { Checksum.sha256(Data($0.utf8)) }
            Output.print(try statements.json(try files.map { try CourseProgress.read($0, of: course) }))
        }
    }
}

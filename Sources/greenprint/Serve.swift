import ArgumentParser
import Reports
import WebApp

/// `greenprint serve`: the report, live.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the report on this machine, always up to date. 在本机提供始终最新的报告。")

    @OptionGroup var common: CommonOptions

    @Option(help: "The port; 0 takes a free one. 端口，0表示任选空闲端口。")
    var port: UInt16 = 8080

    func run() async throws {
        let messages = try Messages(common.language)
        let server = WebServer(
            folder: common.folder, port: Int(port), catalogue: try Catalogue.embedded(), log: { Output.error($0) })
        do {
            try await server.run { port in
                let address = "http://127.0.0.1:\(port)/"
                messages.tell("live-address", ["address": address])
                Output.print(address + "\n")
            }
        } catch {
            try messages.telling { throw error }
        }
        messages.tell("live-stopped")
    }
}

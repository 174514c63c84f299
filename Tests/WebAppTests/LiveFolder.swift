import Foundation
import Logging
import NIOCore
import Reports
import TestSupport
import Workspaces

@testable import WebApp

/// A small workspace of one study in a folder of its own, and the pages made of it.
struct LiveFolder {
    let folder: TemporaryFolder
    let keeper: SnapshotKeeper
    let app: WebApp

    /// Runs `body` with the pages of a small workspace, read.
    static func with<Value>(_ body: (LiveFolder) async throws -> Value) async throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/greenprint-live-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try WorkspaceTemplate.copy("jiangsu", to: path)
        let folder = TemporaryFolder(path: path)
        for file in try folder.contents(of: "studies").keys where file != "plan-12fyp.yaml" {
            try folder.remove("studies/" + file)
        }
        for part in ["programme", "dialogues", "courses", "cases"] { try folder.remove(part) }
        try folder.write("name: {en: Short, zh: 短}\narea: \"320000\"\nlanguages: [zh, en]\n", to: "greenprint.yaml")
        let live = try LiveFolder(folder)
        await live.keeper.renew()
        return try await body(live)
    }

    private init(_ folder: TemporaryFolder) throws {
        self.folder = folder
        let catalogue = try Catalogue.embedded()
        let metrics = Metrics()
        keeper = SnapshotKeeper(
            folder: folder.path, catalogue: catalogue, logger: Logger(label: "test") { _ in LineLog { _ in } },
            metrics: metrics)
        app = WebApp(keeper: keeper, catalogue: catalogue, metrics: metrics)
    }

    /// The pages of the same folder before anything is read.
    func unread() -> WebApp {
        WebApp(
            keeper: SnapshotKeeper(
                folder: folder.path, catalogue: app.catalogue, logger: Logger(label: "test") { _ in LineLog { _ in } },
                metrics: app.metrics), catalogue: app.catalogue, metrics: app.metrics)
    }

    /// The answer to a request of this machine.
    func get(
        _ target: String, _ method: WebRequest.Method = .get, host: String? = "localhost", knownTags: String? = nil,
        languages: String? = nil, cookies: String? = nil
    ) async -> WebAnswer {
        await app.answer(
            WebRequest(
                method, target, host: host, knownTags: knownTags, acceptedLanguages: languages, cookies: cookies)
        ).answer
    }
}

extension WebAnswer {
    /// The body as text.
    var text: String { String(buffer: body) }
}

import Foundation
import Hummingbird
import Logging
import NIOCore
public import Reports
import StatisticalData
import Synchronization

/// A workspace served on this machine alone: its report, live, under the same addresses.
public struct WebServer: Sendable {
    private let folder: String
    private let port: Int
    private let catalogue: Catalogue
    private let logger: Logger

    /// How long a connection may rest.
    private static let idle = TimeAmount.seconds(60)

    /// A server of the workspace at `folder`.
    ///
    /// - Parameters:
    ///   - port: where to listen on 127.0.0.1; 0 takes a free one.
    ///   - log: called with each line of the log, JSON.
    public init(folder: String, port: Int, catalogue: Catalogue, log: @escaping @Sendable (String) -> Void) {
        self.folder = folder
        self.port = port
        self.catalogue = catalogue
        logger = Logger(label: "greenprint") { _ in LineLog(log) }
    }

    /// Serves until the process is asked to end (SIGTERM, SIGINT); what is being answered then is answered.
    ///
    /// Requests are taken at once; while the workspace is read for the first time they are told how far that is.
    ///
    /// - Parameter isReady: called with the port as soon as requests are taken.
    /// - Throws: `Faults` with everything wrong with the workspace when it is read first; a `Fault` for a port that cannot
    ///   be had.
    public func run(isReady: @escaping @Sendable (Int) -> Void) async throws {
        let metrics = Metrics()
        let keeper = SnapshotKeeper(folder: folder, catalogue: catalogue, logger: logger, metrics: metrics)
        let app = WebApp(keeper: keeper, catalogue: catalogue, metrics: metrics)
        let isListening = Atomic(false)
        let application = Application(
            responder: Responder(app: app, metrics: metrics, logger: logger),
            server: .http1(configuration: .init(idleTimeout: Self.idle)),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                isListening.store(true, ordering: .relaxed)
                isReady(channel.localAddress?.port ?? 0)
            }, logger: quiet)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.runService() }
                group.addTask { try await keeper.start() }
                try await group.next()
                group.cancelAll()
            }
        } catch  where !isListening.load(ordering: .relaxed) && !(error is Faults) {
            throw Fault("port-unavailable", at: Place(file: "--port"), ["found": String(port), "reason": "\(error)"])
        }
        logger.info("stopped")
    }

    /// The log of the server's own parts: what goes wrong only.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = .warning
        return logger
    }
}

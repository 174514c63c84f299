import Foundation
import Testing

/// A process started by a test, its output kept in files, so that neither side waits for the other.
final class Child {
    let id: pid_t
    private let scratch: String

    /// Starts an executable; messages are English unless the environment says otherwise, and a crash is quick.
    init(_ executable: String, _ arguments: [String], environment: [String: String], in folder: String?) throws {
        scratch = FileManager.default.temporaryDirectory.path + "/greenprint-output-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        var complete = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LC_") && $0.key != "LANGUAGE" }
        complete["LANG"] = "en_US.UTF-8"
        complete["SWIFT_BACKTRACE"] = "enable=no"
        complete.merge(environment) { $1 }
        let inFolder = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
        id = try Self.spawn(
            inFolder + [executable] + arguments, environment: complete.map { $0.key + "=" + $0.value }, output: scratch)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: scratch)
    }

    func kill() {
        Glibc.kill(id, SIGKILL)
    }

    /// The first line printed, waited for up to a minute.
    func firstLine() throws -> String {
        for _ in 0..<1200 {
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch + "/out")), as: UTF8.self)
            if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
            usleep(50_000)
        }
        return try #require(nil, "nothing was printed")
    }

    /// Waits for the end and reads what was printed.
    func wait() throws -> Greenprint.Outcome {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { try #require(errno == EINTR) }
        let signal = status & 0x7F
        return Greenprint.Outcome(
            output: try Data(contentsOf: URL(fileURLWithPath: scratch + "/out")),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch + "/err")), as: UTF8.self),
            code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal)
    }

    private static func spawn(_ arguments: [String], environment: [String], output: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, output + "/err", O_WRONLY | O_CREAT, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let argv = arguments.map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var id = pid_t()
        try #require(posix_spawn(&id, arguments[0], &actions, &attributes, argv, envp) == 0)
        return id
    }
}

import Foundation
import Testing
import TestSupport

/// The command as a user runs it: the built executable in a process of its own.
enum Greenprint {
    /// What a run of the command left.
    struct Outcome {
        let output: Data
        let errors: String
        /// The exit code; `nil` when a signal ended the process.
        let code: Int32?
        /// The signal that ended the process.
        let signal: Int32?

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [String] { text.split(separator: "\n").map(String.init) }
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// Runs the command and waits for its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        try Child(executable(), arguments, environment: environment, in: folder).wait()
    }

    /// Runs a script of the shell, in which `$G` is the command.
    static func shell(_ script: String, in folder: String) throws -> Outcome {
        try Child("/bin/sh", ["-c", script], environment: ["G": executable()], in: folder).wait()
    }

    /// Starts the command without waiting.
    static func start(_ arguments: [String]) throws -> Child {
        try Child(executable(), arguments, environment: [:], in: nil)
    }

    /// The executable beside the test bundle, else in the build folder of the package.
    static func executable() throws -> String {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders = [
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"), CommandLine.arguments.first,
            Bundle.main.executablePath, Bundle.main.bundlePath,
        ].compactMap { $0.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } }
        let candidates = (folders + [package.appendingPathComponent(".build/debug")])
            .map { $0.appendingPathComponent("greenprint").path }
        return try #require(
            candidates.first { FileManager.default.isExecutableFile(atPath: $0) },
            "The command is not built: no executable at \(candidates). Run “swift build” first.")
    }

    /// The example workspace in the repository.
    static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples/jiangsu").path

    /// The start of the only warning the example gives: a national plan lets the share of clean near-shore sea fall from
    /// 70.5 to 70 per cent.
    static let exampleWarning = "plans/targets.csv:89:target: warning: "
}

/// A copy of the example workspace named `jiangsu` in a folder of its own.
func withExample<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
        try FileManager.default.copyItem(atPath: Greenprint.example, toPath: folder.path("jiangsu"))
        try? FileManager.default.removeItem(atPath: folder.path("jiangsu/.greenprint"))
        return try body(folder)
    }
}

import ArgumentParser
import Foundation

/// Starts the command and gives its exit code: 0 done, 1 the data or a model is at fault, 2 the command line is.
@main
enum Main {
    static func main() async {
        Output.secureStreams()
        do {
            var command = try Greenprint.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let code = Greenprint.exitCode(for: error)
        let message = Greenprint.fullMessage(for: error)
        if code.isSuccess {
            Output.print(message.isEmpty ? "" : message + "\n")
        } else if !message.isEmpty {
            Output.error(message + "\n")
        }
        exit(code == .validationFailure ? 2 : code.rawValue)
    }
}

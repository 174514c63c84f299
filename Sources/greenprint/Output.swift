import Foundation

/// Standard output and standard error.
enum Output {
    /// Opens what is closed of the three standard streams, so that no file of the workspace takes their place.
    static func secureStreams() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 { _ = open("/dev/null", O_RDWR) }
    }

    /// Writes text to standard output.
    static func print(_ text: String) {
        print(Data(text.utf8))
    }

    /// Writes bytes to standard output; when that fails there is nothing left to do but to say so and end.
    static func print(_ data: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            Output.error("greenprint: " + String(cString: strerror(errno)) + "\n")
            exit(1)
        }
    }

    /// Writes text to standard error.
    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

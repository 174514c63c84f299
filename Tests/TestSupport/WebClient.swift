public import Foundation

/// A client of HTTP for tests: one request a connection, sent as written, so that any request can be tried.
public struct WebClient: Sendable {
    private let port: Int

    /// A client of the server at a port of this machine.
    public init(port: Int) {
        self.port = port
    }

    /// What a server answered.
    public struct Answer: Sendable {
        /// The status code.
        public let status: Int
        /// The fields by lower-case name; of several of one name the last.
        public let fields: [String: String]
        /// The body.
        public let body: Data

        /// The body as text.
        public var text: String { String(decoding: body, as: UTF8.self) }

        /// Reads an answer; `nil` where there is none.
        public init?(_ data: Data) {
            guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
            let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            let words = lines[0].split(separator: " ")
            guard words.count > 1, let status = Int(words[1]) else { return nil }
            self.status = status
            fields = Dictionary(
                lines.dropFirst().compactMap { line in
                    line.firstIndex(of: ":").map { colon in
                        (
                            line[..<colon].lowercased(),
                            line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                        )
                    }
                }, uniquingKeysWith: { $1 })
            body = Data(data[end.upperBound...])
        }
    }

    /// Asks for a path.
    public func get(_ path: String, method: String = "GET", _ fields: [String: String] = [:]) throws -> Answer {
        var text = "\(method) \(path) HTTP/1.1\r\n"
        let all = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(fields) { $1 }
        for (name, value) in all.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        return try send(Data((text + "\r\n").utf8))
    }

    /// Asks until the workspace has been read, for a minute at most.
    public func waitUntilReady() throws {
        for _ in 0..<1200 {
            if try get("/health").status == 200 { return }
            usleep(50_000)
        }
        throw TestSupportError("the workspace was not read")
    }

    /// Sends bytes and reads until the server closes.
    public func send(_ request: Data) throws -> Answer {
        let socket = try connected()
        defer { close(socket) }
        let sent = request.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard sent == request.count else { throw TestSupportError("sent \(sent) of \(request.count) bytes") }
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            received.append(contentsOf: buffer[..<count])
        }
        guard let answer = Answer(received) else { throw TestSupportError("no answer in \(received.count) bytes") }
        return answer
    }

    private func connected() throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var wait = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw TestSupportError("no server at port \(port)")
        }
        return descriptor
    }
}

import Foundation
import Hummingbird
import Synchronization

/// The files of one site that have been asked for: each is made once, however many ask at the same time.
final class PageCache: Sendable {
    /// A file ready to be sent.
    struct File: Sendable {
        let body: ByteBuffer
        let tag: EntityTag

        init(_ data: Data) {
            body = ByteBuffer(bytes: data)
            tag = EntityTag(of: data)
        }
    }

    private struct State {
        var files: [String: Task<File?, any Error>] = [:]
        var counted: Set<String> = []
        var bytes = 0
    }

    private let state = Mutex(State())
    /// Beyond this many bytes everything is forgotten and made anew when it is asked for.
    private let limit: Int

    init(limit: Int = 128 << 20) {
        self.limit = limit
    }

    /// The bytes kept.
    var bytes: Int { state.withLock { $0.bytes } }

    /// The file under `key`, made by `make` where it is not there; `nil` when there is none.
    func file(_ key: String, make: @escaping @Sendable () throws -> Data?) async throws -> File? {
        let task = state.withLock { state in
            if let known = state.files[key] { return known }
            let task = Task { try make().map { File($0) } }
            state.files[key] = task
            return task
        }
        do {
            let file = try await task.value
            keep(key, task, file?.body.readableBytes)
            return file
        } catch {
            state.withLock { $0.files[key] = nil }
            throw error
        }
    }

    /// Counts a file when it has been made; what is not there is not kept.
    private func keep(_ key: String, _ task: Task<File?, any Error>, _ count: Int?) {
        state.withLock { state in
            guard state.files[key] == task else { return }
            guard let count else {
                state.files[key] = nil
                return
            }
            guard !state.counted.contains(key) else { return }
            state.counted.insert(key)
            state.bytes += count
            if state.bytes > limit { state = State() }
        }
    }
}

import Foundation
import Synchronization

/// Work that may call itself very deeply: a thread with a stack of its own, of which only what is used takes memory.
enum LargeStack {
    static let bytes = 1 << 30

    /// Runs `body` on such a thread and waits for it; `otherwise` where there was no thread to be had.
    static func run<Value: Sendable>(otherwise: Value, _ body: @escaping @Sendable () -> Value) -> Value {
        let box = Box(otherwise)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            box.value.withLock { $0 = body() }
            done.signal()
        }
        thread.stackSize = bytes
        thread.start()
        done.wait()
        return box.value.withLock { $0 }
    }

    private final class Box<Value: Sendable>: Sendable {
        let value: Mutex<Value>

        init(_ value: Value) { self.value = Mutex(value) }
    }
}

import Foundation
import NIOCore
import Synchronization
import Testing

@testable import WebApp

/// Files are made once, however many ask for them.
struct PageCacheTests {
    private struct Failure: Error {}

    private final class Counter: Sendable {
        let count = Mutex(0)
    }

    @Test func manyAskAtOnce() async throws {
        let cache = PageCache()
        let made = Counter()
        let tags = try await withThrowingTaskGroup(of: EntityTag?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await cache.file("a") {
                        made.count.withLock { $0 += 1 }
                        usleep(20_000)
                        return Data("page".utf8)
                    }?.tag
                }
            }
            return try await group.reduce(into: Set<EntityTag?>()) { $0.insert($1) }
        }
        #expect(tags == [EntityTag(of: Array("page".utf8))])
        #expect(made.count.withLock { $0 } == 1)
        #expect(cache.bytes == 4)
    }

    @Test func whatFailsIsTriedAgain() async throws {
        let cache = PageCache()
        await #expect(throws: Failure.self) { try await cache.file("a") { throw Failure() } }
        #expect(try await cache.file("a") { nil } == nil)
        #expect(try await cache.file("a") { Data([1]) }?.body.readableBytes == 1)
    }

    @Test func memoryIsBounded() async throws {
        let cache = PageCache(limit: 100)
        for number in 0..<50 {
            #expect(try await cache.file("\(number)") { Data(count: 30) }?.body.readableBytes == 30)
            #expect(cache.bytes <= 100)
        }
    }
}

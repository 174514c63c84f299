/// Remembers what the bytes of a field mean, so that a word repeated on a million rows is read once.
///
/// Memory is bounded: beyond `limit` different fields the cache starts anew.
struct FieldCache<Value> {
    private var buckets: [UInt64: [(bytes: [UInt8], value: Value)]] = [:]
    private var last: (bytes: [UInt8], value: Value)?
    private var count = 0
    private let limit: Int

    init(limit: Int = 100_000) {
        self.limit = limit
    }

    /// The value for `bytes`, made by `make` the first time; `nil` results are not remembered.
    mutating func value(_ bytes: UnsafeRawBufferPointer, make: (String) throws -> Value?) rethrows -> Value? {
        if let last, last.bytes.elementsEqual(bytes) { return last.value }
        let hash = Self.hash(bytes)
        if let known = buckets[hash]?.first(where: { $0.bytes.elementsEqual(bytes) }) {
            last = known
            return known.value
        }
        guard let made = try make(String(decoding: bytes, as: UTF8.self)) else { return nil }
        if count >= limit {
            buckets.removeAll(keepingCapacity: true)
            count = 0
        }
        count += 1
        let entry = (Array(bytes), made)
        buckets[hash, default: []].append(entry)
        last = entry
        return made
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}

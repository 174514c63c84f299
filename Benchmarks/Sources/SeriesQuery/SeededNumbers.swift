/// A linear congruential generator (Knuth's MMIX): the same numbers on every machine.
struct SeededNumbers {
    var state: UInt64

    /// A number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}

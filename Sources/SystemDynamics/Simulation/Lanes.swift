/// One number, or several runs' numbers side by side.
protocol Lanes: Sendable {
    static var width: Int { get }
    init(all value: Double)
    subscript(lane lane: Int) -> Double { get set }
    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    static func / (left: Self, right: Self) -> Self
    static prefix func - (value: Self) -> Self
    func squared() -> Self
    var root: Self { get }
    var size: Self { get }
    var floor: Self { get }
    /// 1 where the relation holds, else 0.
    static func less(_ left: Self, _ right: Self) -> Self
    static func lessOrEqual(_ left: Self, _ right: Self) -> Self
    static func same(_ left: Self, _ right: Self) -> Self
    static func different(_ left: Self, _ right: Self) -> Self
    static func smaller(_ left: Self, _ right: Self) -> Self
    static func larger(_ left: Self, _ right: Self) -> Self
    static func both(_ left: Self, _ right: Self) -> Self
    static func either(_ left: Self, _ right: Self) -> Self
    /// The second where the first is not 0, else the third.
    static func choose(_ condition: Self, _ yes: Self, _ no: Self) -> Self
}

extension Double: Lanes {
    static var width: Int { 1 }
    init(all value: Double) { self = value }
    subscript(lane lane: Int) -> Double {
        get { self }
        set { self = newValue }
    }
    func squared() -> Double { self * self }
    var root: Double { squareRoot() }
    var size: Double { Swift.abs(self) }
    var floor: Double { rounded(.down) }
    static func less(_ left: Double, _ right: Double) -> Double { left < right ? 1 : 0 }
    static func lessOrEqual(_ left: Double, _ right: Double) -> Double { left <= right ? 1 : 0 }
    static func same(_ left: Double, _ right: Double) -> Double { left == right ? 1 : 0 }
    static func different(_ left: Double, _ right: Double) -> Double { left != right ? 1 : 0 }
    static func smaller(_ left: Double, _ right: Double) -> Double { left < right ? left : right }
    static func larger(_ left: Double, _ right: Double) -> Double { left > right ? left : right }
    static func both(_ left: Double, _ right: Double) -> Double { left != 0 && right != 0 ? 1 : 0 }
    static func either(_ left: Double, _ right: Double) -> Double { left != 0 || right != 0 ? 1 : 0 }
    static func choose(_ condition: Double, _ yes: Double, _ no: Double) -> Double { condition != 0 ? yes : no }
}

extension SIMD8<Double>: Lanes {
    static var width: Int { 8 }
    init(all value: Double) { self.init(repeating: value) }
    subscript(lane lane: Int) -> Double {
        get { self[lane] }
        set { self[lane] = newValue }
    }
    func squared() -> Self { self * self }
    var root: Self { squareRoot() }
    var size: Self { replacing(with: -self, where: self .< 0) }
    var floor: Self { rounded(.down) }
    private static func flag(_ mask: SIMDMask<SIMD8<Int64>>) -> Self {
        Self(repeating: 0).replacing(with: 1, where: mask)
    }
    static func less(_ left: Self, _ right: Self) -> Self { flag(left .< right) }
    static func lessOrEqual(_ left: Self, _ right: Self) -> Self { flag(left .<= right) }
    static func same(_ left: Self, _ right: Self) -> Self { flag(left .== right) }
    static func different(_ left: Self, _ right: Self) -> Self { flag(left .!= right) }
    static func smaller(_ left: Self, _ right: Self) -> Self { right.replacing(with: left, where: left .< right) }
    static func larger(_ left: Self, _ right: Self) -> Self { right.replacing(with: left, where: left .> right) }
    static func both(_ left: Self, _ right: Self) -> Self { flag((left .!= 0) .& (right .!= 0)) }
    static func either(_ left: Self, _ right: Self) -> Self { flag((left .!= 0) .| (right .!= 0)) }
    static func choose(_ condition: Self, _ yes: Self, _ no: Self) -> Self {
        no.replacing(with: yes, where: condition .!= 0)
    }
}

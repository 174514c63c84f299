/// The unit in which a large number is written in Chinese.
struct MyriadUnit: Sendable, Hashable {
    let sign: String
    let exponent: Int
    let size: Double

    init(largest magnitude: Double, grouping: NumberStyle.Grouping) {
        (sign, exponent, size) =
            switch (grouping, magnitude) {
            case (.myriads, 1e12...): ("万亿", 12, 1e12)
            case (.myriads, 1e8...): ("亿", 8, 1e8)
            case (.myriads, 1e4...): ("万", 4, 1e4)
            default: ("", 0, 1)
            }
    }
}

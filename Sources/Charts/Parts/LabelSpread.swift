/// Moves labels apart that would cover each other.
enum LabelSpread {
    /// Returns places at least `spacing` apart inside the bounds, as near to the wanted ones as their order allows.
    ///
    /// If there is too little room, the labels are spread evenly and the spacing falls short.
    static func places(_ wanted: [Double], spacing: Double, from low: Double, to high: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        let gap = min(spacing, order.count > 1 ? (high - low) / Double(order.count - 1) : spacing)
        var places = order.map { min(max(wanted[$0], low), high) }
        for index in places.indices.dropFirst() {
            places[index] = max(places[index], places[index - 1] + gap)
        }
        var limit = high
        for index in places.indices.reversed() {
            places[index] = min(places[index], limit)
            limit = places[index] - gap
        }
        var result = wanted
        for (place, index) in zip(places, order) { result[index] = place }
        return result
    }
}

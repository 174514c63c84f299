extension Shape {
    /// Everything wrong with the positions: ranges, closure, and edges across the antimeridian, in order.
    ///
    /// Whether rings cross is another question, which `ValidityCheck` answers.
    ///
    /// - Parameter feature: what the shape belongs to, for the faults.
    public func problems(of feature: String) -> [SpatialFault] {
        var faults: [SpatialFault] = []
        switch self {
        case .none: break
        case .lines(let lines):
            for (part, line) in lines.enumerated() {
                let place = FeaturePlace(feature, part: part + 1)
                if line.count < 2 { faults.append(.tooFewPositions(place, found: line.count, expected: 2)) }
                faults += Self.problems(along: line, place)
            }
        case .polygons(let polygons):
            for (part, polygon) in polygons.enumerated() {
                if polygon.rings.isEmpty {
                    faults.append(
                        .tooFewPositions(FeaturePlace(feature, part: part + 1), found: 0, expected: 4))
                }
                for (index, ring) in polygon.rings.enumerated() {
                    let place = FeaturePlace(feature, part: part + 1, ring: index + 1)
                    if ring.count < 4 {
                        faults.append(.tooFewPositions(place, found: ring.count, expected: 4))
                    } else if ring.first != ring.last {
                        faults.append(.notClosed(place.at(ring.count)))
                    }
                    faults += Self.problems(along: ring, place)
                }
            }
        }
        return faults
    }

    /// The first position out of range and the first edge across the antimeridian of a ring or line.
    private static func problems(along path: [Position], _ place: FeaturePlace) -> [SpatialFault] {
        for (index, position) in path.enumerated() {
            let vertex = place.at(index + 1)
            if !(abs(position.latitude) <= 90) { return [.outOfRange(vertex, .latitude, position.latitude)] }
            if !(abs(position.longitude) <= 180) { return [.outOfRange(vertex, .longitude, position.longitude)] }
        }
        for index in path.indices.dropFirst() where abs(path[index].longitude - path[index - 1].longitude) > 180 {
            return [.acrossAntimeridian(place.at(index))]
        }
        return []
    }
}

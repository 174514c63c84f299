internal import Foundation
internal import SensitivityAnalysis

/// Functions of several numbers that give several.
enum BlockFunctions {
    static func outputs(_ kind: BlockFunction.Kind, _ inputs: [Double], outputs: Int) -> [Double] {
        switch kind {
        case .sortOrder: return order(inputs).map(Double.init)
        case .vectorRank:
            var ranks = Array(repeating: 0.0, count: inputs.count - 1)
            for (rank, element) in order(inputs).enumerated() { ranks[element] = Double(rank + 1) }
            return ranks
        case .rank: return [rank(inputs)]
        case .vectorSelect: return [select(inputs)]
        case .allocateByPriority: return allocate(inputs)
        case .allocateAvailable: return allocateAvailable(inputs)
        case .invertMatrix: return inverse(inputs)
        case .timeValue: return [timeValue(inputs)]
        default: return []
        }
    }

    /// The positions, from 0, in ascending order of the values for a direction above 0, else descending.
    private static func order(_ inputs: [Double]) -> [Int] {
        let values = Array(inputs.dropFirst())
        let isAscending = inputs[0] > 0
        return values.indices.sorted { first, second in
            if values[first] == values[second] { return first < second }
            return (values[first] < values[second]) == isAscending
        }
    }

    /// XMILE's RANK: the number, from 1, of the element with a rank; ties by the second array, then by place.
    private static func rank(_ inputs: [Double]) -> Double {
        let count = (inputs.count - 1) / 2
        let (values, others) = (Array(inputs[1...count]), Array(inputs[(count + 1)...]))
        let sorted = values.indices.sorted { first, second in
            if values[first] != values[second] { return values[first] < values[second] }
            if others[first] != others[second] { return others[first] < others[second] }
            return first < second
        }
        let wanted = Int(max(-1, min(Double(count) + 1, inputs[0]))) - 1
        return sorted.indices.contains(wanted) ? Double(sorted[wanted] + 1) : 0
    }

    /// Vensim's VECTOR SELECT: value if none, action, action on errors, then selectors and values.
    private static func select(_ inputs: [Double]) -> Double {
        let count = (inputs.count - 3) / 2
        let pairs = zip(inputs[3..<3 + count], inputs[(3 + count)...]).filter { $0.0 != 0 }
        guard let first = pairs.first else { return inputs[0] }
        let products = pairs.map { $0.0 * $0.1 }
        let values = pairs.map(\.1)
        func fold(_ list: [Double], _ next: (Double, Double) -> Double) -> Double {
            list.dropFirst().reduce(list[0], next)
        }
        switch Int(inputs[1]) {
        case 0: return fold(products, +)
        case 1: return fold(products, *)
        case 2: return fold(products, min)
        case 3: return fold(products, max)
        case 4: return fold(products, +) / Double(products.count)
        case 5: return pairs.dropFirst().reduce(pow(first.1, first.0)) { $0 * pow($1.1, $1.0) }
        case 6: return fold(values, +)
        case 7: return fold(values, *)
        case 8: return fold(values, min)
        case 9: return fold(values, max)
        case 10: return fold(values, +) / Double(values.count)
        default: return .nan
        }
    }

    /// Vensim's ALLOCATE BY PRIORITY: width, supply, requests, priorities.
    private static func allocate(_ inputs: [Double]) -> [Double] {
        let (width, supply) = (inputs[0], inputs[1])
        let count = (inputs.count - 2) / 2
        let requests = inputs[2..<2 + count].map { max(0, $0) }
        let priorities = Array(inputs[(2 + count)...])
        if supply >= requests.reduce(0, +) { return requests }
        var given = Array(repeating: 0.0, count: count)
        guard supply > 0, width > 0 else { return given }
        let order = (0..<count).filter { requests[$0] > 0 }.sorted { priorities[$0] > priorities[$1] }
        var left = supply
        var started = 0
        var active: [Int] = []
        while left > 1e-14 * supply {
            if active.isEmpty {
                guard started < order.count else { break }
                active.append(order[started])
                started += 1
            }
            var share = Double.infinity
            for unit in active { share = min(share, (requests[unit] - given[unit]) / requests[unit]) }
            if started < order.count, let previous = active.last ?? order.first {
                let leader = order[started - 1]
                let gap = priorities[leader] - priorities[order[started]]
                let threshold = requests[leader] * min(1, gap / width)
                let until = max(0, (threshold - given[leader]) / requests[leader])
                if given[leader] >= threshold - 1e-13 * max(1, threshold) {
                    active.append(order[started])
                    started += 1
                    continue
                }
                if active.contains(leader) { share = min(share, until) }
                _ = previous
            }
            let pace = active.reduce(0) { $0 + requests[$1] }
            share = min(share, left / pace)
            for unit in active {
                given[unit] += share * requests[unit]
                left -= share * requests[unit]
            }
            active.removeAll { given[$0] >= requests[$0] * (1 - 1e-14) }
            if share == 0, active.isEmpty, started >= order.count { break }
        }
        return given
    }

    /// Vensim's ALLOCATE AVAILABLE: supply, requests, then type, centre, width and extra of each.
    private static func allocateAvailable(_ inputs: [Double]) -> [Double] {
        let supply = inputs[0]
        let count = (inputs.count - 1) / 5
        let requests = inputs[1...count].map { max(0, $0) }
        func profile(_ part: Int, _ unit: Int) -> Double { inputs[1 + count * (part + 1) + unit] }
        guard supply < requests.reduce(0, +) else { return requests }
        func share(_ unit: Int, at price: Double) -> Double {
            let (centre, width) = (profile(1, unit), profile(2, unit))
            let distance = width > 0 ? (price - centre) / width : (price < centre ? -1e9 : 1e9)
            switch Int(profile(0, unit)) {
            case 0: return 1
            case 1: return min(1, max(0, 0.5 - distance))
            case 2:
                if distance <= -0.5 { return 1 }
                if distance >= 0.5 { return 0 }
                return distance < 0
                    ? 1 - 2 * (distance + 0.5) * (distance + 0.5) : 2 * (0.5 - distance) * (0.5 - distance)
            case 3: return 1 - NormalDistribution.cumulative(distance)
            case 4: return distance < 0 ? 1 - 0.5 * exp(distance) : 0.5 * exp(-distance)
            default: return price <= 0 ? 1 : 1 / (1 + pow(price / centre, profile(3, unit)))
            }
        }
        let centres = (0..<count).map { profile(1, $0) }
        let reach = (0..<count).map { abs(profile(2, $0)) }.max() ?? 1
        var low = (centres.min() ?? 0) - 50 * reach - 1
        var high = (centres.max() ?? 0) + 50 * reach + 1
        for _ in 0..<200 where high - low > 1e-14 * max(1, abs(low)) {
            let middle = (low + high) / 2
            let demand = (0..<count).reduce(0) { $0 + requests[$1] * share($1, at: middle) }
            if demand > supply { low = middle } else { high = middle }
        }
        return (0..<count).map { requests[$0] * share($0, at: (low + high) / 2) }
    }

    /// The inverse of a square matrix, row by row; not a number where there is none.
    private static func inverse(_ inputs: [Double]) -> [Double] {
        let count = Int(Double(inputs.count).squareRoot().rounded())
        var work = inputs
        var inverse = (0..<count * count).map { $0 / count == $0 % count ? 1.0 : 0 }
        for column in 0..<count {
            let pivot =
                (column..<count).max { abs(work[$0 * count + column]) < abs(work[$1 * count + column]) } ?? column
            guard work[pivot * count + column] != 0 else { return inputs.map { _ in .nan } }
            for place in 0..<count where pivot != column {
                work.swapAt(pivot * count + place, column * count + place)
                inverse.swapAt(pivot * count + place, column * count + place)
            }
            let divisor = work[column * count + column]
            for place in 0..<count {
                work[column * count + place] /= divisor
                inverse[column * count + place] /= divisor
            }
            for row in 0..<count where row != column {
                let factor = work[row * count + column]
                for place in 0..<count where factor != 0 {
                    work[row * count + place] -= factor * work[column * count + place]
                    inverse[row * count + place] -= factor * inverse[column * count + place]
                }
            }
        }
        return inverse
    }

    /// Vensim's GET TIME VALUE without a calendar: the time now or at the start, moved.
    private static func timeValue(_ inputs: [Double]) -> Double {
        let base = inputs[2] == 0 ? inputs[0] : inputs[1]
        return inputs[4] == 0 ? base + inputs[3] : .nan
    }
}

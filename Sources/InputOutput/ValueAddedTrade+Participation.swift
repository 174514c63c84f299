import LinearAlgebra

extension ValueAddedTrade {
    /// How an area takes part in global value chains.
    public struct Participation: Hashable, Sendable {
        /// The area.
        public let area: String
        /// Gross exports.
        public let exports: Double
        /// VAX: its value added that other areas consume.
        public let valueAddedExports: Double
        /// Its value added in its own gross exports, what returns included.
        public let domesticContent: Double
        /// VS, vertical specialisation: value added of other areas in its gross exports.
        public let foreignContent: Double
        /// VS1: its value added in the gross exports of other areas.
        public let inExportsOfOthers: Double

        /// VAX / exports; `nil` without exports.
        public var valueAddedRatio: Double? { share(valueAddedExports) }
        /// VS / exports, backward participation; `nil` without exports.
        public var backward: Double? { share(foreignContent) }
        /// VS1 / exports, forward participation; `nil` without exports.
        public var forward: Double? { share(inExportsOfOthers) }

        private func share(_ value: Double) -> Double? { exports == 0 ? nil : value / exports }
    }

    /// The participation of each area, in the order of the table.
    ///
    /// Law: domestic and foreign content add up to exports as far as the columns balance.
    ///
    /// - Throws: `InputOutputFaults` where double numbers cannot give it.
    public func participation() throws(InputOutputFaults) -> [Participation] {
        let table = model.table
        let areas = table.areas
        let absorbed = try absorbed()
        return areas.indices.map { area in
            var (exports, domestic, foreign, others, abroad) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for (position, industry) in table.industries.enumerated() {
                let amount = gross.exports[position]
                guard industry.area == areas[area] else {
                    others += contents[area, position] * amount
                    continue
                }
                exports += amount
                domestic += contents[area, position] * amount
                for other in areas.indices where other != area {
                    foreign += contents[other, position] * amount
                    abroad += absorbed[position, other]
                }
            }
            return Participation(
                area: areas[area], exports: exports, valueAddedExports: abroad, domesticContent: domestic,
                foreignContent: foreign, inExportsOfOthers: others)
        }
    }
}

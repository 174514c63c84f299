import StatisticalData

extension EmbodiedTradeStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into a study of embodied trade.
    struct Inputs: Codable, Sendable {
        let study: EmbodiedTradeStudy
        let homeArea: Area.ID
        let data: RegionalTableData
        /// Where the study declares each assumption, by the path of its keys.
        let places: [String: Place]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        table.check(study, into: &collector)
        if !abroad.isOrdered(within: 0...1000) {
            collector.add(
                .assumptionRange(
                    "abroad", abroad.value, Decimals.text(abroad.low), Decimals.text(abroad.high),
                    at: study.place(of: "abroad")))
        }
        let reader = try RegionalTableReader(
            table.folder, at: study.place(of: "table", "folder"), from: context, into: &collector)
        let data = try reader.read(into: &collector)
        if let data {
            for category in table.demand.keys.sorted() where !data.categories.contains(category) {
                collector.add(
                    .noCategory(category, known: data.categories, at: study.place(of: "table", "demand", category)))
            }
            if !data.categories.contains(Self.exports) {
                collector.add(.noCategory(Self.exports, known: data.categories, at: study.place(of: "table", "folder")))
            }
        }
        try collector.throwIfFaulty(in: study.place.file)
        guard let data else { throw Faults(collector.faults) }
        var places: [String: Place] = [:]
        for key in ["from", "to", "step"] { places["delta." + key] = study.place(of: "table", "delta", key) }
        for key in ["value", "low", "high"] { places["abroad." + key] = study.place(of: "abroad", key) }
        for category in table.demand.keys {
            places["demand." + category] = study.place(of: "table", "demand", category)
        }
        return Inputs(study: self, homeArea: context.homeArea, data: data, places: places)
    }

    /// The category of the nation's exports.
    static let exports = "exports"
}

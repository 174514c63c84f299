import StatisticalData
import TableFormats
import TargetTracking

extension EcoParksStudy: StudyMethod {
    static var version: Int { 1 }

    /// What goes into an assessment of parks.
    struct Inputs: Codable, Sendable {
        let study: EcoParksStudy
        let homeArea: Area.ID
        let rows: [BenchmarkTable.Row]
        let parks: [ParkTable.Park]
        let hasIntended: Bool
        /// Sources and marks of the two files, where their rows say nothing.
        let benchmarks: Origin
        let values: Origin

        var framework: ThresholdFramework { ThresholdFramework(rows.map(\.indicator)) }
    }

    /// Where a file comes from.
    struct Origin: Codable, Sendable {
        let source: Source.ID?
        let trust: Trust
    }

    func gather(study: Study, from context: StudyContext, into collector: inout FaultCollector) throws -> Inputs {
        func read(_ path: String, _ key: String) throws -> [UInt8]? {
            try collector.collect { _ in try context.readFile(path, study.place(of: key)) }
        }
        let bytes = (list: try read(framework, "framework"), values: try read(parks, "parks"))
        let list = try bytes.list.flatMap { bytes in
            try collector.collect { _ in try BenchmarkTable(bytes, file: framework) }
        }
        let table = try list.flatMap { list in
            try bytes.values.flatMap { bytes in
                try collector.collect { _ in
                    try ParkTable(bytes, file: parks, framework: list.framework)
                }
            }
        }
        if let list, let table {
            collector.add(contentsOf: table.warnings)
            let assessed = try collector.collect { _ in try table.assess(by: list.framework, file: parks) }
            collector.add(contentsOf: assessed?.warnings ?? [])
            for park in table.parks where context.areas[Area.ID(park.code)] == nil {
                let place = park.rows.values.map(\.place).min { ($0.line ?? 0) < ($1.line ?? 0) }
                collector.add(
                    .unknownArea(park.code, among: context.areas.areas.map(\.id), at: place ?? Place(file: parks)))
            }
        }
        if let table {
            let codes = table.parks.map(\.code)
            for park in goal?.parks ?? [] where !codes.contains(park.rawValue) {
                collector.add(.goalWithoutPark(park.rawValue, among: codes, at: study.place(of: "goal", "parks")))
            }
        }
        try collector.throwIfFaulty(in: study.place.file)
        guard let list, let table else { throw Faults(collector.faults) }
        return Inputs(
            study: self, homeArea: context.homeArea, rows: list.rows, parks: table.parks,
            hasIntended: table.hasIntended, benchmarks: origin(of: framework, context),
            values: origin(of: parks, context))
    }

    private func origin(of file: String, _ context: StudyContext) -> Origin {
        let source = context.defaultSources[file].flatMap { context.sources[$0] }
        return Origin(source: source?.id, trust: source?.trust ?? .unverified)
    }
}

import StatisticalData

extension PlanLedgerStudy: StudyMethod {
    static var version: Int { 3 }

    /// What goes into a plan ledger.
    struct Inputs: Codable, Sendable {
        let study: PlanLedgerStudy
        let homeArea: Area.ID
        let targets: [PlanTarget]
        /// All vintages of every series a target may be measured by.
        let series: [SeriesVintages]
    }

    /// A series with all its vintages.
    struct SeriesVintages: Codable, Sendable {
        let key: SeriesKey
        let observations: [Observation]
    }

    func gather(
        study: Study, from context: StudyContext, into collector: inout FaultCollector
    ) throws -> Inputs {
        let bytes = try collector.collect { _ in try context.readFile(targets.file, study.place(of: "targets", "file"))
        }
        let file = TargetsFile(context: context, reference: targets)
        let read = try bytes.flatMap { bytes in
            try collector.collect { try file.read(bytes, studyPlace: study.place(of: "targets", "plan"), into: &$0) }
        }
        try collector.throwIfFaulty(in: targets.file)
        let chosen = read ?? []
        var series: [SeriesVintages] = []
        var seen: Set<SeriesKey> = []
        for target in chosen {
            for transformation in Transformation.allCases {
                let key = SeriesKey(target.series, transformation, in: target.area)
                guard seen.insert(key).inserted else { continue }
                let vintages = try context.ledger.vintages(key, asKnownOn: asKnownOn)
                if !vintages.isEmpty { series.append(SeriesVintages(key: key, observations: vintages)) }
            }
        }
        return Inputs(study: self, homeArea: context.homeArea, targets: chosen, series: series)
    }
}

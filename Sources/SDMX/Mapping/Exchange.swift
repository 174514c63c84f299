public import StatisticalData

/// Observations of a workspace as SDMX: its structure, with code lists of what occurs, and the data.
///
/// One value a key by default: the newest of each series and period. With all vintages the dimension VINTAGE holds the
/// date on which a value was known, so that no key occurs twice.
public struct Exchange: Sendable {
    /// The agency that keeps the structure, and whether every vintage is given.
    public struct Options: Sendable {
        /// An identifier: letters, digits, `_` and `-`, a letter first.
        public var agency: String
        /// Every vintage, not only the newest.
        public var hasVintages: Bool

        /// The usual choice.
        public init(agency: String = "GREENPRINT", hasVintages: Bool = false) {
            self.agency = agency
            self.hasVintages = hasVintages
        }
    }

    /// The structure.
    public let structures: StructureMessage
    /// The data.
    public let dataSet: DataSet
    /// Observations that gave way to another of the same key.
    public let superseded: Int

    /// Writes observations as a data set.
    ///
    /// - Parameters:
    ///   - observations: in any order; all vintages or some.
    ///   - areas: where the codes of areas are found: ISO 3166, else `CN-` and GB/T 2260, else the own code.
    /// - Throws: `Faults` for identifiers that cannot be codes, and areas and indicators that are not registered.
    public init(
        _ observations: [Observation], areas: AreaHierarchy, indicators: [Indicator], sources: [Source.ID: Source],
        title: LocalisedText, options: Options = Options()
    ) throws(Faults) {
        var newest: [Key: Observation] = [:]
        for observation in observations {
            let key = Key(observation, hasVintages: options.hasVintages)
            if let other = newest[key], Vintages.precedes(observation, other) { continue }
            newest[key] = observation
        }
        let kept = newest.sorted { $0.key < $1.key }.map(\.value)
        superseded = observations.count - kept.count
        let areaCodes = AreaCodes(areas)
        let faults = CodeCheck.faults(
            kept, areas: areas, areaCodes: areaCodes, indicators: indicators, options: options)
        guard faults.isEmpty else { throw Faults(faults) }
        let workspace = ExchangeStructure(
            kept, areas: areas, areaCodes: areaCodes, indicators: indicators, sources: sources, title: title,
            options: options)
        structures = workspace.message
        dataSet = Self.dataSet(kept, workspace, areaCodes, options)
    }

    /// What makes the key of an observation, in the order of the rows written.
    struct Key: Hashable, Comparable {
        let series: SeriesKey
        let period: Period
        let vintage: String

        init(_ observation: Observation, hasVintages: Bool) {
            series = observation.series
            period = observation.period
            vintage = hasVintages ? observation.knownOn.description : ""
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.series, left.period, left.vintage) < (right.series, right.period, right.vintage)
        }
    }

    private static func dataSet(
        _ observations: [Observation], _ workspace: ExchangeStructure, _ areas: AreaCodes, _ options: Options
    ) -> DataSet {
        let structure = workspace.structure
        let columns =
            structure.dimensions.map { ComponentColumn($0.id, .dimension) }
            + structure.measures.map { ComponentColumn($0.id, .measure) }
            + structure.attributes.map { ComponentColumn($0.id, .attribute) }
        var dataSet = DataSet(workspace.dataflow, columns: columns)
        for observation in observations {
            let unit = UnitCode.code(of: observation.unit)
            let hasDecimals = observation.value.map { Decimals.text($0) } ?? ""
            var row: [String: String?] = [
                "FREQ": observation.period.frequency.sdmx, "REF_AREA": areas.code(of: observation.series.area),
                "INDICATOR": observation.series.indicator.rawValue,
                "TRANSFORMATION": observation.series.transformation.rawValue, "TIME_PERIOD": observation.period.sdmx,
                "OBS_VALUE": observation.value == nil ? nil : hasDecimals,
                "OBS_STATUS": ObservationStatus(observation).rawValue, "UNIT_MEASURE": unit.code,
                "UNIT_MULT": String(unit.multiplier), "DECIMALS": String(observation.decimals),
                "KNOWN_ON": observation.knownOn.description, "REVISION": observation.revision.rawValue,
                "TRUST": observation.trust.rawValue, "QUALIFIER": observation.qualifier?.code,
                "DATA_SOURCE": observation.source.rawValue, "NOTE": observation.note?.en,
                "NOTE_ZH": observation.note?.zh,
            ]
            if options.hasVintages { row["VINTAGE"] = observation.knownOn.description }
            let values = row.compactMapValues { text in text.map { ComponentValue.text($0) } }
            dataSet.append(values, at: observation.place)
        }
        return dataSet
    }
}

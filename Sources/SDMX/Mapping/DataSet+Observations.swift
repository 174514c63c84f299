import Spreadsheets
public import StatisticalData

extension DataSet {
    /// What an observation gets where the data do not say it.
    public struct Defaults: Sendable {
        /// The source.
        public var source: Source.ID
        /// The date known.
        public var knownOn: KnownDate
        /// The mark of trust.
        public var trust: Trust

        /// Makes defaults.
        public init(source: Source.ID, knownOn: KnownDate, trust: Trust) {
            self.source = source
            self.knownOn = knownOn
            self.trust = trust
        }
    }

    /// The rows as observations of a workspace: the way back of `Exchange`.
    ///
    /// The power of ten of UNIT_MULT becomes part of the unit, so the value stays as it was printed; REVISION, TRUST and
    /// DATA_SOURCE are read where they are, else OBS_STATUS and the defaults count.
    ///
    /// - Throws: `Faults` with every row that has an unknown area, indicator or unit, a period we do not have, no number.
    public func observations(
        areas: AreaHierarchy, indicators: [Indicator], defaults: Defaults
    ) throws(Faults) -> [Observation] {
        let reader = ObservationReader(spread(), areas: areas, indicators: indicators, defaults: defaults)
        var collector = FaultCollector(limit: 500)
        let observations = (0..<reader.dataSet.count).compactMap { row in
            reader.observation(row, into: &collector)
        }
        try collector.throwIfFaulty(in: places.first?.file ?? structure.description)
        return observations
    }
}

/// Reads observations from the rows of a data set.
private struct ObservationReader {
    let dataSet: DataSet
    private let areas: AreaHierarchy
    private let areaCodes: AreaCodes
    private let indicators: [Indicator.ID: Indicator]
    private let defaults: DataSet.Defaults

    init(_ dataSet: DataSet, areas: AreaHierarchy, indicators: [Indicator], defaults: DataSet.Defaults) {
        self.dataSet = dataSet
        self.areas = areas
        self.areaCodes = AreaCodes(areas)
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.defaults = defaults
    }

    /// The observation of a row; `nil` with its faults told.
    func observation(_ row: Int, into collector: inout FaultCollector) -> Observation? {
        let area = self.area(row, &collector)
        let indicator = self.indicator(row, &collector)
        let period = self.period(row, &collector)
        let number = value(row, &collector)
        let transformation = word(row, "TRANSFORMATION", Transformation.self, &collector) ?? .level
        var unit: UnitOfMeasure?
        if let indicator { unit = self.unit(row, indicator, transformation, &collector) }
        let status = text(row, "OBS_STATUS").flatMap { ObservationStatus(rawValue: $0) }
        let revision = word(row, "REVISION", Revision.self, &collector) ?? status?.revision ?? .final
        let trust = word(row, "TRUST", Trust.self, &collector) ?? defaults.trust
        let qualifier = text(row, "QUALIFIER").flatMap { code in Qualifier.allCases.first { $0.code == code } }
        let known = date(row, &collector)
        guard let area, let indicator, let period, let unit, let known, let number else { return nil }
        return Observation(
            series: SeriesKey(indicator.id, transformation, in: area), period: period, value: number.value,
            decimals: text(row, "DECIMALS").flatMap { Int($0) } ?? number.decimals, unit: unit, qualifier: qualifier,
            knownOn: known, revision: revision, trust: trust,
            source: text(row, "DATA_SOURCE").map { Source.ID($0) } ?? defaults.source,
            note: LocalisedText(en: text(row, "NOTE"), zh: text(row, "NOTE_ZH")), place: dataSet.places[row])
    }

    private func text(_ row: Int, _ id: String) -> String? { dataSet.text(id, row: row) }

    private func area(_ row: Int, _ collector: inout FaultCollector) -> Area.ID? {
        let code = text(row, "REF_AREA") ?? ""
        if let area = areaCodes.area(code) { return area }
        collector.add(.unknownArea(code, among: areaCodes.all.map { Area.ID($0) }, at: dataSet.place(row, "REF_AREA")))
        return nil
    }

    private func indicator(_ row: Int, _ collector: inout FaultCollector) -> Indicator? {
        let code = text(row, "INDICATOR") ?? ""
        if let indicator = indicators[Indicator.ID(code)] { return indicator }
        let known = indicators.keys.map(\.rawValue).sorted()
        collector.add(.unregisteredIndicator(code, known, at: dataSet.place(row, "INDICATOR")))
        return nil
    }

    private func period(_ row: Int, _ collector: inout FaultCollector) -> Period? {
        let place = dataSet.place(row, "TIME_PERIOD")
        let found = text(row, "TIME_PERIOD") ?? ""
        if let start = text(row, "REPORTING_YEAR_START_DAY"), start != "--01-01" {
            collector.add(.reportingYear(start, at: dataSet.place(row, "REPORTING_YEAR_START_DAY")))
            return nil
        }
        guard let period = TimePeriod(found) else {
            collector.add(.period(found, at: place))
            return nil
        }
        if let frequency = text(row, "FREQ"), !period.agrees(withFrequency: frequency) {
            collector.add(.frequency(frequency, of: found, at: place))
            return nil
        }
        guard let ours = period.period(frequency: text(row, "FREQ")) else {
            collector.add(.foreignPeriod(found, at: place))
            return nil
        }
        return ours
    }

    /// The value, which may be missing, and its decimals; `nil` for what is no number.
    private func value(_ row: Int, _ collector: inout FaultCollector) -> (value: Double?, decimals: Int)? {
        guard let found = text(row, "OBS_VALUE"), !found.isEmpty else { return (nil, 0) }
        if let number = DecimalNumber(found) { return (number.value, number.decimals) }
        collector.add(.value(found, at: dataSet.place(row, "OBS_VALUE")))
        return nil
    }

    private func unit(
        _ row: Int, _ indicator: Indicator, _ transformation: Transformation, _ collector: inout FaultCollector
    ) -> UnitOfMeasure? {
        guard let code = text(row, "UNIT_MEASURE") else { return indicator.unit(after: transformation) }
        let multiplier = text(row, "UNIT_MULT") ?? "0"
        if let power = Int(multiplier), let unit = UnitCode.unit(code, multiplier: power) { return unit }
        collector.add(.unitCode(code, multiplier: multiplier, at: dataSet.place(row, "UNIT_MEASURE")))
        return nil
    }

    private func date(_ row: Int, _ collector: inout FaultCollector) -> KnownDate? {
        guard let found = text(row, "KNOWN_ON") ?? text(row, "VINTAGE") else { return defaults.knownOn }
        if let date = KnownDate(found) { return date }
        collector.add(.csvMalformed(.date, found, at: dataSet.place(row, "KNOWN_ON")))
        return nil
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ row: Int, _ id: String, _ type: Word.Type, _ collector: inout FaultCollector
    ) -> Word? where Word.RawValue == String {
        guard let found = text(row, id) else { return nil }
        if let word = Word(rawValue: found) { return word }
        let allowed = Word.allCases.map(\.rawValue)
        collector.add(.csvUnknownWord(found, allowed: allowed, at: dataSet.place(row, id)))
        return nil
    }
}

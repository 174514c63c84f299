import Foundation
import Spreadsheets
import StatisticalData
import Studies
import Testing

/// A workspace of a few rows: areas A, B and C of the whole W, files and figures as a test gives them.
struct SampleWorkspace {
    var files: [String: String] = [:]
    var observations: [Observation] = []
    var indicators: [String: UnitOfMeasure] = [:]
    var areaIDs: [String] = ["A", "B", "C"]

    func context() throws -> StudyContext {
        let areas = [Area.sample("W", parent: nil)] + areaIDs.map { Area.sample($0, parent: "W") }
        let registry = indicators.map { id, unit in
            Indicator(
                id: Indicator.ID(id), name: LocalisedText(en: id, zh: id), unit: unit, direction: .none, goals: [])
        }
        let files = files
        let sources = ["s1", "s2", "plan"].map { Source.sample(Source.ID($0)) }
        return StudyContext(
            areas: try AreaHierarchy(areas) { Place(file: "areas.csv", line: $0 + 2) }, homeArea: "A",
            indicators: Dictionary(registry.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) }), ledger: MemoryLedger(observations),
            readFile: { path, place in
                guard let text = files[path] else { throw Fault("file-missing", at: place, ["found": path]) }
                return [UInt8](text.utf8)
            })
    }

    func prepare(_ yaml: String) throws -> PreparedStudy {
        try PreparedStudy(try Study(id: "study", yaml: yaml, file: "studies/study.yaml"), in: try context())
    }

    func run(_ yaml: String) throws -> ResultIndex {
        ResultIndex(try prepare(yaml).compute())
    }

    /// The faults of reading and gathering, as `code place`.
    func faults(_ yaml: String) throws -> [String] {
        do {
            _ = try prepare(yaml)
            return []
        } catch let faults as Faults {
            return faults.list.map { $0.code + " " + $0.place.description }
        }
    }
}

extension Area {
    static func sample(_ id: String, parent: String?) -> Area {
        let name = LocalisedText(en: "Area " + id, zh: "地区" + id)
        return Area(
            id: ID(id), parent: parent.map { ID($0) }, level: parent == nil ? "country" : "province", name: name,
            shortName: name)
    }
}

extension Source {
    static func sample(_ id: ID) -> Source {
        let text = LocalisedText(en: "Source", zh: "来源")
        return Source(
            id: id, publisher: text, title: text, address: nil, licence: text, published: nil, retrieved: nil,
            trust: .press, note: nil)
    }
}

extension Observation {
    /// A figure as printed, so that its decimals are those of the text.
    static func printed(
        _ text: String, _ indicator: String, _ period: String, _ transformation: Transformation = .level,
        in area: String = "A", unit: String, known: String = "2021-06-01", qualifier: Qualifier? = nil,
        revision: Revision = .final, trust: Trust = .press, source: String = "s1", line: Int = 2
    ) throws -> Observation {
        let number = try #require(DecimalNumber(text))
        return Observation(
            series: SeriesKey(Indicator.ID(indicator), transformation, in: Area.ID(area)),
            period: try #require(Period(period)), value: number.value, decimals: number.decimals,
            unit: try #require(UnitOfMeasure(unit)), qualifier: qualifier, knownOn: try #require(KnownDate(known)),
            revision: revision, trust: trust, source: Source.ID(source),
            place: Place(file: "data/sample.csv", line: line))
    }

    /// The same figure with another value or period.
    func with(value: Double? = nil, trust: Trust? = nil) -> Observation {
        Observation(
            series: series, period: period, value: value ?? self.value, decimals: decimals, unit: unit,
            qualifier: qualifier, knownOn: knownOn, revision: revision, trust: trust ?? self.trust, source: source,
            note: note, place: place)
    }
}

/// Whether two numbers agree to the last digits a double holds.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}

internal import Declarations
public import InputOutput
public import StatisticalData

/// A scenario written as YAML, with the line of every shock kept for messages.
public struct ScenarioDeclaration: Sendable {
    /// The scenario.
    public let scenario: Scenario

    private let file: String
    private let places: [ScenarioAddress: Place]

    /// Reads a scenario for a table; names are looked up in it and in its account.
    ///
    /// - Throws: `Faults` with all that was found, each with its line.
    public init(
        _ text: String, file: String, table: InputOutputTable, stressors: [Stressor]
    ) throws(Faults) {
        let declaration = try Declaration(text, file: file)
        _ = try declaration.decode(Nothing.self, schema: ScenarioSchema.whole)
        var reader = ScenarioReader(IndustryNames(table), stressors)
        let root = declaration.root
        let programme = reader.shocks(root["programme"], .gross)
        let displaced = reader.shocks(root["displaced"], .displaced)
        let financing = reader.financing(root["financing"])
        try reader.faults.throwIfFaulty(in: file)
        scenario = Scenario(programme: programme, displaced: displaced, financing: financing)
        places = reader.places
        self.file = file
    }

    /// Where a shock or a rule stands.
    public func place(of address: ScenarioAddress?) -> Place {
        address.flatMap { places[$0] } ?? Place(file: file)
    }
}

/// What is decoded where the checked values are read with their places.
struct Nothing: Decodable {}

/// The industries of a table by name: the sector in a table of one area, else AREA:SECTOR.
public struct IndustryNames: Sendable {
    private let positions: [String: Industry]

    /// The names of a table.
    public init(_ table: InputOutputTable) {
        positions = Dictionary(table.industries.map { (Self.name($0), $0) }) { first, _ in first }
    }

    /// The industry of a name.
    ///
    /// - Throws: a fault with the nearest name.
    public func industry(_ name: String, at place: Place) throws(Fault) -> Industry {
        if let found = positions[name] { return found }
        let known = positions.keys.sorted()
        let nearest = known.count > 2000 ? nil : Suggestion.nearest(to: name, among: known)
        throw Fault("io-shock-industry", at: place, ["found": [name].shown, "nearest": nearest ?? known.first ?? "-"])
    }

    /// The name of an industry.
    public static func name(_ industry: Industry) -> String {
        industry.area.isEmpty ? industry.sector : industry.area + ":" + industry.sector
    }
}

/// What is changed and who pays: a value that `ImpactModel` turns into results.
public struct Scenario: Hashable, Sendable {
    /// What is done.
    public let programme: [Shock]
    /// What it takes the place of, such as coal that is no longer bought.
    public let displaced: [Shock]
    /// Who pays.
    public let financing: Financing

    /// Describes a scenario.
    public init(programme: [Shock], displaced: [Shock] = [], financing: Financing) {
        self.programme = programme
        self.displaced = displaced
        self.financing = financing
    }
}

/// A part of a scenario, shown apart in results.
public enum ScenarioPart: String, Hashable, Sendable, CaseIterable {
    /// What the programme does.
    case gross
    /// What it takes the place of.
    case displaced
    /// What paying for it does.
    case financed
}

/// Where in a scenario something stands.
public struct ScenarioAddress: Hashable, Sendable {
    /// The part.
    public let part: ScenarioPart
    /// The position in its list, from 0.
    public let position: Int

    /// Names a place.
    public init(_ part: ScenarioPart, _ position: Int) {
        self.part = part
        self.position = position
    }
}

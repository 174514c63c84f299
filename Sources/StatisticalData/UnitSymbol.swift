/// A symbol units are built from: `mantissa` x 10^`exponent` base units.
struct UnitSymbol: Sendable {
    let mantissa: Double
    let exponent: Int
    let dimension: Dimension

    private init(_ mantissa: Double, _ exponent: Int, _ dimension: Dimension) {
        self.mantissa = mantissa
        self.exponent = exponent
        self.dimension = dimension
    }

    /// Every symbol known, in singular and plural where both are written.
    static let known: [String: UnitSymbol] = [
        // Mass, in kilograms.
        "ug": UnitSymbol(1, -9, [.mass: 1]), "mg": UnitSymbol(1, -6, [.mass: 1]), "g": UnitSymbol(1, -3, [.mass: 1]),
        "kg": UnitSymbol(1, 0, [.mass: 1]), "t": UnitSymbol(1, 3, [.mass: 1]),
        // Length and area, in metres; 15 mu are a hectare.
        "mm": UnitSymbol(1, -3, [.length: 1]), "m": UnitSymbol(1, 0, [.length: 1]),
        "km": UnitSymbol(1, 3, [.length: 1]), "ha": UnitSymbol(1, 4, [.length: 2]),
        "mu": UnitSymbol(2.0 / 3.0, 3, [.length: 2]), "L": UnitSymbol(1, -3, [.length: 3]),
        // Time, in seconds; a mean Gregorian year has 365.2425 days.
        "s": UnitSymbol(1, 0, [.time: 1]), "h": UnitSymbol(3.6, 3, [.time: 1]),
        "day": UnitSymbol(8.64, 4, [.time: 1]), "days": UnitSymbol(8.64, 4, [.time: 1]),
        "year": UnitSymbol(3.1556952, 7, [.time: 1]), "years": UnitSymbol(3.1556952, 7, [.time: 1]),
        // Energy, in joules; a tonne of coal equivalent is 7 x 10^6 kcal of 4.1868 kJ (GB/T 2589).
        "J": UnitSymbol(1, 0, [.energy: 1]), "kJ": UnitSymbol(1, 3, [.energy: 1]), "MJ": UnitSymbol(1, 6, [.energy: 1]),
        "GJ": UnitSymbol(1, 9, [.energy: 1]), "TJ": UnitSymbol(1, 12, [.energy: 1]),
        "kWh": UnitSymbol(3.6, 6, [.energy: 1]), "MWh": UnitSymbol(3.6, 9, [.energy: 1]),
        "GWh": UnitSymbol(3.6, 12, [.energy: 1]), "tce": UnitSymbol(2.93076, 10, [.energy: 1]),
        "kgce": UnitSymbol(2.93076, 7, [.energy: 1]),
        // Power, in joules a second.
        "W": UnitSymbol(1, 0, [.energy: 1, .time: -1]), "kW": UnitSymbol(1, 3, [.energy: 1, .time: -1]),
        "MW": UnitSymbol(1, 6, [.energy: 1, .time: -1]), "GW": UnitSymbol(1, 9, [.energy: 1, .time: -1]),
        // Money; no exchange rate is assumed.
        "yuan": UnitSymbol(1, 0, [.yuan: 1]), "USD": UnitSymbol(1, 0, [.dollar: 1]),
        "$": UnitSymbol(1, 0, [.dollar: 1]),
        // Emissions, in kilograms.
        "t CO2": UnitSymbol(1, 3, [.carbonDioxide: 1]), "kg CO2": UnitSymbol(1, 0, [.carbonDioxide: 1]),
        "t CO2e": UnitSymbol(1, 3, [.carbonDioxideEquivalent: 1]),
        "kg CO2e": UnitSymbol(1, 0, [.carbonDioxideEquivalent: 1]),
        // Counts.
        "person": UnitSymbol(1, 0, [.person: 1]), "persons": UnitSymbol(1, 0, [.person: 1]),
        "people": UnitSymbol(1, 0, [.person: 1]), "head": UnitSymbol(1, 0, [.person: 1]),
        "person employed": UnitSymbol(1, 0, [.person: 1]),
        "job-years": UnitSymbol(3.1556952, 7, [.person: 1, .time: 1]), "item": UnitSymbol(1, 0, [.item: 1]),
        "items": UnitSymbol(1, 0, [.item: 1]), "plant": UnitSymbol(1, 0, [.plant: 1]),
        "plants": UnitSymbol(1, 0, [.plant: 1]), "trip": UnitSymbol(1, 0, [.trip: 1]),
        "trips": UnitSymbol(1, 0, [.trip: 1]),
        // Pure numbers, points of an index and of a percentage.
        "%": UnitSymbol(1, -2, .none), "points": UnitSymbol(1, 0, [.indexPoint: 1]),
        "percentage points": UnitSymbol(1, 0, [.percentagePoint: 1]),
    ]
}

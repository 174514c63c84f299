import Declarations
public import StatisticalData

/// A declared decoupling: does a pressure such as energy use part from what drives it, year by year and over windows?
///
/// Each series is read as annual changes, else as levels. With the intensity named, a missing change of the pressure is
/// (1 + g)(1 + i) - 1, one of the driver (1 + c)/(1 + i) - 1.
public struct DecouplingStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date.
    public var asKnownOn: KnownDate?
    /// The indicator that is the pressure, C.
    public let pressure: Indicator.ID
    /// The indicator that is the driver, G, in constant prices.
    public let driver: Indicator.ID
    /// The indicator that is pressure per driver, which fills in what is missing of either.
    public let intensity: Indicator.ID?
    /// The areas.
    public let areas: AreaSelection
    /// The years whose change counts.
    public let years: GrowthIdentityStudy.Years
    /// Years taken together, such as a plan.
    public let windows: [GrowthIdentityStudy.Years]?
    /// Where states begin and end, other than Tapio's.
    public let bounds: Bounds?
    /// What was assumed, shown with the method.
    public let assumptions: [LocalisedText]?

    /// Where states begin and end.
    public struct Bounds: Codable, Hashable, Sendable {
        /// Coupling from here: 0.8.
        public let lower: Double?
        /// Coupling up to here: 1.2.
        public let upper: Double?
        /// A change of the driver below this many per cent makes the elasticity unstable: 0.5.
        public let nearZero: Double?

        enum CodingKeys: String, CodingKey {
            case lower
            case upper
            case nearZero = "near-zero"
        }
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case pressure
        case driver
        case intensity
        case areas
        case years
        case windows
        case bounds
        case assumptions
    }
}

extension Schema {
    /// A range of years.
    static let yearRange = Schema.mapping([.required("from", .integer), .required("to", .integer)])

    /// The keys of a decoupling.
    static let decoupling = Schema.study([
        .required("pressure", .text), .required("driver", .text), .optional("intensity", .text),
        .required("areas", .areaSelection), .required("years", .yearRange), .optional("windows", .list(.yearRange)),
        .optional(
            "bounds",
            .mapping([.optional("lower", .number), .optional("upper", .number), .optional("near-zero", .number)])),
        .optional("assumptions", .list(.localisedText)),
    ])
}

/// What a reader of a decoupling needs beside its values.
public struct DecouplingDetail: Codable, Hashable, Sendable {
    /// The item of the pressure, which also has elasticities and states.
    public let pressure: String
    /// The item of the driver.
    public let driver: String
    /// The item of the intensity.
    public let intensity: String?
    /// The areas.
    public let areas: [Area.ID]
    /// The years.
    public let years: [Int]
    /// The windows.
    public let windows: [Period]
    /// Coupling from here.
    public let lower: Double
    /// Coupling up to here.
    public let upper: Double
    /// Assumptions of the study.
    public let assumptions: [LocalisedText]

    /// The words of the states, the best first: the driver grows, then it falls.
    public static let states = [
        "strong decoupling", "weak decoupling", "expansive coupling", "expansive negative decoupling",
        "recessive decoupling", "recessive coupling", "weak negative decoupling", "strong negative decoupling",
    ]
}

import Declarations
public import StatisticalData

/// A declared study of jobs: what hangs on each sector of a region, what programmes do to jobs, and how many are green.
public struct GreenJobsStudy: Codable, Hashable, Sendable {
    /// The title.
    public let title: LocalisedText
    /// What the study does.
    public let summary: LocalisedText?
    /// Reads the ledger as known on this date; this kind reads none of its figures.
    public var asKnownOn: KnownDate?
    /// The table and how the region is estimated from it.
    public let table: RegionalTableChoice
    /// The share of their income that households spend (1 less saving and taxes).
    public let spendingShare: Estimate
    /// The programmes, by the id of their item.
    public let programmes: [String: SpendingProgramme]
    /// How environmental employment is counted; `nil` without it.
    public let environment: Environment?

    /// How environmental employment is counted.
    public struct Environment: Codable, Hashable, Sendable {
        /// The table of divisions that make environmental goods and services, in the folder of the table.
        public let outputs: String
        /// The share of the jobs of a sector that serve environmental processes of its own units.
        public let processes: [String: Estimate]
        /// The share of process jobs that are counted among outputs too.
        public let overlap: Estimate
        /// The share of environmental jobs that are decent; `nil` where it is not known.
        public let decent: Estimate?
    }

    /// The programmes in the order of their ids.
    var ordered: [(id: String, programme: SpendingProgramme)] {
        programmes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case asKnownOn = "as-known-on"
        case table
        case spendingShare = "spending-share"
        case programmes
        case environment
    }
}

extension Schema {
    /// The keys of a study of jobs.
    static let greenJobs = Schema.study([
        .required("table", .regionalTable), .required("spending-share", .estimate),
        .required("programmes", .dictionary(.programme)),
        .optional(
            "environment",
            .mapping([
                .required("outputs", .text), .required("processes", .dictionary(.estimate)),
                .required("overlap", .estimate), .optional("decent", .estimate),
            ])),
    ])
}

/// What a reader of a study of jobs needs beside its values.
public struct GreenJobsDetail: Codable, Hashable, Sendable {
    /// The year of the table.
    public let year: Int
    /// The sectors, each with the group in which charts show it.
    public let sectors: [Sector]
    /// The programmes.
    public let programmes: [ProgrammeRow]
    /// The item of environmental employment; `nil` without it.
    public let environment: String?
    /// Whether the share of decent jobs is known: without it nothing may be called green jobs.
    public let isDecentShareKnown: Bool
    /// The deltas tried.
    public let deltas: [Double]
    /// The delta of the values.
    public let delta: Double
    /// The share of income that households spend.
    public let spendingShare: Estimate

    /// A sector.
    public struct Sector: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// The group.
        public let group: LocalisedText
    }

    /// A programme.
    public struct ProgrammeRow: Codable, Hashable, Sendable {
        /// The item.
        public let item: String
        /// What was declared.
        public let programme: SpendingProgramme
        /// The items of its jobs by sector, in the order of the sectors.
        public let sectorItems: [String]
    }
}

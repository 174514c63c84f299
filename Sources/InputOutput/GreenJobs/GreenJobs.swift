/// The five numbers of green jobs, each with its interval.
///
/// 1 employed in producing environmental outputs, 2 employed in environmental processes of their own unit, 3 the union, persons
/// counted once, 4 the decent share of persons of 3, 5 green jobs: persons of 3 who are decent. Without 4 the third is
/// environmental employment, not green jobs. Jobs supported elsewhere by green products are not green jobs.
///
/// Interval: every share may lie anywhere within its own; the union of a sector is at least the larger of 1 and 2, at most
/// its jobs.
///
/// Source: ILO, Guidelines concerning a statistical definition of employment in the environmental sector (2013).
public struct GreenJobs: Hashable, Sendable {
    /// A sector with its shares of jobs.
    public struct Sector: Hashable, Sendable {
        /// All jobs.
        public let jobs: Estimate
        /// The share in producing environmental outputs.
        public let outputShare: Estimate
        /// The share in environmental processes for the own unit.
        public let processShare: Estimate
        /// The share that is in both.
        public let overlap: Estimate
        /// The share of environmental jobs that are decent; `nil` where it is not known.
        public let decentShare: Estimate?

        /// Describes a sector.
        public init(
            jobs: Estimate, outputShare: Estimate, processShare: Estimate, overlap: Estimate,
            decentShare: Estimate? = nil
        ) {
            self.jobs = jobs
            self.outputShare = outputShare
            self.processShare = processShare
            self.overlap = overlap
            self.decentShare = decentShare
        }
    }

    /// What a number rests on, to be named with it.
    public enum Assumption: String, Hashable, Sendable, CaseIterable {
        /// Jobs of a sector are shared as its green output: same jobs per output.
        case outputSharesAreJobShares = "output-shares-are-job-shares"
        /// Jobs in processes are a surveyed share of the sector.
        case processSharesAreSurveyed = "process-shares-are-surveyed"
        /// The overlap is given.
        case overlapIsGiven = "overlap-is-given"
        /// The decent share is a rate of the sector, the same for all its environmental jobs.
        case decentShareIsOfTheSector = "decent-share-is-of-the-sector"
    }

    /// 1.
    public let outputJobs: Estimate
    /// 2.
    public let processJobs: Estimate
    /// 3, environmental employment.
    public let environmentalEmployment: Estimate
    /// 4, the share of 3 that is decent; `nil` unless it is known for every sector with jobs of 3.
    public let decentShare: Estimate?
    /// 5; `nil` without 4.
    public let greenJobs: Estimate?

    /// What the numbers given rest on.
    public var assumptions: [Assumption] {
        Assumption.allCases.filter { $0 != .decentShareIsOfTheSector || greenJobs != nil }
    }

    /// Adds up sectors.
    ///
    /// - Throws: `InputOutputFaults` for shares outside 0 to 1, an interval out of order, an overlap that is larger than one of
    ///   both parts or too small for the two to fit into the sector.
    public init(_ sectors: [Sector]) throws(InputOutputFaults) {
        let bad = sectors.compactMap(Self.fault)
        guard bad.isEmpty else { throw InputOutputFaults(bad) }
        outputJobs = sectors.reduce(.zero) { $0 + $1.jobs * $1.outputShare }
        processJobs = sectors.reduce(.zero) { $0 + $1.jobs * $1.processShare }
        let unions = sectors.map { $0.jobs * Self.union($0) }
        let all = unions.reduce(.zero, +)
        environmentalEmployment = all
        var green: Estimate? = .zero
        for (sector, union) in zip(sectors, unions) where union.high > 0 {
            guard let sum = green, let share = sector.decentShare else {
                green = nil
                break
            }
            green = sum + union * share
        }
        greenJobs = all.high > 0 ? green : nil
        decentShare = greenJobs.flatMap { found in
            guard all.value > 0 else { return nil }
            let shares = zip(sectors, unions).filter { $1.high > 0 }.compactMap { $0.0.decentShare }
            return Estimate(
                found.value / all.value, low: shares.map(\.low).min() ?? 0, high: shares.map(\.high).max() ?? 1)
        }
    }

    private static func union(_ sector: Sector) -> Estimate {
        let (first, second, both) = (sector.outputShare, sector.processShare, sector.overlap)
        return Estimate(
            first.value + second.value - both.value,
            low: max(first.low, second.low, first.low + second.low - both.high),
            high: min(1, first.high + second.high - both.low))
    }

    private static func fault(_ sector: Sector) -> InputOutputFault? {
        let shares =
            [sector.outputShare, sector.processShare, sector.overlap] + (sector.decentShare.map { [$0] } ?? [])
        for share in shares where !share.isOrdered || share.low < 0 || share.high > 1 {
            return .scenario(ScenarioFault(nil, .shareOutOfRange(share.high > 1 ? share.high : share.low)))
        }
        guard sector.jobs.isOrdered, sector.jobs.low >= 0 else {
            return .scenario(ScenarioFault(nil, .badSpread(sector.jobs.low)))
        }
        let both = sector.overlap.value
        let (first, second) = (sector.outputShare.value, sector.processShare.value)
        guard both <= min(first, second) + 1e-12, first + second - both <= 1 + 1e-12 else {
            return .scenario(ScenarioFault(nil, .shareOutOfRange(both)))
        }
        return nil
    }
}

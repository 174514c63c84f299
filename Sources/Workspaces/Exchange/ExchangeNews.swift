import LedgerStore
public import StatisticalData
import Studies

/// What an exchange package brings: against what the partner sent before, and beside our own figures.
public struct ExchangeNews: Hashable, Sendable {
    /// Figures that were not in the partner's earlier package; all of a first one.
    public let new: Int
    /// Figures of a series and period that now have another value.
    public let changed: Int
    /// Figures that are no longer there.
    public let withdrawn: Int
    /// Series and periods that both the partner and we have, with the same newest value.
    public let alike: Int
    /// Those with different newest values, in the order of the series.
    public let different: [Difference]
    /// Studies of the partner that we have not.
    public let studies: [String]

    /// A figure that both have, otherwise.
    public struct Difference: Hashable, Sendable {
        /// The series.
        public let series: SeriesKey
        /// The period.
        public let period: Period
        /// Our newest value, and the partner's in our unit where it converts.
        public let ours: Double
        /// The partner's.
        public let theirs: Double
    }

    private struct Address: Hashable {
        let series: SeriesKey
        let period: Period
    }

    init(of folder: String, before: String?, ours: Workspace) throws {
        let partner = try OpenWorkspace(at: folder)
        let theirs = try Self.newest(partner.observations())
        let earlier = try before.map { try Self.newest(OpenWorkspace(at: $0).observations()) } ?? [:]
        new = theirs.count { earlier[$0.key] == nil }
        changed = theirs.count { entry in
            earlier[entry.key].map { $0.value != entry.value.value || $0.unit != entry.value.unit } ?? false
        }
        withdrawn = earlier.count { theirs[$0.key] == nil }
        let own = try Self.newest(OpenWorkspace(at: ours.folder.root).observations())
        var alike = 0
        var different: [Difference] = []
        for (address, figure) in theirs {
            guard let mine = own[address], let value = mine.value, let other = figure.value(in: mine.unit) else {
                continue
            }
            if value == other {
                alike += 1
            } else {
                different.append(
                    Difference(series: address.series, period: address.period, ours: value, theirs: other))
            }
        }
        self.alike = alike
        self.different = different.sorted { ($0.series, $0.period) < ($1.series, $1.period) }
        let known = Set(ours.studies.map(\.id))
        studies = partner.workspace.studies.map(\.id).filter { !known.contains($0) }.sorted()
    }

    /// The newest vintage of each figure; of several on one day the last read.
    private static func newest(_ observations: [Observation]) -> [Address: Observation] {
        var newest: [Address: Observation] = [:]
        for observation in observations {
            let address = Address(series: observation.series, period: observation.period)
            if let known = newest[address], known.knownOn.latestDay > observation.knownOn.latestDay { continue }
            newest[address] = observation
        }
        return newest
    }
}

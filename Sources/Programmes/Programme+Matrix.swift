public import StatisticalData

/// Who does what: an organisation in an area of work in a year.
public struct WorkCell: Hashable, Sendable {
    /// What the cell shows.
    public enum Status: String, Sendable, CaseIterable {
        /// Work was done.
        case active
        /// No activity of the area began in that year of the programme.
        case gap
        /// Several organisations led activities of one kind in the area and year.
        case overlap
    }

    /// What it shows.
    public let status: Status
    /// The organisation; `nil` in a gap.
    public let organisation: Organisation.ID?
    /// The area of work.
    public let workArea: String
    /// The year.
    public let year: Int
    /// Activities it led.
    public let led: [Activity.ID]
    /// Activities it took part in otherwise.
    public let joined: [Activity.ID]
}

extension Programme {
    /// Organisation x area of work x year, with gaps and overlaps.
    ///
    /// An activity counts in the year it began. An overlap is a hint, not a verdict: two leads of one kind of activity in one
    /// area and year may have agreed on it.
    public var matrix: [WorkCell] {
        let years = header.from.year...max(header.from.year, header.until.year)
        return header.workAreas.flatMap { area in
            years.flatMap { year in
                cells(area: area.id, year: year, activities.filter { $0.workArea == area.id && $0.year == year })
            }
        }
    }

    private func cells(area: String, year: Int, _ here: [Activity]) -> [WorkCell] {
        guard !here.isEmpty else {
            return [WorkCell(status: .gap, organisation: nil, workArea: area, year: year, led: [], joined: [])]
        }
        let kinds = Dictionary(grouping: here, by: \.kind).mapValues { Set($0.map(\.lead)) }
        let overlapping = Set(kinds.values.filter { $0.count > 1 }.joined())
        return organisations.map(\.id).compactMap { organisation in
            let led = here.filter { $0.lead == organisation }.map(\.id)
            let joined = here.filter { $0.lead != organisation && organisations(of: $0).contains(organisation) }
                .map(\.id)
            guard !led.isEmpty || !joined.isEmpty else { return nil }
            return WorkCell(
                status: overlapping.contains(organisation) ? .overlap : .active, organisation: organisation,
                workArea: area, year: year, led: led, joined: joined)
        }
    }
}

extension IndexTables {
    /// The rows of one time.
    public struct TimeSlice: Hashable, Sendable {
        /// The time, usually a year.
        public let time: Int
        /// The positions of its rows in `units` and the matrices, in the order of the file.
        public let rows: [Int]
    }

    /// The rows by time, earliest first; empty without a column `Time`.
    public var panel: [TimeSlice] {
        guard let times else { return [] }
        return Dictionary(grouping: times.indices) { times[$0] }
            .map { TimeSlice(time: $0.key, rows: $0.value) }
            .sorted { $0.time < $1.time }
    }

    /// Whether there is more than one time.
    public var isPanel: Bool {
        guard let times, let first = times.first else { return false }
        return times.contains { $0 != first }
    }

    /// The tables of one time alone; `nil` if no row has it. Warnings are not repeated.
    public func slice(at time: Int) -> IndexTables? {
        guard let slice = panel.first(where: { $0.time == time }) else { return nil }
        return IndexTables(self, rows: slice.rows)
    }
}

import GRDB
public import StatisticalData

extension Ledger {
    /// The series there are, in their order.
    public func series() throws -> [SeriesKey] {
        try Fault.describingDatabase(path ?? ":memory:") {
            try writer.read { db in
                try Row.fetchAll(db, sql: "SELECT indicator, transformation, area FROM series").compactMap { row in
                    Transformation(rawValue: row[1]).map {
                        SeriesKey(Indicator.ID(rawValue: row[0]), $0, in: Area.ID(rawValue: row[2]))
                    }
                }.sorted()
            }
        }
    }
}

import LedgerStore
public import Responsibilities
public import StatisticalData

extension OpenWorkspace {
    /// What is owed on `date`, and what of it is delivered.
    public func obligations(on date: KnownDate) throws -> [Obligation] {
        var vintages: [Observation] = []
        var seen: Set<[String]> = []
        for owed in workspace.responsibilities {
            guard let indicator = owed.indicator, seen.insert([indicator.rawValue, owed.area.rawValue]).inserted else {
                continue
            }
            vintages += try ledger.vintages(of: indicator, in: owed.area)
        }
        return Obligation.list(workspace.responsibilities, on: date, vintages: vintages)
    }
}

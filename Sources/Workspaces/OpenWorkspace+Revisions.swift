import LedgerStore
public import StatisticalData
public import Studies

extension OpenWorkspace {
    /// The figures known on `to` that were not, or not so, on `from`.
    public func figureChanges(from: KnownDate, to: KnownDate) throws -> [FigureChange] {
        Vintages.changes(in: try ledger.vintages(ofFiguresChangedAfter: from, by: to), from: from, to: to)
    }

    /// The values of `study` that differ between what was known on `from` and on `to`.
    ///
    /// A study that cannot be computed on one of the dates, for want of figures, has no values then.
    ///
    /// - Parameter to: `nil` for the newest figures, of which `result` is the result.
    public func resultChanges(
        of study: Study, from: KnownDate, to: KnownDate?, result: StudyResult? = nil
    ) throws -> RevisionReview.StudyChanges {
        var collector = FaultCollector()
        let context = workspace.context(ledger: ledger)
        let before = try collector.collect { _ in try PreparedStudy(study.asKnown(on: from), in: context) }
        let after = try collector.collect { _ in
            try PreparedStudy(to.map { study.asKnown(on: $0) } ?? study, in: context)
        }
        guard before == nil || before?.inputs != after?.inputs else {
            return RevisionReview.StudyChanges(study: study.id, changes: [], after: result, faults: [])
        }
        let old = try collector.collect { _ in try before?.compute() } ?? nil
        let new = try result ?? collector.collect { _ in try after?.compute() } ?? nil
        return RevisionReview.StudyChanges(
            study: study.id, changes: ResultComparison.changes(from: old, to: new), after: new,
            faults: collector.all(in: study.place.file))
    }

    /// The vintages of an indicator in an area by period and date known.
    ///
    /// - Throws: a `Fault` for an indicator or area that the workspace does not have.
    public func revisionTriangle(
        _ indicator: Indicator.ID, in area: Area.ID, from: KnownDate? = nil, to: KnownDate? = nil
    ) throws -> RevisionTriangle {
        guard workspace.indicators.contains(where: { $0.id == indicator }) else {
            throw Fault.unknownIndicator(
                indicator.rawValue, among: workspace.indicators.map(\.id), at: Place(file: "--triangle"))
        }
        guard workspace.areas[area] != nil else {
            throw Fault.unknownArea(area.rawValue, among: workspace.areas.areas.map(\.id), at: Place(file: "--area"))
        }
        return RevisionTriangle(try ledger.vintages(of: indicator, in: area), from: from, to: to)
    }

    /// What revisions did to the figures of the home area and to the studies, between the dates the configuration names;
    /// `nil` when it names none.
    ///
    /// - Parameter results: the results of all studies on the newest figures; they stand for the later date where none is
    ///   named.
    public func revisionReview(_ results: [StudyResult]) throws -> RevisionReview? {
        guard let declared = workspace.configuration.revisions else { return nil }
        let vintages = try ledger.vintages(in: workspace.configuration.area)
        let known = vintages.filter { $0.knownOn.latestDay <= declared.to?.latestDay ?? Int.max }
        let studies = try workspace.studies.filter { !$0.isFixed }.map { study in
            try resultChanges(
                of: study, from: declared.from, to: declared.to,
                result: declared.to == nil ? results.first { $0.study == study.id } : nil)
        }
        return RevisionReview(
            from: declared.from, to: declared.to, figures: Vintages.revisions(in: known), studies: studies)
    }
}

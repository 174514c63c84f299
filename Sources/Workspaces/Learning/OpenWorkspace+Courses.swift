public import Courses
import Foundation
import LedgerStore
import SDMX
import StatisticalData
import Studies

extension OpenWorkspace {
    /// What exercises of a course may ask: figures of the ledger, results of studies, names, studies run on trial.
    public func courseContext(of course: String) -> CourseContext {
        let finder = CourseFigures(self)
        let base = Workspace.coursesFolder + "/" + course + "/"
        return CourseContext(
            figures: { try finder.figures($0, at: $1) }, names: { finder.names(of: $0) },
            run: { text in
                let study = try Study(id: "answer", yaml: text, file: "answer.yaml")
                let prepared = try PreparedStudy(study, in: self.workspace.context(ledger: self.ledger))
                return (study.kind.rawValue, try prepared.compute().values)
            },
            validate: { format, bytes in try self.faults(of: bytes, format) },
            file: { path, place in [UInt8](try self.workspace.folder.read(base + path, namedAt: place)) })
    }

    private func faults(of bytes: [UInt8], _ format: CourseContext.FileFormat) throws -> [Fault] {
        var collector = FaultCollector()
        try collector.collect {
            switch format {
            case .study:
                let study = try Study(id: "answer", yaml: String(decoding: bytes, as: UTF8.self), file: "answer.yaml")
                let prepared = try PreparedStudy(study, in: workspace.context(ledger: ledger))
                $0.add(contentsOf: prepared.warnings)
            case .sdmxCSV:
                $0.add(contentsOf: try SDMXCSV.read(bytes, file: "answer.csv").warnings)
            }
        }
        return collector.all(in: "answer")
    }
}

/// Finds the figures that exercises ask for; each study is run once.
final class CourseFigures {
    private let open: OpenWorkspace
    private var results: [String: StudyResult] = [:]

    init(_ open: OpenWorkspace) {
        self.open = open
    }

    func figures(_ query: FigureQuery, at place: Place) throws -> [LabelledFigure] {
        if let value = query.value { return [LabelledFigure("", value)] }
        let found: [LabelledFigure]
        if let study = query.study {
            found = try results(query, study, at: place)
        } else if let indicator = query.indicator {
            found = try observations(query, indicator, at: place)
        } else {
            found = []
        }
        guard !found.isEmpty else { throw Fault.courseFigureMissing(query.description, at: place) }
        return found
    }

    private func areas(_ query: FigureQuery) -> [Area.ID] {
        (query.areas ?? [query.area ?? open.workspace.configuration.area.rawValue]).map { Area.ID($0) }
    }

    private func observations(_ query: FigureQuery, _ indicator: String, at place: Place) throws -> [LabelledFigure] {
        guard let transformation = Transformation(rawValue: query.transformation ?? "level") else {
            throw Fault.courseFigureMissing(query.description, at: place)
        }
        let isAll = query.areas == ["*"]
        let areas = isAll ? open.workspace.areas.areas.map(\.id) : areas(query)
        let periods = query.periods ?? [query.period].compactMap { $0 }
        let known = query.asKnownOn.flatMap { KnownDate($0) }
        var found: [LabelledFigure] = []
        for area in areas {
            let series = try open.ledger.series(
                SeriesKey(Indicator.ID(indicator), transformation, in: area), asKnownOn: known)
            for period in periods {
                let observation = series.first { $0.period.description == period }
                let unit = query.unit.flatMap { UnitOfMeasure($0) }
                guard let observation, let value = unit.map({ observation.value(in: $0) }) ?? observation.value else {
                    if isAll { continue }
                    throw Fault.courseFigureMissing("\(indicator), \(area), \(period)", at: place)
                }
                found.append(LabelledFigure(areas.count > 1 ? area.rawValue : period, value))
            }
        }
        return found
    }

    private func results(_ query: FigureQuery, _ study: String, at place: Place) throws -> [LabelledFigure] {
        let result = try result(study, query.asKnownOn)
        let items = query.items ?? [query.item].compactMap { $0 }
        let fitting = result.values.filter { value in
            items.contains(value.key.item) && value.key.measure == query.measure ?? value.key.measure
        }
        if query.areas == ["*"] {
            let period = query.period
            return try fitting.filter { period == nil || $0.key.period.description == period }
                .map { LabelledFigure($0.key.area.rawValue, try number($0, query, at: place)) }
        }
        var found: [LabelledFigure] = []
        for item in items {
            for area in areas(query) {
                let own = fitting.filter { $0.key.item == item && $0.key.area == area }
                for period in query.periods ?? [query.period ?? own.last?.key.period.description ?? "-"] {
                    guard let value = own.first(where: { $0.key.period.description == period }) else {
                        throw Fault.courseFigureMissing("\(study), \(item), \(area), \(period)", at: place)
                    }
                    let label = query.items != nil ? item : query.areas != nil ? area.rawValue : period
                    found.append(LabelledFigure(label, try number(value, query, at: place)))
                }
            }
        }
        return found
    }

    private func number(_ value: ResultValue, _ query: FigureQuery, at place: Place) throws(Fault) -> Double {
        let number: Double? =
            switch query.bound {
            case .low: value.low
            case .high: value.high
            case nil: value.number
            }
        guard let number else { throw .courseFigureWord(query.description, at: place) }
        guard let unit = query.unit.flatMap({ UnitOfMeasure($0) }), let own = value.unit else { return number }
        return own.convert(number, to: unit) ?? number
    }

    private func result(_ id: String, _ known: String?) throws -> StudyResult {
        let key = id + "@" + (known ?? "")
        if let result = results[key] { return result }
        let study = try open.workspace.study(id)
        let date = known.flatMap { KnownDate($0) }
        let result = try date.map { try open.result(of: study, asKnownOn: $0) } ?? open.result(of: study)
        results[key] = result
        return result
    }

    /// The short name first, then the full one: an area, an indicator, an item of a study that was asked.
    func names(of label: String) -> [LocalisedText] {
        if let area = open.workspace.areas[Area.ID(label)] { return [area.shortName, area.name] }
        if let item = results.values.lazy.flatMap(\.items).first(where: { $0.id == label }) { return [item.name] }
        return open.workspace.indicators.first { $0.id.rawValue == label }.map { [$0.name] } ?? []
    }
}

public import Foundation
import Spreadsheets
public import StatisticalData

/// The figures that answer a query, with what else the indicator has.
public struct FigureView: Sendable {
    /// What was asked, with the area and transformation that were taken where it named none.
    public let query: FigureQuery
    /// The indicator.
    public let indicator: Indicator
    /// The transformations the indicator has figures of.
    public let transformations: [Transformation]
    /// The areas that have figures of the transformation, in the order of the workspace.
    public let areas: [Area.ID]
    /// The figures by area, in the order of the query, then by period.
    public let observations: [Observation]
    /// Every vintage of the same figures, in the order of areas, periods and dates known.
    public let vintages: [Observation]

    /// Looks figures up.
    ///
    /// - Parameters:
    ///   - series: the series there are.
    ///   - provider: looks up the vintages of a series.
    /// - Throws: `RequestProblem.notFound` for an indicator without figures, or an area that the workspace has not.
    public init(
        _ asked: FigureQuery, _ assessment: Assessment, series: [SeriesKey], provider: any ObservationProvider
    ) throws {
        var query = asked
        let own = series.filter { $0.indicator == asked.indicator }
        guard let indicator = assessment.indicators[asked.indicator], !own.isEmpty,
            asked.areas.allSatisfy({ assessment.areas[$0] != nil })
        else { throw RequestProblem.notFound }
        let there = Set(own.map(\.transformation))
        transformations = Transformation.allCases.filter { there.contains($0) }
        let transformation = asked.transformation ?? transformations.first ?? .level
        query.transformation = transformation
        let inAreas = Set(own.filter { $0.transformation == transformation }.map(\.area))
        areas = assessment.areas.areas.map(\.id).filter { inAreas.contains($0) }
        if query.areas.isEmpty {
            query.areas = areas.contains(assessment.homeArea) ? [assessment.homeArea] : Array(areas.prefix(1))
        }
        var observations: [Observation] = []
        var vintages: [Observation] = []
        for area in query.areas {
            let key = SeriesKey(asked.indicator, transformation, in: area)
            observations += try provider.series(key, asKnownOn: query.knownOn).filter { query.holds($0.period) }
            vintages += try provider.vintages(key, asKnownOn: nil).filter { query.holds($0.period) }
        }
        self.indicator = indicator
        self.query = query
        self.observations = observations
        self.vintages = vintages
    }

    /// The table as CSV for spreadsheet programs.
    public var csv: Data {
        get throws { Data((CSVWriter.byteOrderMark + (try table.text(.csv))).utf8) }
    }

    /// The figures as a table with all digits.
    public var table: OutputTable { ProgramTables.observations(observations) }
}

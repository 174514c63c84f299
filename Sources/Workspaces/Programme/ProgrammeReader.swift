import Declarations
import Foundation
import Programmes
import Spreadsheets
import StatisticalData

/// Reads the folder `programme`: a header, and tables of which any but the activities may be missing.
struct ProgrammeReader {
    static let folder = "programme"
    static let headerFile = folder + "/programme.yaml"

    let areas: AreaHierarchy
    let indicators: [Indicator]
    let sources: [Source.ID: Source]
    let studies: Set<String>
    /// The bytes of a file of the workspace; `nil` where there is none.
    let read: (String) throws -> [UInt8]?

    /// What rows may name.
    struct Known {
        var organisations: Set<Organisation.ID> = []
        var workAreas: [String] = []
        var activities: Set<Activity.ID> = []
        var results: Set<String> = []
    }

    static let headerSchema = Schema.mapping([
        .required("id", .text), .required("title", .localisedText), .required("summary", .localisedText),
        .required("reporting", .text), .optional("accountable", .text), .required("from", .date),
        .required("until", .date), .required("updated", .date), .required("country", .text),
        .required(
            "work-areas",
            .list(
                .mapping([.required("id", .text), .required("name", .localisedText), .required("sector", .text)]))),
        .required("goals", .list(.integer)),
    ])

    /// The programme; faults of all its files go to the collector.
    func programme(headerText: String, into collector: inout FaultCollector) throws -> Programme? {
        let header = try collector.collect { collector in
            let declaration = try Declaration(headerText, file: Self.headerFile)
            let header = try declaration.decode(Programme.Header.self, schema: Self.headerSchema)
            check(header, declaration.root, into: &collector)
            return header
        }
        var known = Known()
        known.workAreas = header?.workAreas.map(\.id) ?? []
        let organisations = try organisations(&known, into: &collector)
        let activities = try activities(&known, into: &collector)
        let results = try results(into: &collector)
        known.results = Set(results.map(\.id))
        let participations = try participations(known, activities, into: &collector)
        let attendances = try attendances(known, into: &collector)
        let shown = try programmeIndicators(known, into: &collector)
        let money = try money(known, into: &collector)
        let risks = try risks(known, into: &collector)
        guard let header else { return nil }
        for name in [header.reporting, header.accountable ?? header.reporting] {
            checkOrganisation(name, known, at: Place(file: Self.headerFile), into: &collector)
        }
        return Programme(
            header: header, organisations: organisations, activities: activities, participations: participations,
            attendances: attendances, results: results, indicators: shown, money: money, risks: risks)
    }

    private func check(_ header: Programme.Header, _ root: DeclaredValue, into collector: inout FaultCollector) {
        if header.until.latestDay < header.from.firstDay.latestDay {
            collector.add(.programmeDates(header.from, header.until, at: root.place(of: ["until"])))
        }
        for goal in header.goals where !(1...17).contains(goal) {
            collector.add(.goalOutOfRange(String(goal), at: root.place(of: ["goals"])))
        }
        let portable = [header.id] + header.workAreas.map(\.id)
        for id in portable where !Identifier<Activity>(id).isPortable {
            collector.add(.csvMalformed(.identifier, id, at: root.place(of: ["work-areas"])))
        }
    }

    /// A table of the folder; `nil` where the file is missing.
    func table(
        _ name: String, required: [String], optional: [String] = [], into collector: inout FaultCollector
    ) throws -> CSVTable? {
        let file = Self.folder + "/" + name
        return try collector.collect { collector in
            guard let bytes = try read(file) else { return nil }
            let table = try CSVTable(bytes, file: file, required: required, optional: optional)
            collector.add(contentsOf: table.faults)
            return table
        } ?? nil
    }
}

import Programmes
import Spreadsheets
import StatisticalData
import Studies

extension ProgrammeReader {
    /// The organisations; those of faulty rows are known too, so that one fault does not make others.
    func organisations(_ known: inout Known, into collector: inout FaultCollector) throws -> [Organisation] {
        let table = try table(
            "organisations.csv", required: ["id", "acronym", "name_en", "name_zh", "type", "level", "trust"],
            optional: ["identifier", "role_en", "role_zh", "note", "note_zh"], into: &collector)
        known.organisations = Set((table?.rows ?? []).compactMap { $0["id"].map { Organisation.ID($0) } })
        var seen: Set<[String]> = []
        return (table?.rows ?? []).compactMap { row in
            let id = row.identifier("id", of: Organisation.self, into: &collector)
            let name = name(row, "name", into: &collector)
            let type = row.required("type", into: &collector) == nil ? nil : row.integer("type", into: &collector)
            let trust = row.word("trust", Trust.self, into: &collector) ?? .unverified
            guard let id, once([id.rawValue], &seen, at: row.place("id"), into: &collector), let name, let type,
                let acronym = row.required("acronym", into: &collector),
                let level = row.required("level", into: &collector)
            else { return nil }
            return Organisation(
                id: id, acronym: acronym, name: name, type: type, level: level, identifier: row["identifier"],
                role: LocalisedText(en: row["role_en"], zh: row["role_zh"]), trust: trust, place: row.place("id"))
        }
    }

    /// The activities; those of faulty rows are known too.
    func activities(_ known: inout Known, into collector: inout FaultCollector) throws -> [Activity] {
        let table = try table(
            "activities.csv",
            required: ["id", "kind", "title_en", "title_zh", "from", "precision", "lead", "work_area", "trust"],
            optional: ["until", "planned", "places", "goals", "source", "note", "note_zh"], into: &collector)
        guard let table else {
            collector.add(Fault("programme-no-activities", at: Place(file: Self.folder)))
            return []
        }
        known.activities = Set(table.rows.compactMap { $0["id"].map { Activity.ID($0) } })
        let known = known
        var seen: Set<[String]> = []
        return table.rows.compactMap { row in
            let id = row.identifier("id", of: Activity.self, into: &collector)
            let isNew = id.map { once([$0.rawValue], &seen, at: row.place("id"), into: &collector) } ?? false
            let activity = activity(row, id: id, known, into: &collector)
            return isNew ? activity : nil
        }
    }

    private func activity(
        _ row: CSVTable.Row, id: Activity.ID?, _ known: Known, into collector: inout FaultCollector
    ) -> Activity? {
        let title = name(row, "title", into: &collector)
        let from = date(row, "from", into: &collector)
        let until = date(row, "until", isOptional: true, into: &collector)
        if let from, let until, until.latestDay < from.firstDay.latestDay {
            collector.add(.programmeDates(from, until, at: row.place("until")))
        }
        let kind = row.word("kind", Activity.Kind.self, into: &collector)
        let precision = row.word("precision", Activity.DatePrecision.self, into: &collector)
        let lead = row.required("lead", into: &collector)
            .flatMap { _ in organisation(row, "lead", known, into: &collector) }
        let workArea = workArea(row, row.required("work_area", into: &collector), known, into: &collector)
        let places = (row["places"] ?? "").split(separator: " ").compactMap {
            area(String($0), row, "places", into: &collector)
        }
        let goals = goals(row, into: &collector)
        let source = source(row, into: &collector)
        let trust = row.word("trust", Trust.self, into: &collector) ?? source?.trust ?? .unverified
        let isPlanned = row.word("planned", YesOrNo.self, into: &collector) == .yes
        for column in ["kind", "precision"] { _ = row.required(column, into: &collector) }
        guard let id, let title, let from, let kind, let precision, let lead, let workArea else { return nil }
        return Activity(
            id: id, kind: kind, title: title, from: from, until: until, precision: precision, isPlanned: isPlanned,
            lead: lead, workArea: workArea, places: places, goals: goals, source: source?.id, trust: trust,
            note: note(row), place: row.place("id"))
    }

    func participations(
        _ known: Known, _ activities: [Activity], into collector: inout FaultCollector
    ) throws -> [Participation] {
        let table = try table(
            "partners.csv", required: ["activity", "organisation"], optional: ["role"], into: &collector)
        var seen = Set(activities.map { [$0.id.rawValue, $0.lead.rawValue] })
        return (table?.rows ?? []).compactMap { row in
            _ = row.required("activity", into: &collector)
            _ = row.required("organisation", into: &collector)
            let activity = activity(row, known, into: &collector)
            let organisation = organisation(row, "organisation", known, into: &collector)
            let role = row.word("role", Participation.Role.self, into: &collector) ?? .implementing
            guard let activity, let organisation,
                once(
                    [activity.rawValue, organisation.rawValue], &seen, at: row.place("organisation"), into: &collector)
            else { return nil }
            return Participation(activity: activity, organisation: organisation, role: role)
        }
    }

    func attendances(_ known: Known, into collector: inout FaultCollector) throws -> [Attendance] {
        let table = try table(
            "participants.csv", required: ["activity", "sex", "group", "count"],
            optional: ["qualifier", "note", "note_zh"], into: &collector)
        var seen: Set<[String]> = []
        return (table?.rows ?? []).compactMap { row in
            for column in ["activity", "sex"] { _ = row.required(column, into: &collector) }
            let activity = activity(row, known, into: &collector)
            let sex = row.word("sex", Attendance.Sex.self, into: &collector)
            let group = row.required("group", into: &collector)
            let qualifier = row.word("qualifier", Qualifier.self, into: &collector)
            let count = row.required("count", into: &collector)
                .flatMap { _ in row.integer("count", into: &collector) }
            if let count, count < 0 {
                collector.add(Fault("programme-negative", at: row.place("count"), ["found": String(count)]))
            }
            guard let activity, let sex, let group, let count, count >= 0,
                once([activity.rawValue, sex.rawValue, group], &seen, at: row.place("sex"), into: &collector)
            else { return nil }
            return Attendance(activity: activity, sex: sex, group: group, count: count, qualifier: qualifier)
        }
    }
}

import Foundation
import TestSupport
import Testing

/// `greenprint parks` as a user runs it.
struct ParksCommandTests {
    private static let list = """
        id,category,kind,unit,rule,benchmark,text
        M1,management,prerequisite,yes/no,is,yes,management body
        E1,environment,performance,%,>=,90,energy metered
        E2,environment,performance,t,<=,6.5,water per value added

        """
    private static let values = """
        park,id,current,intended,reason,measure,owner,date,cost,explanation
        P,M1,no,yes,,Found it,Board,2022,,
        P,E1,45,90,,Meters,Firms,2022-06,50,
        P,E2,7.8,6.5,,Reuse,Firms,2022,10,
        Q,M1,yes,yes,,,,,,
        Q,E1,90,90,,,,,,
        Q,E2,n/a,n/a,no industry,,,,,

        """

    private static func run(
        _ options: [String] = [], values: String = values, list: String = list
    ) throws -> Greenprint.Outcome {
        try withTemporaryFolder { folder in
            try folder.write(values, to: "v.csv")
            try folder.write(list, to: "f.csv")
            return try Greenprint.run(["parks", "v.csv", "--framework", "f.csv"] + options, in: folder.path)
        }
    }

    @Test func linesAndGaps() throws {
        let outcome = try Self.run()
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                "park,id,category,kind,rule,benchmark,unit,current,current_status,current_gap,intended,"
                    + "intended_status,intended_gap",
                "P,M1,management,prerequisite,is,yes,yes/no,no,not met,NA,yes,met,NA",
                "P,E1,environment,performance,>=,90,%,45,not met,-0.5,90,met,0",
                "P,E2,environment,performance,<=,6.5,t,7.8,not met,-0.19999999999999998,6.5,met,0",
                "Q,M1,management,prerequisite,is,yes,yes/no,yes,met,NA,yes,met,NA",
                "Q,E1,environment,performance,>=,90,%,90,met,0,90,met,0",
                "Q,E2,environment,performance,<=,6.5,t,n/a,not applicable,NA,n/a,not applicable,NA",
            ])
    }

    /// Prerequisites first; then water, which closes 0.2 for 10, before energy, which closes 0.5 for 50.
    @Test func verdictsAndPlan() throws {
        let verdicts = try Self.run(["--show", "verdicts"])
        #expect(
            verdicts.lines.dropFirst() == [
                "P,current,prerequisites missing,3,0,0,0,0,2", "P,intended,benchmark reached,3,3,0,1,1,1",
                "Q,current,benchmark reached,2,2,0,1,1,1", "Q,intended,benchmark reached,2,2,0,1,1,1",
            ])
        let plan = try Self.run(["--show", "plan"])
        #expect(plan.lines.dropFirst().map { $0.split(separator: ",")[2] } == ["M1", "E2", "E1"])
    }

    @Test(
        arguments: [
            ("P,M1,no", "P,M2,no", "v.csv:2:id: ", "M1"), ("P,M1,no", "P,M1,maybe", "v.csv:2:current: ", "maybe"),
            ("P,E1,45,90", "P,E1,much,90", "v.csv:3:current: ", "much"),
            ("P,E1,45,90", "P,E1,95,90", "v.csv:3:current: ", "E1"),
            ("Q,E1,90", "Q,M1,yes", "v.csv:6:id: ", "5"), ("2022-06,50", "2022-06,-50", "v.csv:3:cost: ", "-50"),
            ("2022-06,50", "soon,50", "v.csv:3:date: ", "soon"),
        ], ["en", "zh"])
    func faultsOfValues(_ change: (old: String, new: String, place: String, word: String), language: String) throws {
        #expect(Self.values.contains(change.old))
        let values = Self.values.replacingOccurrences(of: change.old, with: change.new)
        let outcome = try Self.run(["--language", language], values: values)
        #expect(outcome.code == 1 && outcome.text.isEmpty)
        #expect(outcome.errors.contains(change.place) && outcome.errors.contains(change.word), "\(outcome.errors)")
    }

    @Test(arguments: [
        ("is,yes", "is,always", "f.csv:2:benchmark: "), (">=,90", ">,90", "f.csv:3:rule: "),
        (">=,90", ">=,most", "f.csv:3:benchmark: "), ("E2,env", "E1,env", "f.csv:4:id: "),
        ("performance,%", "wish,%", "f.csv:3:kind: "),
    ])
    func faultsOfTheList(old: String, new: String, place: String) throws {
        #expect(Self.list.contains(old))
        let outcome = try Self.run(list: Self.list.replacingOccurrences(of: old, with: new))
        #expect(outcome.code == 1 && outcome.errors.contains(place), "\(outcome.errors)")
    }

    /// What is not verified says so wherever it is printed.
    @Test func marksStay() throws {
        let list = Self.list.replacingOccurrences(of: ",text\n", with: ",text,trust\n")
            .replacingOccurrences(of: "water per value added\n", with: "water per value added,unverified\n")
            .replacingOccurrences(of: "body\n", with: "body,official\n")
            .replacingOccurrences(of: "metered\n", with: "metered,official\n")
        let outcome = try Self.run(list: list)
        #expect(outcome.code == 0)
        #expect(outcome.lines.filter { $0.contains(",E2,") }.allSatisfy { $0.hasSuffix(",unverified") })
        #expect(outcome.errors.contains("E2") && !outcome.errors.contains("E1"))
    }

    @Test func withoutPlanOrReason() throws {
        let bare = "park,id,current,intended\nP,M1,no,yes\nP,E2,n/a,n/a\n"
        let outcome = try Self.run(values: bare)
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("v.csv:3:current: warning: ") && outcome.errors.contains("M1"))
        let current = try Self.run(values: "park,id,current\nP,M1,no\n")
        #expect(current.code == 0 && !current.text.contains("intended"))
        #expect(current.text.contains("P,E1,environment,performance,>=,90,%,NA,no data,NA"))
    }

    // MARK: The reference results

    private static let reference = ReferencePart("efficiency")

    private static func reference(_ options: [String]) throws -> [[String: Any]] {
        let outcome = try Greenprint.run(
            [
                "parks", try reference.path("eip_parks_illustrative.csv"), "--framework",
                try reference.path("eip_indicators_illustrative.csv"), "--format", "json",
            ] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try #require(JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    }

    private static func slug(_ value: Any?) -> String {
        (value as? String ?? "").replacingOccurrences(of: " ", with: "_")
    }

    private static func agree(_ value: Any?, _ text: String) -> Bool {
        guard let expected = Double(text) else { return !(value is Double) }
        return (value as? Double).map { abs($0 - expected) <= 1e-12 * max(1, abs(expected)) } ?? false
    }

    @Test(.enabled(if: reference.isGiven, Comment(rawValue: ReferenceFolder.hint)))
    func referenceStatuses() throws {
        let rows = try Self.reference([])
        let expected = try Self.reference.rows("eip_status_expected.csv")
        #expect(rows.count == 20 && expected.count == 20)
        for (row, expected) in zip(rows, expected) {
            #expect(row["park"] as? String == expected["park"] && row["id"] as? String == expected["id"])
            #expect(Self.slug(row["current_status"]) == expected["current_status"])
            #expect(Self.slug(row["intended_status"]) == expected["intended_status"])
            #expect(Self.agree(row["current_gap"], expected["signed_gap_to_benchmark_current"] ?? ""), "\(row)")
        }
    }

    @Test(.enabled(if: reference.isGiven, Comment(rawValue: ReferenceFolder.hint)))
    func referenceScores() throws {
        let shares = try Self.reference(["--show", "shares"])
        let verdicts = try Self.reference(["--show", "verdicts"])
        let expected = try Self.reference.rows("eip_scores_expected.csv")
        #expect(expected.count == 44)
        for row in expected {
            let isVerdict = row["category"] == "verdict"
            let found = try #require(
                (isVerdict ? verdicts : shares).first { found in
                    found["park"] as? String == row["park"] && found["state"] as? String == row["state"]
                        && (isVerdict
                            || found["category"] as? String == row["category"]
                                && found["kind"] as? String == row["kind"])
                })
            for column in ["applicable", "met", "no_data"] { #expect(Self.agree(found[column], row[column] ?? "")) }
            if isVerdict {
                #expect(found["verdict"] as? String == row["share_met_strict"])
            } else {
                for column in ["share_met_strict", "share_met_known"] {
                    #expect(Self.agree(found[column], row[column] ?? ""), "\(row)")
                }
            }
        }
    }
}

import StatisticalData
import TargetTracking

extension Fault {
    static func assessmentUnknownGroup(_ found: String, among known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault("assessment-unknown-group", at: place, ["found": found, "nearest": nearest ?? "-"])
    }

    static func assessmentPointsDoNotSum(_ item: String, found: Double, expected: Double, at place: Place) -> Fault {
        Fault(
            "assessment-points-do-not-sum", at: place,
            ["item": item, "found": Decimals.text(found), "expected": Decimals.text(expected)])
    }

    static func assessmentNeedsOneRow(of kind: String, found: Int, at place: Place) -> Fault {
        Fault("assessment-needs-one-row", at: place, ["kind": kind, "found": String(found)])
    }

    static func assessmentDuplicate(_ id: String, at place: Place) -> Fault {
        Fault("assessment-duplicate", at: place, ["found": id])
    }

    static func assessmentInvalidRule(_ rule: String, at place: Place) -> Fault {
        Fault("assessment-invalid-rule", at: place, ["rule": rule])
    }
}

extension TargetAssessmentFault {
    /// The fault at its place in the files of the assessment.
    func fault(in inputs: TargetAssessmentStudy.Inputs, study: Study) -> Fault {
        let list = Place(file: inputs.study.framework.file)
        func place(of item: String) -> Place { inputs.file.rows.last { $0.id == item }?.place ?? list }
        switch self {
        case .invalidPoints(let item): return Fault("assessment-invalid-points", at: place(of: item), ["item": item])
        case .duplicateItem(let item): return .assessmentDuplicate(item, at: place(of: item))
        case .rankOutOfRange(let year):
            return Fault(
                "assessment-rank-out-of-range", at: study.place(of: "rank"),
                ["year": String(inputs.study.years.from + year)])
        case .annualPointsDoNotSum(let found, let expected):
            let place = inputs.rules.row(.annualBest)?.place ?? list
            return .assessmentPointsDoNotSum("annual", found: found, expected: expected, at: place)
        case .satisfactionOutOfRange:
            return Fault("assessment-satisfaction-out-of-range", at: study.place(of: "satisfaction"))
        case .negativeIncidents: return Fault("assessment-negative-incidents", at: study.place(of: "incidents"))
        case .invalidRule(let rule):
            return .assessmentInvalidRule(rule.rawValue, at: Place(file: inputs.study.framework.rules))
        }
    }
}

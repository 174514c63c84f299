public import StatisticalData

extension Fault {
    /// A formula that cannot be read or computed.
    static func courseFormula(_ failure: Formula.Failure, _ text: String, at place: Place) -> Fault {
        func arguments(_ found: String) -> [String: String] {
            ["formula": String(text.prefix(100)), "found": found.isEmpty ? "-" : String(found.prefix(60))]
        }
        switch failure {
        case .unreadable(let rest): return Fault("course-formula", at: place, arguments(rest))
        case .tooLong: return Fault("course-formula-long", at: place, arguments(""))
        case .unknownFunction(let name): return Fault("course-formula-function", at: place, arguments(name))
        case .unknownName(let name): return Fault("course-formula-name", at: place, arguments(name))
        case .wrongCount(let name): return Fault("course-formula-arguments", at: place, arguments(name))
        case .lengths(let left, let right):
            return Fault("course-formula-lengths", at: place, arguments("\(left), \(right)"))
        case .notOne(let count): return Fault("course-formula-several", at: place, arguments(String(count)))
        case .notFinite: return Fault("course-formula-value", at: place, arguments(""))
        }
    }

    static func courseFigure(_ name: String, at place: Place) -> Fault {
        Fault("course-figure", at: place, ["found": name])
    }

    /// A figure that the workspace does not have.
    public static func courseFigureMissing(_ found: String, at place: Place) -> Fault {
        Fault("course-figure-missing", at: place, ["found": found])
    }

    /// A figure that is a word where a number is needed.
    public static func courseFigureWord(_ found: String, at place: Place) -> Fault {
        Fault("course-figure-word", at: place, ["found": found])
    }

    static func courseAnswer(_ count: Int, at place: Place) -> Fault {
        Fault("course-answer", at: place, ["found": String(count)])
    }

    static func courseAnswerPart(_ expected: String, at place: Place) -> Fault {
        Fault("course-answer-part", at: place, ["expected": expected])
    }

    static func courseOption(_ found: String, known: [String], at place: Place) -> Fault {
        Fault("course-option", at: place, ["found": found, "expected": known.joined(separator: ", ")])
    }

    static func coursePlaceholder(_ found: String, at place: Place) -> Fault {
        Fault("course-placeholder", at: place, ["found": String(found.prefix(60))])
    }

    static func coursePlaceholders(_ english: [String], _ chinese: [String], at place: Place) -> Fault {
        Fault(
            "course-placeholders", at: place,
            ["english": english.joined(separator: ", "), "chinese": chinese.joined(separator: ", ")])
    }

    static func courseExercise(_ found: String, known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault("course-exercise-unknown", at: place, ["found": found, "nearest": nearest ?? "-"])
    }

    static func courseRepeated(_ found: String, at place: Place) -> Fault {
        Fault("course-repeated", at: place, ["found": found])
    }

    static func courseUnused(_ found: String, at place: Place) -> Fault {
        Fault("course-unused", at: place, severity: .warning, ["found": found])
    }

    /// The solution is not accepted.
    static func courseSolution(_ found: String, _ task: String, at place: Place) -> Fault {
        Fault("course-solution", at: place, ["found": String(found.prefix(100)), "task": task])
    }

    /// A known wrong answer is accepted as right.
    static func courseMistakeRight(_ id: String, _ found: String, _ task: String, at place: Place) -> Fault {
        Fault("course-mistake-right", at: place, ["mistake": id, "found": String(found.prefix(100)), "task": task])
    }

    /// A known wrong answer gets another remark, or none.
    static func courseMistakeRemark(_ id: String, _ other: String?, _ task: String, at place: Place) -> Fault {
        Fault("course-mistake-remark", at: place, ["mistake": id, "found": other ?? "-", "task": task])
    }

    /// A course that the workspace does not have.
    public static func courseUnknown(_ found: String, known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault(
            "course-unknown", at: place,
            [
                "found": found, "nearest": nearest ?? "-",
                "expected": known.isEmpty ? "-" : known.joined(separator: ", "),
            ]
        )
    }

    /// A workspace without courses.
    public static func courseNone(at place: Place) -> Fault {
        Fault("course-none", at: place)
    }

    /// Progress that is no progress of a course, or of another.
    public static func courseProgress(at place: Place) -> Fault {
        Fault("course-progress", at: place)
    }

    /// Progress of another course or learner.
    public static func courseProgressOther(_ found: String, expected: String, at place: Place) -> Fault {
        Fault("course-progress-other", at: place, ["found": String(found.prefix(80)), "expected": expected])
    }

    static func courseNotPassed(points: Int, possible: Int, pass: Double, at place: Place) -> Fault {
        Fault(
            "course-not-passed", at: place,
            ["points": String(points), "possible": String(possible), "share": Decimals.text(pass)])
    }

    static func courseDate(_ found: String) -> Fault {
        Fault("course-date", at: Place(file: "--date"), ["found": String(found.prefix(40))])
    }
}

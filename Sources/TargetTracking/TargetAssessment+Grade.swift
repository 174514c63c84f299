extension TargetAssessment {
    /// Why no grade can be given.
    public enum Open: String, Hashable, Sendable, Codable, CaseIterable {
        /// The limits between the grades are not known.
        case gradeLimits = "grade limits"
        /// The points that are certain and those still possible fall into different grades.
        case points
        /// Enough binding targets may have been missed for `unqualified`, or the rule on them is not known.
        case bindingTargets = "binding targets"
        /// Whether data were falsified is not known.
        case falsification
    }

    /// What decided the grade.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        /// Falsified data.
        case falsified
        /// Too many binding targets missed.
        case bindingMissed = "binding missed"
        /// The points.
        case points
    }

    /// A grade with its ground, or all that stands in the way of one.
    public enum Finding: Hashable, Sendable {
        /// The grade is certain.
        case decided(Grade, Ground)
        /// It is not; never empty.
        case undetermined([Open])
    }

    /// The grade, where it is the same whatever the unknowns turn out to be.
    public var grade: Finding {
        if isFalsified == true { return .decided(.unqualified, .falsified) }
        let missed = bindingMissed
        if let least = rules.unqualifiedFrom, missed.certain >= least { return .decided(.unqualified, .bindingMissed) }
        let byPoints = gradeByPoints
        // The lowest grade needs no further certainty: nothing can lift it.
        if byPoints == .unqualified { return .decided(.unqualified, .points) }
        var open: [Open] = []
        if rules.gradeLimits == nil {
            open.append(.gradeLimits)
        } else if byPoints == nil {
            open.append(.points)
        }
        if rules.unqualifiedFrom.map({ missed.possible >= $0 }) ?? (missed.possible > 0) {
            open.append(.bindingTargets)
        }
        if isFalsified == nil { open.append(.falsification) }
        guard open.isEmpty, let byPoints else { return .undetermined(open) }
        return .decided(byPoints, .points)
    }

    private var gradeByPoints: Grade? {
        guard let limits = rules.gradeLimits else { return nil }
        let highest = limits.grade(of: total.possible)
        if highest == .unqualified { return highest }
        return total.certain.map { limits.grade(of: $0) } == highest ? highest : nil
    }
}

import StatisticalData
import TableFormats
import TargetTracking

/// All parks together: how many meet each benchmark, and whether they reach the goal, now and in time.
extension EcoParksComputation {
    private var prefixes: [String] { inputs.hasIntended ? ["", "intended-"] : [""] }

    private func home(_ item: String, _ measure: String) -> ResultKey {
        builder.key(item, measure, inputs.homeArea, period)
    }

    private func word(_ item: String, _ measure: String, _ park: ParkTable.Park) -> String? {
        builder[key(item, measure, park)]?.word
    }

    /// Of each benchmark the parks by status, filed under the home area.
    mutating func addCounts() throws {
        for row in inputs.rows {
            let id = row.indicator.id
            for prefix in prefixes {
                let from = inputs.parks.map { park in
                    DerivationInput("s(\(park.code))", .result(key(id, prefix + "status", park)))
                }
                let words = inputs.parks.map { word(id, prefix + "status", $0) }
                for status in ThresholdFramework.Status.allCases {
                    let measure = Self.measure(of: status)
                    builder.add(
                        home(id, prefix + measure), .number(Double(words.count { $0 == status.rawValue })), unit: .one,
                        formula: "formula-" + measure, "#", from: from)
                }
            }
        }
    }

    /// The measure that counts parks of a status.
    static func measure(of status: ThresholdFramework.Status) -> String {
        switch status {
        case .met: "parks-met"
        case .notMet: "parks-not-met"
        case .noData: "parks-without-data"
        case .notApplicable: "parks-not-applicable"
        }
    }

    /// Whether every park of the goal reaches the benchmarks: now, or as intended with every date by that of the goal.
    mutating func addGoal() throws {
        guard let goal = inputs.study.goal else { return }
        let parks = inputs.parks.filter { park in goal.parks.map { $0.contains(Area.ID(park.code)) } ?? true }
        for park in parks { addInTime(park, goal) }
        let verdicts = parks.map { DerivationInput("v(\($0.code))", .result(key(Self.whole, "verdict", $0))) }
        let inTime = parks.map { DerivationInput("t(\($0.code))", .result(key(Self.whole, "in-time", $0))) }
        let reached = parks.count {
            word(Self.whole, "verdict", $0) == ThresholdFramework.Verdict.benchmarkReached.rawValue
        }
        let timely = parks.count { word(Self.whole, "in-time", $0) == "yes" }
        let counts = [
            ("goal-parks", parks.count, verdicts), ("parks-reached", reached, verdicts),
            ("parks-in-time", timely, inTime),
        ]
        let keys = counts.map { measure, count, from in
            builder.add(
                home(Self.goal, measure), .number(Double(count)), unit: .one, formula: "formula-" + measure, "#",
                from: from)
        }
        let inputs = zip(["n", "m", "k"], keys).map { DerivationInput($0, .result($1)) }
        for (measure, count, input) in [("share-reached", reached, 1), ("share-in-time", timely, 2)] {
            builder.add(
                home(Self.goal, measure), .number(100 * Double(count) / Double(parks.count)), unit: .percent,
                formula: "formula-park-share-of-parks", "100 · \(input == 1 ? "m" : "k") / n",
                from: [inputs[input], inputs[0]])
        }
        let verdict = reached == parks.count ? "met" : timely == parks.count ? "met as intended" : "missed as intended"
        builder.add(
            home(Self.goal, "goal-verdict"), .word(verdict), unit: nil, formula: "formula-park-goal",
            "[m = n] > [k = n]", from: inputs)
    }

    /// Whether a park reaches the benchmarks by the date of the goal, and so each benchmark that is open now.
    private mutating func addInTime(_ park: ParkTable.Park, _ goal: EcoParksStudy.Goal) {
        var from = [DerivationInput("v", .result(key(Self.whole, "verdict", park)))]
        let reached = ThresholdFramework.Verdict.benchmarkReached.rawValue
        var isInTime = word(Self.whole, "verdict", park) == reached
        if inputs.hasIntended, !isInTime {
            from.append(DerivationInput("v′", .result(key(Self.whole, "intended-verdict", park))))
            isInTime = word(Self.whole, "intended-verdict", park) == reached
            for row in inputs.rows where isOpen(row.indicator.id, park) {
                let line = addInTime(row, park, goal)
                from.append(DerivationInput("t(\(row.indicator.id))", .result(line)))
                isInTime = isInTime && builder[line]?.word == "yes"
            }
        }
        builder.add(
            key(Self.whole, "in-time", park), .word(isInTime ? "yes" : "no"), unit: nil,
            formula: "formula-park-in-time", "v ∨ (v′ ∧ ∀t)", from: from)
    }

    private func isOpen(_ id: String, _ park: ParkTable.Park) -> Bool {
        let open = [ThresholdFramework.Status.notMet.rawValue, ThresholdFramework.Status.noData.rawValue]
        return word(id, "status", park).map { open.contains($0) } ?? false
    }

    /// A benchmark that is open now: met as intended, by a date that is named and not after that of the goal.
    private mutating func addInTime(
        _ row: BenchmarkTable.Row, _ park: ParkTable.Park, _ goal: EcoParksStudy.Goal
    ) -> ResultKey {
        let id = row.indicator.id
        let own = park.rows[id]
        var from = [DerivationInput("s′", .result(key(id, "intended-status", park)))]
        var isDue = false
        if let own, let text = own.intention.date, let date = KnownDate(text) {
            isDue = date.latestDay <= goal.by.latestDay
            from.append(
                DerivationInput(
                    "d",
                    .declared(
                        .init(
                            .word(isDue ? "yes" : "no"), unit: nil, trust: own.trust ?? inputs.values.trust,
                            source: inputs.values.source, note: LocalisedText(en: text, zh: text),
                            place: Place(file: own.place.file, line: own.place.line, column: "date")))))
        }
        let isMet = [.met, .notApplicable].map(\ThresholdFramework.Status.rawValue).contains(
            word(id, "intended-status", park) ?? "")
        return builder.add(
            key(id, "in-time", park), .word(isMet && isDue ? "yes" : "no"), unit: nil,
            formula: "formula-park-line-in-time", "s′ ∧ d ≤ t", from: from)
    }
}

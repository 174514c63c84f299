import Reports
import StatisticalData
import TableFormats
import TargetTracking

/// The tables that `greenprint parks` prints.
struct ParkTables {
    let list: BenchmarkTable
    let parks: [ParkTable.Assessed]

    /// The states of a park that are told, by name.
    private func states(_ park: ParkTable.Assessed) -> [(name: String, assessment: ThresholdFramework.Assessment)] {
        [("current", park.current)] + (park.intended.map { [("intended", $0)] } ?? [])
    }

    private var hasIntended: Bool { parks.contains { $0.intended != nil } }

    private func cell(_ word: String?) -> OutputTable.Cell { word.map { .word($0) } ?? .number(nil) }

    private func cell(_ value: ThresholdFramework.Value?) -> OutputTable.Cell {
        switch value {
        case .figure(let figure): .number(figure)
        case .answer(let answer): .word(answer ? "yes" : "no")
        case .notApplicable: .word("n/a")
        case nil: .number(nil)
        }
    }

    /// A row a park and benchmark.
    var lines: OutputTable {
        let states = hasIntended ? ["current", "intended"] : ["current"]
        let trust = list.hasTrust ? ["trust"] : []
        let header =
            ["park", "id", "category", "kind", "rule", "benchmark", "unit"]
            + states.flatMap { [$0, $0 + "_status", $0 + "_gap"] } + trust
        return OutputTable(
            header: header,
            rows: parks.flatMap { park in
                list.rows.indices.map { position -> [OutputTable.Cell] in
                    let row = list.rows[position]
                    let own: [OutputTable.Cell] = [
                        .word(park.park.code), .word(row.indicator.id), .word(row.indicator.category),
                        .word(row.indicator.kind.rawValue), .word(row.rule), .word(row.benchmark), cell(row.unit),
                    ]
                    let values = [park.park.current, park.park.intended]
                    let found = zip(self.states(park), values).flatMap { state, values -> [OutputTable.Cell] in
                        let line = state.assessment.lines[position]
                        return [cell(values[row.indicator.id]), .word(line.status.rawValue), .number(line.gap)]
                    }
                    return own + found + (list.hasTrust ? [cell(row.trust?.rawValue)] : [])
                }
            })
    }

    /// Counts and shares by category and kind, and of all; `NA` where nothing applies.
    var shares: OutputTable {
        OutputTable(
            header: [
                "park", "state", "category", "kind", "applicable", "met", "no_data", "share_met_strict",
                "share_met_known",
            ],
            rows: parks.flatMap { park in
                states(park).flatMap { state in
                    (list.framework.categories.map { Optional($0) } + [nil]).flatMap { category in
                        ThresholdFramework.Kind.allCases.map { kind in
                            [
                                .word(park.park.code), .word(state.name), .word(category ?? "all"),
                                .word(kind.rawValue),
                            ] + counts(state.assessment.share(category: category, kind: kind))
                        }
                    }
                }
            })
    }

    private func counts(_ share: ThresholdFramework.Share) -> [OutputTable.Cell] {
        [share.applicable, share.met, share.noData].map { .number(Double($0)) }
            + [.number(share.strict), .number(share.known)]
    }

    /// A row a park and state; places by the strict share, ties sharing the best.
    var verdicts: OutputTable {
        let all = parks.map { states($0) }
        var rows: [[OutputTable.Cell]] = []
        for (position, park) in parks.enumerated() {
            for (state, found) in all[position].enumerated() {
                let shares = all.map { $0[state].assessment.share() }
                rows.append(
                    [.word(park.park.code), .word(found.name), .word(found.assessment.verdict.rawValue)]
                        + counts(found.assessment.share())
                        + [.number(ThresholdFramework.places(shares)[position].map(Double.init))])
            }
        }
        return OutputTable(
            header: [
                "park", "state", "verdict", "applicable", "met", "no_data", "share_met_strict", "share_met_known",
                "place",
            ], rows: rows)
    }

    /// What is not met now, in the order to mend it: prerequisites first, then the largest gap closed per cost.
    var plan: OutputTable {
        OutputTable(
            header: [
                "park", "order", "id", "category", "kind", "gap", "current", "benchmark", "intended", "measure",
                "owner",
                "date", "cost",
            ],
            rows: parks.flatMap { park in
                park.current.measures(costs: park.park.costs).enumerated().map { order, line -> [OutputTable.Cell] in
                    let id = line.indicator.id
                    let row = park.park.rows[id]
                    let benchmark = list.rows.first { $0.indicator.id == id }?.benchmark
                    return [
                        .word(park.park.code), .number(Double(order + 1)), .word(id), .word(line.indicator.category),
                        .word(line.indicator.kind.rawValue), .number(line.gap), cell(row?.current), cell(benchmark),
                        cell(row?.intended), cell(row?.intention.measure), cell(row?.intention.owner),
                        cell(row?.intention.date), .number(row?.cost),
                    ]
                }
            })
    }
}

import Foundation
import TargetTracking
import TestSupport
import Testing

/// The reference data of eco-industrial parks, row by row: `efficiency/eip_*`, invented parks and thresholds.
struct ThresholdReferenceTests {
    private static let folder = "../efficiency/"

    static var isGiven: Bool {
        guard let path = ReferenceFolder.path else { return false }
        return FileManager.default.fileExists(atPath: path + "/" + folder + "eip_scores_expected.csv")
    }

    private func framework() throws -> ThresholdFramework {
        ThresholdFramework(
            try ReferenceFolder.rows(Self.folder + "eip_indicators_illustrative.csv").map { row in
                let benchmark = Double(row["benchmark"] ?? "") ?? .nan
                let rule: ThresholdFramework.Rule =
                    switch row["rule"] {
                    case ">=": .atLeast(benchmark)
                    case "<=": .atMost(benchmark)
                    default: .answer(row["benchmark"] == "yes")
                    }
                return ThresholdFramework.Indicator(
                    id: row["id"] ?? "", category: row["category"] ?? "",
                    kind: try #require(ThresholdFramework.Kind(rawValue: row["kind"] ?? "")), rule: rule)
            })
    }

    /// The assessment of a park in a state.
    private func assess(_ park: String, _ state: String) throws -> ThresholdFramework.Assessment {
        var values: [String: ThresholdFramework.Value] = [:]
        for row in try ReferenceFolder.rows(Self.folder + "eip_parks_illustrative.csv") where row["park"] == park {
            switch row[state] ?? "" {
            case "": continue
            case "yes", "no": values[row["id"] ?? ""] = .answer(row[state] == "yes")
            case "n/a": values[row["id"] ?? ""] = .notApplicable(reason: "as stated")
            case let text: values[row["id"] ?? ""] = .figure(try #require(Double(text)))
            }
        }
        return try framework().assess(values)
    }

    @Test(.enabled(if: isGiven, Comment(rawValue: ReferenceFolder.hint)))
    func statusesAndGaps() throws {
        let rows = try ReferenceFolder.rows(Self.folder + "eip_status_expected.csv")
        #expect(rows.count == 20)
        for row in rows {
            for state in ["current", "intended"] {
                let lines = try assess(row["park"] ?? "", state).lines
                let line = try #require(lines.first { $0.indicator.id == row["id"] })
                let status = line.status.rawValue.split(separator: " ").joined(separator: "_")
                #expect(status == row[state + "_status"], "\(row)")
                guard state == "current", line.status != .notApplicable else { continue }
                #expect(agree(line.gap, Double(row["signed_gap_to_benchmark_current"] ?? "")), "\(row)")
            }
        }
    }

    @Test(.enabled(if: isGiven, Comment(rawValue: ReferenceFolder.hint)))
    func sharesAndVerdicts() throws {
        let rows = try ReferenceFolder.rows(Self.folder + "eip_scores_expected.csv")
        #expect(rows.count == 44)
        for row in rows {
            let found = try assess(row["park"] ?? "", row["state"] ?? "")
            let category = row["category"] ?? ""
            let isWhole = ["all", "verdict"].contains(category)
            let share = found.share(
                category: isWhole ? nil : category, kind: ThresholdFramework.Kind(rawValue: row["kind"] ?? ""))
            let counts = [share.applicable, share.met, share.noData].map(String.init)
            #expect(counts == ["applicable", "met", "no_data"].map { row[$0] ?? "" }, "\(row)")
            if category == "verdict" {
                #expect(found.verdict.rawValue == row["share_met_strict"], "\(row)")
            } else {
                #expect(agree(share.strict, Double(row["share_met_strict"] ?? "")), "\(row)")
                #expect(agree(share.known, Double(row["share_met_known"] ?? "")), "\(row)")
            }
        }
    }
}

import Charts
import Foundation
import Testing

@Suite("Golden files")
struct GoldenTests {
    @Test("each kind of chart gives the recorded bytes", arguments: Samples.charts.map(\.name))
    func matches(name: String) throws {
        let chart = try #require(Samples.charts.first { $0.name == name }).chart
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).svg")
        let text = chart.svg()
        if ProcessInfo.processInfo.environment["GREENPRINT_RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record(
                "recorded \(file.lastPathComponent); look at it, then run again without GREENPRINT_RECORD_GOLDEN")
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(
            text == golden,
            "Golden/\(name).svg differs. If the change is meant, run once with GREENPRINT_RECORD_GOLDEN=1 and look at the file."
        )
    }
}

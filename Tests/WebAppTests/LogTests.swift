import Foundation
import Logging
import Synchronization
import Testing

@testable import WebApp

/// Lines of the log and counts, which machines read.
struct LogTests {
    @Test func lineIsJSON() throws {
        let lines = Mutex<[String]>([])
        var logger = Logger(label: "test") { _ in LineLog { line in lines.withLock { $0.append(line) } } }
        logger[metadataKey: "kept"] = "1"
        logger.info("a \"b\"\n\\ \u{1} 中", metadata: ["path": "/\u{7F}", "kept": "2"])
        logger.debug("not told")
        let told = lines.withLock { $0 }
        #expect(told.count == 1)
        #expect(told[0].hasSuffix("}\n") && !told[0].dropLast().contains("\n"))
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(told[0].utf8)) as? [String: String])
        #expect(fields["message"] == "a \"b\"\n\\ \u{1} 中")
        #expect(fields["path"] == "/\u{7F}")
        #expect(fields["kept"] == "2")
        #expect(fields["level"] == "info")
        #expect(fields["time"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}/) != nil, "\(fields)")
    }

    /// The text format of Prometheus: classes of durations hold all shorter ones.
    @Test func countsAreTold() {
        let metrics = Metrics()
        for (status, seconds) in [(200, 0.0005), (200, 0.02), (404, 7)] {
            metrics.begin()
            metrics.end(status: status, .seconds(seconds))
        }
        metrics.begin()
        let lines = Set(metrics.text(cacheBytes: 12, isFaulty: true).split(separator: "\n").map(String.init))
        for line in [
            "greenprint_requests_total{status=\"200\"} 2", "greenprint_requests_total{status=\"404\"} 1",
            "greenprint_request_duration_seconds_bucket{le=\"0.001\"} 1",
            "greenprint_request_duration_seconds_bucket{le=\"0.05\"} 2",
            "greenprint_request_duration_seconds_bucket{le=\"5.0\"} 2",
            "greenprint_request_duration_seconds_bucket{le=\"+Inf\"} 3", "greenprint_request_duration_seconds_count 3",
            "greenprint_requests_running 1", "greenprint_workspace_faulty 1", "greenprint_page_cache_bytes 12",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }
}

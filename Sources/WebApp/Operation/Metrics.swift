import Foundation
import Synchronization

/// Counts of what the server does, told in the text format of Prometheus.
final class Metrics: Sendable {
    private struct Counts {
        var requests: [Int: Int] = [:]
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var seconds = 0.0
        var running = 0
        var snapshots = 0
        var snapshotSeconds = 0.0
    }

    private let counts = Mutex(Counts())
    private let started = Date().timeIntervalSince1970

    /// Upper bounds of the classes of durations, in seconds.
    private static let bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]

    /// A request has come.
    func begin() { counts.withLock { $0.running += 1 } }

    /// A request was answered.
    func end(status: Int, _ duration: Duration) {
        let seconds = duration.seconds
        counts.withLock { counts in
            counts.running -= 1
            counts.requests[status, default: 0] += 1
            counts.seconds += seconds
            for (position, bound) in Self.bounds.enumerated() where seconds <= bound { counts.buckets[position] += 1 }
        }
    }

    /// The workspace was read anew.
    func countSnapshot(_ duration: Duration) {
        counts.withLock { counts in
            counts.snapshots += 1
            counts.snapshotSeconds += duration.seconds
        }
    }

    /// Everything counted, with the size of the cache and whether the workspace is faulty.
    func text(cacheBytes: Int, isFaulty: Bool) -> String {
        let counts = counts.withLock { $0 }
        let total = counts.requests.values.reduce(0, +)
        var text = ""
        func add(_ name: String, _ type: String, _ lines: [(String, String)]) {
            text += "# TYPE \(name) \(type)\n"
            for (suffix, value) in lines { text += "\(name)\(suffix) \(value)\n" }
        }
        add(
            "greenprint_requests_total", "counter",
            counts.requests.sorted { $0.key < $1.key }.map { ("{status=\"\($0.key)\"}", "\($0.value)") })
        add(
            "greenprint_request_duration_seconds", "histogram",
            zip(Self.bounds, counts.buckets).map { ("_bucket{le=\"\($0)\"}", "\($1)") }
                + [("_bucket{le=\"+Inf\"}", "\(total)"), ("_sum", "\(counts.seconds)"), ("_count", "\(total)")])
        add("greenprint_requests_running", "gauge", [("", "\(counts.running)")])
        add("greenprint_workspace_reads_total", "counter", [("", "\(counts.snapshots)")])
        add("greenprint_workspace_read_seconds_total", "counter", [("", "\(counts.snapshotSeconds)")])
        add("greenprint_workspace_faulty", "gauge", [("", isFaulty ? "1" : "0")])
        add("greenprint_page_cache_bytes", "gauge", [("", "\(cacheBytes)")])
        add("process_start_time_seconds", "gauge", [("", "\(started)")])
        if let bytes = Self.residentBytes { add("process_resident_memory_bytes", "gauge", [("", "\(bytes)")]) }
        return text
    }

    /// The memory in use, as the system tells it.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}

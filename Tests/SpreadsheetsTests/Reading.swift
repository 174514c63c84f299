import StatisticalData
import Testing

@testable import Spreadsheets

/// What a reader makes of a file: everything it returns until it says that it is at the end.
struct Reading: Equatable {
    var header: [String] = []
    var rows: [[String]] = []
    /// The line on which each row starts.
    var lines: [Int] = []
    var faults: [Fault] = []

    /// The faults as `code:line:column`.
    var faultTexts: [String] {
        faults.map { "\($0.code):\($0.place.line ?? 0):\($0.place.column ?? "-")" }
    }

    /// Reads on after every fault of a row.
    init(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws(Faults) {
        let result: Result<Reading, Faults> = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                var reader = try CSVReader(raw, file: "f.csv", limits: limits)
                var reading = Reading()
                reading.header = reader.header
                var row = CSVRow()
                // Every call takes at least a byte, so that more calls than bytes mean that it does not end.
                for _ in 0...bytes.count {
                    do throws(Fault) {
                        guard try reader.next(&row) else { return .success(reading) }
                        reading.rows.append((0..<row.count).map { reader.string(row, $0) })
                        reading.lines.append(row.line)
                    } catch {
                        reading.faults.append(error)
                    }
                }
                Issue.record("reading does not end")
                return .success(reading)
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    init(_ text: String, limits: CSVLimits = CSVLimits()) throws(Faults) {
        self = try Reading(Array(text.utf8), limits: limits)
    }

    private init() {}

    /// The fault of a file that cannot be read at all, as `code:line:column`.
    static func refusal(of bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> [String] {
        do throws(Faults) {
            _ = try Reading(bytes, limits: limits)
            return []
        } catch {
            return error.list.map { "\($0.code):\($0.place.line ?? 0):\($0.place.column ?? "-")" }
        }
    }
}

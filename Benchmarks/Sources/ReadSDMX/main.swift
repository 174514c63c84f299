import Foundation
import SDMX

// Reads a file of SDMX-ML data and prints its rows: what the reader itself takes, without a ledger.
guard CommandLine.arguments.count == 2 else {
    print("usage: read-sdmx FILE")
    exit(64)
}
let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let message = try SDMXML.readData(bytes, file: CommandLine.arguments[1])
print("rows", message.dataSets.reduce(0) { $0 + $1.count })

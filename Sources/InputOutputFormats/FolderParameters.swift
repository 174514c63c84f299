internal import Foundation
internal import StatisticalData

/// `file_parameters.json` as pymrio writes it: which files there are, and how many columns and lines are labels.
struct FolderParameters: Decodable {
    let files: [String: Entry]
    let name: String?

    /// A file.
    struct Entry: Decodable {
        let name: String
        let index: Int
        let header: Int

        private enum CodingKeys: String, CodingKey {
            case name
            case index = "nr_index_col"
            case header = "nr_header"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = try container.decode(String.self, forKey: .name)
            index = try Self.count(.index, in: container)
            header = try Self.count(.header, in: container)
        }

        /// pymrio writes counts as text.
        private static func count(
            _ key: CodingKeys, in container: KeyedDecodingContainer<CodingKeys>
        ) throws -> Int {
            let text = try? container.decode(String.self, forKey: key)
            guard let count = try text.map({ Int($0) }) ?? container.decode(Int.self, forKey: key),
                (1...10).contains(count)
            else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "not a count")
            }
            return count
        }
    }

    static let fileName = "file_parameters.json"

    /// Reads the file; its bytes may be at most a megabyte.
    static func read(_ bytes: [UInt8], file: String) throws(Fault) -> FolderParameters {
        guard bytes.count <= 1 << 20, let found = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            throw .ioParameters(file)
        }
        return found
    }

    /// The entry of a table; `FY` is an old name of `F_Y`.
    func entry(_ table: String) -> Entry? {
        files[table] ?? (table == "F_Y" ? files["FY"] : nil)
    }
}

import Foundation
import InputOutputFormats
import StatisticalData
import TestSupport

/// Folders for tests: in memory, and on disk.
enum Folders {
    /// A table of two areas with areas of different sectors, in the layout of pymrio.
    static let pymrio: [String: String] = [
        "file_parameters.json": """
        {"files": {"Z": {"name": "Z.txt", "nr_index_col": "2", "nr_header": "2"},
        "Y": {"name": "Y.txt", "nr_index_col": 2, "nr_header": "2"},
        "x": {"name": "x.txt", "nr_index_col": "2", "nr_header": "1"}}, "systemtype": "IOSystem"}
        """,
        "Z.txt": "region\t\tNA\tNA\tCN\nsector\t\t01\tb\t01\nregion\tsector\t\t\t\nNA\t01\t1\t2\t3\nNA\tb\t4\t5\t6\n"
            + "CN\t01\t7\t8\t9\n",
        // Rows and columns in another order than in Z.
        "Y.txt":
            "region\t\tCN\tNA\ncategory\t\th\th\nregion\tsector\t\t\nCN\t01\t30\t40\nNA\t01\t10\t20\nNA\tb\t50\t60\n",
        "x.txt": "region\tsector\tindout\nNA\tb\t125\nNA\t01\t36\nCN\t01\t94\n",
        "emissions/file_parameters.json": """
        {"files": {"F": {"name": "F.txt", "nr_index_col": "1", "nr_header": "2"}}, "name": "Emissions to air"}
        """,
        // The rows have no names, so that there is no line for them.
        "emissions/F.txt": "region\tCN\tNA\tNA\nsector\t01\tb\t01\nCO2\t3\t2\t1.5e+1\n",
    ]

    static func files(_ contents: [String: String]) -> FolderFiles {
        files(contents.mapValues { Array($0.utf8) })
    }

    static func files(_ contents: [String: [UInt8]]) -> FolderFiles {
        FolderFiles(path: "t", names: Array(contents.keys)) { name in
            guard let bytes = contents[name] else { throw TestSupportError("no file \(name)") }
            return bytes
        }
    }

    static func onDisk(_ path: String) throws -> FolderFiles {
        let names = try requireNames(path)
        return FolderFiles(path: path, names: names) { name in
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
        }
    }

    private static func requireNames(_ path: String) throws -> [String] {
        guard let names = FileManager.default.subpaths(atPath: path) else { throw TestSupportError("no folder") }
        return names
    }

    /// The faults of reading a folder and its extension.
    static func faults(_ contents: [String: String]) -> [Fault] {
        do {
            let folder = try InputOutputFolder(files(contents))
            _ = try folder.account("emissions")
            return []
        } catch let faults as Faults {
            return faults.list
        } catch let fault as Fault {
            return [fault]
        } catch {
            return []
        }
    }
}

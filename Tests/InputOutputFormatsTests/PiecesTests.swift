import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData
import Testing
import TestSupport

/// Files read piece by piece, tables larger than memory, and digits that survive.
struct PiecesTests {
    private static func files(
        _ contents: [String: String], piece: Int, memory: Int? = nil
    ) -> FolderFiles {
        FolderFiles(
            path: "t", names: Array(contents.keys), memory: memory,
            pieces: { name in
                var rest = Array((contents[name] ?? "").utf8)[...]
                return {
                    defer { rest = rest.dropFirst(piece) }
                    return Array(rest.prefix(piece))
                }
            }, bytes: { name in Array((contents[name] ?? "").utf8) })
    }

    @Test(arguments: [1, 2, 3, 7, 20, 64, 1000]) func piecesOfAnySizeGiveTheSame(piece: Int) throws {
        var contents = Folders.pymrio
        contents["Z.txt"] = contents["Z.txt"]?.replacing("\tb\t4", with: "\t\"b\"\t4").replacing("\n", with: "\r\n")
        let whole = try InputOutputFolder(Folders.files(contents))
        let read = try InputOutputFolder(Self.files(contents, piece: piece))
        #expect(read.table.flows == whole.table.flows)
        #expect(read.table.finalDemand == whole.table.finalDemand)
        #expect(read.industries == whole.industries)
        #expect(try read.account("emissions").account.industryFlows.elements == [15, 2, 3])
    }

    @Test(arguments: [1, 5, 13, 40]) func faultsAreThoseOfTheWholeFile(piece: Int) throws {
        let plain = ["Z.csv": "s,\"a\nb\",c\n\"a\nb\",1,2\nc,3,4\n", "Y.csv": "s,home\n\"a\nb\",5\nc,7\n"]
        let changes = [
            ("4\n", "4"), ("3,4", "3,x"), ("c,3,4", "c,3"), ("c,3", "\"c,3"), ("1,2", "1,"), ("\nc,3,4", ""),
        ]
        for (old, new) in changes {
            var contents = plain
            contents["Z.csv"] = plain["Z.csv"]?.replacing(old, with: new, maxReplacements: 1)
            func faults(_ files: FolderFiles) -> [Fault] {
                do {
                    _ = try InputOutputFolder(files)
                    return []
                } catch {
                    return (error as? Faults)?.list ?? []
                }
            }
            let expected = faults(Folders.files(contents))
            #expect(!expected.isEmpty)
            #expect(faults(Self.files(contents, piece: piece)) == expected, "\(old)")
        }
        #expect(try InputOutputFolder(Self.files(plain, piece: piece)).industries.labels == [["a\nb"], ["c"]])
    }

    @Test func tablesLargerThanMemoryAreRefused() throws {
        let error = #expect(throws: Faults.self) {
            _ = try InputOutputFolder(Self.files(Folders.pymrio, piece: 50, memory: 107))
        }
        #expect(error?.list.first?.code == "io-too-large")
        #expect(error?.list.first?.place.description == "t/Z.txt")
        _ = try InputOutputFolder(Self.files(Folders.pymrio, piece: 50, memory: 108))
    }

    /// pymrio saves twelve digits. What is written here reads back as the same numbers.
    @Test func digitsSurvive() throws {
        var generator = SeededGenerator(seed: 5)
        let labels = LabelAxis(levels: ["sector"], labels: (0..<9).map { ["s\($0)"] })
        let flows = Matrix(rows: 9, columns: 9) { row, _ in
            generator.uniform() * [1, 1e-7, 1e12, 3e-5, 1e22, 1e-30, 7, 1e5, 1e-12][row]
        }
        let contents = [
            "Z.csv": LabelledMatrix(rows: labels, columns: labels, values: flows).csv,
            "Y.csv": "sector,c\n" + labels.labels.map { $0[0] + ",1e40\n" }.joined(),
        ]
        #expect(try InputOutputFolder(Folders.files(contents)).table.flows == flows)
    }
}

import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData
import Testing
import TestSupport

/// Folders as pymrio writes them: what is read, what is refused and where.
struct FolderTests {
    @Test func labelsAreTextAndOrderIsThatOfZ() throws {
        let folder = try InputOutputFolder(Folders.files(Folders.pymrio))
        #expect(folder.industries.labels == [["NA", "01"], ["NA", "b"], ["CN", "01"]])
        #expect(folder.table.output == [36, 125, 94])
        #expect(folder.table.finalDemand.elements == [10, 20, 50, 60, 30, 40])
        #expect(folder.warnings == [])
        #expect(folder.extensionNames == ["emissions"])
        for name in ["emissions", "Emissions to air"] {
            let (account, stressors) = try folder.account(name)
            #expect(account.industryFlows.elements == [15, 2, 3])
            #expect(stressors.labels == [["CO2"]])
            #expect(stressors.levels == [""])
        }
    }

    @Test func plainFoldersNeedNoList() throws {
        let folder = try InputOutputFolder(
            Folders.files([
                "Z.csv": "sector,\"a, b\",c\n\"a, b\",1,2\nc,3,4\n",
                "Y.csv": "sector,home,export\n\"a, b\",5,6\nc,7,8\n",
                "jobs_F.csv": "row,\"a, b\",c\nall,28,11\n",
            ]))
        #expect(folder.industries.labels == [["a, b"], ["c"]])
        #expect(folder.table.output == [14, 22])
        #expect(folder.extensionNames == ["jobs"])
        #expect(try folder.account("jobs").account.intensities(in: folder.table).elements == [2, 0.5])
        let text = LabelledMatrix(rows: folder.industries, columns: folder.industries, values: folder.table.flows).csv
        #expect(text == "sector,\"a, b\",c\n\"a, b\",1,2\nc,3,4\n")
    }

    @Test func matricesAreWrittenAsPymrioDoes() throws {
        let folder = try InputOutputFolder(Folders.files(Folders.pymrio))
        let text = LabelledMatrix(rows: folder.industries, columns: folder.industries, values: folder.table.flows).csv
        let expected = try #require(Folders.pymrio["Z.txt"]).replacing("\t", with: ",")
        #expect(text == expected)
    }

    static let faulty: [(file: String, old: String, new: String, code: String, place: String)] = [
        ("Z.txt", "\t6\n", "\t\n", "io-missing", "t/Z.txt:5:CN 01"),
        ("Z.txt", "\t6\n", "\tNaN\n", "csv-not-finite", "t/Z.txt:5:CN 01"),
        ("Z.txt", "\t6\n", "\t-6\n", "io-negative-flow", "t/Z.txt"),
        ("Z.txt", "\t6\n", "\n", "io-field-count", "t/Z.txt:5"),
        ("Z.txt", "CN\t01\t7", "CN\tb\t7", "io-unknown-label", "t/Z.txt:1:CN 01"),
        ("Z.txt", "NA\tb\t4", "NA\t01\t4", "io-repeated-label", "t/Z.txt:5"),
        ("Y.txt", "CN\t01\t30", "CN\t1\t30", "io-unknown-label", "t/Y.txt:4"),
        ("Y.txt", "\tCN\tNA", "\tJP\tNA", "io-unknown-area", "t/Z.txt"),
        ("Y.txt", "60\n", "60", "io-cut-off", "t/Y.txt:6"),
        ("Y.txt", "category\t\th", "category\t\t\"h", "io-stray-quote", "t/Y.txt:2"),
        ("x.txt", "\t125\n", "\t126\n", "io-imbalance", "t/x.txt"),
        ("file_parameters.json", "\"2\"", "\"two\"", "io-parameters", "t/file_parameters.json"),
        ("file_parameters.json", "\"Z.txt\"", "\"../Z.txt\"", "io-file-name", "t/file_parameters.json"),
        ("file_parameters.json", "\"Z.txt\"", "\"Z.parquet\"", "io-file-kind", "t/file_parameters.json"),
        ("file_parameters.json", "\"Z.txt\"", "\"Z2.txt\"", "io-no-file", "t/file_parameters.json"),
        ("file_parameters.json", "\"Z\"", "\"Q\"", "io-no-table", "t"),
        ("file_parameters.json", "\"Y\"", "\"Q\"", "io-no-demand", "t"),
        ("emissions/F.txt", "\t3\t2", "\t3,5\t2", "csv-comma-in-number", "t/emissions/F.txt:3:CN 01"),
        ("emissions/F.txt", "\tCN\t", "\tJP\t", "io-unknown-label", "t/emissions/F.txt:1:JP 01"),
        ("emissions/file_parameters.json", "\"F\"", "\"G\"", "io-no-flows", "t"),
    ]

    @Test(arguments: faulty)
    func faultsHavePlaces(_ fault: (file: String, old: String, new: String, code: String, place: String)) throws {
        var contents = Folders.pymrio
        let before = try #require(contents[fault.file])
        #expect(before.contains(fault.old))
        contents[fault.file] = before.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let found = Folders.faults(contents)
        #expect(found.contains { $0.code == fault.code && $0.place.description == fault.place }, "\(found)")
    }

    @Test func smallGapsAreTold() throws {
        var contents = Folders.pymrio
        contents["x.txt"] = contents["x.txt"]?.replacing("125", with: "125.01")
        let folder = try InputOutputFolder(Folders.files(contents))
        #expect(folder.warnings.map(\.code) == ["io-imbalance-small"])
        contents["x.txt"] = contents["x.txt"]?.replacing("125.01", with: "150")
        let declared = try InputOutputFolder(Folders.files(contents), declarations: .init(allowsImbalance: true))
        #expect(declared.table.output == [36, 125, 94])
    }

    /// Changed bytes end in faults with a place, never in a crash, and what is read is whole.
    @Test(arguments: 0..<3 as Range<UInt64>) func mutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let names = Folders.pymrio.keys.sorted()
        let words = ["\t", "\"", "\n", ",", "", "NaN", "1e999", "\u{0}", "{", "NA", "-"]
        var (read, refused) = (0, 0)
        for _ in 0..<1500 {
            var contents = Folders.pymrio.mapValues { Array($0.utf8) }
            let name = names[Int.random(in: 0..<names.count, using: &generator)]
            var bytes = contents[name] ?? []
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, start + Int.random(in: 0...3, using: &generator))
            bytes.replaceSubrange(
                start..<end, with: words[Int.random(in: 0..<words.count, using: &generator)].utf8)
            contents[name] = bytes
            do {
                let folder = try InputOutputFolder(Folders.files(contents))
                let (account, _) = try folder.account("emissions")
                let count = folder.table.industries.count
                if folder.table.flows.rows != count || account.industryFlows.columns != count {
                    Issue.record("not whole")
                }
                read += 1
            } catch let faults as Faults {
                if !faults.list.contains(where: { $0.severity == .error }) { Issue.record("refused without an error") }
                if faults.list.contains(where: { !$0.place.file.hasPrefix("t") }) { Issue.record("no place") }
                refused += 1
            } catch let fault as Fault {
                if !fault.place.file.hasPrefix("t") { Issue.record("no place") }
                refused += 1
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(read > 50)
        #expect(refused > 50)
    }
}

import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Frameworks that are no tree, or whose weights do not fit.
struct FrameworkFaultTests {
    private static let file = "frameworks/index.csv"

    static let frameworks = [
        FaultCase(
            "weights below the total", in: "studies/index.yaml", .replace("total-weight: 4", by: "total-weight: 5"),
            "framework-total-weight", at: file, ["found": "4", "expected": "5"]),
        FaultCase(
            "weights of parts", in: file, .replace("指数,,", by: "指数,,5"), "framework-weights-do-not-sum",
            at: file + ":2", ["element": "index", "found": "4", "expected": "5"]),
        FaultCase("cycle", in: file, .append("c,d,C,丙,,1\nd,c,D,丁,,1\n"), "framework-cycle", at: file + ":5"),
        FaultCase("own parent", in: file, .append("c,c,C,丙,,1\n"), "framework-cycle", at: file + ":5"),
        FaultCase(
            "orphan", in: file, .append("c,x,C,丙,,1\n"), "framework-unknown-parent", at: file + ":5",
            ["element": "c", "parent": "x"]),
        FaultCase(
            "two roots", in: file, .append("c,,C,丙,,1\n"), "framework-second-root", at: file + ":5", ["element": "c"]),
        FaultCase("no root", in: file, .replace("index,,", by: "index,a,"), "framework-no-root", at: file),
        FaultCase(
            "element twice", in: file, .append("a,index,C,丙,,1\n"), "framework-duplicate", at: file + ":5",
            ["element": "a"]),
        FaultCase(
            "negative weight", in: file, .replace("乙,,1", by: "乙,,-1"), "framework-invalid-weight", at: file + ":4",
            ["element": "b"]),
        FaultCase(
            "no weight", in: file, .replace("乙,,1", by: "乙,,"), "framework-missing-weight", at: file + ":4"),
        FaultCase(
            "weight in words", in: file, .replace("乙,,1", by: "乙,,one"), "csv-not-a-number", at: file + ":4:weight"),
        FaultCase(
            "unknown class", in: file, .replace("binding", by: "bindign"), "framework-unknown-class",
            at: file + ":3:class", ["found": "bindign", "expected": "binding"]),
        FaultCase("no id", in: file, .append(",index,C,丙,,1\n"), "csv-empty-field", at: file + ":5:id"),
        FaultCase(
            "no elements", in: file, .write("id,parent,name_en,name_zh,class,weight\n"), "framework-empty", at: file),
        FaultCase(
            "all weights zero", in: file, .write("id,parent,name_en,name_zh,weight\nindex,,I,指,\na,index,A,甲,0\n"),
            "framework-weightless", at: file + ":2"),
        FaultCase("cut off", in: file, .append("c,index"), "csv-cut-off", at: file + ":5:parent"),
        FaultCase(
            "missing", in: "studies/index.yaml", .replace("frameworks/index.csv", by: "frameworks/indx.csv"),
            "file-missing", at: "studies/index.yaml:4:9"),
    ]

    @Test(arguments: frameworks) func frameworkIsRefused(_ fault: FaultCase) throws {
        try fault.expectFault()
    }

    @Test func everyFaultOfATreeIsTold() throws {
        try withSmallWorkspace { folder in
            try folder.append("c,x,C,丙,,1\nd,,D,丁,,1\na,index,E,戊,,1\nf,f,F,己,,1\n", to: Self.file)
            let faults = try Workspace.check(at: folder.path).map { "\($0.place) \($0.code)" }
            #expect(
                Set(faults).isSuperset(of: [
                    Self.file + ":5 framework-unknown-parent", Self.file + ":6 framework-second-root",
                    Self.file + ":7 framework-duplicate", Self.file + ":8 framework-cycle",
                ]), "told: \(faults)")
        }
    }
}

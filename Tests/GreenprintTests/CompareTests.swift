import Testing
import TestSupport

/// `compare`: the example beside a copy that is about another province and defines some indicators otherwise.
struct CompareTests {
    private func compare(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Greenprint.Outcome {
        try Greenprint.run(
            ["compare", folder.path("jiangsu"), folder.path("other"), "--format", "csv"] + options)
    }

    private func withPair<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
        try withExample { folder in
            for (file, bytes) in try folder.contents(of: "jiangsu") {
                let inside = file.hasPrefix("jiangsu/") ? String(file.dropFirst(8)) : file
                try folder.write(bytes, to: "other/" + inside)
            }
            return try body(folder)
        }
    }

    /// Fujian beside Jiangsu: definitions before values, the study with the same method on both.
    @Test func otherProvince() throws {
        try withPair { folder in
            try folder.replace("area: \"320000\"", by: "area: \"350000\"", in: "other/greenprint.yaml")
            try folder.replace("pm25,\"PM2.5 annual mean", by: "pm25,\"PM2.5 yearly mean", in: "other/indicators.csv")
            try folder.replace(
                "gdp,Gross domestic product,地区生产总值,10^8 yuan,up,8",
                by: "gdp,Gross domestic product,地区生产总值,10^8 yuan,none,8", in: "other/indicators.csv")
            let outcome = try compare(folder, ["--study", "green-development-index-2016"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            let parts = outcome.lines.dropFirst().map { String($0.prefix { $0 != "," }) }
            #expect(parts.first == "definition")
            #expect(
                parts
                    == parts.sorted { left, right in
                        let order = ["definition", "value", "study"]
                        return (order.firstIndex(of: left) ?? 9) < (order.firstIndex(of: right) ?? 9)
                    })
            #expect(outcome.lines.contains("definition,gdp,direction,,,up,none,NA,"))
            // Published: Jiangsu 80.41, rank 9; Fujian 83.58, rank 2.
            let index = try #require(
                outcome.lines.first { $0.hasPrefix("value,green-development-index,level,2016,points,80.41,83.58,") })
            #expect(index.contains(",3.17"))
            #expect(
                outcome.lines.contains { $0.hasPrefix("study,green-development-index-2016/index,rank,2016,,9,2,-7,") })
        }
    }

    @Test func sameWorkspaceHasNoDifference() throws {
        try withPair { folder in
            let outcome = try compare(folder)
            #expect(outcome.code == 0)
            let rows = outcome.lines.dropFirst()
            #expect(!rows.contains { $0.hasPrefix("definition,") })
            #expect(rows.filter { $0.hasPrefix("value,") }.count > 50)
            #expect(rows.allSatisfy { $0.contains(",0,") || $0.contains(",NA,") })
        }
    }

    /// What the other lacks is listed, and the rest is compared.
    @Test func missingIsListed() throws {
        try withPair { folder in
            let text = try folder.text("other/indicators.csv")
            let kept = text.split(separator: "\n").filter { !$0.hasPrefix("electricity-per-gdp,") }
            try folder.write(kept.joined(separator: "\n") + "\n", to: "other/indicators.csv")
            for file in ["data/energy-intensity-2020.csv"] {
                let rows = try folder.text("other/" + file).split(separator: "\n").filter {
                    !$0.hasPrefix("electricity-per-gdp,")
                }
                try folder.write(rows.joined(separator: "\n") + "\n", to: "other/" + file)
            }
            try folder.remove("other/studies/energy-saving-2020.yaml")
            let outcome = try compare(folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.lines.contains { $0.hasPrefix("definition,electricity-per-gdp,only-in-one,") })
            #expect(outcome.errors.contains("The study energy-saving-2020 cannot be run on"))
            #expect(outcome.lines.contains { $0.hasPrefix("study,green-development-index-2016/") })
        }
    }

    @Test func twoDifferentFolders() throws {
        #expect(try Greenprint.run(["compare", "a", "a"]).code == 2)
    }
}

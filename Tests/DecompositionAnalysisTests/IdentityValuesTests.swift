import DecompositionAnalysis
import Testing

/// Factors out of data: sums of detail, 0/0, what does not fit.
struct IdentityValuesTests {
    /// Two regions of two sectors in two years; region B appears in the second.
    private static func data(
        energy: [[Double?]] = [[6, 4, nil, nil], [8, 3, 5, 1]],
        output: [[Double?]] = [[2, 4, nil, nil], [4, 3, 2, 1]]
    ) -> DetailedData {
        DetailedData(
            dimensions: ["region", "sector"], cells: [["A", "x"], ["A", "y"], ["B", "x"], ["B", "y"]],
            moments: ["2016", "2017"], columns: ["energy": energy, "output": output],
            lines: energy.enumerated().map { year, row in
                row.enumerated().map { cell, value in value == nil ? nil : 2 + 4 * year + cell }
            })
    }

    private static func list(
        _ text: String, _ data: DetailedData = data(), absentIsZero: Bool = true, shares: [String] = []
    ) throws -> [DecompositionFault] {
        let identity = try Identity(text)
        do {
            _ = try IdentityValues(
                identity, in: data, moments: data.moments, absentIsZero: absentIsZero, shares: shares)
        } catch {
            return error.list
        }
        return []
    }

    private static let nested = """
        energy = output[] as activity * output[region]/output[] as region * output/output[region] as sector * \
        energy/output as intensity
        """

    /// What appears goes to the first share that was zero; its 0/0 factors have no effect.
    @Test func regionAppears() throws {
        let values = try IdentityValues(
            try Identity(Self.nested), in: Self.data(), moments: ["2016", "2017"], absentIsZero: true)
        let cells = try #require(values.cells(from: "2016", to: "2017"))
        #expect(cells.start[2] == [6, 0, 2.0 / 3, 2.5] && cells.end[2] == [10, 0.3, 2.0 / 3, 2.5])
        let result = try Decomposition(cells)
        #expect(result.effects(ofCells: [2, 3]) == [0, 6, 0, 0])
        #expect(result.total == 7)
    }

    @Test func absentRowsAreFaults() throws {
        let faults = try Self.list(Self.nested, absentIsZero: false)
        #expect(faults.count == 4)
        #expect(faults[0] == .missingValue(column: "energy", moment: "2016", cell: "B · x", line: nil))
    }

    @Test func identitiesThatDoNotCancel() throws {
        #expect(
            try Self.list("energy = output[] * energy/output")
                == [.leftover("output[]*energy/output", target: "energy")])
        #expect(
            try Self.list("energy = output * energy/output[region] as i")
                == [.leftover("output*energy/output[region]", target: "energy")])
        // The order of dimensions tells nothing, and all of them are the full detail.
        #expect(try Self.list("energy = output[sector,region] * energy/output[region,sector]") == [])
        #expect(try Self.list("waste = output[] * output/output[]") == [.leftover("output", target: "waste")])
    }

    @Test func summedOut() throws {
        let identity = try Identity("energy = output[sector] * energy[sector]/output[sector]")
        let values = try IdentityValues(
            identity, in: Self.data(), moments: ["2016", "2017"], absentIsZero: true)
        #expect(values.summedOut == ["region"])
        #expect(values.cells(from: "2016", to: "2017")?.end == [[6, 13.0 / 6], [4, 1]])
    }

    @Test func wrongNames() throws {
        #expect(
            try Self.list("energy = output[town] * energy/output[town]", shares: ["z"]) == [
                .unknownDimension("town", known: ["region", "sector"]),
                .unknownFactor("z", known: ["output[town]", "energy/output[town]"]),
            ])
    }

    @Test func zeroDenominator() throws {
        let data = Self.data(energy: [[6, 4, 1, 1], [8, 3, 5, 1]], output: [[2, 0, 1, 1], [4, 3, 2, 1]])
        #expect(
            try Self.list("energy = output * energy/output as i", data)
                == [.zeroDenominator(factor: "i", moment: "2016", cell: "A · y", line: 3)])
    }

    private static func plain(_ columns: [String: [Double?]]) -> DetailedData {
        DetailedData(
            dimensions: ["s"], cells: [["x"], ["y"]], moments: ["0"], columns: columns.mapValues { [$0] },
            lines: [[2, 3]])
    }

    @Test func plainColumns() throws {
        let text = "V = Q * sum(s: share * i)"
        let sound: [String: [Double?]] = ["Q": [10, 10], "share": [0.4, 0.6], "i": [2, 5]]
        #expect(try Self.list(text, Self.plain(sound), shares: ["share"]) == [])
        for target: [Double?] in [[8, 30], [38, 38], [8.000001, 30]] {
            #expect(try Self.list(text, Self.plain(sound.merging(["V": target]) { $1 })) == [])
        }
        #expect(
            try Self.list(text, Self.plain(sound.merging(["V": [8, 31]]) { $1 }))
                == [.notProduct(target: "V", moment: "0", cell: "y", found: 30, expected: 31, line: 3)])
        #expect(
            try Self.list(text, Self.plain(sound.merging(["Q": [10, 11]]) { $1 }))
                == [.notConstant(factor: "Q", moment: "0", cell: "y", line: 3)])
        #expect(
            try Self.list(text, Self.plain(sound.merging(["share": [0.5, 0.6]]) { $1 }), shares: ["share"])
                == [.shareSum(factor: "share", moment: "0", cell: "", sum: 1.1)])
        #expect(
            try Self.list(text, Self.plain(sound.merging(["i": [2, nil]]) { $1 }))
                == [.missingValue(column: "i", moment: "0", cell: "y", line: 3)])
    }

    @Test func moments() throws {
        let years = DetailedData(
            dimensions: [], cells: [[]], moments: ["2016", "2017", "2019", "2020"], columns: [:], lines: [])
        func list(_ first: String, _ last: String, gaps: Bool) -> [String] {
            do { return try years.moments(from: first, to: last, allowsGaps: gaps) } catch {
                return error.list.map { String($0.code.split(separator: "-", maxSplits: 1)[1]) }
            }
        }
        #expect(list("2016", "2017", gaps: false) == ["2016", "2017"])
        #expect(list("2016", "2020", gaps: false) == ["missing-moment"])
        #expect(list("2016", "2020", gaps: true) == ["2016", "2017", "2019", "2020"])
        #expect(list("2020", "2019", gaps: false) == ["2020", "2019"])
        #expect(list("2015", "2021", gaps: false) == ["unknown-moment", "unknown-moment"])
        let pairs = DecompositionSpan.window(2).pairs(["a", "b", "c", "d"])
        #expect(pairs.map(\.from) == ["a", "b"] && pairs.map(\.to) == ["c", "d"])
        #expect(DecompositionSpan.fixed.pairs([]).isEmpty && DecompositionSpan.window(0).pairs(["a", "b"]).isEmpty)
    }
}

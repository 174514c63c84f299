import CompositeIndicators
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// Tables of weights, points and judgments: what they say, and every fault with its place.
@Suite struct WeightTableTests {
    static let metadata: [IndicatorMetadata] =
        ["a", "b", "c"].map { IndicatorMetadata(code: $0, level: 1, parent: "p", kind: .indicator) } + [
            IndicatorMetadata(code: "d", level: 1, parent: "q", kind: .indicator),
            IndicatorMetadata(code: "p", level: 2, parent: "i", kind: .aggregate),
            IndicatorMetadata(code: "q", level: 2, parent: "i", kind: .aggregate),
            IndicatorMetadata(code: "i", level: 3, parent: nil, kind: .aggregate),
        ]

    /// Which table a text is.
    enum Kind: String, CaseIterable, Sendable {
        case weights, points, judgments

        func weights(_ text: String) throws(Faults) -> [String: Double] {
            let bytes = Array(text.utf8)
            switch self {
            case .weights: return try WeightTable(bytes, file: "w", metadata: metadata).weights
            case .points: return try BudgetTable(bytes, file: "w", metadata: metadata).weights(.mean)
            case .judgments: return try JudgmentTable(bytes, file: "w", metadata: metadata).weights
            }
        }

        func faults(_ text: String) -> [String] {
            do throws(Faults) {
                _ = try weights(text)
                return []
            } catch {
                return error.list.map { "\($0.place) \($0.code)" }
            }
        }
    }

    @Test func weights() throws {
        #expect(
            try Kind.weights.weights("iCode,Level,Weight\nb,1,2\na,1,1\nc,1,0\ni,3,7\n") == ["a": 1, "b": 2, "c": 0])
        #expect(try Kind.weights.weights("weight,code\n1,q\n3,p\n") == ["p": 3, "q": 1])
    }

    @Test func points() throws {
        let table = try BudgetTable(
            Array("respondent,c,b,a,d\nAnn,10,20,70,\nBob,30,30,40,100\nCy,,,,100\n".utf8), file: "w",
            metadata: Self.metadata)
        #expect(table.blocks.map(\.parent) == ["p", "q"] && table.blocks[0].parts == ["a", "b", "c"])
        #expect(table.blocks.map(\.respondents) == [["Ann", "Bob"], ["Bob", "Cy"]])
        #expect(try table.weights(.mean) == ["a": 0.55, "b": 0.25, "c": 0.2, "d": 1])
    }

    /// A fraction, an inverse, and one of two opposite cells are the same judgment.
    @Test(arguments: [
        "iCode,a,b,c\na,1,3,5\nb,1/3,1,3\nc,1/5,1/3,1\n", "iCode,a,b,c\na,,3,5\nb,,,3\nc,,,\n",
        "iCode,c,b,a\nc,,1/3,2/10\nb,,,1/3\na,,,\n", "iCode,a,b,c\na,1,3,5\nb,,1,3\n",
        "respondent,iCode,a,b,c\nAnn,a,,3,5\nAnn,b,,,3\nBob,a,1,,\n",
    ])
    func judgments(_ text: String) throws {
        let found = try Kind.judgments.weights(text)
        // Saaty's example, by NumPy: .6370, .2583, .1047.
        for (code, weight) in [("a", 0.6369855717447569), ("b", 0.2582849943744952), ("c", 0.10472943388074793)] {
            #expect(abs((found[code] ?? 0) - weight) < 1e-12, "\(text)")
        }
        #expect(found.count == 3)
    }

    /// Two respondents, combined by the geometric mean; and several parents in one table.
    @Test func group() throws {
        let text = "respondent,iCode,a,b,c,p,q\nAnn,a,,3,5,,\nAnn,b,,,3,,\nBob,a,,2,4,,\nBob,b,,,3,,\nBob,q,,,,1/4,\n"
        let table = try JudgmentTable(Array(text.utf8), file: "w", metadata: Self.metadata)
        #expect(table.blocks.map(\.parent) == ["p", "i"])
        #expect(table.blocks.map(\.respondents) == [["Ann", "Bob"], ["Bob"]])
        // own/ahp_expected.json of the reference folder, by NumPy.
        for (code, weight) in [("a", 0.5983587094907564), ("b", 0.28825706), ("c", 0.11338423), ("p", 0.8)] {
            #expect(abs((table.weights[code] ?? 0) - weight) < 1e-8)
        }
        #expect(abs((table.blocks[0].combined.consistencyRatio ?? 0) - 0.0236782592) < 1e-9)
    }

    static let faults: [(kind: Kind, text: String, faults: [String])] = [
        (.weights, "iCode,Weight\na,1\nb,x\n", ["w:3:Weight csv-not-a-number"]),
        (.weights, "iCode,Weight\na,1\nb,\nc,1\n", ["w:3:Weight index-empty-field"]),
        (.weights, "iCode,Weight\na,1\nb,-1\nc,1\n", ["w:3:Weight index-negative-weight"]),
        (.weights, "iCode,Weight\na,1\na,2\nb,1\nc,1\n", ["w:3:iCode index-weights-repeated"]),
        (.weights, "iCode,Weight\na,1\nz,2\n", ["w:3:iCode index-weights-code"]),
        (.weights, "iCode,Weight\na,1\nb,2\n", ["w index-weights-siblings"]),
        (.weights, "iCode,Weight\na,0\nb,0\nc,0\n", ["w index-weightless-parts"]),
        (.weights, "iCode,Weight,Note\na,1,x\n", ["w:1:Note index-weights-column"]),
        (.weights, "iCode,Weight\n", ["w index-weights-none"]),
        (.weights, "iCode\na\n", ["w:1 csv-missing-column"]),
        (.weights, "iCode;Weight\na;1\n", ["w:1 index-separator"]),
        (.points, "respondent,a,b,c\nAnn,50,50,1\n", ["w:2 index-points-sum"]),
        (.points, "respondent,a,b,c\nAnn,50,60,-10\n", ["w:2:c index-points-negative"]),
        (.points, "respondent,a,b,c\nAnn,50,50,\n", ["w:2:c index-empty-field"]),
        (.points, "respondent,a,b,c\nAnn,50,50,0\nAnn,0,50,50\n", ["w:3:respondent index-weights-repeated"]),
        (.points, "respondent,a,b,c\n,50,50,0\n", ["w:2:respondent index-empty-field"]),
        (.points, "respondent,a,b\nAnn,50,50\n", ["w:1 index-weights-siblings"]),
        (.points, "respondent,a,b,c,i\nAnn,50,50,0,100\n", ["w:1:i index-weights-of-index"]),
        (.points, "respondent,a,b,c\n", ["w index-weights-none"]),
        (.points, "respondent,a,b,c\nAnn,,,\n", ["w index-weights-none"]),
        (.judgments, "iCode,a,b,c\na,,2,\nb,,,2\n", ["w:2:c index-judgment-missing"]),
        (.judgments, "respondent,iCode,a,b,c\nAnn,a,,2,\nAnn,b,,,2\n", ["w:2:c index-judgment-missing-of"]),
        (.judgments, "iCode,a,b,c\na,,2,4\nb,0.4,,2\n", ["w:3:a index-judgment-reciprocal"]),
        (.judgments, "iCode,a,b,c\na,2,2,4\nb,,,2\n", ["w:2:a index-judgment-diagonal"]),
        (
            .judgments, "iCode,a,b,c\na,,-2,4\nb,,,1/0\n",
            ["w:2:b index-judgment-number", "w:3:c index-judgment-number"]
        ),
        (
            .judgments, "iCode,a,b,c\na,,1/2/3,4\nb,,,/2\n",
            ["w:2:b index-judgment-number", "w:3:c index-judgment-number"]
        ),
        (.judgments, "iCode,a,b,c,d\na,,2,4,3\nb,,,2,\n", ["w:2:d index-judgment-parents"]),
        (.judgments, "iCode,a,b,c\na,,2,4\na,,2,4\n", ["w:3:iCode index-weights-repeated"]),
        (.judgments, "iCode,a,b\na,,2\n", ["w index-weights-siblings"]),
        (.judgments, "iCode,a,b,c\n", ["w index-weights-none"]),
        (.judgments, "a,b\n1,2\n", ["w:1 csv-missing-column"]),
    ]

    @Test(arguments: faults) func fault(_ fault: (kind: Kind, text: String, faults: [String])) {
        #expect(fault.kind.faults(fault.text) == fault.faults, "\(fault.text)")
    }

    @Test func mediansOfZero() throws {
        let text = "respondent,a,b,c\nAnn,100,0,0\nBob,0,100,0\nCy,0,0,100\n"
        let table = try BudgetTable(Array(text.utf8), file: "w", metadata: Self.metadata)
        #expect(throws: Faults.self) { try table.weights(.median) }
    }

    /// Bytes changed at random are read or refused, never more.
    @Test(arguments: Kind.allCases, 1...60) func damaged(_ kind: Kind, _ seed: Int) {
        let samples: [Kind: String] = [
            .weights: "iCode,Weight\na,1\nb,2\nc,0\n", .points: "respondent,a,b,c\nAnn,50,30,20\nBob,10,10,80\n",
            .judgments: "respondent,iCode,a,b,c\nAnn,a,1,3,5\nAnn,b,1/3,1,3\nAnn,c,1/5,1/3,1\n",
        ]
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Array((samples[kind] ?? "").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 9...126, using: &random)
        }
        guard let weights = try? kind.weights(String(decoding: bytes, as: UTF8.self)) else { return }
        #expect(weights.values.allSatisfy { $0 >= 0 && $0.isFinite })
    }
}

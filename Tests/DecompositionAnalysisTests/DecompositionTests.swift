import DecompositionAnalysis
import Testing

/// Known figures: the two sectors of Ang's guides, zeros, negatives.
struct DecompositionTests {
    /// E = (30, 20), Q = (10, 40) to E = (80, 16), Q = (40, 40), as in the practical guides of B.W. Ang.
    static let twoSectors = FactorCells(
        factors: ["activity", "structure", "intensity"], cells: ["1", "2"],
        start: [[50, 0.2, 3], [50, 0.8, 0.5]], end: [[80, 0.5, 2], [80, 0.5, 0.4]])

    /// LMDI-I as PyLMDI gives it; LMDI-II and Shapley from the formulas in another program.
    @Test(arguments: [
        (DecompositionMethod.lmdi1Additive, [32.38463791091676, 38.284867350225625, -24.66950526114238]),
        (.lmdi1Multiplicative, [1.582880007253689, 1.7210198074841587, 0.7048023870020796]),
        (.lmdi2Additive, [33.143235012220394, 37.94096934394262, -25.08420435616301]),
        (.lmdi2Multiplicative, [1.6, 1.7126471507517862, 0.7006697202475397]), (.shapley, [34.35, 39.3, -27.65]),
    ])
    func twoSectorEffects(method: DecompositionMethod, expected: [Double]) throws {
        let result = try Decomposition(Self.twoSectors, method: method)
        for (found, value) in zip(result.effects, expected) { #expect(abs(found - value) <= 1e-12 * abs(value)) }
        #expect(abs(result.total - (method.isMultiplicative ? 1.92 : 46)) < 1e-12)
        #expect(result.residual < 1e-14)
    }

    /// The eight cases of Ang, Zhang and Choi (1998), table 2: V = a b.
    @Test(arguments: [
        ([0.0, 3.0], [2.0, 7.0], [14.0, 0.0]), ([2, 3], [0, 7], [-6, 0]), ([2, 0], [5, 7], [0, 35]),
        ([2, 7], [5, 0], [0, -14]), ([2, 0], [5, 0], [0, 0]), ([0, 3], [0, 7], [0, 0]), ([2, 0], [0, 7], [0, 0]),
        ([0, 7], [2, 0], [0, 0]),
    ])
    func zeros(start: [Double], end: [Double], effects: [Double]) throws {
        let cells = FactorCells(factors: ["a", "b"], cells: ["1"], start: [start], end: [end])
        #expect(try Decomposition(cells).effects == effects)
        #expect(try Decomposition(cells).notices.isEmpty)
    }

    /// Two factors appear at once: the change is split, and said to be.
    @Test func twoZeros() throws {
        let cells = FactorCells(
            factors: ["a", "b", "c"], cells: ["x", "y"], start: [[0, 0, 2], [1, 1, 1]], end: [[3, 4, 5], [1, 1, 1]])
        let result = try Decomposition(cells)
        #expect(result.effects == [30, 30, 0])
        #expect(result.notices == [.splitEqually(cell: "x", factors: ["a", "b"])])
    }

    /// A cell whose value does not change has effects all the same.
    @Test func unchangedCell() throws {
        let cells = FactorCells(
            factors: ["a", "b"], cells: ["1", "2"], start: [[2, 5], [4, 5]], end: [[4, 2.5], [5, 6]])
        let effects = try Decomposition(cells).effects
        #expect(abs(effects[0] - 12.434868937731538) < 1e-12 && abs(effects[1] + 2.4348689377315385) < 1e-12)
    }

    /// A sink that stays a sink: the effects are those of its mirror with the sign turned.
    @Test func negativesOfOneSign() throws {
        let sink = FactorCells(factors: ["a", "b"], cells: ["1"], start: [[2, -5]], end: [[3, -6]])
        let source = FactorCells(factors: ["a", "b"], cells: ["1"], start: [[2, 5]], end: [[3, 6]])
        let effects = try Decomposition(source).effects
        #expect(try Decomposition(sink).effects == effects.map { -$0 })
    }

    @Test func signChange() throws {
        let cells = FactorCells(
            factors: ["a", "b"], cells: ["1", "2"], start: [[2, 5], [1, 1]], end: [[2, -1], [1, 2]])
        let fault = DecompositionFaults(list: [.signChange(cell: "1")])
        #expect(throws: fault) { try Decomposition(cells) }
        #expect(throws: fault) { try Decomposition(cells, method: .lmdi1Multiplicative, fallsBack: true) }
        let result = try Decomposition(cells, fallsBack: true)
        #expect(result.effects == [0, -11] && result.method == .shapley)
        #expect(result.notices == [.fallback(cells: ["1"])])
    }

    @Test func refused() {
        func list(_ cells: FactorCells, _ method: DecompositionMethod = .lmdi1Additive) -> [DecompositionFault] {
            do { _ = try Decomposition(cells, method: method) } catch { return error.list }
            return []
        }
        let zero = FactorCells(factors: ["a"], cells: ["1"], start: [[0]], end: [[3]])
        for method in DecompositionMethod.allCases {
            let isRefused = method.isMultiplicative || method.isSecond
            #expect(list(zero, method) == (isRefused ? [.noRatio(start: 0, end: 3)] : []))
        }
        let swap = FactorCells(factors: ["a"], cells: ["1", "2"], start: [[0], [2]], end: [[3], [0]])
        #expect(list(swap, .lmdi2Additive) == [.noCommonCells] && list(swap) == [])
        let wide = FactorCells(factors: ["a", "b"], cells: ["1"], start: [[1e200, 1e200]], end: [[1, 1]])
        #expect(list(wide) == [.outOfRange(cell: "1")])
        let narrow = FactorCells(factors: ["a", "b"], cells: ["1"], start: [[1e-200, 1e-200]], end: [[1, 1]])
        #expect(list(narrow) == [.outOfRange(cell: "1")])
        let broken = FactorCells(factors: ["a"], cells: ["1"], start: [[.nan]], end: [[1]])
        #expect(list(broken) == [.outOfRange(cell: "1")])
        #expect(list(FactorCells(factors: ["a"], cells: ["1"], start: [[1, 2]], end: [[1]])) == [.shape])
        #expect(list(FactorCells(factors: [], cells: [], start: [], end: [])) == [.noCells])
        let names = (1...13).map { "f\($0)" }
        let many = FactorCells(
            factors: names, cells: ["1"], start: [names.map { _ in 1 }], end: [names.map { _ in 2 }])
        #expect(list(many, .shapley) == [.tooManyFactors(13, limit: 12)])
        #expect(list(many) == [])
    }
}

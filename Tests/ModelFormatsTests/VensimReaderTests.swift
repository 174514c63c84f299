import ModelFormats
import SystemDynamics
import Testing

/// Models in Vensim's text format.
struct VensimReaderTests {
    static let control = """

        FINAL TIME = 4
        \t~\tMonth
        \t~\t|
        INITIAL TIME = 0 ~~|
        TIME STEP = 1 ~~|
        SAVEPER = TIME STEP ~~|

        """

    static func run(_ equations: String) throws -> Simulation {
        let text = "{UTF-8}\n" + equations + control
        let source = try VensimReader.model(Array(text.utf8)).model
        return try Simulation(Model(source))
    }

    static func column(_ name: String, _ equations: String) throws -> [Double] {
        let simulation = try run(equations)
        let place = try #require(simulation.names.firstIndex(of: name))
        return simulation.rows.map { $0[place] }
    }

    /// Cup of 180 degrees in a room of 70, time constant 10, one month a step: by hand 70 + 110 (0.9)^t.
    @Test func teacup() throws {
        let values = try Self.column(
            "Temperature", "Temperature = INTEG(-Loss, 180) ~~|\nLoss = (Temperature - 70)/10 ~~|\n")
        for (step, value) in values.enumerated() {
            var expected = 110.0
            for _ in 0..<step { expected *= 0.9 }
            #expect(abs(value - 70 - expected) < 1e-9)
        }
    }

    @Test(arguments: [
        ("-2^2", -4.0), ("2^3^2", 512), ("MODULO(-7, 3)", -1), ("INTEGER(-1.5)", -1), ("QUANTUM(7, 2)", 6),
        ("XIDZ(1, 1e-7, 9)", 9), ("ZIDZ(1, 0)", 0), ("IF THEN ELSE(:NOT: 1 > 2 :AND: 3 = 3, 5, 6)", 5),
        ("LOOKUP EXTRAPOLATE(t, 6)", 70), ("LOOKUP FORWARD(t, 2.1)", 40), ("LOOKUP BACKWARD(t, 3.9)", 10),
        ("t(-1)", 0), ("t(1)", 5), ("t(2)", 10), ("t(9)", 40),
        ("MIN(3, 2) + MAX(3, 2)", 5), ("LOG(8, 2)", 3), ("WITH LOOKUP(1.5, ((0,0),(1,10),(2,20)))", 15),
    ])
    func values(expression: String, expected: Double) throws {
        let values = try Self.column("x", "x = \(expression) ~~|\nt((0,0),(2,10),(4,40)) ~~|\n")
        #expect(abs(values[0] - expected) < 1e-12)
    }

    @Test func subscripts() throws {
        let equations = """
            dim: a, b, c ~~|
            sub: b, c ~~|
            x[dim] = 1, 2, 3 ~~|
            y[sub] = x[sub] * 10 ~~|
            y[a] = 7 ~~|
            total = SUM(y[dim!]) ~~|
            most[dim] = VMAX(x[sub!]) + x[dim] ~~|

            """
        #expect(try Self.column("total", equations) == [57, 57, 57, 57, 57])
        #expect(try Self.column("most[a]", equations)[0] == 4)
    }

    @Test(arguments: [
        ("x = y ~~|\n", ModelFault.Kind.unknownName), ("x = A FUNCTION OF(y) ~~|\ny = 1 ~~|\n", .syntax),
        ("x = y ~~|\ny = x ~~|\n", .circular), ("x = FOO(1) ~~|\n", .unknownFunction),
        ("x = SMOOTH(1) ~~|\n", .argumentCount), ("x = 1 ~~|\nx = 2 ~~|\n", .duplicateName), ("x = ~~|\n", .syntax),
        ("d: a, b ~~|\ny[d] = 1, 2 ~~|\nx = y[d] ~~|\n", .unboundRange),
        ("d: a, b ~~|\ny[a] = 1 ~~|\nx = y[b] ~~|\n", .missingElement),
        ("t((0,0),(0,1)) ~~|\nx = t(1) ~~|\n", .syntax),
        ("x = GET XLS CONSTANTS('f.xlsx','a','A1') ~~|\n", .missingFile),
        ("x = INTEG(x, x) ~~|\n", .initialCircular),
    ])
    func refusals(equations: String, kind: ModelFault.Kind) {
        #expect {
            _ = try Self.run(equations)
        } throws: { error in
            (error as? ModelFaults)?.list.first?.kind == kind
        }
    }
}

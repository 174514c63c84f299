import ModelFormats
import SystemDynamics
import Testing

/// Models in XMILE.
struct XMILEReaderTests {
    static func run(_ variables: String, rest: String = "", method: String = "euler") throws -> Simulation {
        let text = """
            <xmile version="1.0"><sim_specs method="\(method)"><start>0</start><stop>4</stop><dt>1</dt></sim_specs>
            <dimensions><dim name="A"><elem name="n"/><elem name="s"/></dim></dimensions>
            <model><variables>\(variables)</variables></model>\(rest)</xmile>
            """
        return try Simulation(Model(XMILEReader.model(Array(text.utf8)).model))
    }

    static func column(_ name: String, _ variables: String, rest: String = "", method: String = "euler") throws
        -> [Double]
    {
        let simulation = try run(variables, rest: rest, method: method)
        let place = try #require(simulation.names.firstIndex(of: name))
        return simulation.rows.map { $0[place] }
    }

    @Test(arguments: [
        ("-2^2", -4.0), ("2^-1", 0.5), ("NOT 0 + 1", 2), ("7 MOD -3", -2), ("INT(-1.5)", -2),
        ("IF 1 = 3 &lt; 4 THEN 5 ELSE 6", 5), ("SAFEDIV(1, 0, 9)", 9), ("{note} PI*0", 0),
    ])
    func values(expression: String, expected: Double) throws {
        #expect(try Self.column("x", "<aux name=\"x\"><eqn>\(expression)</eqn></aux>")[0] == expected)
    }

    /// Five units cannot give more than five, and what leaves one arrives in the other.
    @Test func nonNegativeStockConserves() throws {
        let variables = """
            <stock name="a"><eqn>5</eqn><outflow>f</outflow><non_negative/></stock><flow name="f"><eqn>2</eqn></flow>
            <stock name="b"><eqn>0</eqn><inflow>f</inflow></stock>
            """
        #expect(try Self.column("a", variables) == [5, 3, 1, 0, 0])
        #expect(try Self.column("b", variables) == [0, 2, 4, 5, 5])
    }

    @Test func arraysAndModules() throws {
        let variables = """
            <aux name="x"><dimensions><dim name="A"/></dimensions><element subscript="n"><eqn>1</eqn></element>\
            <element subscript="s"><eqn>2</eqn></element></aux>
            <aux name="y"><dimensions><dim name="A"/></dimensions><eqn>x*A + SUM(x)</eqn></aux>
            <module name="M"><connect to="v" from="x2"/></module><aux name="x2"><eqn>TIME</eqn></aux>
            <aux name="out"><eqn>M.w</eqn></aux>
            """
        let rest = """
            <model name="M"><variables><aux name="v" access="input"><eqn>0</eqn></aux><aux name="w"><eqn>v*10</eqn></aux>\
            </variables></model>
            """
        #expect(try Self.column("y[s]", variables, rest: rest)[0] == 7)
        #expect(try Self.column("out", variables, rest: rest) == [0, 10, 20, 30, 40])
    }

    /// dS/dt = S: exp(t) within what four stages of one unit leave open.
    @Test func rungeKutta() throws {
        let variables = "<stock name=\"s\"><eqn>1</eqn><inflow>f</inflow></stock><flow name=\"f\"><eqn>s</eqn></flow>"
        let values = try Self.column("s", variables, method: "rk4")
        for (step, value) in values.enumerated() {
            var expected = 1.0
            for _ in 0..<step { expected *= 1 + 1 + 0.5 + 1.0 / 6 + 1.0 / 24 }
            #expect(abs(value - expected) < 1e-9)
        }
    }

    @Test(arguments: [
        ("<aux name=\"x\"><eqn>???</eqn></aux>", ModelFault.Kind.missingEquation),
        ("<aux name=\"x\"/>", .missingEquation),
        ("<aux name=\"x\"><eqn>1</eqn></aux><aux name=\"X\"><eqn>1</eqn></aux>", .duplicateName),
        ("<stock name=\"s\"><eqn>0</eqn><inflow>f</inflow></stock>", .missingFlow),
        ("<aux name=\"x\"><eqn>1 +</eqn></aux>", .syntax), ("<aux name=\"x\"><eqn>y</eqn></aux>", .unknownName),
        ("<module name=\"Q\"/>", .missingModule),
        ("<aux name=\"x\"><eqn>TIME</eqn><gf><xpts>0,0</xpts><ypts>1,2</ypts></gf></aux>", .badTable),
        ("<stock name=\"s\"><eqn>0</eqn><oven/></stock>", .unsupported),
    ])
    func refusals(variables: String, kind: ModelFault.Kind) {
        #expect {
            _ = try Self.run(variables)
        } throws: { error in
            (error as? ModelFaults)?.list.first?.kind == kind
        }
    }

    @Test func methodsThatAreNotThereAreRefused() {
        #expect(throws: ModelFaults.self) { try Self.run("<aux name=\"x\"><eqn>1</eqn></aux>", method: "gear") }
        #expect(throws: Never.self) { try Self.run("<aux name=\"x\"><eqn>1</eqn></aux>", method: "gear, rk4") }
    }

    /// The sum of a large array, and macros that call themselves without end: an answer or a refusal, never a crash.
    @Test func deepModels() throws {
        let large =
            "<aux name=\"x\"><eqn>SUM(y)</eqn></aux><aux name=\"y\"><dimensions><dim name=\"A\"/></dimensions>"
            + "<eqn>A*TIME</eqn></aux>"
        let text =
            "<xmile><sim_specs><start>0</start><stop>1</stop></sim_specs><dimensions><dim name=\"A\" size=\"20000\"/>"
            + "</dimensions><model><variables>\(large)</variables></model></xmile>"
        let run = try Simulation(Model(XMILEReader.model(Array(text.utf8)).model))
        #expect(run.rows[1][0] == 20_000 * 20_001 / 2)
        let macro = "<macro name=\"S\"><parm>n</parm><eqn>IF n &lt;= 1 THEN 1 ELSE n + S(n - 1)</eqn></macro>"
        #expect(try Self.column("x", "<aux name=\"x\"><eqn>S(200)</eqn></aux>", rest: macro)[0] == 20_100)
        #expect(throws: ModelFaults.self) { try Self.run("<aux name=\"x\"><eqn>S(TIME)</eqn></aux>", rest: macro) }
        let chain = "1" + String(repeating: "+TIME", count: 50_000)
        #expect(throws: ModelFaults.self) { try Self.run("<aux name=\"x\"><eqn>\(chain)</eqn></aux>") }
    }

    @Test(arguments: [
        ("<aux name=\"x\"><eqn>y[TIME+1]</eqn></aux>", ModelWarning.Kind.invalidIndex),
        ("<aux name=\"x\"><eqn>y[3]</eqn></aux>", .invalidIndex),
        (
            "<stock name=\"a\"><eqn>1</eqn><outflow>f</outflow><non_negative/></stock><stock name=\"b\"><eqn>9</eqn>"
                + "<outflow>f</outflow></stock><flow name=\"f\"><eqn>1</eqn></flow>", .clamped
        ),
    ])
    func warnings(variables: String, kind: ModelWarning.Kind) throws {
        let array = "<aux name=\"y\"><dimensions><dim name=\"A\"/></dimensions><eqn>1</eqn></aux>"
        let text =
            "<xmile><sim_specs><start>0</start><stop>4</stop></sim_specs><dimensions><dim name=\"A\" size=\"2\"/>"
            + "</dimensions><model><variables>\(array)\(variables)</variables></model></xmile>"
        let model = try Model(XMILEReader.model(Array(text.utf8)).model)
        #expect((model.warnings + (try Simulation(model).warnings)).map(\.kind).contains(kind))
    }

    @Test func hostileFiles() {
        let deep = String(repeating: "(", count: 100_000)
        for text in [
            "", "<", "<xmile", "<!DOCTYPE x [<!ENTITY a \"b\">]><xmile/>", String(repeating: "<a>", count: 10_000),
            "<xmile><sim_specs><start>0</start><stop>1</stop></sim_specs><model><aux name='x'><eqn>\(deep)</eqn></aux></model></xmile>",
            "<xmile><dimensions><dim name='A' size='999999999'/></dimensions></xmile>",
        ] {
            #expect(throws: ModelFaults.self) { _ = try Model(XMILEReader.model(Array(text.utf8)).model) }
        }
    }
}

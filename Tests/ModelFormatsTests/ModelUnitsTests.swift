import ModelFormats
import SystemDynamics
import Testing

/// Units of equations against units declared.
struct ModelUnitsTests {
    private func findings(_ lines: [String]) throws -> [UnitReport.Finding] {
        let text = """
            {UTF-8}
            length = 2 ~ Meter ~ |
            width = 3 ~ Meter ~ |
            money = 4 ~ $ ~ |
            share = 0.5 ~ Dmnl ~ |
            rate = 0.1 ~ 1/Year ~ |
            wait = 3 ~ Year ~ |
            bare = 7 ~~|
            INITIAL TIME = 0 ~ Year ~ |
            FINAL TIME = 2 ~ Year ~ |
            TIME STEP = 1 ~ Year ~ |
            SAVEPER = 1 ~ Year ~ |

            """ + lines.joined(separator: "\n") + "\n///---\\\\\\\n22:Meter,Meters,m\n22:$,Dollar,Dollars\n"
        return UnitReport(try ModelAnalysisTests.model(text)).findings
    }

    /// What agrees.
    @Test(arguments: [
        "x = length + width ~ Meters ~ |", "x = length * width ~ m^2 ~ |", "x = length * width ~ m*Meter ~ |",
        "x = money / length / width ~ Dollars/(Meter*m) ~ |", "x = SQRT(length * width) ~ m ~ |",
        "x = length ^ 2 / width ~ m ~ |", "x = EXP(-rate * Time) ~ Dmnl ~ |", "x = length + 0 ~ m ~ |",
        "x = IF THEN ELSE(length > width, money, 2 * money) ~ $ ~ |", "x = MAX(length, width) * (1 - share) ~ m ~ |",
        "x = SMOOTH(length, wait) ~ m ~ |", "x = INTEG(length * rate, 5) ~ m ~ |", "x = bare + length ~ m ~ |",
        "x = RAMP(length * rate, Time, wait) ~ m ~ |", "x = 3 ~ $ ~ |", "x = ZIDZ(money, wait) ~ $/Year ~ |",
        "x = length * share ^ 1.5 ~ m ~ |",
    ])
    func agrees(line: String) throws {
        #expect(try findings([line]) == [])
    }

    /// What does not, with what is found.
    @Test(arguments: [
        ("x = length + money ~ m ~ |", UnitReport.Finding.Kind.mismatch, "$", "meter"),
        ("x = length * width ~ m ~ |", .declared, "meter^2", "meter"),
        ("x = length + 1 ~ m ~ |", .mismatch, "1", "meter"),
        ("x = EXP(length) ~ Dmnl ~ |", .notDimensionless, "meter", "1"),
        ("x = share ^ length ~ Dmnl ~ |", .notDimensionless, "meter", "1"),
        ("x = length ^ share ~ Dmnl ~ |", .notDimensionless, "meter", "1"),
        ("x = IF THEN ELSE(length > money, 1, 2) ~ Dmnl ~ |", .mismatch, "$", "meter"),
        ("x = INTEG(length, 5) ~ m ~ |", .flow, "meter", "meter/year"),
        ("x = INTEG(length * rate, money) ~ m ~ |", .declared, "$", "meter"),
        ("x = SMOOTH(length, length) ~ m ~ |", .mismatch, "meter", "year"),
        ("x = length ~ m^^2 ~ |", .unreadable, "m^^2", ""),
    ])
    func differs(line: String, kind: UnitReport.Finding.Kind, found: String, expected: String) throws {
        let list = try findings([line])
        #expect(list.count == 1, "\(list)")
        #expect(list.first.map { [$0.variable, $0.found, $0.expected] } == ["x", found, expected])
        #expect(list.first?.kind == kind && list.first?.line == 13)
    }

    /// A flow of XMILE that is not its stock by time; a module's variables are checked under their own names.
    @Test func xmileFlows() throws {
        let text = """
            <xmile><sim_specs time_units="year"><start>0</start><stop>1</stop></sim_specs><model><variables>
            <stock name="S"><eqn>1</eqn><inflow>f</inflow><units>t</units></stock>
            <flow name="f"><eqn>M.x</eqn><units>t</units></flow><module name="M"/></variables></model>
            <model name="M"><variables><aux name="x"><eqn>y*2</eqn><units>kg</units></aux>
            <aux name="y"><eqn>4</eqn><units>t</units></aux></variables></model></xmile>
            """
        let found = UnitReport(try Model(XMILEReader.model(Array(text.utf8)).model)).findings
        #expect(found.map(\.variable) == ["S", "f", "M.x"])
        #expect(found.map(\.kind) == [.flow, .declared, .declared])
        #expect(found.first?.expected == "t/year")
    }
}

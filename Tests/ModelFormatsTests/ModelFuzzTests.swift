import ModelFormats
import SystemDynamics
import TestSupport
import Testing

/// Models changed at random are read or refused, within their limits, and never crash.
struct ModelFuzzTests {
    static let vensim = """
        {UTF-8}
        dim: a, b -> (other: d, c) ~~|
        other: c, d ~~|
        x[dim] = 1, 2 ~~|
        y[dim] = INTEG(x[dim] * SMOOTH(Time, 2) - DELAY3(y[dim], 3), x[dim]) ~ kg [0,10] ~ note |
        t([(0,0)-(10,10)],(0,1),(5,2),(10,3)) ~~|
        z = SUM(y[dim!]) + t(Time) + IF THEN ELSE(Time > 2 :AND: :NOT: Time > 3, 1, -2^2) ~~|
        FINAL TIME = 5 ~~|
        INITIAL TIME = 0 ~~|
        TIME STEP = 0.5 ~~|
        SAVEPER = 1 ~~|

        """

    static let xmile = """
        <xmile version="1.0"><sim_specs method="rk4"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>
        <dimensions><dim name="A"><elem name="n"/><elem name="s"/></dim></dimensions><model><variables>
        <stock name="s"><dimensions><dim name="A"/></dimensions><eqn>3*A</eqn><inflow>f</inflow><non_negative/></stock>
        <flow name="f"><dimensions><dim name="A"/></dimensions><eqn>SMTH1(s, 3) - 0.1*DELAY(s, 1) ^ 2</eqn></flow>
        <aux name="x"><dimensions><dim name="A"/></dimensions><eqn>IF TIME &gt; 2 THEN A ELSE SUM(s[*]) MOD 3</eqn></aux>
        <aux name="g"><eqn>TIME</eqn><gf><xscale min="0" max="4"/><ypts>0,1,4</ypts></gf></aux>
        </variables></model></xmile>
        """

    private static func mutated(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(Array("()[],~|<>/^*+-=:!'\"\\".utf8).randomElement(using: &random) ?? 40, at: place)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
            }
        }
        return bytes
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func mutations(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<150 {
            let isVensim = Bool.random(using: &random)
            let bytes = Self.mutated(isVensim ? Self.vensim : Self.xmile, &random)
            do {
                let source = try isVensim ? VensimReader.model(bytes).model : XMILEReader.model(bytes).model
                var options = Simulation.Options()
                (options.start, options.stop, options.step) = (0, 4, 0.5)
                _ = try Simulation(Model(source), options)
                read += 1
            } catch {
                continue
            }
        }
        #expect(read > 0, "nothing but faults shows little")
    }

    @Test func unchangedModelsRun() throws {
        #expect(try Simulation(Model(VensimReader.model(Array(Self.vensim.utf8)).model)).rows.count == 6)
        #expect(try Simulation(Model(XMILEReader.model(Array(Self.xmile.utf8)).model)).rows.count == 9)
    }
}

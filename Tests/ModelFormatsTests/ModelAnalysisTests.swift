import ModelFormats
import SystemDynamics
import TestSupport
import Testing

/// Structure, units, loops and drawings of models.
struct ModelAnalysisTests {
    /// Two loops by hand: births reinforce, deaths balance; the smooth of the population is a hidden stock.
    static let population = """
        {UTF-8}
        ********************************************************
        \t.People
        ********************************************************~
        \t|
        Population = INTEG(births - deaths, 100) ~ Person ~ All of them |
        births = Population * birth rate ~ Person/Year ~ |
        deaths = SMOOTH(Population, 5) / lifetime * crowding(Population / land) ~ People/Years ~ |
        crowding((0,0),(100,1),(200,4)) ~ Dmnl ~ |
        birth rate = 0.03 ~ 1/Year ~ |
        lifetime = 60 ~ Year ~ |
        land = 4 ~ Dmnl ~ |
        INITIAL TIME = 0 ~ Year ~ |
        FINAL TIME = 20 ~ Year ~ |
        TIME STEP = 1 ~ Year ~ |
        SAVEPER = 1 ~ Year ~ |

        \\\\\\---/// Sketch information - do not modify anything except names
        V300  Do not put anything below this section - it will be ignored
        *View 1
        $192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0
        10,1,Population,300,200,40,20,3,3,0,0,0,0,0,0
        12,2,48,100,200,10,8,0,3,0,0,-1,0,0,0
        1,3,5,1,4,0,0,22,0,0,0,-1--1--1,,1|(230,200)|
        1,4,5,2,100,0,0,22,0,0,0,-1--1--1,,1|(150,200)|
        11,5,48,190,200,6,8,34,3,0,0,1,0,0,0
        10,6,births,190,220,40,12,40,3,0,0,-1,0,0,0
        10,7,birth rate,190,300,40,12,8,2,0,0,-1,0,0,0
        1,8,7,6,1,0,0,0,0,64,0,-1--1--1,,1|(170,260)|
        ///---\\\\\\
        :L<%^E!@
        22:Person,People,Persons
        15:0,0,0,0,0,0

        """

    static func model(_ text: String) throws -> Model { try Model(VensimReader.model(Array(text.utf8)).model) }

    @Test func structure() throws {
        let structure = ModelStructure(try Self.model(Self.population))
        let stock = try #require(structure.entries.first)
        #expect(stock.kind == .stock && stock.inflows == ["births"] && stock.outflows == ["deaths"])
        #expect(stock.group == "People" && stock.documentation == "All of them")
        let kinds = Dictionary(structure.entries.map { ($0.name, $0.kind) }) { first, _ in first }
        #expect(kinds["births"] == .flow && kinds["crowding"] == .lookup && kinds["lifetime"] == .constant)
        #expect(structure.start == "0" && structure.stop == "20" && structure.timeUnits == "Year")
    }

    @Test func loops() throws {
        let graph = try CausalGraph(Self.model(Self.population))
        func sign(_ from: String, _ to: String) -> CausalGraph.Polarity? {
            graph.links.first { graph.names[$0.from] == from && graph.names[$0.to] == to }?.polarity
        }
        #expect(sign("birth rate", "births") == .positive && sign("lifetime", "deaths") == .negative)
        #expect(sign("deaths", "Population") == .negative && sign("Population", "deaths") == .positive)
        #expect(sign("births", "deaths") == nil)
        let found = FeedbackLoops(graph)
        #expect(found.isComplete && found.loops.count == 2)
        #expect(Set(found.loops.map(\.polarity)) == [.reinforcing, .balancing])
    }

    /// A switch leaves its condition's sign open; a product changes sign with the other factor.
    @Test func openSigns() throws {
        let graph = try CausalGraph(
            Self.model(
                """
                x = Time - 2 ~~|
                y = x * (Time - 1) + IF THEN ELSE(x > 1, 3, 4) ~~|
                z = 2 * x * (Time - 2) ~~|
                INITIAL TIME = 0 ~~|
                FINAL TIME = 4 ~~|
                TIME STEP = 0.5 ~~|
                SAVEPER = 0.5 ~~|

                """))
        let signs = graph.links.map { [graph.names[$0.from], graph.names[$0.to], $0.polarity.rawValue] }
        #expect(signs.contains(["x", "y", "unknown"]) && signs.contains(["x", "z", "varying"]))
    }

    /// Against a plain enumeration of all circles of small random graphs.
    @Test func loopsOfRandomGraphs() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let count = Int.random(in: 2...6, using: &generator)
            var text = "INITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n"
            var next = (0..<count).map { _ in [Int]() }
            for node in 0..<count {
                let causes = (0..<count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
                for cause in causes { next[cause].append(node) }
                let sum = causes.map { "s\($0)" }.joined(separator: " + ")
                text = "s\(node) = INTEG(\(sum.isEmpty ? "0" : sum), 1) ~~|\n" + text
            }
            // Variables stand in the file from the last to the first: a self-link is none, since a stock is its state.
            let found = FeedbackLoops(try CausalGraph(Self.model(text)))
            #expect(found.isComplete && found.loops.count == Self.circles(next))
            #expect(found.loops.map(\.variables.count) == found.loops.map(\.variables.count).sorted())
        }
    }

    /// The number of circles of two and more nodes.
    private static func circles(_ next: [[Int]]) -> Int {
        func count(_ start: Int, _ path: [Int]) -> Int {
            next[path[path.count - 1]].reduce(0) { sum, node in
                if node == start { return sum + (path.count > 1 ? 1 : 0) }
                return node > start && !path.contains(node) ? sum + count(start, path + [node]) : sum
            }
        }
        return next.indices.reduce(0) { $0 + count($1, [$1]) }
    }

    @Test func loopsAreCutOff() throws {
        var text = "INITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n"
        for node in 0..<9 {
            text +=
                "s\(node) = INTEG(\((0..<9).filter { $0 != node }.map { "s\($0)" }.joined(separator: "+")), 1) ~~|\n"
        }
        let found = FeedbackLoops(try CausalGraph(Self.model(text)), limit: 100)
        // 36 pairs are all there; of the 168 circles of three only some.
        #expect(!found.isComplete && found.completeLength == 2 && found.loops.count == 100)
    }

    @Test func vensimDrawing() throws {
        let view = try #require(Self.model(Self.population).views.first)
        #expect(view.name == "View 1" && view.pipes.count == 2 && view.links.count == 1)
        #expect(view.nodes.map(\.kind) == [.stock, .cloud, .flow, .auxiliary, .ghost])
        #expect(view.pipes[0].hasArrow && !view.pipes[1].hasArrow && view.links[0].through == .init(x: 170, y: 260))
    }

    @Test func xmileDrawing() throws {
        let text = """
            <xmile><sim_specs time_units="Months"><start>0</start><stop>1</stop></sim_specs>
            <model_units><unit name="unit"><alias>units</alias></unit></model_units><model><variables>
            <stock name="S"><eqn>1</eqn><inflow>f</inflow><units>units</units></stock>
            <flow name="f"><eqn>k</eqn><units>unit/month</units></flow><aux name="k"><eqn>2</eqn></aux></variables>
            <views><view><stock name="S" x="180" y="80" width="40" height="40"/>
            <flow name="f" x="140" y="100"><pts><pt x="80" y="100"/><pt x="180" y="100"/></pts></flow>
            <aux name="k" x="140" y="160"/><connector angle="90"><from>k</from><to>f</to></connector>
            </view></views></model></xmile>
            """
        let model = try Model(XMILEReader.model(Array(text.utf8)).model)
        let view = try #require(model.views.first)
        #expect(view.nodes.map(\.kind) == [.stock, .flow, .auxiliary, .cloud])
        #expect(view.nodes[0].position == .init(x: 200, y: 100) && view.nodes[3].position == .init(x: 80, y: 100))
        #expect(view.links == [.init(from: 2, to: 1)])
        #expect(UnitReport(model).findings.isEmpty && UnitReport(model).timeUnits == "Months")
    }
}

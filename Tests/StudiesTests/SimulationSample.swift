import StatisticalData
import Studies

/// A model whose values are known without running it: x grows by 10 a year from 100, y is constant.
enum SimulationSample {
    static let model = """
        <?xml version="1.0" encoding="utf-8"?>
        <xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
        <header><vendor>Test</vendor><product>Test</product></header>
        <sim_specs><start>2015</start><stop>2025</stop><dt>0.5</dt></sim_specs>
        <dimensions><dim name="side"><elem name="left"/><elem name="right"/></dim></dimensions>
        <model><variables>
        <stock name="x"><doc>What grows.</doc><eqn>100</eqn><inflow>gain</inflow><units>t</units></stock>
        <flow name="gain"><eqn>slope</eqn><units>t/year</units></flow>
        <aux name="slope"><doc>How fast.</doc><eqn>10</eqn><units>t/year</units></aux>
        <aux name="pair"><dimensions><dim name="side"/></dimensions><eqn>slope</eqn></aux>
        <aux name="quotient"><eqn>1/(x-120)</eqn></aux>
        </variables></model></xmile>
        """

    static let targets =
        "series," + PlanSample.header + "\n"
        + "mass,P,mass,A,Mass,质量,binding,level,level,up,2015,,,,2020,>=,0.016,10^4 t,no,plan,press\n"
        + "mass,P,growth,A,Growth,增长,binding,cumulative-growth,cumulative-change,up,2015,,,,2020,>=,60,%,no,plan,press\n"

    static func workspace() -> SampleWorkspace {
        var sample = SampleWorkspace()
        sample.indicators = ["mass": UnitOfMeasure("10^4 t") ?? .one, "growth": .percent]
        sample.files = [
            "targets.csv": targets, "models/m.xmile": model, "models/fast.yaml": "set: {slope: 20}\n",
            "models/late.yaml": "step: [{variable: slope, to: 30, from: 2017}]\n",
            "models/spread.yaml":
                "runs: 200\nseed: 3\nsampling: centred-latin-hypercube\ninputs:\n  - {variable: slope, uniform: [0, 20]}\n",
        ]
        return sample
    }

    static let scenarios = """
        kind: scenario
        title: {en: T, zh: 题}
        model: models/m.xmile
        years: {from: 2015, to: 2020}
        scenarios:
          - {id: base, name: {en: Base, zh: 基准}}
          - {id: fast, name: {en: Fast, zh: 快}, file: models/fast.yaml}
          - {id: late, name: {en: Late, zh: 晚}, file: models/late.yaml}
        outputs:
          - {variable: x, indicator: mass, unit: t}
          - {variable: x, indicator: mass, transformation: annual-change, unit: t, name: {en: Growth, zh: 增长}}
          - {variable: "pair[left]", unit: t, name: {en: Left, zh: 左}}
        targets: {file: targets.csv, plan: P}
        """

    static let ensemble = """
        kind: ensemble
        title: {en: T, zh: 题}
        model: models/m.xmile
        ensemble: models/spread.yaml
        years: {from: 2015, to: 2020}
        outputs:
          - {variable: x, indicator: mass, unit: t}
        targets: {file: targets.csv, plan: P}
        """
}

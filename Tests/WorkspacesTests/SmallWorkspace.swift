import TestSupport

/// A workspace without a fault that a test can break in one place: two provinces, two batches, three studies.
enum SmallWorkspace {
    static let files = [
        "greenprint.yaml": """
        name: {en: Small, zh: 小}
        area: "320000"
        languages: [en, zh]
        chapters: [index, plan]

        """,
        "areas.csv": """
        id,parent,level,name_en,name_zh
        CN,,country,China,中国
        110000,CN,province,Beijing,北京市
        320000,CN,province,Jiangsu,江苏省

        """,
        "indicators.csv": """
        id,name_en,name_zh,unit,direction,sdg_goals
        score-a,Score A,甲分,points,up,
        score-b,Score B,乙分,points,up,
        energy,Energy use,能源消费量,10^4 tce,none,7 13
        energy-per-gdp,Energy per GDP,单位GDP能耗,tce/10^4 yuan,down,7

        """,
        "data/energy.csv": """
        indicator,area,period,transformation,value,unit,known_on,note
        energy-per-gdp,320000,2016,annual-change,-4.00,%,2017,
        energy-per-gdp,320000,2017,annual-change,-5.00,%,2018,
        energy-per-gdp,110000,2016,annual-change,-2.50,%,2017,
        energy,320000,2017,annual-change,2.0,%,2018,
        energy,110000,2017,level,,10^4 tce,2018,not published

        """,
        "data/energy.source.yaml": record(source: "bulletin"),
        "data/scores.csv": """
        indicator,area,period,value,unit
        score-a,110000,2016,80.0,points
        score-b,110000,2016,60.0,points
        score-a,320000,2016,70.0,points
        score-b,320000,2016,94.0,points

        """,
        "data/scores.source.yaml": record(source: "evaluation"),
        "frameworks/index.csv": """
        id,parent,name_en,name_zh,class,weight
        index,,Index,指数,,
        a,index,A,甲,binding,
        b,index,B,乙,,1

        """,
        "frameworks/index.source.yaml": record(source: "index-notice"),
        "plans/targets.csv": """
        plan,indicator,area,name_en,name_zh,nature,form,direction,base_year,base,base_unit,target_year,operator,target,unit,source
        P,energy-per-gdp,320000,Energy per GDP,单位GDP能耗,binding,cumulative-cut,down,2015,,,2020,<=,-17,%,plan-text
        P,energy,320000,Energy use,能源消费量,expected,level,down,2015,100,10^4 tce,2020,<=,90,10^4 tce,plan-text
        Q,energy,110000,Energy use,能源消费量,expected,cap,down,2015,,,2020,<=,90,10^4 tce,plan-text

        """,
        "plans/targets.source.yaml": record(source: "plan-text"),
        "studies/index.yaml": """
        kind: composite-index
        title: {en: Index, zh: 指数}
        framework:
          file: frameworks/index.csv
          class-weights: {binding: 3}
          total-weight: 4
        observed: {a: score-a, b: score-b}
        areas: {parent: CN, level: province}
        period: "2016"

        """,
        "studies/plan.yaml": """
        kind: plan-ledger
        title: {en: Plan, zh: 规划}
        targets: {file: plans/targets.csv, plan: P}

        """,
        "studies/growth.yaml": """
        kind: growth-identity
        title: {en: Growth, zh: 增长}
        ratio: energy-per-gdp
        numerator: energy
        areas: {parent: CN, level: province}
        years: {from: 2016, to: 2017}

        """,
    ]

    /// A source record that declares one source.
    static func record(source: String, more: String = "") -> String {
        """
        sources:
          - id: \(source)
            publisher: {en: Office, zh: 机关}
            title: {en: Bulletin, zh: 公报}
            licence: {en: public, zh: 公开}
            trust: press
        defaults: {source: \(source), known-on: 2017-12-26, revision: final, transformation: level}
        \(more)

        """
    }

    static func write(to folder: TemporaryFolder) throws {
        for (file, text) in files { try folder.write(text, to: file) }
    }
}

/// A small workspace in a folder of its own.
func withSmallWorkspace<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
        try SmallWorkspace.write(to: folder)
        return try body(folder)
    }
}

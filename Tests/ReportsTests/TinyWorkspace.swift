import StatisticalData

/// A workspace of three areas, two dimensions and two targets, small enough to read its pages whole.
enum TinyWorkspace {
    private static let made = Result { try ReportFolder(files: files) }

    static func report() throws -> ReportFolder { try made.get() }

    static let files = [
        "greenprint.yaml": """
        name: {en: Tiny assessment, zh: 微型评估}
        area: "A"
        languages: [en, zh]
        chapters: [index-2020, plan]
        revisions: {from: 2020-12-31}
        """,
        "areas.csv": """
        id,parent,level,name_en,name_zh
        W,,country,Whole,全域
        A,W,province,Area A,甲地
        B,W,province,Area B,乙地

        """,
        "indicators.csv": """
        id,name_en,name_zh,unit,direction
        air,Clean air,清洁空气,points,up
        water,Clean water,清洁水,points,up
        energy-per-gdp,Energy per GDP,单位GDP能耗,%,down
        output,Output,产出,10^8 yuan,up

        """,
        "data/figures.csv": """
        indicator,area,period,transformation,value,unit,known_on,revision,trust,source,note,note_zh
        air,A,2020,level,80.25,points,2021-06-01,final,,,,
        air,B,2020,level,70.50,points,2021-06-01,final,,,,
        water,A,2020,level,65.00,points,2021-06-01,final,unverified,,one weak source,单一来源
        water,B,2020,level,90.75,points,2021-06-01,final,,,,
        energy-per-gdp,A,2019,annual-change,-3.2,%,2020-06-01,preliminary,press,,,
        energy-per-gdp,A,2019,annual-change,-3.05,%,2021-06-01,final,press,,,
        energy-per-gdp,A,2020,annual-change,-3.10,%,2021-06-01,final,press,,,

        """,
        "data/figures.source.yaml": """
        sources:
          - id: bulletin
            publisher: {en: Office of statistics, zh: 统计局}
            title: {en: Bulletin of 2020, zh: 2020年公报}
            address: https://example.org/bulletin?a=1&b=2
            licence: {en: public record, zh: 公开事实}
            published: 2021-06-01
            trust: official
        defaults: {source: bulletin, revision: final, transformation: level}
        """,
        "frameworks/framework.csv": """
        id,parent,name_en,name_zh,class,weight
        index,,Green index,绿色指数,,
        clean-air,index,Clean air,清洁空气,binding,
        clean-water,index,Clean water,清洁水,other,

        """,
        "frameworks/framework.source.yaml": """
        sources:
          - id: notice
            publisher: {en: Ministry, zh: 主管部门}
            title: {en: Notice on weights, zh: 权重通知}
            licence: {en: public record, zh: 公开事实}
            trust: official
        defaults: {source: notice}
        """,
        "plans/targets.csv": """
        plan,indicator,area,name_en,name_zh,nature,form,direction,base_year,base,base_unit,base_trust,target_year,operator,target,unit,source
        P,energy-per-gdp,A,Energy per GDP,单位GDP能耗,binding,cumulative-cut,down,2018,,,,2020,<=,-6,%,plan-p
        P,output,A,Output,产出,expected,level,up,2018,713,10^8 yuan,doubtful,2020,>=,1000,10^8 yuan,plan-p

        """,
        "plans/targets.source.yaml": """
        sources:
          - id: plan-p
            publisher: {en: Government, zh: 政府}
            title: {en: Plan of 2018, zh: 2018年规划}
            licence: {en: public record, zh: 公开事实}
            trust: press
        """,
        "studies/index-2020.yaml": """
        kind: composite-index
        title: {en: Green index 2020, zh: 2020年绿色指数}
        framework: {file: frameworks/framework.csv, class-weights: {binding: 3, other: 1}}
        observed: {clean-air: air, clean-water: water}
        areas: {parent: W}
        period: "2020"
        """,
        "studies/plan.yaml": """
        kind: plan-ledger
        title: {en: The plan, zh: 规划}
        targets: {file: plans/targets.csv, plan: P}
        earlier-views: [2020-12-31]
        """,
    ]
}

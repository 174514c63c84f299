import Declarations
import StatisticalData
import TargetTracking

/// The targets of plans by which the items of a framework are judged.
public struct TargetLinks: Codable, Hashable, Sendable {
    /// The path of the table of targets in the workspace.
    public let file: String
    /// By item of the framework.
    public let items: [String: Link]

    /// A target of a plan.
    public struct Link: Codable, Hashable, Sendable {
        /// The plan's code in the column `plan`.
        public let plan: String
        /// The indicator of the target, with the target year behind it where the plan has several.
        public let target: String
    }

    /// What the links lead to.
    struct Linked: Codable, Sendable {
        /// The targets, by item of the framework.
        let targets: [String: PlanTarget]
        /// All vintages of every series a target may be measured by.
        let series: [PlanLedgerStudy.SeriesVintages]
    }
}

extension Schema {
    /// Links to targets of plans.
    static let targetLinks = Schema.mapping([
        .required("file", .text),
        .required("items", .dictionary(.mapping([.required("plan", .text), .required("target", .text)]))),
    ])
}

extension TargetLinks {
    /// Finds the targets in `area` and their figures; faults for items the framework does not have and for targets
    /// the plans do not have.
    func gather(
        study: Study, area: Area.ID, items known: [String], asKnownOn: KnownDate?, from context: StudyContext,
        into collector: inout FaultCollector
    ) throws -> Linked {
        var targets: [String: PlanTarget] = [:]
        let bytes = try collector.collect { _ in try context.readFile(file, study.place(of: "targets", "file")) }
        guard let bytes else { return Linked(targets: [:], series: []) }
        for plan in Set(items.values.map(\.plan)).sorted() {
            let reader = TargetsFile(context: context, reference: .init(file: file, plan: plan))
            let place = study.place(of: "targets", "items")
            let read = try collector.collect { try reader.read(bytes, studyPlace: place, into: &$0) } ?? []
            let own = read.filter { $0.area == area }
            for (item, link) in items.sorted(by: { $0.key < $1.key }) where link.plan == plan {
                let place = study.place(of: "targets", "items", item)
                if !known.contains(item) { collector.add(.unknownElement(item, among: known, at: place)) }
                if let target = own.first(where: { $0.item == link.target }) {
                    targets[item] = target
                } else if !read.isEmpty {
                    collector.add(.unknownTarget(link.target, among: own.map(\.item), at: place))
                }
            }
        }
        return Linked(targets: targets, series: try Self.series(of: targets, asKnownOn: asKnownOn, from: context))
    }

    private static func series(
        of targets: [String: PlanTarget], asKnownOn: KnownDate?, from context: StudyContext
    ) throws -> [PlanLedgerStudy.SeriesVintages] {
        var found: [PlanLedgerStudy.SeriesVintages] = []
        for indicator in Set(targets.values.map(\.series)).sorted() {
            for area in Set(targets.values.filter { $0.series == indicator }.map(\.area)).sorted() {
                for transformation in Transformation.allCases {
                    let key = SeriesKey(indicator, transformation, in: area)
                    let vintages = try context.ledger.vintages(key, asKnownOn: asKnownOn)
                    if !vintages.isEmpty { found.append(.init(key: key, observations: vintages)) }
                }
            }
        }
        return found
    }
}

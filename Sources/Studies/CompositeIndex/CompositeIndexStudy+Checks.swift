import CompositeIndicators
import StatisticalData

/// Checks of what steps name: areas kept or left out, posts.
extension CompositeIndexStudy {
    /// Areas kept or left out must be among those compared, and not both.
    func checkForced(_ study: Study, areas: [Area], into collector: inout FaultCollector) {
        let known = areas.map(\.id)
        for (key, codes) in [("keep", steps?.keep ?? []), ("drop", steps?.drop ?? [])] {
            for code in codes where !known.contains(code) {
                collector.add(.unknownArea(code.rawValue, among: known, at: study.place(of: "steps", key)))
            }
        }
        for code in steps?.keep ?? [] where steps?.drop?.contains(code) == true {
            collector.add(Fault("study-keep-and-drop", at: study.place(of: "steps", "drop"), ["area": code.rawValue]))
        }
    }

    /// Posts stand for every observed element where they are asked for, the lower one below the upper, and nowhere else.
    func checkGoalposts(_ study: Study, into collector: inout FaultCollector) {
        let posts = steps?.goalposts ?? [:]
        let isAsked = (steps ?? .none).normalisation == "goalposts"
        if !isAsked, steps?.goalposts != nil {
            collector.add(Fault("study-goalposts-unused", at: study.place(of: "steps", "goalposts")))
        }
        for element in observed.keys.sorted() where isAsked && posts[element] == nil {
            let place = study.place(of: "steps", steps?.goalposts == nil ? "normalise" : "goalposts")
            collector.add(Fault("study-goalposts-missing", at: place, ["element": element]))
        }
        for (element, post) in posts.sorted(by: { $0.key < $1.key }) {
            let place = study.place(of: "steps", "goalposts", element)
            if observed[element] == nil {
                collector.add(.unknownElement(element, among: observed.keys.sorted(), at: place))
            }
            if !(post.lower < post.upper) {
                collector.add(
                    Fault(
                        "study-goalposts-order", at: place,
                        ["lower": Decimals.text(post.lower), "upper": Decimals.text(post.upper)]))
            }
        }
    }
}

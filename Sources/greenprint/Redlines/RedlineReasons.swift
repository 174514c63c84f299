import Reports
import SpatialAnalysis
import StatisticalData

/// Why a project gets its verdict, in words.
struct ScreeningReasons {
    let zones: [Zone]
    let rules: ScreeningRules
    let wording: Wording

    /// The reasons, one sentence after another.
    func text(_ found: Screening) -> String {
        var sentences = found.pieces.map { piece in
            wording(
                "redlines-overlap",
                words(
                    piece.pair.zone,
                    [
                        "area": Self.hectares(piece.pair.area), "share": Self.percent(piece.pair.shareOfProject),
                    ]))
        }
        sentences += found.thin.map {
            wording("redlines-thin", words($0.pair.zone, ["area": Self.squareMetres($0.pair.area)]))
        }
        sentences += found.touched.map { wording("redlines-touch", words($0)) }
        if let nearest = found.nearest {
            sentences.append(
                wording(
                    "redlines-nearest",
                    words(nearest.zone, ["distance": Decimals.text((nearest.distance / 10).rounded() / 100)])))
        }
        sentences.append(conclusion(found))
        return sentences.joined(separator: wording.sentenceGap)
    }

    /// The rule that decides.
    private func conclusion(_ found: Screening) -> String {
        let classes = Set(found.pieces.map { zones[$0.pair.zone].zoneClass })
        let deciding = rules.classes.filter { classes.contains($0.zoneClass) && $0.verdict == found.verdict }
        let key = "redlines-verdict-" + found.verdict.rawValue.split(separator: " ").joined(separator: "-")
        return wording(key, ["class": deciding.map(\.zoneClass).joined(separator: ", ")])
    }

    private func words(_ index: Int, _ others: [String: String] = [:]) -> [String: String] {
        let zone = zones[index]
        var words = others
        words["zone"] = zone.id
        words["class"] = zone.zoneClass
        words["type"] = zone.type ?? wording("redlines-no-type")
        return words
    }

    static func hectares(_ area: Double) -> String { Decimals.text((area / 100).rounded() / 100) }

    static func squareMetres(_ area: Double) -> String { Decimals.text((area * 100).rounded() / 100) }

    static func percent(_ share: Double) -> String { Decimals.text((share * 1e4).rounded() / 100) }
}

extension Wording {
    /// What stands between sentences: nothing in Chinese.
    fileprivate var sentenceGap: String { language == .chinese ? "" : " " }
}

/// What became of a zone, in words.
struct ChangeReasons {
    private let wording: Wording

    init(_ wording: Wording) {
        self.wording = wording
    }

    /// The findings, one sentence after another.
    func text(_ change: ZoneChange) -> String {
        guard !change.findings.isEmpty else { return wording("redlines-change-unchanged") }
        let words = [
            "loss": ScreeningReasons.hectares(change.areas.loss), "gain": ScreeningReasons.hectares(change.areas.gain),
            "old": ScreeningReasons.hectares(change.areas.old), "new": ScreeningReasons.hectares(change.areas.new),
            "typeOld": change.old?.type ?? "", "typeNew": change.new?.type ?? "",
            "classOld": change.old?.zoneClass ?? "", "classNew": change.new?.zoneClass ?? "",
            "functionOld": change.old?.functionValue.map { Decimals.text($0) } ?? "",
            "functionNew": change.new?.functionValue.map { Decimals.text($0) } ?? "",
        ]
        return change.findings.map { finding in
            wording("redlines-change-" + finding.rawValue.split(separator: " ").joined(separator: "-"), words)
        }.joined(separator: wording.sentenceGap)
    }
}

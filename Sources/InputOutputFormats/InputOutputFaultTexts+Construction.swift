internal import InputOutput
internal import StatisticalData

extension InputOutputFaultTexts {
    /// What is wrong with a table made from another.
    static func construction(_ fault: TableConstructionFault, at place: Place) -> Fault {
        switch fault {
        case .negativeImports(let industry, let value):
            Fault("io-negative-imports", at: place, ["industry": industry.shown, "found": Decimals.text(value)])
        case .unknownCategory(let category): Fault("io-unknown-category", at: place, ["found": [category].shown])
        case .importsAboveUse(let industry, let imports, let use):
            Fault(
                "io-imports-above-use", at: place,
                ["industry": industry.shown, "found": Decimals.text(imports), "expected": Decimals.text(use)])
        case .sharesNotOne(let industry, let sum):
            Fault("io-shares-not-one", at: place, ["industry": industry.shown, "found": Decimals.text(sum)])
        case .shareOutOfRange(let industry, let group, let share):
            Fault(
                "io-share-range", at: place,
                ["industry": industry.shown, "group": group.shown, "found": Decimals.text(share)])
        case .notInConcordance(let industries):
            Fault(
                "io-not-in-concordance", at: place,
                ["expected": listed(industries), "count": String(industries.count)])
        case .unknownIndustry(let industry): Fault("io-unknown-industry", at: place, ["found": industry.shown])
        case .repeatedLink(let industry, let group):
            Fault("io-repeated-link", at: place, ["industry": industry.shown, "group": group.shown])
        case .outputShare(let industry, let share):
            Fault("io-output-share", at: place, ["industry": industry.shown, "found": Decimals.text(share)])
        case .partAboveParent(let from, let to, let part, let parent):
            Fault(
                "io-part-above-parent", at: place,
                [
                    "from": from, "to": to, "found": Decimals.text(part),
                    "expected": Decimals.text(parent),
                ])
        case .areaDivided(let area): Fault("io-area-divided", at: place, ["area": [area].shown])
        case .splitInfeasible(let industry, _):
            Fault("io-split-infeasible", at: place, ["industry": industry.shown])
        case .labelInUse(let industry): Fault("io-label-in-use", at: place, ["industry": industry.shown])
        default: supplyUse(fault, at: place)
        }
    }

    private static func supplyUse(_ fault: TableConstructionFault, at place: Place) -> Fault {
        switch fault {
        case .notSquare(let products, let industries):
            Fault(
                "io-not-square", at: place, ["products": String(products), "industries": String(industries)])
        case .productWithoutOutput(let product):
            Fault("io-product-without-output", at: place, ["product": product.shown])
        case .industryWithoutOutput(let industry):
            Fault("io-industry-without-output", at: place, ["industry": industry.shown])
        case .negativeMake(let industry, let product, let value):
            Fault(
                "io-negative-make", at: place,
                ["industry": industry.shown, "product": product.shown, "found": Decimals.text(value)])
        case .productImbalance(let product, let supply, let use):
            Fault(
                "io-product-imbalance", at: place,
                ["product": product.shown, "found": Decimals.text(use), "expected": Decimals.text(supply)])
        case .noPrice(let industry): Fault("io-no-price", at: place, ["industry": industry.shown])
        default: Fault("io-make-singular", at: place)
        }
    }

    /// The first five, and whether there are more.
    private static func listed(_ industries: [Industry]) -> String {
        industries.prefix(5).map(\.shown).joined(separator: ", ") + (industries.count > 5 ? ", …" : "")
    }
}

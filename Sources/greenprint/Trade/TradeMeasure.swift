import ArgumentParser

/// The measures of `greenprint trade`.
enum TradeMeasure: String, ExpressibleByArgument, CaseIterable {
    case rca, rsca, nrca, lafay, prody, expy, eci, pci, diversity, ubiquity, fitness, quality, proximity, density
    case distance, coi, cog, gci, gcp, frontier, intensity, complementarity, balance, partners, growth, border
    case greenRCA = "green-rca"
    case greenShare = "green-share"

    /// Whether it needs a list of green products.
    var needsGreen: Bool {
        [.gci, .gcp, .frontier, .greenRCA, .greenShare, .partners].contains(self)
    }

    /// Whether it can be told of an area in the world's product space.
    var canAppend: Bool { [.rca, .eci, .density, .distance, .coi].contains(self) }
}

/// What a charge on embedded carbon at a border would cost a good (as the EU's CBAM).
///
/// certificates per t = max(0, SEE - (1 - f) CSCF BM); cost per t = max(0, certificates P - SEE P_origin);
/// share of value = cost per t / price; total = cost per t times tonnes. f is no multiplier of SEE: free allocation
/// is taken off as an amount of the benchmark. Who bears the cost is not computed.
/// Source: Regulation (EU) 2023/956 and Directive 2003/87/EC, Art. 10a(1a), as told by the method sheet; every figure of law
/// is a parameter with a date, none a constant.
public struct BorderCharge: Hashable, Sendable {
    /// A good: specific embedded emissions, benchmark, price, tonnes.
    public struct Good: Hashable, Sendable {
        /// The name.
        public var name: String
        /// Tonnes sold to the area of the charge.
        public var tonnes: Double
        /// SEE, t CO2 per t.
        public var emissions: Double
        /// BM, t CO2 per t.
        public var benchmark: Double
        /// Price per t, in the currency of the certificates.
        public var price: Double
        /// The share of the good's exports that goes to the area of the charge.
        public var share: Double

        /// A good.
        public init(
            name: String, tonnes: Double, emissions: Double, benchmark: Double, price: Double, share: Double
        ) {
            self.name = name
            self.tonnes = tonnes
            self.emissions = emissions
            self.benchmark = benchmark
            self.price = price
            self.share = share
        }
    }

    /// The terms of a year.
    public struct Terms: Hashable, Sendable {
        /// f, the share that is charged.
        public var chargeable: Double
        /// CSCF, the factor across sectors.
        public var factor: Double
        /// P, the price of a certificate per t CO2.
        public var certificatePrice: Double
        /// P_origin, what has been paid per t CO2 where the good was made.
        public var originPrice: Double

        /// Terms.
        public init(chargeable: Double, factor: Double = 1, certificatePrice: Double, originPrice: Double = 0) {
            self.chargeable = chargeable
            self.factor = factor
            self.certificatePrice = certificatePrice
            self.originPrice = originPrice
        }
    }

    /// Certificates per t.
    public let certificates: Double
    /// Cost per t.
    public let costPerTonne: Double
    /// Cost of all tonnes.
    public let total: Double
    /// Cost per t of the price; `nil` without a price.
    public let shareOfValue: Double?
    /// Exposure: the share of exports times emissions per unit of value times 100 a tonne; `nil` without a price.
    public let exposure: Double?

    /// Computes the charge.
    ///
    /// - Throws: `TradeFaults` for negative figures and shares outside 0 ... 1.
    public init(_ good: Good, _ terms: Terms) throws(TradeFaults) {
        var faults: [TradeFault] = []
        for (name, value) in [
            ("tonnes", good.tonnes), ("emissions", good.emissions), ("benchmark", good.benchmark),
            ("price", good.price), ("certificate price", terms.certificatePrice), ("origin price", terms.originPrice),
        ] where !(value >= 0 && value.isFinite) {
            faults.append(.negative(area: good.name, product: name, value))
        }
        for (name, value) in [
            ("share of exports", good.share), ("chargeable share", terms.chargeable), ("factor", terms.factor),
        ] where !(0...1).contains(value) {
            faults.append(.share(good.name + " · " + name, value))
        }
        try faults.throwIfAny()
        certificates = max(0, good.emissions - (1 - terms.chargeable) * terms.factor * good.benchmark)
        costPerTonne = max(0, certificates * terms.certificatePrice - good.emissions * terms.originPrice)
        total = costPerTonne * good.tonnes
        shareOfValue = good.price > 0 ? costPerTonne / good.price : nil
        exposure = good.price > 0 ? good.share * (good.emissions / good.price) * 100 : nil
    }
}

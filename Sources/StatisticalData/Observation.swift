/// What a series of figures is about: an indicator, after a transformation, in an area.
public struct SeriesKey: Hashable, Sendable, Codable, Comparable {
    /// The indicator.
    public let indicator: Indicator.ID
    /// What was done to its level.
    public let transformation: Transformation
    /// The area.
    public let area: Area.ID

    /// Names a series.
    public init(_ indicator: Indicator.ID, _ transformation: Transformation = .level, in area: Area.ID) {
        self.indicator = indicator
        self.transformation = transformation
        self.area = area
    }

    /// Orders by indicator, transformation, area.
    public static func < (left: Self, right: Self) -> Bool {
        (left.indicator, left.transformation.rawValue, left.area)
            < (right.indicator, right.transformation.rawValue, right.area)
    }
}

/// One published figure, with both marks, its vintage, its source and the row it was read from.
public struct Observation: Hashable, Sendable, Codable {
    /// What the figure is about.
    public let series: SeriesKey
    /// The time it is about.
    public let period: Period
    /// The figure; `nil` when the source says that there is none.
    public let value: Double?
    /// How many decimals are printed; negative for tens, hundreds and so on.
    public let decimals: Int
    /// The unit of the figure as printed.
    public let unit: UnitOfMeasure
    /// A printed sign of inexactness.
    public let qualifier: Qualifier?
    /// When it was known: the vintage.
    public let knownOn: KnownDate
    /// How final it is.
    public let revision: Revision
    /// How far it can be trusted.
    public let trust: Trust
    /// The source.
    public let source: Source.ID
    /// A remark.
    public let note: LocalisedText?
    /// The row of the batch file.
    public let place: Place

    /// Makes an observation.
    public init(
        series: SeriesKey, period: Period, value: Double?, decimals: Int, unit: UnitOfMeasure,
        qualifier: Qualifier? = nil, knownOn: KnownDate, revision: Revision, trust: Trust, source: Source.ID,
        note: LocalisedText? = nil, place: Place
    ) {
        self.series = series
        self.period = period
        self.value = value
        self.decimals = decimals
        self.unit = unit
        self.qualifier = qualifier
        self.knownOn = knownOn
        self.revision = revision
        self.trust = trust
        self.source = source
        self.note = note
        self.place = place
    }

    /// Hashes what tells rows apart: less than all there is, and much faster.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(period)
        hasher.combine(knownOn)
    }

    /// The figure in another unit; `nil` when there is none, or the unit measures something else.
    public func value(in other: UnitOfMeasure) -> Double? {
        value.flatMap { unit == other ? $0 : unit.convert($0, to: other) }
    }

    /// `roundingError` in another unit.
    public func roundingError(in other: UnitOfMeasure) -> Double? {
        roundingError.flatMap { unit == other ? $0 : unit.convert($0, to: other) }
    }

    /// Half a unit of the last printed place: the greatest distance of the true figure from the printed one.
    ///
    /// `nil` for whole numbers, which may have been printed in thousands or more ("7.6 trillion" as 76000), and for
    /// figures with a qualifier. A whole number with a known last place is written with an exponent: `760e2`.
    public var roundingError: Double? {
        decimals == 0 || qualifier != nil ? nil : 0.5 / Decimals.power(decimals)
    }
}

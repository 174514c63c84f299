import CompositeIndicators
public import StatisticalData

/// Where the causes of faults stand that steps find: a cell or column of one of the two tables, or an option.
public struct IndexPlaces: Sendable {
    /// The file of the data.
    public let data: String
    /// The file of the metadata.
    public let metadata: String
    /// The line of each code in the metadata.
    public let lines: [String: Int]
    /// Whether the parameters of normalisation stand in the metadata, not in the option.
    public let parametersAreMetadata: Bool

    /// Names the places.
    public init(data: String, metadata: String, lines: [String: Int], parametersAreMetadata: Bool) {
        self.data = data
        self.metadata = metadata
        self.lines = lines
        self.parametersAreMetadata = parametersAreMetadata
    }

    /// An option, such as `--impute`.
    func option(_ name: String) -> Place { Place(file: name) }

    /// A column of the data.
    func column(_ code: String) -> Place { Place(file: data, line: 1, column: code) }

    /// A cell of the metadata; the file alone where the code has no row.
    func cell(_ code: String, _ column: String) -> Place {
        guard let line = lines[code] else { return Place(file: metadata) }
        return Place(file: metadata, line: line, column: column)
    }
}

extension IndexFaults {
    /// The faults an error stands for, each where its cause is; none for errors of other kinds.
    public static func faults(_ error: any Error, in places: IndexPlaces) -> [Fault] {
        switch error {
        case let faults as DenominationFaults: faults.list.map { Fault.index($0, at: places.place(of: $0)) }
        case let faults as ScreeningFaults: faults.list.map { Fault.index($0, at: places.place(of: $0)) }
        case let fault as ImputationFault: [Fault.index(fault, at: places.place(of: fault))]
        case let faults as NormalisationFaults: faults.list.map { Fault.index($0, at: places.place(of: $0)) }
        case let fault as WeightingError: [Fault.index(fault, at: places.place(of: fault))]
        case let fault as AggregationError: [Fault.index(fault, at: places.place(of: fault))]
        default: faults(error, at: Place(file: places.data))
        }
    }
}

extension IndexPlaces {
    func place(of fault: DenominationFault) -> Place {
        switch fault {
        case .unknownDenominator(let indicator, _): cell(indicator, "Denominator")
        }
    }

    func place(of fault: ScreeningFault) -> Place {
        switch fault {
        case .invalidAvailability: option("--screen")
        case .invalidNonzero: option("--screen-zeros")
        case .unknownUnit: option("--keep, --drop")
        }
    }

    func place(of fault: ImputationFault) -> Place {
        switch fault {
        case .noValues(let indicator): column(indicator)
        case .noParent(let indicator): cell(indicator, "Parent")
        case .labelsMismatch, .tooFewUnits, .singular, .notConverged: option("--impute")
        }
    }

    func place(of fault: NormalisationFault) -> Place {
        switch fault {
        case .groupsMismatch: option("--normalise")
        case .noMetadata: Place(file: metadata)
        case .invalidDirection(let indicator, _): cell(indicator, "Direction")
        case .missingParameter(let indicator, let name): cell(indicator, name)
        case .invalidParameter(let indicator):
            parametersAreMetadata ? cell(indicator, "iCode") : option("--normalise")
        case .targetNotAboveMinimum(let indicator, _): cell(indicator, "Target")
        case .directionUnsupported(let indicator): cell(indicator, "Direction")
        case .noValues(let indicator), .zeroRange(let indicator, _), .overflow(let indicator, _),
            .tooFewUnits(let indicator, _), .unusableReference(let indicator, _, _),
            .referenceIsMinimum(let indicator, _),
            .notPositive(let indicator, _):
            column(indicator)
        }
    }

    func place(of fault: WeightingError) -> Place {
        switch fault {
        case .invalidWeight(let element), .negativeWeight(let element): cell(element, "Weight")
        case .weightsAllZero(let aggregate): cell(aggregate, "iCode")
        case .aggregation(let error): place(of: error)
        default: option("--weights")
        }
    }

    func place(of fault: AggregationError) -> Place {
        switch fault {
        case .noAggregates, .wrongSize: Place(file: metadata)
        case .duplicate(let element), .cycle(let element), .noParts(let element): cell(element, "iCode")
        case .unknownParent(let element, _): cell(element, "Parent")
        case .noColumn(let indicator): cell(indicator, "iCode")
        case .invalidWeight(let element), .negativeWeight(let element): cell(element, "Weight")
        case .weightsAllZero, .negativeWeightInMethod: option("--weights")
        case .invalidMinimumShare: option("--threshold")
        case .invalidParameter, .invalidPlaceWeights, .notPositive, .negativeScore, .missingScore, .zeroMean,
            .benefitOfTheDoubt, .overflow:
            option("--aggregate")
        }
    }
}

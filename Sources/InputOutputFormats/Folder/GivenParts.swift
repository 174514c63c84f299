internal import InputOutput
internal import StatisticalData

/// What belongs to a table that was made from another, or read from files of another layout.
struct GivenParts: Sendable {
    /// Z_m and Y_m.
    var imports: ImportTable?
    /// The inputs that are not flows.
    var primaryInputs: LabelledMatrix?
    /// How imports were set apart, where they were.
    var separation: ImportSeparation?
    /// The names of the extensions.
    var extensionNames: [String] = []
    /// Reads an extension of that name.
    var account: @Sendable (String) throws -> (account: SatelliteAccount, stressors: LabelAxis) = { _ in
        throw Faults([])
    }
}

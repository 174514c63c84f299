/// Something wrong with a model: what, in which variable, on which line.
public struct ModelFault: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case syntax, unknownName, unknownFunction, argumentCount, duplicateName, missingEquation, missingElement
        case circular, initialCircular, missingFlow, missingModule, notConnected, arrayInScalar
        case unboundRange, notConstant, unsupported, missingSpecification, badSpecification, badTable, missingFile
        case badData, tooLarge, badSetting, circularMacro
    }

    /// What is wrong.
    public var kind: Kind
    /// What was found.
    public var found: String
    /// The variable.
    public var variable: String
    /// The line in the file; 0 where it is not known.
    public var line: Int

    /// Bundles a fault.
    public init(_ kind: Kind, _ found: String = "", variable: String = "", line: Int = 0) {
        self.kind = kind
        self.found = found
        self.variable = variable
        self.line = line
    }
}

/// Something a reader should know though the model runs.
public struct ModelWarning: Hashable, Sendable {
    /// What.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case notFinite, steps, methodFixed, recovered, skipped, conveyorMethod, invalidIndex, clamped
    }

    /// What.
    public var kind: Kind
    /// What was found.
    public var found: String
    /// The variable.
    public var variable: String
    /// The line, or 0.
    public var line: Int

    /// Bundles a warning.
    public init(_ kind: Kind, _ found: String = "", variable: String = "", line: Int = 0) {
        self.kind = kind
        self.found = found
        self.variable = variable
        self.line = line
    }
}

/// All faults of a model.
public struct ModelFaults: Error, Hashable, Sendable {
    /// The faults.
    public var list: [ModelFault]

    /// Bundles faults.
    public init(_ list: [ModelFault]) { self.list = list }
}

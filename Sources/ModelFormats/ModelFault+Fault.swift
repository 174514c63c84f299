public import StatisticalData
public import SystemDynamics

extension ModelFault {
    /// The fault as the rest of the program reports it.
    public func fault(in file: String) -> Fault {
        Fault(
            code, at: Place(file: file, line: line > 0 ? line : nil),
            ["found": String(found.prefix(300)), "variable": variable.isEmpty ? "-" : String(variable.prefix(120))])
    }

    /// The key of the message.
    public var code: String {
        switch kind {
        case .syntax: "model-syntax"
        case .unknownName: "model-unknown-name"
        case .unknownFunction: "model-unknown-function"
        case .argumentCount: "model-argument-count"
        case .duplicateName: "model-duplicate-name"
        case .missingEquation: "model-missing-equation"
        case .missingElement: "model-missing-element"
        case .circular: "model-circular"
        case .initialCircular: "model-initial-circular"
        case .missingFlow: "model-missing-flow"
        case .missingModule: "model-missing-module"
        case .notConnected: "model-not-connected"
        case .arrayInScalar: "model-array-in-scalar"
        case .unboundRange: "model-unbound-range"
        case .notConstant: "model-not-constant"
        case .unsupported: "model-unsupported"
        case .missingSpecification: "model-missing-specification"
        case .badSpecification: "model-bad-specification"
        case .badTable: "model-bad-table"
        case .missingFile: "model-missing-file"
        case .badData: "model-bad-data"
        case .tooLarge: "model-too-large"
        case .badSetting: "model-bad-setting"
        case .circularMacro: "model-circular-macro"
        }
    }
}

extension ModelWarning {
    /// The warning as the rest of the program reports it.
    public func fault(in file: String) -> Fault {
        Fault(
            code, at: Place(file: file, line: line > 0 ? line : nil), severity: .warning,
            ["found": String(found.prefix(300)), "variable": variable.isEmpty ? "-" : String(variable.prefix(120))])
    }

    /// The key of the message.
    public var code: String {
        switch kind {
        case .notFinite: "model-not-finite"
        case .steps: "model-steps"
        case .methodFixed: "model-method-fixed"
        case .recovered: "model-recovered"
        case .skipped: "model-skipped"
        case .conveyorMethod: "model-conveyor-method"
        case .invalidIndex: "model-invalid-index"
        case .clamped: "model-clamped"
        }
    }
}

public import SystemDynamics

/// Reads models in XMILE 1.0 (.xmile, .stmx, .itmx), as the standard has them and as programs write them.
///
/// Source: OASIS, XML Interchange Language for System Dynamics (XMILE) Version 1.0, 14 December 2015.
public enum XMILEReader {
    /// Reads a model.
    ///
    /// - Parameter bytes: the file, UTF-8.
    /// - Throws: `ModelFaults` with all that was found.
    public static func model(_ bytes: [UInt8]) throws(ModelFaults) -> (model: SourceModel, warnings: [ModelWarning]) {
        guard bytes.count <= ModelFile.largest else { throw ModelFaults([ModelFault(.tooLarge, "\(bytes.count)")]) }
        let found: (root: MarkupElement, mended: [String])
        do {
            found = try MarkupReader.read(bytes)
        } catch {
            throw ModelFaults([ModelFault(.syntax, error.found, line: 1)])
        }
        var builder = XMILEBuilder(found.root)
        try builder.build()
        let warnings = found.mended.map { ModelWarning(.recovered, $0) } + builder.warnings
        return (builder.model, warnings)
    }
}

/// Builds a model from the elements of a file.
struct XMILEBuilder {
    private(set) var model = SourceModel(dialect: .xmile)
    private(set) var warnings: [ModelWarning] = []
    private let root: MarkupElement
    var faults: [ModelFault] = []
    private var behaviour: [String: Bool] = [:]

    init(_ root: MarkupElement) { self.root = root }

    mutating func build() throws(ModelFaults) {
        guard root.name == "xmile" || root.first("model") != nil else {
            throw ModelFaults([ModelFault(.syntax, "<\(root.name)>", line: root.line)])
        }
        let vendor = root.first("header")?.first("vendor")?.text.trimmed ?? ""
        model.usesVensimIntegers = vendor.hasPrefix("Ventana Systems")
        if root.first("header")?.first("options")?.first("uses_arrays")?.attributes["invalid_index_value"]?.lowercased()
            == "nan"
        {
            model.invalidIndexIsNaN = true
        }
        for child in root.children where child.name.lowercased().contains("encrypt") || child.name == "protected" {
            faults.append(ModelFault(.unsupported, "encrypted", line: child.line))
        }
        if let dimensions = root.first("dimensions") { model.dimensions = dimensions.all("dim").map(dimension) }
        let models = root.all("model")
        guard let main = models.first(where: { ($0.attributes["name"] ?? "").isEmpty }) ?? models.first else {
            throw ModelFaults([ModelFault(.missingModule, "<model>", line: root.line)])
        }
        readSpecifications(main)
        behaviour = behaviour(root)
        model.root = module(main, name: "")
        for other in models where other !== main {
            model.modules.append(module(other, name: other.attributes["name"] ?? ""))
        }
        for element in root.all("macro") { model.macros.append(macro(element)) }
        guard faults.isEmpty else { throw ModelFaults(faults) }
    }

    private func dimension(_ element: MarkupElement) -> SourceDimension {
        let name = element.attributes["name"] ?? ""
        let named = element.all("elem").compactMap { $0.attributes["name"] }
        let size = min(1_000_000, Int(element.attributes["size"]?.trimmed ?? "") ?? 0)
        return SourceDimension(name: name, elements: named.isEmpty ? (0..<max(0, size)).map { String($0 + 1) } : named)
    }

    private mutating func readSpecifications(_ main: MarkupElement) {
        guard let element = main.first("sim_specs") ?? root.first("sim_specs") else {
            faults.append(ModelFault(.missingSpecification, "sim_specs", line: root.line))
            return
        }
        model.specifications = specifications(element)
        if model.specifications.start == nil {
            faults.append(ModelFault(.missingSpecification, "start", line: element.line))
        }
        if model.specifications.stop == nil {
            faults.append(ModelFault(.missingSpecification, "stop", line: element.line))
        }
    }

    private mutating func specifications(_ element: MarkupElement) -> SimulationSpecifications {
        var result = SimulationSpecifications()
        result.start = element.first("start").flatMap { expression($0.text, "start", $0.line) }
        result.stop = element.first("stop").flatMap { expression($0.text, "stop", $0.line) }
        if let step = element.first("dt") {
            result.step = expression(step.text, "dt", step.line)
            result.isReciprocal = step.attributes["reciprocal"]?.trimmed.lowercased() == "true"
        }
        if let saving = element.first("save_step") { result.saving = expression(saving.text, "save_step", saving.line) }
        result.method = method(element.attributes["method"] ?? "euler", element.line)
        return result
    }

    /// The first method of a list that is there.
    private mutating func method(_ text: String, _ line: Int) -> SimulationSpecifications.Method {
        let words = text.split(separator: ",").map { String($0).trimmed.lowercased() }
        for (place, word) in words.enumerated() {
            switch word {
            case "euler", "": return .euler
            case "rk2": return .rk2
            case "rk4": return .rk4
            case "rk45", "rk4 (auto)":
                return place + 1 < words.count ? method(words[(place + 1)...].joined(separator: ","), line) : .rk45
            default: continue
            }
        }
        faults.append(ModelFault(.unsupported, "method \(text)", line: line))
        return .euler
    }

    /// What holds for all stocks and flows below.
    private func behaviour(_ element: MarkupElement) -> [String: Bool] {
        guard let found = element.first("behavior") else { return [:] }
        var result: [String: Bool] = [:]
        if let all = found.first("non_negative") {
            result["stock"] = !all.isFalse
            result["flow"] = !all.isFalse
        }
        for kind in ["stock", "flow"] {
            if let part = found.first(kind)?.first("non_negative") { result[kind] = !part.isFalse }
        }
        return result
    }

    private mutating func module(_ element: MarkupElement, name: String) -> SourceModule {
        var module = SourceModule(name: name)
        let inner = behaviour.merging(behaviour(element)) { $1 }
        add(element.first("variables") ?? element, to: &module, inner)
        return module
    }

    private mutating func add(_ element: MarkupElement, to module: inout SourceModule, _ behaviour: [String: Bool]) {
        for child in element.children {
            switch child.name {
            case "stock", "flow", "aux", "gf":
                guard child.attributes["name"] != nil else { continue }
                module.add(variable(child, behaviour))
            case "module":
                guard let name = child.attributes["name"] else { continue }
                module.add(use(child, name))
            case "group" where child.first("aux") != nil || child.first("stock") != nil || child.first("flow") != nil:
                add(child, to: &module, behaviour)
            default: continue
            }
        }
    }

    private func use(_ element: MarkupElement, _ name: String) -> ModuleUse {
        let connections = (element.all("connect") + element.all("connect2")).compactMap {
            connect -> ModuleUse.Connection? in
            guard let input = connect.attributes["to"]?.trimmed.unquoted,
                let source = connect.attributes["from"]?.trimmed.unquoted
            else { return nil }
            return .init(input: input, source: source)
        }
        return ModuleUse(name: name, connections: connections, line: element.line)
    }

    private mutating func macro(_ element: MarkupElement) -> SourceMacro {
        let name = element.attributes["name"] ?? ""
        let parameters = element.all("parm").map { parameter in
            SourceMacro.Parameter(
                name: parameter.text.trimmed,
                standard: parameter.attributes["default"].flatMap { expression($0, name, parameter.line) })
        }
        var body = SourceModule(name: name)
        if let variables = element.first("variables") { add(variables, to: &body, [:]) }
        if element.first("filter") != nil || element.attributes["filter"] != nil {
            faults.append(ModelFault(.unsupported, "filter", variable: name, line: element.line))
        }
        let result = element.first("eqn").flatMap { expression($0.text, name, $0.line) }
        return SourceMacro(
            name: name, parameters: parameters, result: result, body: body,
            specifications: element.first("sim_specs").map { specifications($0) }, line: element.line)
    }

    /// An equation; `nil` for one without content, or with a fault, which is kept.
    mutating func expression(_ text: String, _ variable: String, _ line: Int) -> Expression? {
        let plain = XMILEBuilder.withoutComments(text).trimmed
        guard !plain.isEmpty else { return nil }
        if plain.contains("???") {
            faults.append(ModelFault(.missingEquation, "???", variable: variable, line: line))
            return nil
        }
        do {
            return try EquationParser.expression(text, isVensim: false)
        } catch {
            faults.append(ModelFault(.syntax, error.found, variable: variable, line: line))
            return nil
        }
    }

    static func withoutComments(_ text: String) -> String {
        guard text.contains("{") else { return text }
        var result = ""
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == "}" { depth = max(0, depth - 1) }
        }
        return result
    }
}

extension MarkupElement {
    /// Whether an option says false.
    var isFalse: Bool { text.trimmed.lowercased() == "false" }
}

extension String {
    var trimmed: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace || first == "\u{FEFF}" { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}

/// What all model files share.
public enum ModelFile {
    /// The largest file that is read.
    public static let largest = 64 << 20
}

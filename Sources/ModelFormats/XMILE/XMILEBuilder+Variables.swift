internal import SystemDynamics

extension XMILEBuilder {
    /// A variable of a model.
    mutating func variable(_ element: MarkupElement, _ behaviour: [String: Bool]) -> SourceVariable {
        let name = element.attributes["name"] ?? ""
        let kinds: [String: SourceVariable.Kind] = ["stock": .stock, "flow": .flow, "gf": .lookup]
        var variable = SourceVariable(name: name, kind: kinds[element.name] ?? .auxiliary, line: element.line)
        variable.units = element.first("units")?.text.trimmed ?? ""
        variable.documentation = element.first("doc")?.text.trimmed ?? ""
        variable.dimensions = element.first("dimensions")?.all("dim").compactMap { $0.attributes["name"] } ?? []
        variable.inflows = element.all("inflow").map { $0.text.trimmed.unquoted }
        variable.outflows = element.all("outflow").map { $0.text.trimmed.unquoted }
        variable.isInput = element.attributes["access"] == "input"
        if let own = element.first("non_negative") {
            variable.isNonNegative = !own.isFalse
        } else {
            variable.isNonNegative = behaviour[element.name] ?? false
        }
        if let multiplier = element.first("multiplier") {
            variable.multiplier = expression(multiplier.text, name, multiplier.line)
        }
        readBelt(element, &variable)
        readEquations(element, &variable)
        return variable
    }

    private mutating func readBelt(_ element: MarkupElement, _ variable: inout SourceVariable) {
        if element.first("oven") != nil {
            faults.append(ModelFault(.unsupported, "oven", variable: variable.name, line: element.line))
        }
        variable.isQueue = element.first("queue") != nil
        variable.isOverflow = element.first("overflow") != nil
        if let conveyor = element.first("conveyor") {
            var options = ConveyorOptions()
            let name = variable.name
            options.length = conveyor.first("len").flatMap { expression($0.text, name, $0.line) }
            options.capacity = conveyor.first("capacity").flatMap { expression($0.text, name, $0.line) }
            options.inflowLimit = conveyor.first("in_limit").flatMap { expression($0.text, name, $0.line) }
            options.sample = conveyor.first("sample").flatMap { expression($0.text, name, $0.line) }
            options.arrest = conveyor.first("arrest").flatMap { expression($0.text, name, $0.line) }
            options.isDiscrete = conveyor.attributes["discrete"] == "true"
            options.keepsBatches = conveyor.attributes["batch_integrity"] == "true"
            options.oneAtATime = conveyor.attributes["one_at_a_time"] != "false"
            options.leaksExponentially = conveyor.attributes["exponential_leak"] == "true"
            variable.conveyor = options
        }
        if let leak = element.first("leak") {
            var options = LeakOptions()
            options.fraction =
                expression(leak.text, variable.name, leak.line)
                ?? element.first("eqn").flatMap { expression($0.text, variable.name, $0.line) }
            options.start = Double(element.attributes["leak_start"] ?? leak.attributes["leak_start"] ?? "") ?? 0
            options.end = Double(element.attributes["leak_end"] ?? leak.attributes["leak_end"] ?? "") ?? 1
            if element.first("leak_integers") != nil {
                faults.append(ModelFault(.unsupported, "leak_integers", variable: variable.name, line: leak.line))
            }
            variable.leak = options
        }
    }

    private mutating func readEquations(_ element: MarkupElement, _ variable: inout SourceVariable) {
        let table =
            element.name == "gf"
            ? table(element, variable.name) : element.first("gf").flatMap { self.table($0, variable.name) }
        let equations = element.all("eqn")
        let parts = element.all("element")
        if element.name == "gf" {
            var equation = SourceEquation(.tableOnly, line: element.line)
            equation.table = table
            variable.equations = [equation]
            return
        }
        if parts.contains(where: { $0.first("eqn") != nil }) || !parts.isEmpty && equations.isEmpty {
            for part in parts { add(part, &variable, table) }
            return
        }
        if equations.count > 1 {
            addRows(equations, &variable)
            return
        }
        if let list = equations.first.flatMap({ EquationParser.constants($0.text) }), !variable.dimensions.isEmpty {
            variable.equations = [SourceEquation(.constants(list), line: equations[0].line)]
            return
        }
        let common = equations.first.flatMap { expression($0.text, variable.name, $0.line) }
        let line = equations.first?.line ?? element.line
        if common == nil, let text = equations.first?.text, text.contains("{") {
            // Nothing but a comment: an input that another model has to feed.
            variable.isInput = true
        }
        if !parts.isEmpty, let common {
            for part in parts {
                var equation = SourceEquation(.expression(common), line: part.line)
                equation.subscripts = subscripts(part)
                equation.table = part.first("gf").flatMap { self.table($0, variable.name) }
                variable.equations.append(equation)
            }
            return
        }
        if let common {
            var equation = SourceEquation(.expression(common), line: line)
            equation.table = table
            equation.source = equations.first?.text.trimmed ?? ""
            variable.equations = [equation]
        } else if table != nil {
            var equation = SourceEquation(.tableOnly, line: line)
            equation.table = table
            variable.equations = [equation]
            variable.kind = .lookup
        } else if !variable.isInput, variable.conveyor == nil, !variable.isQueue, variable.kind != .flow {
            missing(variable, line)
        } else if variable.kind == .flow, variable.leak == nil, !variable.isOverflow {
            variable.equations = []
        }
    }

    private mutating func missing(_ variable: SourceVariable, _ line: Int) {
        guard !faults.contains(where: { $0.variable == variable.name }) else { return }
        faults.append(ModelFault(.missingEquation, variable.name, variable: variable.name, line: line))
    }

    private func subscripts(_ part: MarkupElement) -> [String] {
        (part.attributes["subscript"] ?? "").split(separator: ",").map { String($0).trimmed }
    }

    /// One element of an array.
    private mutating func add(_ part: MarkupElement, _ variable: inout SourceVariable, _ common: LookupTable?) {
        let table = part.first("gf").flatMap { self.table($0, variable.name) } ?? common
        let found = part.first("eqn").flatMap { expression($0.text, variable.name, $0.line) }
        guard found != nil || table != nil else {
            missing(variable, part.line)
            return
        }
        var equation = SourceEquation(found.map { .expression($0) } ?? .tableOnly, line: part.line)
        equation.subscripts = subscripts(part)
        equation.table = table
        variable.equations.append(equation)
    }

    /// Several equations of one array: one for each element, row by row.
    private mutating func addRows(_ equations: [MarkupElement], _ variable: inout SourceVariable) {
        let axes = variable.dimensions.map { name in
            model.dimensions.first { ModelName.canonical($0.name) == ModelName.canonical(name) }?.elements ?? []
        }
        let count = axes.reduce(1) { $0 * $1.count }
        guard count == equations.count, !axes.isEmpty else {
            faults.append(
                ModelFault(.syntax, "<eqn> × \(equations.count)", variable: variable.name, line: equations[1].line))
            return
        }
        for (place, element) in equations.enumerated() {
            guard let found = expression(element.text, variable.name, element.line) else { continue }
            var rest = place
            var subscripts: [String] = []
            for axis in axes.reversed() {
                subscripts.insert(axis[rest % axis.count], at: 0)
                rest /= axis.count
            }
            var equation = SourceEquation(.expression(found), line: element.line)
            equation.subscripts = subscripts
            variable.equations.append(equation)
        }
    }

    /// A graphical function.
    private mutating func table(_ element: MarkupElement, _ variable: String) -> LookupTable? {
        func numbers(_ name: String) -> [Double]? {
            guard let part = element.first(name) else { return nil }
            let separator = part.attributes["sep"]?.first ?? ","
            let words = part.text.split { $0 == separator || separator == "," && $0.isNewline }.map {
                String($0).trimmed
            }
            let values = words.filter { !$0.isEmpty }.map { Double($0) }
            guard values.allSatisfy({ $0 != nil }) else {
                faults.append(ModelFault(.badTable, part.text.trimmed, variable: variable, line: part.line))
                return []
            }
            return values.compactMap { $0 }
        }
        guard let y = numbers("ypts"), !y.isEmpty else { return nil }
        var x = numbers("xpts") ?? []
        if x.isEmpty, let scale = element.first("xscale"), let low = Double(scale.attributes["min"]?.trimmed ?? ""),
            let high = Double(scale.attributes["max"]?.trimmed ?? "")
        {
            let last = max(1, y.count - 1)
            x = y.indices.map { $0 == last ? high : low + (high - low) * Double($0) / Double(last) }
        }
        guard x.count == y.count, zip(x, x.dropFirst()).allSatisfy({ $0 < $1 }) else {
            faults.append(ModelFault(.badTable, "x \(x.count), y \(y.count)", variable: variable, line: element.line))
            return nil
        }
        let kind = LookupTable.Kind(rawValue: element.attributes["type"]?.trimmed.lowercased() ?? "continuous")
        guard let kind, kind == .continuous || kind == .extrapolate || kind == .discrete else {
            faults.append(
                ModelFault(.unsupported, element.attributes["type"] ?? "", variable: variable, line: element.line))
            return nil
        }
        return LookupTable(x: x, y: y, kind: kind)
    }
}

internal import SystemDynamics

/// Builds a model from the blocks of a file.
struct VensimBuilder {
    private(set) var model = SourceModel(dialect: .vensim)
    private(set) var warnings: [ModelWarning] = []
    private(set) var faults: [ModelFault] = []
    /// The ranges as written: those within others are put in at the end.
    private var ranges: [SourceDimension] = []
    private var places: [String: Int] = [:]
    private var module = SourceModule(name: "")
    private var macro: SourceMacro?
    private var outer: (module: SourceModule, places: [String: Int])?

    /// Reads a whole file: equations, then settings.
    mutating func read(_ text: String) {
        let sketch = text.firstRange(of: /\\+---\/\/\//)
        let equations = sketch.map { text[..<$0.lowerBound] } ?? text[...]
        var splitter = VensimSplitter(String(equations))
        while let block = splitter.next() { add(block) }
        if let mark = text.ranges(of: /\/\/\/---\\+/).last { readSettings(text[mark.upperBound...]) }
    }

    mutating func finish() throws(ModelFaults) {
        model.root = module
        model.dimensions = ranges.map { range in
            var dimension = range
            dimension.elements = elements(of: range, depth: 0)
            return dimension
        }
        for (name, path) in [
            ("initial time", \SimulationSpecifications.start), ("final time", \.stop), ("time step", \.step),
            ("saveper", \.saving),
        ] where places[ModelName.canonical(name)] != nil {
            model.specifications[keyPath: path] = .reference(Reference(name))
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
    }

    private mutating func readSettings(_ text: Substring) {
        for line in text.split(separator: "\n") where line.hasPrefix("15:") {
            let words = line.dropFirst(3).split(separator: ",", omittingEmptySubsequences: false)
            guard words.count > 3, let code = Int(words[3]) else { continue }
            switch code {
            case 1, 5: model.specifications.method = .rk4
            case 3, 4: model.specifications.method = .rk2
            default: model.specifications.method = .euler
            }
            if code == 1 || code == 3 { warnings.append(ModelWarning(.methodFixed, "\(code)")) }
        }
    }

    private mutating func add(_ block: VensimBlock) {
        let text = block.equation.trimmed
        if text.isEmpty || text.hasPrefix("****") { return }
        let upper = text.uppercased()
        if upper.hasPrefix(":MACRO:") {
            beginMacro(String(text.dropFirst(7)), block.line)
            return
        }
        if upper.hasPrefix(":END OF MACRO:") {
            endMacro()
            return
        }
        if upper.hasPrefix(":THE CONDITION:") || upper.contains(":TEST INPUT:") || upper.contains(":THE CONDITION:") {
            warnings.append(ModelWarning(.skipped, text.prefixLine, line: block.line))
            return
        }
        do {
            try equation(text, block)
        } catch {
            faults.append(ModelFault(.syntax, error.found, variable: text.prefixLine, line: block.line))
        }
    }

    private mutating func beginMacro(_ text: String, _ line: Int) {
        guard let call = try? EquationParser.expression(text, isVensim: true),
            case .call(let name, let arguments) = call
        else {
            faults.append(ModelFault(.syntax, text.prefixLine, line: line))
            return
        }
        let outputs = text.split(separator: ":").count > 1 ? String(text.split(separator: ":")[1]) : ""
        let outs = outputs.split { ",()".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        let names = arguments.compactMap { argument -> String? in
            if case .reference(let reference) = argument { reference.name } else { nil }
        }.filter { !outs.contains($0) }
        macro = SourceMacro(
            name: name.name, parameters: names.map { .init(name: $0) }, outputs: outs,
            body: SourceModule(name: name.name),
            line: line)
        outer = (module, places)
        module = SourceModule(name: name.name)
        places = [:]
    }

    private mutating func endMacro() {
        guard var finished = macro, let saved = outer else { return }
        finished.body = module
        model.macros.append(finished)
        (module, places) = saved
        macro = nil
        outer = nil
    }

    /// The variable of a name, made where it is new.
    private mutating func place(_ name: String, _ block: VensimBlock, _ kind: SourceVariable.Kind) -> Int {
        let key = ModelName.canonical(name)
        if let known = places[key] { return known }
        var variable = SourceVariable(name: name, kind: kind, line: block.line)
        variable.units = block.units.split(separator: "[").first.map { String($0).trimmed } ?? ""
        variable.documentation = block.comment.trimmed
        places[key] = module.variables.count
        module.add(variable)
        return module.variables.count - 1
    }

    private mutating func equation(_ text: String, _ block: VensimBlock) throws(EquationError) {
        let left = try VensimLeftSide(text)
        switch left.sign {
        case ":": try addRange(left)
        case "<->":
            let other = left.right.trimmed.unquoted
            ranges.append(SourceDimension(name: left.name, elements: [other], mappings: [.init(target: other)]))
        case "(":
            guard let table = EquationParser.lookup(left.right) else {
                if try addExternalLookup(left, block) { return }
                throw EquationError(left.right.prefixLine)
            }
            var equation = SourceEquation(.tableOnly, line: block.line)
            equation.table = try checked(table)
            append(equation, left, block, .lookup)
        case "":
            if left.dataKind != nil {
                append(
                    SourceEquation(.data(.init(call: nil, kind: left.dataKind ?? .continuous)), line: block.line), left,
                    block, .data)
                return
            }
            append(SourceEquation(.data(.init(call: nil, kind: .continuous)), line: block.line), left, block, .data)
        case ":=":
            let call = try EquationParser.expression(left.right, isVensim: true)
            append(
                SourceEquation(.data(.init(call: call, kind: left.dataKind ?? .continuous)), line: block.line), left,
                block, .data)
        default:
            if try addExternalLookup(left, block) { return }
            append(SourceEquation(try content(left), line: block.line), left, block, .auxiliary)
        }
    }

    private func checked(_ table: LookupTable) throws(EquationError) -> LookupTable {
        guard !table.x.isEmpty, zip(table.x, table.x.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw EquationError("x \(table.x.prefix(5))")
        }
        return table
    }

    private mutating func append(
        _ equation: SourceEquation, _ left: VensimLeftSide, _ block: VensimBlock, _ kind: SourceVariable.Kind
    ) {
        var equation = equation
        equation.subscripts = left.subscripts
        equation.exceptions = left.exceptions
        equation.source = left.right.trimmed
        let place = place(left.name, block, kind)
        if case .integral = equation.content { module.variables[place].kind = .stock }
        module.variables[place].equations.append(equation)
    }

    private func content(_ left: VensimLeftSide) throws(EquationError) -> SourceEquation.Content {
        if let values = EquationParser.constants(left.right), !left.subscripts.isEmpty { return .constants(values) }
        if let values = Self.tabbed(left.right) { return .constants(values) }
        guard !left.right.trimmed.isEmpty else { throw EquationError(left.name) }
        let expression = try EquationParser.expression(left.right, isVensim: true)
        if case .call(let name, let arguments) = expression {
            switch ModelName.canonical(name.name) {
            case "integ":
                guard arguments.count == 2 else { throw EquationError("INTEG") }
                return .integral(rate: arguments[0], initial: arguments[1])
            case "a_function_of": throw EquationError("A FUNCTION OF")
            case let function where function.hasPrefix("get_") && function.hasSuffix("_data"):
                return .data(.init(call: expression, kind: left.dataKind ?? .continuous))
            default: break
            }
        }
        return .expression(expression)
    }

    /// Numbers between tabs and line ends.
    private static func tabbed(_ text: String) -> [Double]? {
        let plain = text.trimmed
        guard plain.uppercased().hasPrefix("TABBED ARRAY"), let open = plain.firstIndex(of: "("), plain.last == ")"
        else {
            return nil
        }
        let words = plain[plain.index(after: open)...].dropLast().split { $0.isWhitespace || $0 == "\\" }
        let values = words.map { Double($0) }
        return values.allSatisfy { $0 != nil } ? values.compactMap { $0 } : nil
    }

    private mutating func addRange(_ left: VensimLeftSide) throws(EquationError) {
        let parts = left.right.split(separator: "->", maxSplits: 1).map(String.init)
        var dimension = SourceDimension(name: left.name, elements: try elements(parts.first ?? ""))
        if parts.count == 2 { dimension.mappings = Self.mappings(parts[1]) }
        ranges.append(dimension)
    }

    /// The elements of a range, those of ranges in it included.
    private func elements(of range: SourceDimension, depth: Int) -> [String] {
        guard depth < 50 else { return range.elements }
        return range.elements.flatMap { name in
            let key = ModelName.canonical(name)
            guard key != ModelName.canonical(range.name),
                let inner = ranges.first(where: { ModelName.canonical($0.name) == key })
            else { return [name] }
            return elements(of: inner, depth: depth + 1)
        }
    }

    private func elements(_ text: String) throws(EquationError) -> [String] {
        var result: [String] = []
        for word in Self.split(text) {
            let name = word.trimmed.unquoted
            if name.hasPrefix("("), name.hasSuffix(")") {
                result += try Self.numbered(String(name.dropFirst().dropLast()))
            } else if !name.isEmpty {
                result.append(name)
            }
        }
        return result
    }

    /// `a1-a9`.
    private static func numbered(_ text: String) throws(EquationError) -> [String] {
        let ends = text.split(separator: "-").map { String($0).trimmed }
        guard ends.count == 2 else { throw EquationError(text) }
        func parts(_ word: String) -> (String, Int)? {
            let digits = word.reversed().prefix { $0.isNumber }.reversed()
            return Int(String(digits)).map { (String(word.dropLast(digits.count)), $0) }
        }
        guard let first = parts(ends[0]), let last = parts(ends[1]), first.0.lowercased() == last.0.lowercased(),
            first.1 <= last.1, last.1 - first.1 < 1_000_000
        else { throw EquationError(text) }
        return (first.1...last.1).map { first.0 + String($0) }
    }

    /// `B, C`, or `(B: b3,b2,b1)`.
    private static func mappings(_ text: String) -> [SourceDimension.Mapping] {
        split(text).map { word in
            let plain = word.trimmed
            guard plain.hasPrefix("("), plain.hasSuffix(")"), let colon = plain.firstIndex(of: ":") else {
                return .init(target: plain.unquoted)
            }
            let target = String(plain[plain.index(after: plain.startIndex)..<colon]).trimmed
            let list = String(plain[plain.index(after: colon)...].dropLast())
            return .init(target: target.unquoted, elements: split(list).map { $0.trimmed.unquoted })
        }
    }

    /// The words between commas outside of parentheses.
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var depth = 0
        for character in text where character != "\\" && character != "\n" {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                words.append(word)
                word = ""
            } else {
                word.append(character)
            }
        }
        return words + [word]
    }

    private mutating func addExternalLookup(_ left: VensimLeftSide, _ block: VensimBlock) throws(EquationError) -> Bool
    {
        guard let call = try? EquationParser.expression(left.right, isVensim: true), case .call(let name, _) = call,
            ModelName.canonical(name.name).hasSuffix("_lookups")
        else { return false }
        append(SourceEquation(.data(.init(call: call, kind: .continuous)), line: block.line), left, block, .lookup)
        return true
    }
}

extension String {
    /// The first line, for messages.
    var prefixLine: String { String(prefix { !$0.isNewline }.prefix(80)) }

    var unquoted: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}

extension Elaborator {
    /// Functions that take arrays and give one number.
    func arrays(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        switch name {
        case "sum", "mean", "stddev", "prod", "vmin", "vmax":
            try count(arguments, 1...1, name)
            return reduce(name, try elements(arguments[0], context))
        case "min", "max":
            try count(arguments, 1...255, name)
            var values: [Scalar] = []
            for argument in arguments { values += try listed(argument, arguments.count == 1, context) }
            return fold(values, name == "min" ? .minimum : .maximum)
        case "size":
            try count(arguments, 1...1, name)
            return .number(Double(try elements(arguments[0], context).count))
        case "elmcount":
            try count(arguments, 1...1, name)
            guard let entry = dimensions[ModelName.canonical(Self.text(arguments[0]))] else {
                throw ModelFault(.unknownName, Self.text(arguments[0]))
            }
            return .number(Double(entry.elements.count))
        case "rank" where !isVensim:
            try count(arguments, 2...3, name)
            let values = try elements(arguments[0], context)
            let others = arguments.count > 2 ? try elements(arguments[2], context) : values.map { _ in .zero }
            guard others.count == values.count else { throw ModelFault(.argumentCount, name) }
            let inputs = [try scalar(arguments[1], context)] + values + others
            return .block(block(.rank, inputs, outputs: 1), 0)
        default: return nil
        }
    }

    /// One value, or all elements of an array among the arguments of MIN and MAX.
    private func listed(_ argument: Expression, _ isAlone: Bool, _ context: Context) throws(ModelFault) -> [Scalar] {
        if isAlone, !isVensim { return try elements(argument, context) }
        do throws(ModelFault) {
            return [try scalar(argument, context)]
        } catch {
            guard error.kind == .arrayInScalar else { throw error }
            return try elements(argument, context)
        }
    }

    /// One value of many, from left to right; of more than eight by halves, so that large arrays make no deep trees.
    private func fold(_ values: [Scalar], _ operation: BinaryOperation) -> Scalar { fold(values[...], operation) }

    private func fold(_ values: ArraySlice<Scalar>, _ operation: BinaryOperation) -> Scalar {
        guard values.count > 8 else {
            return values.dropFirst().reduce(values.first ?? .zero) { .make(operation, $0, $1) }
        }
        let middle = values.startIndex + values.count / 2
        return .make(
            operation, fold(values[values.startIndex..<middle], operation), fold(values[middle...], operation))
    }

    private func reduce(_ name: String, _ values: [Scalar]) -> Scalar {
        let sum = fold(values, .add)
        let count = Scalar.number(Double(max(1, values.count)))
        switch name {
        case "sum": return sum
        case "prod": return fold(values, .multiply)
        case "vmin": return fold(values, .minimum)
        case "vmax": return fold(values, .maximum)
        case "mean": return sum / count
        default:
            let mean = sum / count
            let squares = values.map { ($0 - mean) * ($0 - mean) }
            return .make(.squareRoot, fold(squares, .add) / count)
        }
    }

    /// Vensim's functions of vectors.
    func vectors(_ name: String, _ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar? {
        switch name {
        case "vector_sort_order", "vector_rank":
            try count(arguments, 2...2, name)
            let (contexts, current) = try along(arguments[0], context)
            let inputs = [try scalar(arguments[1], context)] + (try values(arguments[0], contexts))
            let number = block(name == "vector_rank" ? .vectorRank : .sortOrder, inputs, outputs: contexts.count)
            return .block(number, current)
        case "vector_elm_map":
            try count(arguments, 2...2, name)
            guard case .reference(let reference) = arguments[0], let info = info(reference, context),
                case .cell(let cell) = try element(info, reference, context)
            else { throw ModelFault(.syntax, name) }
            let offset = Scalar.make(.truncate, try scalar(arguments[1], context))
            let index = Scalar.number(Double(cell - info.first)) + offset
            if let known = index.constant {
                guard (0..<info.count).contains(Int(known)) else { return .number(.nan) }
                return .cell(info.first + Int(known))
            }
            return .gather(first: info.first, count: info.count, index, otherwise: .nan)
        case "vector_select":
            try count(arguments, 5...5, name)
            let both = try elements(pairing: arguments[0], arguments[1], context)
            var inputs: [Scalar] = []
            for argument in arguments[2...] { inputs.append(try scalar(argument, context)) }
            inputs += both.map(\.0) + both.map(\.1)
            return .block(block(.vectorSelect, inputs, outputs: 1), 0)
        case "allocate_by_priority":
            try count(arguments, 5...5, name)
            let (contexts, current) = try along(arguments[0], context)
            var inputs = [try scalar(arguments[3], context), try scalar(arguments[4], context)]
            inputs += try values(arguments[0], contexts) + values(arguments[1], contexts)
            return .block(block(.allocateByPriority, inputs, outputs: contexts.count), current)
        case "allocate_available": return try allocateAvailable(arguments, context)
        case "invert_matrix": return try invert(arguments, context)
        case "get_time_value":
            try count(arguments, 3...3, name)
            var inputs = [Scalar.clock(.time), .clock(.start)]
            for argument in arguments { inputs.append(try scalar(argument, context)) }
            return .block(block(.timeValue, inputs, outputs: 1), 0)
        default: return nil
        }
    }

    private func allocateAvailable(_ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar {
        try count(arguments, 3...3, "allocate_available")
        let (contexts, current) = try along(arguments[0], context)
        guard case .reference(let profile) = arguments[1], let info = info(profile, context), let last = info.axes.last,
            last.elements.count >= 4, profile.subscripts.count == info.axes.count
        else { throw ModelFault(.syntax, "allocate_available") }
        var inputs = [try scalar(arguments[2], context)] + (try values(arguments[0], contexts))
        for place in 0..<4 {
            var part = profile
            part.subscripts[part.subscripts.count - 1] = .expression(.reference(Reference(last.elements[place])))
            inputs += try values(.reference(part), contexts)
        }
        return .block(block(.allocateAvailable, inputs, outputs: contexts.count), current)
    }

    private func invert(_ arguments: [Expression], _ context: Context) throws(ModelFault) -> Scalar {
        try count(arguments, 2...2, "invert_matrix")
        let (rows, row) = try along(arguments[0], context, place: 2)
        var inputs: [Scalar] = []
        var column = 0
        for inner in rows {
            let (cells, current) = try along(arguments[0], inner)
            column = current
            inputs += try values(arguments[0], cells)
        }
        guard inputs.count == rows.count * rows.count else { throw ModelFault(.argumentCount, "invert_matrix") }
        return .block(block(.invertMatrix, inputs, outputs: inputs.count), row * rows.count + column)
    }
}

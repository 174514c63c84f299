import Reports
import StatisticalData
import TableFormats
import TradeAnalysis

/// The answer to a question about trade, as a table.
struct TradeAnswer {
    let table: TradeTable
    let question: TradeQuestion
    let messages: Messages
    let request: TradeTable.Request
    let lists: [(name: String, codes: [String: Double])]

    init(table: TradeTable, question: TradeQuestion, messages: Messages, request: TradeTable.Request) throws {
        self.table = table
        self.question = question
        self.messages = messages
        self.request = request
        lists = try question.green.map { try Self.lists($0, question, messages) } ?? []
    }

    /// The rows.
    func rows() throws -> OutputTable {
        switch question.measure {
        case .rca, .rsca, .nrca, .lafay, .prody, .expy, .greenRCA, .greenShare, .complementarity:
            return try advantage()
        case .intensity:
            let flows = try table.partnerMatrix(question.direction, years: question.years)
            return Self.long(flows.intensity(question.world), ["area", "partner", "value"])
        case .balance: return try balance()
        case .partners: return try partners()
        case .growth: return try growth()
        default:
            let matrix = try matrix()
            if question.append != nil { return try appended(matrix) }
            return try TradeComplexityAnswer(answer: self, matrix: matrix).rows()
        }
    }

    /// The areas by products that are asked about.
    func matrix() throws -> TradeMatrix {
        let found = try table.matrix(question.direction, years: question.years)
        if !found.left.isEmpty { messages.tell("trade-areas-left", ["names": Messages.listed(found.left)]) }
        return found.matrix
    }

    var limits: AdvantageLimits { AdvantageLimits(area: question.minimumArea, product: question.minimumProduct) }

    private func advantage() throws -> OutputTable {
        let matrix = try matrix()
        if question.append != nil { return try appended(matrix) }
        switch question.measure {
        case .rca: return Self.long(matrix.advantage(limits))
        case .rsca: return Self.long(matrix.symmetricAdvantage(limits))
        case .nrca: return Self.long(matrix.normalisedAdvantage())
        case .lafay: return Self.long(try matrix.lafay(imports: imports()))
        case .complementarity:
            return Self.long(try matrix.complementarity(imports: imports()), ["area", "partner", "value"])
        case .prody:
            return Self.column("product", matrix.products, try matrix.incomeLevels(incomes()))
        case .expy:
            return Self.column("area", matrix.areas, try matrix.exportSophistication(incomes()))
        case .greenRCA:
            return byList("area", matrix.areas, lists.map { matrix.greenAdvantage(Set($0.codes.keys)) })
        default:
            return byList("area", matrix.areas, lists.map { matrix.greenShare(Set($0.codes.keys)) })
        }
    }

    private func incomes() throws -> [String: Double] {
        guard let file = question.income else { return [:] }
        return try GoodsTables.figures(InputFile.read(file), file: file)
    }

    /// The imports of the same areas: of a table of their own, or of this one.
    func imports() throws -> TradeMatrix {
        guard let file = question.imports else { return try table.matrix(.imports, years: question.years).matrix }
        let other = try TradeTable(InputFile.read(file), file: file, request)
        messages.tell(other.notices)
        return try other.matrix(.exports, years: question.years).matrix
    }

    private static func lists(
        _ file: String, _ question: TradeQuestion, _ messages: Messages
    ) throws -> [(name: String, codes: [String: Double])] {
        let all = try GoodsTables.lists(InputFile.read(file), file: file)
        let chosen = all.filter { question.list == nil || $0.name == question.list }
        if let name = question.list, chosen.isEmpty { throw Faults([TradeFault.unknown(name).fault(in: file)]) }
        let links = try question.concordance.map { try GoodsTables.concordance(InputFile.read($0), file: $0) }
        for list in chosen where !list.isVerified { messages.tell("trade-list-unverified", ["list": list.name]) }
        return chosen.map { list in
            guard let links, let vintage = question.vintage else { return (list.name, list.shares) }
            return (list.name, links.codes(of: list, in: vintage))
        }
    }
}

extension TradeAnswer {
    static func long(_ table: AreaProductTable, _ header: [String] = ["area", "product", "value"]) -> OutputTable {
        OutputTable(
            header: header,
            rows: table.areas.indices.flatMap { area in
                table.products.indices.map { product in
                    [
                        .word(table.areas[area]), .word(table.products[product]), .number(table[area, product]),
                    ]
                }
            })
    }

    static func column(_ name: String, _ names: [String], _ values: [Double?]) -> OutputTable {
        OutputTable(header: [name, "value"], rows: zip(names, values).map { [.word($0), .number($1)] })
    }

    /// A value a row under the only list; under several, a row for each list, and the spread is told.
    func byList(_ name: String, _ names: [String], _ values: [[Double?]]) -> OutputTable {
        let found = zip(lists.map(\.name), values).map { ($0, $1) }
        guard found.count > 1 else { return Self.column(name, names, found.first?.1 ?? []) }
        messages.tell("trade-lists", ["names": Messages.listed(found.map(\.0))])
        return OutputTable(
            header: [name, "list", "value"],
            rows: names.indices.flatMap { row in
                found.map { [.word(names[row]), .word($0), .number($1[row])] }
            })
    }
}

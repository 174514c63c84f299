import LinearAlgebra
import Reports
import StatisticalData
import TradeAnalysis

/// Measures of the network of advantages.
struct TradeComplexityAnswer {
    let answer: TradeAnswer
    let matrix: TradeMatrix
    private let network: AdvantageNetwork

    init(answer: TradeAnswer, matrix: TradeMatrix) throws {
        self.answer = answer
        self.matrix = matrix
        network = try AdvantageNetwork(matrix.advantage(answer.limits))
    }

    private var question: TradeQuestion { answer.question }

    /// The rows; areas and products outside of the network have no value.
    func rows() throws -> OutputTable {
        switch question.measure {
        case .diversity, .ubiquity, .fitness, .quality:
            tell(network.notices)
            return counts()
        case .proximity, .density, .distance:
            tell(network.notices)
            return try space()
        default: break
        }
        let complexity = try EconomicComplexity(network)
        tell(complexity.notices)
        switch question.measure {
        case .eci: return byArea(complexity.areas(question.scale))
        case .pci: return byProduct(complexity.products(question.scale))
        default: break
        }
        let space = try ProductSpace(network, withoutDiagonal: question.withoutDiagonal)
        switch question.measure {
        case .coi: return byArea(try ComplexityOutlook(complexity, space, question.convention).index)
        case .cog: return byCell(try ComplexityOutlook(complexity, space, question.convention).gain)
        default: return try green(complexity, space)
        }
    }

    private func counts() -> OutputTable {
        switch question.measure {
        case .diversity: return byArea(network.diversity)
        case .ubiquity: return byProduct(network.ubiquity)
        default:
            let fitness = TradeFitness(network)
            if !fitness.hasConverged { answer.messages.tell("trade-fitness", ["steps": String(fitness.steps)]) }
            return question.measure == .fitness ? byArea(fitness.areas) : byProduct(fitness.products)
        }
    }

    private func space() throws -> OutputTable {
        let space = try ProductSpace(network, withoutDiagonal: question.withoutDiagonal)
        switch question.measure {
        case .proximity:
            let names = network.products
            return OutputTable(
                header: ["product", "other", "value"],
                rows: names.indices.flatMap { row in
                    names.indices.map { [.word(names[row]), .word(names[$0]), .number(space.proximity[row, $0])] }
                })
        case .density: return byCell(space.density)
        default: return byCell(space.distance)
        }
    }

    private func green(_ complexity: EconomicComplexity, _ space: ProductSpace) throws -> OutputTable {
        let results = answer.lists.map { list in
            (list.name, GreenComplexity(complexity, space, green: list.codes.keys.sorted()))
        }
        for (name, result) in results { tell(result.notices, list: name) }
        guard question.measure == .frontier else {
            return answer.byList(
                "area", matrix.areas,
                results.map { _, result in
                    spread(question.measure == .gci ? result.index : result.potential, network.areas, matrix.areas)
                })
        }
        guard let place = network.areas.firstIndex(of: question.area ?? "") else {
            throw TradeFaults([.unknown(question.area ?? "")])
        }
        return OutputTable(
            header: ["product", "list", "density", "pci", "promise", "near"],
            rows: results.flatMap { name, result in
                result.frontier[place].map { candidate in
                    [
                        .word(candidate.product), .word(name), .number(candidate.density),
                        .number(candidate.complexity), .number(candidate.promise),
                        .word(candidate.isNear ? "yes" : "no"),
                    ]
                }
            })
    }
}

extension TradeComplexityAnswer {
    private func spread(_ values: [Double], _ names: [String], _ all: [String]) -> [Double?] {
        let found = Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
        return all.map { found[$0] }
    }

    private func byArea(_ values: [Double]) -> OutputTable {
        TradeAnswer.column("area", matrix.areas, spread(values, network.areas, matrix.areas))
    }

    private func byProduct(_ values: [Double]) -> OutputTable {
        TradeAnswer.column("product", matrix.products, spread(values, network.products, matrix.products))
    }

    /// A row for each area and product of the network.
    private func byCell(_ values: Matrix) -> OutputTable {
        OutputTable(
            header: ["area", "product", "value"],
            rows: network.areas.indices.flatMap { area in
                network.products.indices.map { product in
                    [
                        .word(network.areas[area]), .word(network.products[product]), .number(values[area, product]),
                    ]
                }
            })
    }

    private func tell(_ notices: [TradeNotice], list: String = "") {
        for notice in notices {
            switch notice {
            case .areasWithoutAdvantage(let names):
                answer.messages.tell("trade-no-area", ["names": Messages.listed(names)])
            case .productsWithoutAdvantage(let names):
                answer.messages.tell("trade-no-product", ["names": Messages.listed(names)])
            case .notWellDetermined(let second, let third):
                answer.messages.tell(
                    "trade-not-determined", ["second": Decimals.text(second), "third": Decimals.text(third)])
            case .noTrade(let codes):
                answer.messages.tell("trade-no-trade", ["list": list, "names": Messages.listed(codes)])
            case .allGreen(let area): answer.messages.tell("trade-all-green", ["area": area])
            }
        }
    }
}

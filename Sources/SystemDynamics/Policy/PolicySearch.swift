internal import SensitivityAnalysis

/// Searches for lever settings that reach targets at least cost.
///
/// Differential evolution (rand/1/bin, F 0.5 to 1 by chance, CR 0.9) over the levers' box with Deb's rules: of two settings the one
/// with the smaller miss is better, of two without a miss the cheaper; a compass search goes on from the best. The model's own
/// values compete from the start. Deterministic by seed on any number of threads: each random number belongs to generation, setting and lever.
/// - Does not hold: that the least cost was found; another seed and more generations tell how sure it is.
///
/// Source: Storn and Price, Journal of Global Optimization 11 (1997), 341-359; Deb, Computer Methods in Applied Mechanics and
/// Engineering 186 (2000), 311-338.
public struct PolicySearch: Sendable {
    private let question: PolicyQuestion
    private let runs: OutcomeRuns
    private let generator: CounterGenerator
    private let threads: Int?

    /// Prepares a search.
    ///
    /// - Throws: `ModelFaults` for names that are not there, levers that are equations, ranges and sizes that make no search, and outcomes of
    ///   arrays.
    public init(
        _ question: PolicyQuestion, _ model: Model, _ options: Simulation.Options = .init(), threads: Int? = nil
    ) throws(ModelFaults) {
        self.question = question
        self.threads = threads
        generator = CounterGenerator(seed: question.seed, stream: .inputs)
        var faults: [ModelFault] = []
        for lever in question.levers {
            let (low, high) = (lever.range.lowerBound, lever.range.upperBound)
            if !(low < high && low.isFinite && high.isFinite && lever.cost.isFinite && lever.cost >= 0) {
                faults.append(ModelFault(.badSpecification, "\(low), \(high), \(lever.cost)", variable: lever.name))
            }
        }
        if question.levers.isEmpty { faults.append(ModelFault(.badSetting, "levers")) }
        if question.targets.isEmpty { faults.append(ModelFault(.badSetting, "targets")) }
        if !(4...100_000).contains(question.population) || !(1...100_000).contains(question.generations) {
            faults.append(ModelFault(.tooLarge, "\(question.population), \(question.generations)"))
        }
        let outcomes = question.targets.map(\.outcome) + (question.cost.map { [$0] } ?? [])
        for outcome in outcomes where model.cells(named: outcome.variable).count > 1 {
            faults.append(ModelFault(.arrayInScalar, outcome.variable, variable: outcome.variable))
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        runs = try OutcomeRuns(model, inputs: question.levers.map(\.name), outcomes: outcomes, options)
    }

    /// Searches.
    ///
    /// - Throws: `ModelFaults` for a run whose clock makes no sense.
    public func run() throws(ModelFaults) -> PolicyAnswer {
        let ranges = question.levers.map(\.range)
        let own = zip(runs.runs.standard, ranges).map {
            min($1.upperBound, max($1.lowerBound, $0.isNaN ? $1.lowerBound : $0))
        }
        var points = [own]
        for number in 1..<question.population { points.append(start(number)) }
        var population = try settings(points)
        var archive = TradeOff(population)
        for generation in 1...question.generations {
            let trials = try settings(population.indices.map { trial(generation, $0, population) })
            for (number, trial) in trials.enumerated() where !Self.isBetter(population[number], trial) {
                population[number] = trial
            }
            archive.add(trials)
        }
        var best = population[0]
        for setting in population where Self.isBetter(setting, best) { best = setting }
        var evaluations = question.population * (question.generations + 1)
        var reach = 0.1
        while reach > 1e-9, evaluations < 100_000_000 {
            let trials = try settings(compass(best, reach))
            evaluations += trials.count
            archive.add(trials)
            var next = best
            for trial in trials where Self.isBetter(trial, next) { next = trial }
            if next == best { reach /= 2 } else { best = next }
        }
        return PolicyAnswer(
            best: best, present: try settings([runs.runs.standard])[0], tradeOff: archive.front,
            evaluations: evaluations)
    }

    /// Whether the first is better than the second.
    static func isBetter(_ first: PolicyAnswer.Setting, _ second: PolicyAnswer.Setting) -> Bool {
        first.miss != second.miss ? first.miss < second.miss : first.cost < second.cost
    }

    private func uniform(_ generation: Int, _ number: Int, _ draw: Int) -> Double {
        generator.uniform(run: generation, input: number, draw: draw)
    }

    private func start(_ number: Int) -> [Double] {
        question.levers.indices.map { place in
            let range = question.levers[place].range
            return range.lowerBound + uniform(0, number, place) * (range.upperBound - range.lowerBound)
        }
    }

    private func trial(_ generation: Int, _ number: Int, _ population: [PolicyAnswer.Setting]) -> [Double] {
        let others = population.indices.filter { $0 != number }
        var draws = 0
        func draw() -> Double {
            draws += 1
            return uniform(generation, number, draws)
        }
        var chosen: [Int] = []
        while chosen.count < 3 {
            let other = others[min(others.count - 1, Int(draw() * Double(others.count)))]
            if !chosen.contains(other) { chosen.append(other) }
        }
        let factor = 0.5 + 0.5 * draw()
        let sure = Int(draw() * Double(question.levers.count))
        return question.levers.indices.map { lever in
            guard draw() < 0.9 || lever == sure else { return population[number].levers[lever] }
            let (a, b, c) = (chosen[0], chosen[1], chosen[2])
            let value =
                population[a].levers[lever] + factor * (population[b].levers[lever] - population[c].levers[lever])
            let range = question.levers[lever].range
            // What leaves the box goes half the way to its side, so that sides are reached but not crowded.
            let base = population[a].levers[lever]
            if value < range.lowerBound { return draw() < 0.5 ? range.lowerBound : (base + range.lowerBound) / 2 }
            if value > range.upperBound { return draw() < 0.5 ? range.upperBound : (base + range.upperBound) / 2 }
            return value
        }
    }

    private func compass(_ setting: PolicyAnswer.Setting, _ reach: Double) -> [[Double]] {
        question.levers.indices.flatMap { lever in
            [-reach, reach].map { step in
                var levers = setting.levers
                let range = question.levers[lever].range
                levers[lever] = min(
                    range.upperBound,
                    max(range.lowerBound, levers[lever] + step * (range.upperBound - range.lowerBound)))
                return levers
            }
        }
    }

    private func settings(_ points: [[Double]]) throws(ModelFaults) -> [PolicyAnswer.Setting] {
        zip(points, try runs.values(at: points, threads: threads)).map { levers, outcomes in
            var cost = 0.0
            for (place, lever) in question.levers.enumerated() {
                let own = runs.runs.standard[place]
                cost += lever.cost * abs(levers[place] - (own.isNaN ? lever.range.lowerBound : own))
            }
            if question.cost != nil, let last = outcomes.last { cost += last }
            let reached = Array(outcomes.prefix(question.targets.count))
            let miss = zip(question.targets, reached).reduce(0) { $0 + $1.0.miss($1.1) }
            return .init(
                levers: levers, cost: cost.isFinite ? cost : .infinity, outcomes: reached,
                miss: cost.isFinite ? miss : .infinity)
        }
    }
}

/// Settings of which none is both cheaper and closer than another.
private struct TradeOff {
    private(set) var front: [PolicyAnswer.Setting] = []

    init(_ settings: [PolicyAnswer.Setting]) { add(settings) }

    mutating func add(_ settings: [PolicyAnswer.Setting]) {
        let all = (front + settings).filter { $0.miss.isFinite }.sorted {
            $0.miss != $1.miss ? $0.miss < $1.miss : $0.cost < $1.cost
        }
        var kept: [PolicyAnswer.Setting] = []
        for setting in all where setting.cost < (kept.last?.cost ?? .infinity) { kept.append(setting) }
        front = kept.reversed()
    }
}

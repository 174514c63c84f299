import ModelFormats
import StatisticalData
import SystemDynamics
import TestSupport
import Testing

/// Parameters of models from data.
struct CalibrationTests {
    static let text = """
        {UTF-8}
        S = INTEG(r * S * (1 - S / K), start) ~~|
        r = 0.3 ~~|
        K = 80 ~~|
        start = 10 ~~|
        idle = 1 ~~|
        twice = 2 * S * scale ~~|
        scale = 1 ~~|
        INITIAL TIME = 0 ~~|
        FINAL TIME = 20 ~~|
        TIME STEP = 0.25 ~~|
        SAVEPER = 1 ~~|

        """

    /// Logistic growth with noise: made with r 0.6, K 100, start 4 and normal errors of sd 2.
    static let data = [
        4, 7.41, 10.86, 16.77, 27.95, 40.19, 57.16, 73.69, 81.09, 88.38, 95.23, 97.61, 98.56, 97.27, 99.49, 101.15,
        97.19, 99.02, 96.16, 97.4, 96.31,
    ]

    static func model() throws -> Model { try Model(VensimReader.model(Array(text.utf8)).model) }

    static var points: [Calibration.Series.Point] { data.enumerated().map { .init(time: Double($0), value: $1) } }

    private func calibration(_ upper: Double = 500, isLogarithmic: Bool = false) -> Calibration {
        Calibration(
            parameters: [
                .init("r", in: 0.01...5, isLogarithmic: isLogarithmic), .init("K", in: 1...upper),
                .init("start", in: 0...50),
            ], series: [.init("S", Self.points)])
    }

    private func near(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-5) -> Bool {
        found.map { abs($0 / expected - 1) < tolerance } ?? false
    }

    /// Estimates, standard errors and Student's quantile of scipy 1.17: least_squares (3-point Jacobian, tolerances 1e-15) on
    /// the same model in Python, covariance s^2 (J'J)^-1.
    @Test func intervalsAgreeWithScipy() throws {
        let result = try calibration().run(Self.model(), threads: 2)
        #expect(near(result.sum, 42.45209652995639, 1e-9))
        #expect(result.degreesOfFreedom == 18 && result.agreeing > 1)
        let expected = [
            (0.6387245517384034, 0.018854307003407244), (98.46932147615527, 0.4989516238682587),
            (3.345561526283176, 0.3060965906058882),
        ]
        for (estimate, (value, error)) in zip(result.estimates, expected) {
            #expect(estimate.status == .estimated && near(estimate.value, value))
            #expect(near(estimate.standardError, error, 1e-4))
            let reach = 2.1009220402410382 * error
            #expect(near(estimate.interval?.lowerBound, value - reach, 1e-4))
            #expect(near(estimate.interval?.upperBound, value + reach, 1e-4))
        }
        #expect(near(result.correlations[0][1], -0.38976171771779977, 1e-3))
        let other = try calibration().run(Self.model(), threads: 1)
        #expect(other.estimates == result.estimates && other.starts == result.starts)
    }

    /// On a logarithmic scale: the same solution, and the error of the logarithm (scipy's error over the value).
    @Test func logarithmicScale() throws {
        let result = try calibration(isLogarithmic: true).run(Self.model())
        #expect(near(result.estimates[0].value, 0.6387245517384034))
        #expect(near(result.estimates[0].standardError, 0.02951868211749786, 1e-4))
        let interval = try #require(result.estimates[0].interval)
        #expect(near(interval.lowerBound * interval.upperBound, 0.6387245517384034 * 0.6387245517384034))
    }

    /// K may be 98 at most: scipy ends at that bound with the same others.
    @Test func bound() throws {
        let result = try calibration(98).run(Self.model())
        #expect(result.estimates[1].status == .atBound && result.estimates[1].value == 98)
        #expect(result.estimates[1].interval == nil && result.estimates[0].interval != nil)
        #expect(near(result.estimates[0].value, 0.6455271503547534) && near(result.sum, 44.559426722678246, 1e-9))
        #expect(near(result.estimates[2].value, 3.2644317179961324) && result.degreesOfFreedom == 19)
    }

    /// Without noise what the data were made with comes back, from data of two variables; some are held back.
    @Test func knownParametersComeBack() throws {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<4 {
            let (r, top) = (
                Double.random(in: 0.2...1, using: &generator), Double.random(in: 50...200, using: &generator)
            )
            let made = try Simulation(Self.model().setting([("r", r), ("K", top), ("start", 5)]))
            let names = made.names
            let series = try ["S", "twice"].map { name in
                let column = try #require(names.firstIndex(of: name))
                return Calibration.Series(
                    name, zip(made.times, made.rows).map { .init(time: $0, value: $1[column]) }, scale: .deviation)
            }
            var calibration = calibration()
            calibration.series = series
            calibration.heldBackFrom = 15
            let result = try calibration.run(Self.model())
            for (estimate, value) in zip(result.estimates, [r, top, 5]) { #expect(near(estimate.value, value, 1e-6)) }
            #expect(result.fits.map(\.points) == [15, 15] && result.fits.map(\.heldBack) == [6, 6])
            #expect(result.fits.allSatisfy { ($0.heldBackError ?? 1) < 1e-3 })
        }
    }

    /// A parameter without effect, and two of which only the product counts.
    @Test func notIdentified() throws {
        var idle = calibration()
        idle.parameters.append(.init("idle", in: 0...3))
        let first = try idle.run(Self.model())
        #expect(first.estimates.map(\.status) == [.estimated, .estimated, .estimated, .notIdentified])
        #expect(near(first.estimates[0].standardError, 0.018854307003407244 * (18.0 / 18).squareRoot(), 0.05))
        let pair = Calibration(
            parameters: [.init("scale", in: 0.1...10), .init("start", in: 1...50)],
            series: [.init("twice", [.init(time: 0, value: 24)])])
        #expect(try pair.run(Self.model()).estimates.allSatisfy { $0.interval == nil })
    }

    /// Data between saved times are refused unless the model is taken as a line there.
    @Test func interpolation() throws {
        var between = calibration()
        between.series[0].points = [
            .init(time: 0.5, value: 6), .init(time: 3.5, value: 20), .init(time: 9.5, value: 90),
        ]
        #expect(throws: ModelFaults.self) { try between.run(Self.model()) }
        between.interpolates = true
        let result = try between.run(Self.model())
        #expect(result.sum < 1e-10 && result.estimates.allSatisfy { $0.status == .noFreedom })
    }

    @Test func faults() throws {
        let text = "parameters: [{variable: r, from: 1, to: 0}]\nseries: [{variable: S, column: none}]\nconfidence: 2\n"
        do {
            _ = try CalibrationReader.calibration(text, file: "c") { _ in nil }
            Issue.record("read")
        } catch {
            #expect(error.list.map(\.code) == ["calibration-range", "calibration-column", "calibration-level"])
        }
        var wrong = calibration()
        wrong.parameters[0].name = "S2"
        #expect(throws: ModelFaults.self) { try wrong.run(Self.model()) }
        wrong.parameters[0] = .init("twice", in: 0...1)
        #expect(throws: ModelFaults.self) { try wrong.run(Self.model()) }
        #expect(throws: ModelFaults.self) { try Calibration(parameters: [], series: []).run(Self.model()) }
    }
}

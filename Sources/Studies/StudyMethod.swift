import StatisticalData

/// A kind of study: gathering its inputs is apart from computing on them, so that a study is stale exactly when its
/// inputs have changed, and a result can be recomputed from them alone.
protocol StudyMethod {
    /// Everything that goes into the computation, as plain values.
    associatedtype Inputs: Codable & Sendable

    /// Grows when the method changes what it computes: stored results of an earlier version are stale.
    static var version: Int { get }

    /// Finds the inputs and adds warnings to `collector`. Throws `Faults` with everything wrong.
    func gather(study: Study, from context: StudyContext, into collector: inout FaultCollector) throws -> Inputs

    /// Computes: the same inputs give the same result.
    func compute(study: Study, inputs: Inputs) throws -> StudyResult
}

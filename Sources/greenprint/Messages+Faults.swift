import ArgumentParser
import StatisticalData

extension Messages {
    /// Runs `body`; faults are told on standard error and end the command with exit code 1.
    ///
    /// - Parameter faults: what errors of a module mean as faults; `nil` for other errors.
    func telling<Value>(
        _ faults: (any Error) -> [Fault]? = { _ in nil }, _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch {
            guard let found = faults(error) ?? (error as? Faults)?.list ?? (error as? Fault).map({ [$0] }) else {
                throw error
            }
            tell(found)
            throw ExitCode(1)
        }
    }
}

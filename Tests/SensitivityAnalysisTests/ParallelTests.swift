import SensitivityAnalysis
import Synchronization
import Testing

@Suite struct ParallelTests {
    struct Fault: Error, Equatable {
        let chunk: Int
    }

    @Test(arguments: [1, 2, 3, 7])
    func sameResultsForAnyNumberOfThreads(_ threads: Int) {
        let generator = CounterGenerator(seed: 41)
        func sums(_ threads: Int) -> [Double] {
            Parallel.map(count: 1003, chunkSize: 10, threads: threads) { range in
                range.reduce(0) { $0 + generator.normal(run: $1, input: 0) }
            }
        }
        #expect(sums(threads) == sums(1))
        #expect(sums(threads).count == 101)
    }

    @Test(arguments: [0, 1, 9, 10, 11, 100])
    func chunksCoverEveryIndexOnce(_ count: Int) {
        let visits = Mutex(Array(repeating: 0, count: count))
        let ranges = Parallel.map(count: count, chunkSize: 10, threads: 3) { range in
            visits.withLock { visits in
                for index in range { visits[index] += 1 }
            }
            return range
        }
        #expect(visits.withLock { $0 } == Array(repeating: 1, count: count))
        #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    }

    /// Chunks 40 and 60 fail; whichever is met first, the error is that of 40.
    @Test(arguments: [1, 2, 3, 7])
    func theFirstFaultInOrderIsThrown(_ threads: Int) {
        for _ in 0..<50 {
            #expect(throws: Fault(chunk: 40)) {
                try Parallel.map(count: 100, chunkSize: 1, threads: threads) { range throws(Fault) -> Int in
                    if range.lowerBound == 40 || range.lowerBound == 60 { throw Fault(chunk: range.lowerBound) }
                    return range.lowerBound
                }
            }
        }
    }

    @Test func thereIsACore() {
        #expect(Parallel.availableThreads >= 1)
    }
}

import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// RAS and GRAS against worked examples and programs, laws, and what cannot be balanced.
struct BalancingTests {
    private static func faults(_ body: () throws -> Void) -> [BalancingFault] {
        do {
            try body()
            return []
        } catch let faults as BalancingFaults {
            return faults.list
        } catch {
            return []
        }
    }

    /// Miller & Blair (2009), section 7.4.2; the limit also by R ioanalysis 0.3.4. The update is worse than none: its mean
    /// distance from the true coefficients is 0.0955.
    @Test func millerAndBlair() throws {
        let (before, output) = ([0.12, 0.1, 0.049, 0.21, 0.247, 0.265, 0.026, 0.249, 0.145], [421.0, 284, 283])
        let prior = Matrix(rows: 3, columns: 3) { before[$0 * 3 + $1] * output[$1] }
        let found = try BalancedMatrix(
            prior, to: BalancingTargets(rows: [245, 136, 159], columns: [251, 107, 182]), by: .ras)
        let expected = [
            165.2101482011627, 34.61360463947813, 45.17624715936057, 63.52861968215999, 18.78617795340151,
            53.6852023644385, 22.26123211667731, 53.60021740712036, 83.13855047620092,
        ]
        #expect(Sample.gap(found.matrix.elements, expected) < 1e-12)
        #expect(Sample.gap(found.rowMultipliers, [2.4751141795584215, 0.5438634684202488, 1.53927286502465]) < 1e-11)
        #expect(
            Sample.gap(found.columnMultipliers, [1.3212291312763182, 0.49241724112045354, 1.3162318543535736]) < 1e-11)
        #expect((10...25).contains(found.iterations))
        let truth = [
            0.2327790973871734, 0.2535211267605634, 0.26501766784452296, 0.1543942992874109, 0.028169014084507043,
            0.2226148409893993, 0.20902612826603326, 0.09507042253521127, 0.15547703180212014,
        ]
        let mean = truth.indices.reduce(0.0) { $0 + abs(found.matrix.elements[$1] / output[$1 % 3] - truth[$1]) } / 9
        #expect(abs(mean - 0.09546334657854565) < 1e-12)
    }

    /// R package hybridvut prints 6.5911 3.4089 .4099 1.5901 after 5 iterations.
    @Test func twoByTwo() throws {
        let found = try BalancedMatrix(
            Matrix(rows: 2, columns: 2, elements: [5, 0.5, 4, 3]),
            to: BalancingTargets(rows: [10, 2], columns: [7, 5]), by: .ras)
        #expect(
            Sample.gap(
                found.matrix.elements,
                [6.590207718719951, 3.409792281280033, 0.4097922812800495, 1.5902077187199661]) < 1e-12)
        let share = try #require(found.movement.share)
        #expect(abs(share - (1.59020771872 + 2.90979228128 + 3.59020771872 + 1.40979228128) / 12.5) < 1e-9)
        #expect(found.movement.largest?.row == 1)
        #expect(found.movement.largest?.column == 0)
    }

    /// Inputs of Junius & Oosterhaven (2003); the result confirmed by convex optimisation to 1.2e-11.
    @Test func juniusAndOosterhaven() throws {
        let prior = try Matrix(rows: 3, columns: 4, elements: [7, 3, 5, -3, 2, 9, 8, 0, -2, 0, 2, 0])
        let found = try BalancedMatrix(
            prior, to: BalancingTargets(rows: [15, 26, -1], columns: [9, 16, 17, -2]), by: .gras)
        let expected = [
            8.424341459748716, 3.3752368936804658, 5.200421646570821, -2, 3.000997548468522, 12.624763106319534,
            10.374239345211942, 0, -2.4253390082172386, 0, 1.4253390082172384, 0,
        ]
        #expect(Sample.gap(found.matrix.elements, expected) < 1e-9)
        // Multipliers are fixed up to a factor of r and its inverse of s.
        let factor = found.rowMultipliers[0] / 0.9202133047734061
        #expect(
            Sample.gap(
                found.rowMultipliers.map { $0 / factor }, [0.9202133047734061, 1.1473244047748017, 0.6305334491670108])
                < 1e-9)
        #expect(found.gap <= 1e-12)
    }

    /// Sums are met, zeros and signs kept, fitted margins change nothing, and without negatives both methods agree.
    @Test(arguments: 1...6 as ClosedRange<UInt64>) func laws(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (rows, columns) = (5 + Int(seed), 7)
        let isSigned = seed % 2 == 0
        let draw = { (scale: Double) in
            Matrix(rows: rows, columns: columns) { row, column in
                if generator.uniform() < 0.15, row != column { return 0 }
                let value = scale * (0.2 + generator.uniform())
                return isSigned && (row + 2 * column) % 5 == 1 ? -value / 4 : value
            }
        }
        let (prior, target) = (draw(1), draw(3))
        // The target's own zeros and signs are those of the prior, so that a fit exists.
        let fitted = Matrix(rows: rows, columns: columns) { row, column in
            prior[row, column] == 0 ? 0 : prior[row, column] * (1 + abs(target[row, column]))
        }
        let targets = BalancingTargets(rows: fitted.rowSums, columns: fitted.columnSums)
        let found = try BalancedMatrix(prior, to: targets, by: .gras)
        #expect(Sample.gap(found.matrix.rowSums, targets.rows) < 1e-11)
        #expect(Sample.gap(found.matrix.columnSums, targets.columns) < 1e-11)
        #expect(zip(found.matrix.elements, prior.elements).allSatisfy { $0.sign == $1.sign || $0 == 0 })
        #expect(zip(found.matrix.elements, prior.elements).allSatisfy { ($0 == 0) == ($1 == 0) })
        let again = try BalancedMatrix(found.matrix, to: targets, by: .gras)
        #expect(Sample.gap(again.matrix.elements, found.matrix.elements) < 1e-11)
        if !isSigned {
            let plain = try BalancedMatrix(prior, to: targets, by: .ras)
            #expect(Sample.gap(plain.matrix.elements, found.matrix.elements) < 1e-11)
        }
    }

    @Test func knownCellsStay() throws {
        let prior = try Matrix(rows: 2, columns: 3, elements: [5, 1, 2, 4, 3, 1])
        let cell = BalancingTargets.KnownCell(row: 0, column: 1, value: 2.5)
        let targets = BalancingTargets(rows: [9, 10], columns: [8, 6, 5], known: [cell])
        let found = try BalancedMatrix(prior, to: targets, by: .ras)
        #expect(found.matrix[0, 1] == 2.5)
        #expect(Sample.gap(found.matrix.rowSums, [9, 10]) < 1e-12)
        #expect(Sample.gap(found.matrix.columnSums, [8, 6, 5]) < 1e-12)
        // The others are those of the matrix without the cell, fitted to what is left.
        let rest = try BalancedMatrix(
            Matrix(rows: 2, columns: 3, elements: [5, 0, 2, 4, 3, 1]),
            to: BalancingTargets(rows: [6.5, 10], columns: [8, 3.5, 5]), by: .ras)
        #expect(Sample.gap([found.matrix[0, 0], found.matrix[1, 1]], [rest.matrix[0, 0], rest.matrix[1, 1]]) < 1e-12)
    }

    @Test func faults() throws {
        let whole = try Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4])
        let fit = { (matrix: Matrix, rows: [Double], columns: [Double], method: BalancingMethod) in
            Self.faults {
                _ = try BalancedMatrix(matrix, to: BalancingTargets(rows: rows, columns: columns), by: method)
            }
        }
        #expect(fit(whole, [1, 2], [2, 2], .ras) == [.totalsDiffer(rows: 3, columns: 4)])
        #expect(fit(whole, [1, .nan], [2, 2], .ras) == [.notFinite(row: 1, column: nil)])
        #expect(fit(whole, [1], [1, 0], .ras) == [.wrongSize(rows: 2, columns: 2, rowTargets: 1, columnTargets: 2)])
        let signed = try Matrix(rows: 2, columns: 2, elements: [1, -2, 3, 4])
        #expect(fit(signed, [1, 2], [1, 2], .ras) == [.negativeCell(row: 0, column: 1, -2)])
        let empty = try Matrix(rows: 2, columns: 2, elements: [0, 0, 3, 4])
        #expect(fit(empty, [1, 2], [1, 2], .ras) == [.rowUnreachable(row: 0, left: 1)])
        #expect(fit(whole, [-1, 4], [1, 2], .gras) == [.rowUnreachable(row: 0, left: -1)])
        // Only the diagonal: rows and columns must agree one by one.
        let diagonal = try Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1])
        let found = try #require(fit(diagonal, [3, 1], [1, 3], .ras).first)
        guard case .noConvergence(let iterations, let row, let rowGap, _, _) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(iterations <= 1000)
        #expect(row == 0 || row == 1)
        #expect(rowGap > 0.5)
        let twice = BalancingTargets(
            rows: [1, 2], columns: [1, 2], known: Array(repeating: .init(row: 0, column: 0, value: 1), count: 2))
        #expect(Self.faults { _ = try BalancedMatrix(whole, to: twice, by: .ras) } == [.knownCell(row: 0, column: 0)])
    }
}

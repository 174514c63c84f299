import Charts
import Foundation
import Testing

@Suite("Palette")
struct PaletteTests {
    static let white = Colour(0xFFFFFF)

    /// WCAG 2.2, written out with the library's power function.
    static func luminance(_ colour: Colour) -> Double {
        let parts = [colour.red, colour.green, colour.blue].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    static func contrast(_ a: Colour, _ b: Colour) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    @Test("luminance agrees with the formula", arguments: stride(from: 0, through: 255, by: 5).map { UInt32($0) })
    func formula(part: UInt32) {
        let colour = Colour(part << 16 | (255 - part) << 8 | (part / 2))
        #expect(abs(colour.luminance - Self.luminance(colour)) < 1e-12)
    }

    @Test("series colours may be text: 4.5 on white, 7 in high contrast")
    func series() {
        for colour in Palette.standard.series + [Palette.standard.highlight] {
            #expect(Self.contrast(colour, Self.white) >= 4.5, "\(colour.hexadecimal)")
        }
        for colour in Palette.highContrast.series + [Palette.highContrast.highlight] {
            #expect(Self.contrast(colour, Self.white) >= 7, "\(colour.hexadecimal)")
        }
    }

    @Test("graphics: black marks on bars and hatching on white reach 3")
    func graphics() {
        #expect(Self.contrast(Colour(0x767676), Self.white) >= 3)
        for index in 0...1 {
            #expect(Self.contrast(Palette.standard.series[index], Colour(0)) >= 3)
        }
    }

    @Test("the sequential ramp darkens at every step, the diverging one to both sides")
    func monotone() {
        let sequential = (0...100).map {
            Self.luminance(Palette.colour(in: Palette.standard.sequential, at: Double($0) / 100))
        }
        #expect(zip(sequential, sequential.dropFirst()).allSatisfy { $0 > $1 })
        let diverging = Palette.standard.diverging.map(Self.luminance)
        #expect(zip(diverging[0...3], diverging[1...3]).allSatisfy { $0 < $1 })
        #expect(zip(diverging[3...6], diverging[4...6]).allSatisfy { $0 > $1 })
    }

    @Test("ink on any colour of a ramp reaches 4.5", arguments: 0...100)
    func ink(step: Int) {
        for ramp in [Palette.standard.sequential, Palette.standard.diverging] {
            let colour = Palette.colour(in: ramp, at: Double(step) / 100)
            #expect(Self.contrast(Palette.ink(on: colour), colour) >= 4.5)
        }
    }

    @Test("hexadecimal text")
    func hexadecimal() {
        #expect(Colour(0x0072B2).hexadecimal == "#0072B2")
        #expect(Colour(0).hexadecimal == "#000000")
    }
}

import Foundation

/// What Package.swift declares, as the package manager itself reads it.
///
/// `swift package dump-package` compiles the manifest alone, in a fraction of a second; a scratch folder of its own
/// keeps it from waiting for the build that runs these tests.
struct Manifest {
    /// A module that is no test.
    struct Module: Equatable {
        let name: String
        /// Modules by name, products as `package/product`; sorted.
        let uses: [String]
    }

    let modules: [Module]
    /// What the tests use, in the same form.
    let usedByTests: Set<String>
    /// The identities of the packages it depends on.
    let packages: [String]

    static func read() throws -> Manifest {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", Project.root.path, "--scratch-path", scratch.path, "dump-package",
        ]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Manifest(try JSONDecoder().decode(Dump.self, from: data))
    }

    private init(_ dump: Dump) {
        let regular = dump.targets.filter { !$0.isOfTests }
        let tests = dump.targets.filter(\.isOfTests)
        modules = regular.map { Module(name: $0.name, uses: $0.dependencies.map(\.text).sorted()) }
        usedByTests = Set(tests.flatMap(\.dependencies).map(\.text))
        packages = dump.dependencies.flatMap(\.sourceControl).map(\.identity)
    }
}

/// The part of the dump that matters here.
private struct Dump: Decodable {
    let dependencies: [Package]
    let targets: [Target]

    struct Package: Decodable {
        let sourceControl: [Location]

        struct Location: Decodable {
            let identity: String
        }
    }

    struct Target: Decodable {
        let name: String
        let type: String
        let path: String?
        let dependencies: [Dependency]

        /// Tests, and what only tests use.
        var isOfTests: Bool { type == "test" || path?.hasPrefix("Tests/") == true }
    }

    /// `{"byName": ["Studies", null]}` or `{"product": ["Yams", "Yams", null, null]}`.
    struct Dependency: Decodable {
        let text: String

        private enum CodingKeys: String, CodingKey {
            case byName
            case target
            case product
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if container.contains(.product) {
                var parts = try container.nestedUnkeyedContainer(forKey: .product)
                let product = try parts.decode(String.self)
                text = try parts.decode(String.self) + "/" + product
            } else {
                var parts = try container.nestedUnkeyedContainer(
                    forKey: container.contains(.target) ? .target : .byName)
                text = try parts.decode(String.self)
            }
        }
    }
}

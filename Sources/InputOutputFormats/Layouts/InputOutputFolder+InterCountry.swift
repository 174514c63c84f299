internal import InputOutput
internal import LinearAlgebra
internal import StatisticalData

extension InputOutputFolder {
    /// Inter-country tables of the OECD: labels `AREA_SECTOR` and `AREA_CATEGORY`; further rows (TLS, VA) are primary inputs,
    /// OUT is output. Parts of China and Mexico (CN1, CN2, MX1, MX2), whose final demand is that of the whole, are joined.
    static func oecd(_ bytes: [UInt8], file: String, _ declarations: Declarations) throws -> InputOutputFolder {
        let matrix = try InterCountryFile.read(bytes, file: file, index: 1)
        let columns = matrix.columns.labels.map { $0[0] }
        let rows = matrix.rows.labels.map { $0[0] }
        let outputs: Set<String> = ["OUT", "OUTPUT", "TOTAL"]
        let known = Set(columns)
        let sectors = rows.indices.filter { known.contains(rows[$0]) && !outputs.contains(rows[$0]) }
        let sectorNames = Set(sectors.map { rows[$0] })
        let positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let split = { (label: String) in
            let parts = label.split(separator: "_", maxSplits: 1).map(String.init)
            return parts.count == 2 ? parts : ["", label]
        }
        let demand = columns.indices.filter { !sectorNames.contains(columns[$0]) && !outputs.contains(columns[$0]) }
        let inputs = rows.indices.filter { !sectorNames.contains(rows[$0]) && !outputs.contains(rows[$0]) }
        let bought = sectors.compactMap { positions[rows[$0]] }
        let folder = try InterCountryFile.folder(
            matrix, sectors: sectors, columns: bought, demand: demand, inputs: inputs,
            output: columns.firstIndex { outputs.contains($0) },
            industries: sectors.map { split(rows[$0]) }, categories: demand.map { split(columns[$0]) },
            inputLabels: inputs.map { [rows[$0]] }, declarations)
        let areas = Set(folder.table.areas)
        guard areas.contains("CN1") || areas.contains("MX1") else { return folder }
        let wholes = ["CN1": "CHN", "CN2": "CHN", "MX1": "MEX", "MX2": "MEX"]
        return try folder.aggregated(
            folder.table.industries.map {
                .init($0, to: Industry(area: wholes[$0.area] ?? $0.area, sector: $0.sector))
            }, at: Place(file: file))
    }

    /// The wide world table of WIOD 2016: rows by IndustryCode, Country and RNr, columns by country and number, where the
    /// numbers of rows are sectors and those beyond final demand; rows of the country TOT are primary inputs, GO is output.
    static func wiod(_ bytes: [UInt8], file: String, _ declarations: Declarations) throws -> InputOutputFolder {
        let header = bytes.prefix { $0 != 10 && $0 != 13 }
        let names = String(decoding: header, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != "\"" } }
        guard let index = names.firstIndex(where: { WIODColumn(String($0)) != nil }), index > 0 else {
            throw Faults([Fault("io-no-codes", at: Place(file: file))])
        }
        let matrix = try InterCountryFile.read(bytes, file: file, index: index)
        let levels = matrix.rows.levels
        guard let code = levels.firstIndex(of: "IndustryCode"), let country = levels.firstIndex(of: "Country"),
            let number = levels.firstIndex(of: "RNr")
        else { throw Faults([Fault("io-no-codes", at: Place(file: file))]) }
        let labels = matrix.rows.labels
        let sectors = labels.indices.filter { labels[$0][country] != "TOT" }
        let sectorOf = Dictionary(
            sectors.map { (labels[$0][number], labels[$0][code]) }, uniquingKeysWith: { first, _ in first })
        let columns = matrix.columns.labels.map { WIODColumn($0[0]) }
        let positions = Dictionary(
            columns.enumerated().compactMap { position, column in
                column.map { ($0.area + " " + $0.number, position) }
            }, uniquingKeysWith: { first, _ in first })
        let bought = sectors.map { positions[labels[$0][country] + " " + labels[$0][number]] }
        let missing = zip(sectors, bought).filter { $0.1 == nil }.map { [labels[$0.0][country], labels[$0.0][number]] }
        guard missing.isEmpty else { throw Faults([.ioMissingLabels(missing, areRows: false, file: file)]) }
        let demand = columns.indices.filter { position in
            guard let column = columns[position] else { return false }
            return sectorOf[column.number] == nil && column.area != "TOT"
        }
        let categories = ["57": "CONS_h", "58": "CONS_np", "59": "CONS_g", "60": "GFCF", "61": "INVEN"]
        let totals = labels.indices.filter { labels[$0][country] == "TOT" && labels[$0][code] != "II_fob" }
        let inputs = totals.filter { labels[$0][code] != "GO" }
        return try InterCountryFile.folder(
            matrix, sectors: sectors, columns: bought.compactMap { $0 }, demand: demand, inputs: inputs,
            output: matrix.columns.labels.firstIndex { $0[0] == "TOT" },
            industries: sectors.map { [labels[$0][country], labels[$0][code]] },
            categories: demand.compactMap { columns[$0] }.map { [$0.area, categories[$0.number] ?? $0.number] },
            inputLabels: inputs.map { [labels[$0][code]] }, declarations)
    }
}

/// A column of the WIOD table: three capital letters and a number.
private struct WIODColumn {
    let area: String
    let number: String

    init?(_ text: String) {
        let letters = text.prefix { $0.isASCII && $0.isUppercase }
        let digits = text.dropFirst(letters.count)
        guard letters.count == 3, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        area = String(letters)
        number = String(digits)
    }
}

/// Files of one header line and some columns of labels.
private enum InterCountryFile {
    static func read(_ bytes: [UInt8], file: String, index: Int) throws -> MatrixFile {
        var faults = FaultCollector()
        var rest: [UInt8]? = bytes
        let found = try MatrixFile.read(file: file, layout: .init(index: index, header: 1), faults: &faults) {
            defer { rest = nil }
            return rest ?? []
        }
        _ = found?.aligned(rows: nil, columns: nil, faults: &faults)
        try faults.throwIfFaulty(in: file)
        guard let found else { throw Faults([.ioNoRows(file)]) }
        return found
    }

    static func folder(
        _ matrix: MatrixFile, sectors: [Int], columns: [Int], demand: [Int], inputs: [Int], output: Int?,
        industries: [[String]], categories: [[String]], inputLabels: [[String]],
        _ declarations: InputOutputFolder.Declarations
    ) throws -> InputOutputFolder {
        let values = matrix.values
        guard !sectors.isEmpty, columns.count == sectors.count else {
            throw Faults([Fault("io-no-codes", at: Place(file: matrix.file))])
        }
        let part = { (rows: [Int], columns: [Int]) in
            Matrix(rows: rows.count, columns: columns.count) { values[rows[$0], columns[$1]] }
        }
        var (areas, labels) = (Set(industries.map { $0[0] }), categories)
        // Final demand of a whole whose parts alone are industries is that of its first part until they are joined.
        for (whole, first) in [("CHN", "CN1"), ("MEX", "MX1")] where !areas.contains(whole) && areas.contains(first) {
            labels = labels.map { $0[0] == whole ? [first, $0[1]] : $0 }
            areas.insert(whole)
        }
        let axis = LabelAxis(levels: ["region", "sector"], labels: industries)
        let table = FileTable(
            industries: axis, demandCategories: LabelAxis(levels: ["region", "category"], labels: labels),
            flows: part(sectors, columns), demand: part(sectors, demand),
            output: output.map { column in sectors.map { values[$0, column] } },
            inputs: inputs.isEmpty
                ? nil
                : LabelledMatrix(
                    rows: LabelAxis(levels: ["input"], labels: inputLabels), columns: axis,
                    values: part(inputs, columns)))
        return try table.folder(declarations, file: matrix.file)
    }
}

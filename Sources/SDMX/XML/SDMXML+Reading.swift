public import StatisticalData

extension SDMXML {
    /// Reads data of SDMX-ML 2.1 or 3.0: generic or structure-specific, flat or by series, with groups.
    ///
    /// Attributes of a series are put on its observations; those of groups and of the data set are rows of their own, which
    /// `DataSet.spread` puts on the observations. Structure-specific data do not say what is dimension and what is
    /// attribute: with `structures` it is known, without it is guessed, which a warning tells.
    ///
    /// - Throws: `Faults` with everything wrong in the file.
    public static func readData(
        _ bytes: [UInt8], file: String, structures: StructureMessage? = nil
    ) throws(Faults) -> DataMessage {
        let handler = DataHandler(file: file, structures: structures)
        do {
            try XMLReader.read(bytes, file: file, handler: handler)
        } catch {
            throw Faults(handler.collector.all(in: file) + [error])
        }
        return try handler.message()
    }

    /// Reads structures of SDMX-ML 2.1 or 3.0: dataflows, code lists, concept schemes and data structure definitions.
    /// Other artefacts are passed over.
    ///
    /// - Throws: `Faults` with everything wrong in the file.
    public static func readStructures(_ bytes: [UInt8], file: String) throws(Faults) -> StructureMessage {
        let handler = StructureHandler(file: file)
        do {
            try XMLReader.read(bytes, file: file, handler: handler)
        } catch {
            throw Faults(handler.collector.all(in: file) + [error])
        }
        return try handler.message()
    }
}

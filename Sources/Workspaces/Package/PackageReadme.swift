import StatisticalData

/// `README.txt` of a package: what it is, where the figures come from, under what terms, as of when, how to cite it.
struct PackageReadme {
    let title: LocalisedText
    let known: String?
    let observations: Int
    let results: Int
    let licence: String?
    let sources: [Source]

    /// The text, English first.
    var text: String { english + "\n" + chinese }

    private var english: String {
        """
        \(title.en)

        A data package (Frictionless) made by Greenprint. Newest figure known on: \(known ?? "-").
        Observations, all vintages: \(observations). Results of studies: \(results).
        Terms of use: \(licence ?? "those of each source, see below and sources.csv").

        datapackage.json   the files with their columns, lengths and checksums
        observations.csv   every vintage of every figure, with source, file and line
        areas.csv, indicators.csv, sources.csv, studies.csv
        results.csv        what the studies found; derivations.csv what went into each result
        results/           the same with every detail, one JSON file a study
        data.csv, structure.xml   the figures as SDMX-CSV 2.0 with their structure (SDMX-ML 3.0)
        workspace/         the files all this was made from

        To have the workspace again: greenprint import PACKAGE --to FOLDER
        To cite: \(title.en), figures known on \(known ?? "-"), with the sources they come from.

        Sources:
        \(list(.english))

        """
    }

    private var chinese: String {
        """
        \(title.zh)

        由Greenprint生成的数据包（Frictionless）。最新数据的已知日期：\(known ?? "-")。
        观测值（全部版本）\(observations)条，专题结果\(results)条。
        使用条件：\(licence ?? "依各来源的许可，见下文及sources.csv")。

        datapackage.json   文件清单：列、长度、校验和
        observations.csv   全部数据的全部版本，附来源、文件和行号
        areas.csv、indicators.csv、sources.csv、studies.csv
        results.csv        专题结果；derivations.csv为每个结果的由来
        results/           同上，含全部细节，每个专题一个JSON文件
        data.csv、structure.xml   SDMX-CSV 2.0格式的数据及其结构（SDMX-ML 3.0）
        workspace/         生成上述内容的全部文件

        还原工作区：greenprint import PACKAGE --to FOLDER
        引用：\(title.zh)，数据截至\(known ?? "-")，并注明数据来源。

        来源：
        \(list(.chinese))

        """
    }

    private func list(_ language: Language) -> String {
        sources.map { source in
            let address = source.address.map { " <" + $0 + ">" } ?? ""
            return "- \(source.id): \(source.publisher[language]), \(source.title[language])\(address); "
                + source.licence[language]
        }.joined(separator: "\n")
    }
}

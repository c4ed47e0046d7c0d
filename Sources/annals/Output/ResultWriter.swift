internal import SQLite

/// Rows to standard output in the form asked for.
struct ResultWriter {
    var format: OutputOptions.Format

    func write(columns: [String], rows: [[Value]]) {
        switch format {
        case .table: Terminal.write(TextTable(columns: columns, rows: rows).lines(width: Terminal.width))
        case .json:
            let objects = rows.map { JSONText.object(columns, $0) }
            Terminal.write("[" + objects.joined(separator: ",\n ") + "]\n")
        case .nl: for row in rows { Terminal.write(JSONText.object(columns, row) + "\n") }
        case .csv:
            Terminal.write(columns.map(Self.csv).joined(separator: ",") + "\r\n")
            for row in rows { Terminal.write(row.map { Self.csv(Self.plain($0)) }.joined(separator: ",") + "\r\n") }
        case .tsv:
            Terminal.write(columns.map(Self.tsv).joined(separator: "\t") + "\n")
            for row in rows { Terminal.write(row.map { Self.tsv(Self.plain($0)) }.joined(separator: "\t") + "\n") }
        }
    }

    /// A value as plain text; empty for NULL.
    static func plain(_ value: Value) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
        case .text(let text): text
        case .blob(let bytes): "(\(bytes.count) bytes)"
        }
    }

    /// RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front.
    private static func csv(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=@\t\r".utf8.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    private static func tsv(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            clean.append(scalar == "\t" || scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return String(clean)
    }
}

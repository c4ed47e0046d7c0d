internal import ArgumentParser
internal import KnowledgeBase
internal import SQLite
internal import Tables

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How the program ends: 0 good, 1 nothing found or partly failed, 2 wrong usage, 3 the knowledge base.
enum Failure {
    static let partial = ExitCode(1)
    static let usage = ExitCode(2)

    /// Says what went wrong and ends the program.
    static func exit(_ error: any Error) -> Never {
        switch error {
        case let code as ExitCode: Glibc.exit(code.rawValue)
        case let error as StoreError:
            Terminal.note("annals: \(Terminal.shown(error.description))\n")
            if case .notFound = error { Glibc.exit(1) }
            Glibc.exit(3)
        case let error as SQLiteError:
            Terminal.note("annals: \(Terminal.shown(words(for: error)))\n")
            Glibc.exit(3)
        case QueryError.sqlite(let error):
            Terminal.note("annals: \(Terminal.shown(words(for: error)))\n")
            Glibc.exit(3)
        case let error as QueryError:
            Terminal.note("annals: \(Terminal.shown(error.description))\n")
            switch error {
            case .notFound, .ambiguous: Glibc.exit(1)
            case .unknownQuery, .unknownParameter, .missing, .invalid, .unsound: Glibc.exit(2)
            case .sqlite: Glibc.exit(3)
            }
        case let error as ExportError:
            Terminal.note("annals: \(Terminal.shown(error.description))\n")
            if case .unwritable = error { Glibc.exit(3) }
            Glibc.exit(2)
        case let error as DataError:
            Terminal.note("annals: \(Terminal.shown(error.description))\n")
            Glibc.exit(2)
        default:
            // Help, version and completion scripts are no failures.
            if Annals.exitCode(for: error) == .success {
                Terminal.write(Annals.fullMessage(for: error) + "\n")
                Glibc.exit(0)
            }
            Terminal.note(SafeText.lines(Annals.fullMessage(for: error)) + "\n")
            Glibc.exit(2)
        }
    }

    /// What went wrong with the file where that is the cause; else what SQLite says of the statement.
    private static func words(for error: SQLiteError) -> String {
        if error.isBusy {
            return "the knowledge base: another program is writing to it. Try again when it has finished."
        }
        return StoreError.reason(for: error).map { "the knowledge base: \($0)" } ?? "\(error)"
    }
}

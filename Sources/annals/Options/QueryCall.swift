internal import ArgumentParser
internal import KnowledgeBase
internal import Tables

/// The words after `annals query`: a name, parameters that only the query's file knows, and the options of every verb.
struct QueryCall {
    private(set) var name: String?
    private(set) var isList = false
    private(set) var isHelp = false
    private var parameters: [(name: String, value: String)] = []
    private var positional: [String] = []
    private var shared: [String] = []

    /// Sorts the words.
    mutating func read(_ words: [String]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--list": isList = true
            case "--help", "-h": isHelp = true
            case "--json", "--nl", "--csv", "--tsv", "--table": shared.append(word)
            case "--db", "--data", "--as-of", "--known-at":
                guard let value = rest.popFirst() else { throw ValidationError("\(word) needs a value.") }
                shared += [word, value]
            case _ where word.hasPrefix("--"):
                let option = word.dropFirst(2)
                if let equals = option.firstIndex(of: "=") {
                    parameters.append((String(option[..<equals]), String(option[option.index(after: equals)...])))
                } else if let value = rest.first, !value.hasPrefix("--") {
                    rest = rest.dropFirst()
                    parameters.append((String(option), value))
                } else {
                    // A flag by itself says yes.
                    parameters.append((String(option), "yes"))
                }
            default: if name == nil { name = word } else { positional.append(word) }
            }
        }
    }

    /// The options that every verb has.
    func options() throws -> QueryOptions { try QueryOptions.parse(shared) }

    func data() throws -> DataFolder { try options().database.data.folder() }

    /// The arguments by name: what stands without a name goes to the parameters in their order.
    func arguments(for query: NamedQuery) throws -> [String: String] {
        var arguments: [String: String] = [:]
        for (name, value) in parameters {
            guard query.parameters.contains(where: { $0.name == name }) else {
                let known = query.parameters.map { "--\($0.name)" }.joined(separator: ", ")
                throw ValidationError(
                    "\(query.name) has no parameter --\(name). It has \(known.isEmpty ? "none" : known).")
            }
            arguments[name] = value
        }
        var free = query.parameters.filter { arguments[$0.name] == nil }[...]
        for value in positional {
            guard let parameter = free.popFirst() else {
                throw ValidationError("\(query.name): one value too many, “\(value)”.")
            }
            arguments[parameter.name] = value
        }
        return arguments
    }
}

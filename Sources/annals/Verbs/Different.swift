internal import ArgumentParser
internal import KnowledgeBase

/// `annals different`
struct Different: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide that two entities, or two events, are not the same, whatever the machine thinks.")

    @OptionGroup var arguments: DecisionArguments

    func run() throws { try arguments.decide(.different) }
}

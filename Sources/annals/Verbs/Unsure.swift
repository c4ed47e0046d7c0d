internal import ArgumentParser
internal import KnowledgeBase

/// `annals unsure`
struct Unsure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide that nobody can tell whether two entities, or two events, are one.",
        discussion: """
            The machine then does not join the two, unless others that are the same as both do.

            EXAMPLE
              annals unsure 3f9a2c1b04de.e153 8b1d7e22c9f0.e17 --reason 'no date in either'
            """)

    @OptionGroup var arguments: DecisionArguments

    func run() throws { try arguments.decide(.unsure) }
}

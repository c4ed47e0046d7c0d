"""The annals command: what it can do, and its answers."""
import os
import re
import subprocess

from . import process


class Annals:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        # A person's own knowledge base and queries must not take the place of the ones measured.
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in ("ANNALS_DB", "ANNALS_QUERIES")}
        self.verbs = set(re.findall(r"^  ([a-z][a-z-]*)\s", self.asked("--help"), re.MULTILINE))
        self.helps = {}

    def asked(self, *arguments):
        return subprocess.run([self.path, *arguments], capture_output=True, text=True, check=False,
                              env=self.environment).stdout

    def version(self):
        return self.asked("--version").strip().partition("\n")[0]

    def lacks(self, verb, flag=None):
        """Why a verb, or a flag of it, cannot be measured; None if it can."""
        if verb not in self.verbs:
            return f"this annals has no `{verb}`"
        if flag:
            if verb not in self.helps:
                self.helps[verb] = self.asked("help", verb)
            if not re.search(rf"{flag}(?![a-z-])", self.helps[verb]):
                return f"`{verb}` has no `{flag}` here"
        return None

    def run(self, base, verb, *arguments, quiet=False):
        """Runs a verb on a knowledge base as a whole process."""
        environment = dict(self.environment, ANNALS_DB=str(base))
        return process.run([self.path, verb, *arguments], quiet=quiet, environment=environment)

    def sql(self, base, query):
        """The first row of an answer as text, by the command's own `sql`; None where there is none."""
        done = self.run(base, "sql", "--tsv", query)
        lines = done.output.splitlines()
        return lines[1].split("\t") if done.code == 0 and len(lines) > 1 else None


def said(run):
    """The last line a run printed on standard output or error that tells people what it did."""
    lines = [line for line in (run.output + "\n" + run.errors).splitlines() if not line.startswith("profile\t")]
    # The file's name is that of a temporary folder.
    return process.last_line("\n".join(lines)).split(".db: ")[-1]

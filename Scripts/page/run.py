"""Uses the page of `kg serve` as a person would, in Debian's chromium, and looks whether it does what it has to.

usage: run.py KG SEED FOLDER [reading|judging|hub …]. Screenshots go into FOLDER. Ends with 1 where something is not as it has to be.
"""

import pathlib
import sys

import hub_tests
import judging_tests
import material
import person
import reading_tests

kg, seed, folder = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
wanted = sys.argv[4:] or ["reading", "judging", "hub"]
(folder / "saved").mkdir(parents=True, exist_ok=True)
for old in folder.glob("*.png"):
    old.unlink()


def look(graph, tests, *options):
    """Runs tests on a page of a graph, in a browser of its own; tells how many failed."""
    server = person.Server(kg, graph, *options)
    driver = person.browser(folder / "saved")
    try:
        someone = person.Person(driver, server, folder)
        someone.enter()
        return person.run(tests(someone), someone)
    finally:
        driver.quit()
        server.end()


failed = 0
if "reading" in wanted:
    failed += look(seed, reading_tests.ReadingTests)
if "judging" in wanted:
    made = material.made(kg, folder / "made")
    failed += look(made, lambda someone: judging_tests.JudgingTests(someone, made), "--write")
if "hub" in wanted:
    failed += look(material.hub(kg, folder / "hub"), hub_tests.HubTests)
print("all passed" if failed == 0 else f"{failed} failed")
sys.exit(failed > 0)

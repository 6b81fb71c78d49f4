"""Uses the page of `kg serve` as a person would, in Debian's chromium, and looks whether it does what it has to.

usage: run.py KG SEED FOLDER [reading|judging|hub …]. Screenshots go into FOLDER. Ends with 1 where something is not as it has to be.
"""

import pathlib
import sys

from selenium.common.exceptions import WebDriverException

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
    driver = None
    try:
        driver = person.browser(folder / "saved")
        someone = person.Person(driver, server, folder)
        someone.enter()
        return person.run(tests(someone), someone)
    finally:
        if driver:
            driver.quit()
        server.end()


try:
    person.browser(folder / "saved").quit()
except WebDriverException as error:
    print(f"test-page: skipped, since chromium does not start here: {(error.msg or str(error)).splitlines()[0]}")
    sys.exit(0)
failed = 0
if "reading" in wanted:
    failed += look(seed, reading_tests.ReadingTests)
if "judging" in wanted:
    made = material.made(kg, folder / "made")
    failed += look(made, lambda someone: judging_tests.JudgingTests(someone, made), "--write")
if "hub" in wanted:
    # A program built to be debugged is many times slower, and a question has a time limit.
    edges = 5_000 if pathlib.Path(kg).parent.name == "debug" else 200_000
    failed += look(material.hub(kg, folder / "hub", edges), lambda someone: hub_tests.HubTests(someone, edges))
print("all passed" if failed == 0 else f"{failed} failed")
sys.exit(failed > 0)

"""Uses the page of `kg serve` as a person would, in Debian's chromium, and looks whether it does what it has to.

usage: browser_test.py KG GRAPH FOLDER. Screenshots go into FOLDER. Ends with 1 where something is not as it has to be.
"""

import pathlib
import re
import subprocess
import sys
import time
import traceback

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

kg, graph, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
saved = folder / "saved"
saved.mkdir(parents=True, exist_ok=True)
axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Server:
    """`kg serve` on a graph, as long as it is wanted."""

    def __init__(self, path, port):
        self.process = subprocess.Popen(
            [kg, "serve", path, "--no-browser", "--port", str(port)], stdout=subprocess.PIPE, text=True)
        self.entry = re.search(r"http://\S+", self.process.stdout.readline()).group()
        self.home = f"http://127.0.0.1:{port}/"

    def end(self):
        self.process.terminate()
        assert self.process.wait(5) == 0, self.process.returncode


def browser(downloads, width=1400, height=950, dark=False):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}"] + (["--force-dark-mode"] if dark else []):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_window_size(width, height)
    return driver


class Person:
    """What somebody does with the page."""

    def __init__(self, driver, server):
        self.driver, self.server = driver, server

    def enter(self, address=None):
        self.driver.get(address or self.server.entry)
        self.wait(lambda: self.driver.find_elements(By.ID, "status") and self.text("entity-body"))

    def wait(self, condition, seconds=20):
        return WebDriverWait(self.driver, seconds, 0.05).until(lambda _: condition())

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, identifier):
        return self.find("#" + identifier).text

    def status(self):
        return self.text("status")

    def click(self, selector):
        self.find(selector).click()

    def shown(self):
        return sorted(self.driver.execute_script(
            "return [...document.querySelectorAll('#drawing .entity')].map((each) => each.dataset.key)"))

    def edges(self):
        return self.driver.execute_script("return document.querySelectorAll('#table tbody tr').length")

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def choose(self, words, name):
        box = self.find("#words")
        box.clear()
        box.send_keys(words, Keys.ENTER)
        self.wait(lambda: self.status().startswith("Found"))
        next(each for each in self.all("#found button") if each.text == name).click()
        self.wait(lambda: self.text("entity-title") == name and "shown" in self.status())

    def picture(self, name):
        self.driver.save_screenshot(str(folder / f"{name}.png"))

    def violations(self):
        self.driver.execute_script(axe)
        found = self.driver.execute_async_script("axe.run(document).then(arguments[0])")
        return [(each["id"], each["help"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]]

    def svg(self):
        return self.saved("svg", lambda: self.click("#save-svg"))

    def saved(self, ending, act):
        """The file that an act lets the browser keep."""
        for each in saved.iterdir():
            each.unlink()
        act()
        self.wait(lambda: any(saved.glob(f"*.{ending}")) and not any(saved.glob("*.crdownload")))
        return next(iter(saved.glob(f"*.{ending}")))


class Tests:
    def __init__(self, person):
        self.p = person

    def test_1_search_leads_to_a_neighborhood_of_at_most_forty(self):
        p = self.p
        p.picture("1-start")
        p.choose("taliban", "Taliban")
        assert 2 <= len(p.shown()) <= 41, len(p.shown())
        assert "=Taliban" in p.shown()
        counts = [each.text for each in p.all("#relations button")]
        assert any(re.fullmatch(r"\S+ → \d+", each) for each in counts), counts
        p.picture("2-neighborhood")

    def test_2_a_relation_is_expanded_as_its_count_says(self):
        p = self.p
        p.choose("qatar", "Qatar")
        before = p.shown()
        button = p.all("#relations button")[0]
        button.click()
        p.wait(lambda: "shown" in p.status())
        p.wait(lambda: set(before) <= set(p.shown()))

    def test_3_open_hide_pin_undo_redo(self):
        p = self.p
        p.choose("taliban", "Taliban")
        before = p.shown()
        other = next(each for each in before if each != "=Taliban")
        p.driver.execute_script("arguments[0].focus()", self.entity(other))
        p.press("o")
        p.wait(lambda: "opened" in self.label(other))
        p.driver.execute_script("arguments[0].focus()", self.entity(other))
        p.press("h")
        p.wait(lambda: other not in p.shown())
        p.press("z")
        p.wait(lambda: other in p.shown())
        p.click("#redo")
        p.wait(lambda: other not in p.shown())
        p.click("#undo")
        p.wait(lambda: other in p.shown())
        p.driver.execute_script("arguments[0].focus()", self.entity(other))
        p.press("p")
        p.wait(lambda: "pinned" in self.label(other))
        place = self.entity(other).get_attribute("transform")
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        assert self.entity(other).get_attribute("transform") == place
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "false")

    def test_4_ties_among_what_is_shown_are_revealed(self):
        p = self.p
        p.choose("taliban", "Taliban")
        before = p.edges()
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        assert p.edges() > before, (p.edges(), before)
        p.picture("3-ties")

    def test_5_an_edge_leads_to_claims_and_to_the_marked_sentence(self):
        p = self.p
        p.choose("qatar", "Qatar")
        line = next(each for each in p.all("#drawing .tie") if "patron" in each.get_attribute("aria-label"))
        ActionChains(p.driver).move_to_element(line.find_element(By.CSS_SELECTOR, "text")).click().perform()
        p.wait(lambda: "behind this edge" in p.status())
        claims = p.text("claims-body")
        for word in ["Who says so", "When", "Confidence", "How stated", "guardian angel"]:
            assert word in claims, (word, claims)
        next(each for each in p.all("#claims-body article button")).click()
        p.wait(lambda: p.all("#document-body .cited"))
        marks = [each.text for each in p.all("#document-body .cited mark")]
        assert len(marks) == 2 and "Qatar" in marks, marks
        assert "guardian angel" in p.find("#document-body .cited").text
        p.picture("4-evidence")
        where = lambda: p.driver.execute_script(
            "return document.querySelector('#document-body .cited').dataset.sentence + ' ' + "
            "(document.querySelector('#document-body [aria-pressed=true]')?.textContent ?? '')")
        here = where()
        assert "patron" in here, here
        p.click("#claim-after")
        p.wait(lambda: where() != here)
        assert int(where().split()[0]) >= int(here.split()[0]) and p.all("#document-body .cited mark")
        p.driver.execute_script("document.activeElement.blur()")
        p.press("[")
        p.wait(lambda: where() == here)

    def test_6_a_path_ties_two(self):
        p = self.p
        for field, name in [("#path-from", "Turkey"), ("#path-to", "Dostum")]:
            p.find(field).clear()
            p.find(field).send_keys(name)
        p.find("#path button").click()
        p.wait(lambda: "path of" in p.status())
        assert {"=Turkey", "=Dostum"} <= set(p.shown())
        p.find("#path-to").clear()
        p.find("#path-to").send_keys("zzzz")
        p.find("#path button").click()
        p.wait(lambda: "Nothing is called" in p.status())

    def test_7_filters_bound_the_view(self):
        p = self.p
        p.choose("taliban", "Taliban")
        all_edges = p.edges()
        p.driver.execute_script("document.getElementById('filter-layer-canonical').click()")
        p.driver.execute_script("document.querySelector('#filters button[type=submit]').click()")
        p.wait(lambda: p.edges() < all_edges)
        p.driver.execute_script("document.getElementById('filter-doubtful').click()")
        p.driver.execute_script("document.querySelector('#filters button[type=submit]').click()")
        p.wait(lambda: "f.doubtful=1" in p.driver.current_url)
        p.driver.execute_script("[...document.querySelectorAll('#filters button')].find(b => b.textContent === 'No filter').click()")
        p.wait(lambda: "f." not in p.driver.current_url and p.edges() == all_edges)

    def test_8_table_and_timeline_show_the_same(self):
        p = self.p
        p.choose("taliban", "Taliban")
        drawn = p.edges()
        p.click("#tab-table")
        p.wait(lambda: p.find("#table").is_displayed())
        assert len(p.all("#table tbody tr")) == drawn, (len(p.all("#table tbody tr")), drawn)
        p.picture("5-table")
        p.find("#table tbody tr td:last-child button").click()
        p.wait(lambda: p.all("#claims-body article"))
        p.click("#tab-timeline")
        p.wait(lambda: "Timeline of" in p.text("timeline"))
        assert "without one" in p.text("timeline")
        p.picture("6-timeline")
        p.click("#tab-drawing")

    def test_9_the_address_brings_the_view_back(self):
        p = self.p
        p.choose("taliban", "Taliban")
        p.click("#ties")
        p.wait(lambda: "ties=1" in p.driver.current_url)
        shown, edges, address = p.shown(), p.edges(), p.driver.current_url
        first = p.svg().read_bytes()
        p.driver.get("about:blank")
        p.driver.get(address)
        p.wait(lambda: p.shown() and (p.all("#document-body .cited") or "place=" not in address))
        assert p.shown() == shown and p.edges() == edges
        assert p.svg().read_bytes() == first, "the same view gave another SVG"

    def test_a_the_view_is_taken_away_in_four_forms(self):
        p = self.p
        p.choose("qatar", "Qatar")
        svg = p.svg().read_text()
        assert svg.startswith("<svg") and ">Qatar<" in svg
        png = p.saved("png", lambda: p.click("#save-png")).read_bytes()
        assert png.startswith(b"\x89PNG") and len(png) > 5000, len(png)
        csv = p.saved("csv", lambda: p.click("#save-csv")).read_text()
        assert csv.startswith("subject,") and "Qatar" in csv and len(csv.splitlines()) == p.edges() + 1
        html = p.saved("html", lambda: p.click("#save-html"))
        # The browser keeps one at a time.
        p.handed = html.rename(folder / "handed-over.html")

    def test_b_the_handed_over_file_answers_without_the_server(self):
        p = self.p
        address = p.driver.current_url
        p.driver.get(p.handed.as_uri())
        p.wait(lambda: p.shown())
        assert "=Qatar" in p.shown()
        line = p.all("#drawing .tie")[0]
        p.driver.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", line)
        p.wait(lambda: p.all("#claims-body article"))
        p.find("#claims-body article button").click()
        p.wait(lambda: p.all("#document-body .cited mark"))
        p.picture("7-handed-over")
        assert not self.errors(), self.errors()
        p.driver.get(address)
        p.wait(lambda: p.shown())

    def test_c_all_is_done_by_keyboard(self):
        p = self.p
        p.driver.get("about:blank")
        p.enter(p.server.home)
        p.press("/")
        p.press("taliban", Keys.ENTER)
        p.wait(lambda: p.status().startswith("Found"))
        for _ in range(40):
            p.press(Keys.TAB)
            if p.driver.switch_to.active_element.text == "Taliban":
                break
        p.press(Keys.ENTER)
        p.wait(lambda: "shown" in p.status())
        p.press("d")
        assert "entity" in p.driver.switch_to.active_element.get_attribute("class")
        here = p.driver.switch_to.active_element.get_attribute("data-key")
        p.press(Keys.ARROW_RIGHT)
        p.wait(lambda: p.driver.execute_script("return document.activeElement.dataset.key") != here)
        p.press("n")
        assert "tie" in p.driver.switch_to.active_element.get_attribute("class")
        p.press(Keys.ENTER)
        p.wait(lambda: p.all("#claims-body article"))
        p.press("?")
        p.wait(lambda: p.find("#keys").is_displayed())
        p.picture("8-keys")
        p.press(Keys.ESCAPE)

    def test_d_axe_finds_no_violation(self):
        p = self.p
        p.choose("qatar", "Qatar")
        p.driver.execute_script("document.querySelector('#drawing .tie').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
        p.wait(lambda: p.all("#claims-body article"))
        p.find("#claims-body article button").click()
        p.wait(lambda: p.all("#document-body .cited"))
        for tab in ["drawing", "table", "timeline"]:
            p.click("#tab-" + tab)
            time.sleep(0.3)
            assert not p.violations(), (tab, p.violations())
        p.click("#tab-drawing")

    def test_e_the_page_fits_at_twice_the_size_and_in_the_dark(self):
        p = self.p
        p.driver.set_window_size(700, 900)
        time.sleep(0.3)
        width = p.driver.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1], width
        p.picture("9-narrow")
        p.driver.set_window_size(1400, 950)
        p.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        time.sleep(0.3)
        p.picture("9-dark")
        assert not p.violations(), p.violations()
        p.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    def test_f_nothing_went_wrong_and_nothing_else_was_asked(self):
        assert not self.errors(), self.errors()
        names = self.p.driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        assert all(name.startswith((self.p.server.home, "blob:")) for name in names), names

    def label(self, ref):
        return self.p.driver.execute_script(
            "return [...document.querySelectorAll('#drawing .entity')].find((e) => e.dataset.key === arguments[0])?.ariaLabel ?? ''", ref)

    def entity(self, ref):
        return next(each for each in self.p.all("#drawing .entity") if each.get_attribute("data-key") == ref)

    def errors(self):
        lines = [each["message"] for each in self.p.driver.get_log("browser") if each["level"] == "SEVERE"]
        # A name that nothing bears is answered with 404, which a test asked for.
        return [line for line in lines if "/api/path" not in line]


def main():
    server = Server(graph, 8788)
    driver = browser(saved)
    passed = failed = 0
    try:
        person = Person(driver, server)
        person.enter()
        tests = Tests(person)
        for name in sorted(each for each in dir(tests) if each.startswith("test_")):
            start = time.time()
            try:
                getattr(tests, name)()
                passed += 1
                print(f"ok {name} {time.time() - start:.1f} s", flush=True)
            except Exception:
                failed += 1
                person.picture(f"failed-{name}")
                print(f"FAILED {name}: {person.status()}\n{traceback.format_exc(limit=3)}", flush=True)
    finally:
        driver.quit()
        server.end()
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())

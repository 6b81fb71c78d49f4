"""A person at the page of `kg serve`, in Debian's chromium."""

import pathlib
import re
import shutil
import subprocess
import time
import traceback

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException, ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException)
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

# So long a slow machine may take for what a fast one does at once.
PATIENCE = 60
# What is found while the page is being drawn anew.
UNSTEADY = (
    ElementClickInterceptedException, ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException, StopIteration)
axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Server:
    """`kg serve` on a graph, as long as it is wanted."""

    def __init__(self, kg, graph, *options):
        self.process = subprocess.Popen(
            [kg, "serve", graph, "--no-browser", "--port", "0", *options], stdout=subprocess.PIPE, text=True)
        self.entry = re.search(r"http://\S+", self.process.stdout.readline()).group()
        self.home = self.entry.split("?")[0]

    def end(self):
        self.process.terminate()
        assert self.process.wait(PATIENCE) == 0, self.process.returncode


def browser(downloads, width=1400, height=950):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--window-size={width},{height}"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_window_size(width, height)
    return driver


class Person:
    """What somebody does with the page."""

    def __init__(self, driver, server, folder):
        self.driver, self.server, self.folder = driver, server, folder
        self.downloads = folder / "saved"

    def enter(self, address=None):
        self.driver.get(address or self.server.entry)
        self.wait(lambda: self.driver.find_elements(By.ID, "status") and self.text("entity-body"))

    def wait(self, condition, seconds=PATIENCE):
        return WebDriverWait(self.driver, seconds, 0.05, UNSTEADY).until(lambda _: condition())

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, identifier):
        return self.find("#" + identifier).text

    def status(self):
        return self.text("status")

    def click(self, selector):
        self.steadily(lambda: self.find(selector).click())

    def steadily(self, act):
        """Does it again where the page was drawn anew in between, as a person would."""
        end = time.monotonic() + PATIENCE / 2
        while True:
            try:
                return act()
            except UNSTEADY:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def shown(self):
        return sorted(self.driver.execute_script(
            "return [...document.querySelectorAll('#drawing .entity')].map((each) => each.dataset.key)"))

    def edges(self):
        return self.driver.execute_script("return document.querySelectorAll('#table tbody tr').length")

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def choose(self, words, name):
        self.search(words)
        self.steadily(lambda: next(each for each in self.all("#found button") if each.text == name).click())
        self.wait(lambda: self.text("entity-title") == name and "shown" in self.status())

    def search(self, words):
        """Searches, and waits for what was found by this search, not by one before."""
        self.driver.execute_script("document.getElementById('status').textContent = ''")
        self.fill("#words", words + Keys.ENTER)
        self.wait(lambda: self.status().startswith("Found"))

    def dark(self, is_dark):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark"}] if is_dark else []})
        self.wait(lambda: self.driver.execute_script(
            "return matchMedia('(prefers-color-scheme: dark)').matches === arguments[0] && !document.getAnimations().length", is_dark))

    def picture(self, name):
        self.driver.save_screenshot(str(self.folder / f"{name}.png"))

    def violations(self):
        self.driver.execute_script(axe)
        found = self.driver.execute_async_script("axe.run(document).then(arguments[0])")
        return [(each["id"], each["help"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]]

    def svg(self):
        return self.saved("svg", lambda: self.click("#save-svg"))

    def saved(self, ending, act):
        """The file that an act lets the browser keep."""
        for each in self.downloads.iterdir():
            each.unlink()
        act()
        self.wait(lambda: any(self.downloads.glob(f"*.{ending}")) and not any(self.downloads.glob("*.crdownload")))
        return next(iter(self.downloads.glob(f"*.{ending}")))

    def button(self, text, within="body"):
        """The visible button with exactly that text."""
        return next(each for each in self.all(f"{within} button") if each.text == text and each.is_displayed())

    def press_button(self, text, within="body"):
        """Clicks a button as a pointer does, where it can be seen."""
        def press():
            button = self.button(text, within)
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
            button.click()

        self.steadily(press)

    def fill(self, selector, text):
        def write():
            field = self.find(selector)
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
            field.clear()
            field.send_keys(text)

        self.steadily(write)

    def entity(self, ref):
        return next(each for each in self.all("#drawing .entity") if each.get_attribute("data-key") == ref)

    def label(self, ref):
        return self.driver.execute_script(
            "return [...document.querySelectorAll('#drawing .entity')].find((e) => e.dataset.key === arguments[0])?.ariaLabel ?? ''", ref)

    def line(self, word):
        """The first line of the drawing in whose label a word is."""
        return next(each for each in self.all("#drawing .tie") if word in each.get_attribute("aria-label"))

    def choose_line(self, word):
        self.steadily(lambda: ActionChains(self.driver).move_to_element(
            self.line(word).find_element(By.CSS_SELECTOR, "text")).click().perform())
        self.wait(lambda: self.all("#claims-body article"))

    def errors(self, expected=()):
        """What the browser complained of, but for answers that a test asked for."""
        lines = [each["message"] for each in self.driver.get_log("browser") if each["level"] == "SEVERE"]
        return [line for line in lines if not any(part in line for part in expected)]


def run(tests, person):
    """Runs what is called test_… of an object, in the order of names; tells how many failed."""
    failed = 0
    for name in sorted(each for each in dir(tests) if each.startswith("test_")):
        start = time.time()
        try:
            getattr(tests, name)()
            print(f"ok {name} {time.time() - start:.1f} s", flush=True)
        except Exception:
            failed += 1
            person.picture(f"failed-{name}")
            print(f"FAILED {name}: {person.status()}\n{traceback.format_exc(limit=4).split('Stacktrace')[0]}", flush=True)
            person.driver.execute_script("document.getElementById('tab-drawing').click()")
    return failed

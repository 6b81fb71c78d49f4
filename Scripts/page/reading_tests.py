"""What a page that only reads lets a person do, on the seed's graph."""

import csv
import re

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys


class ReadingTests:
    def __init__(self, person):
        self.p = person

    def ref(self, name):
        return next(each for each in self.p.shown() if each.startswith(f"={name}:"))

    def test_01_search_leads_to_a_neighborhood_of_at_most_forty(self):
        p = self.p
        p.picture("01-start")
        p.choose("taliban", "Taliban")
        assert 2 <= len(p.shown()) <= 41, len(p.shown())
        assert self.ref("Taliban")
        counts = [each.text for each in p.all("#relations button")]
        assert counts and all(re.fullmatch(r"\S+ → [\d,]+", each) for each in counts), counts
        p.picture("02-neighborhood")

    def test_02_a_relation_is_expanded_as_its_count_says(self):
        p = self.p
        p.choose("taliban", "Taliban")
        # What the neighborhood did not show of a relation comes with a click.
        for button in [each.get_attribute("data-relation") for each in p.all("#relations button")]:
            text = p.steadily(lambda: p.find(f"#relations button[data-relation='{button}']").text)
            wanted, before = int(text.split(" → ")[1].replace(",", "")), set(p.shown())
            p.click(f"#relations button[data-relation='{button}']")
            p.wait(lambda: "shown" in p.status() or "No more than" in p.status())
            p.wait(lambda: before <= set(p.shown()))
            lines = p.driver.execute_script("return [...document.querySelectorAll('#table tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText))")
            told = [row for row in lines if row[1] == button and "Taliban" in (row[0], row[2])]
            assert wanted > 40 or len(told) == wanted, (button, wanted, len(told))
            if len(p.shown()) > 100:
                break

    def test_03_hide_pin_undo_and_redo_by_pointer(self):
        p = self.p
        p.choose("taliban", "Taliban")
        other = next(each for each in p.shown() if not each.startswith("=Taliban:"))
        name = other[1:].rsplit(":", 1)[0]
        self.click_entity(other)
        p.wait(lambda: p.text("entity-title") == name)
        p.press_button("Pin", "#entity-body")
        p.wait(lambda: "pinned" in p.label(other))
        place = p.entity(other).get_attribute("transform")
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        assert p.entity(other).get_attribute("transform") == place
        p.click("#undo")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "false")
        p.click("#undo")
        p.wait(lambda: "pinned" not in p.label(other))
        p.press_button("Hide", "#entity-body")
        p.wait(lambda: other not in p.shown())
        p.click("#undo")
        p.wait(lambda: other in p.shown())
        p.click("#redo")
        p.wait(lambda: other not in p.shown())

    def test_04_an_entity_is_pinned_where_it_is_dragged(self):
        p = self.p
        p.choose("qatar", "Qatar")
        other = next(each for each in p.shown() if not each.startswith("=Qatar:"))
        before = p.entity(other).get_attribute("transform")
        ActionChains(p.driver).drag_and_drop_by_offset(p.entity(other).find_element("css selector", ".shape"), 40, 30).perform()
        p.wait(lambda: "pinned" in p.label(other))
        assert p.entity(other).get_attribute("transform") != before and "pin=" in p.driver.current_url

    def test_05_ties_among_what_is_shown_are_revealed(self):
        p = self.p
        p.choose("taliban", "Taliban")
        before = p.edges()
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        assert p.edges() > before, (p.edges(), before)
        p.picture("03-ties")

    def test_06_an_edge_leads_to_claims_and_to_the_marked_sentence(self):
        p = self.p
        p.choose("qatar", "Qatar")
        p.choose_line("patron")
        p.wait(lambda: "behind this edge" in p.status())
        claims = p.text("claims-body")
        for word in ["Who says so", "When", "Confidence", "How stated", "Read by", "Why", "guardian angel"]:
            assert word in claims, (word, claims)
        p.press_button("Open the document here", "#claims-body")
        p.wait(lambda: p.all("#document-body .cited"))
        marks = [each.text for each in p.all("#document-body .cited mark")]
        assert len(marks) == 2 and "Qatar" in marks, marks
        assert "guardian angel" in p.find("#document-body .cited").text
        p.picture("04-evidence")
        here = self.marked()
        assert "patron" in here, here
        p.press_button("Next claim")
        p.wait(lambda: self.marked() != here)
        assert int(self.marked().split()[0]) >= int(here.split()[0]) and p.all("#document-body .cited mark")
        p.press_button("Previous claim")
        p.wait(lambda: self.marked() == here)
        # A step over the edge of the sentence goes to the next one that states something.
        for _ in range(12):
            if int(self.marked().split()[0]) > int(here.split()[0]):
                break
            before = self.marked()
            p.press_button("Next claim")
            p.wait(lambda: self.marked() != before)
        assert int(self.marked().split()[0]) > int(here.split()[0])
        p.press_button("Close")
        p.wait(lambda: not p.find("#document").is_displayed())

    def marked(self):
        return self.p.driver.execute_script(
            "return document.querySelector('#document-body .cited').dataset.sentence + ' ' + "
            "(document.querySelector('#document-body [aria-pressed=true]')?.textContent ?? '')")

    def test_07_a_path_ties_two(self):
        p = self.p
        p.fill("#path-from", "Turkey")
        p.fill("#path-to", "Dostum")
        p.click("#path button")
        p.wait(lambda: "path of" in p.status())
        assert self.ref("Turkey") and self.ref("Dostum")
        p.fill("#path-to", "zzzz")
        p.click("#path button")
        p.wait(lambda: "Nothing is called" in p.status())

    def test_08_filters_bound_the_view(self):
        p = self.p
        p.choose("taliban", "Taliban")
        all_edges = p.edges()
        self.filter("#filter-layer-canonical")
        p.wait(lambda: "f.layer=canonical" in p.driver.current_url and p.edges() < all_edges)
        assert {row[4] for row in self.rows()} == {"canonical"}
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url and p.edges() == all_edges)
        p.fill("#filter-confidence", "0.95")
        p.press_button("Apply", "#filters")
        p.wait(lambda: "f.confidence" in p.driver.current_url)
        assert all(int(row[6].rstrip(" %")) >= 95 for row in self.rows()), self.rows()
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url)
        self.filter("#filter-doubtful")
        p.wait(lambda: "f.doubtful=1" in p.driver.current_url)
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url and p.edges() == all_edges)
        relation = next(row[1] for row in self.rows())
        self.filter(f"[id='filter-relation-{relation}']")
        p.wait(lambda: f"f.relation={relation}" in p.driver.current_url)
        assert {row[1] for row in self.rows()} == {relation}
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url)
        self.filter("#filter-type-place")
        p.wait(lambda: "f.type=place" in p.driver.current_url)
        p.picture("05-filtered")
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url and p.edges() == all_edges)

    def filter(self, box):
        element = self.p.find(box)
        self.p.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()
        self.p.press_button("Apply", "#filters")

    def rows(self):
        return self.p.driver.execute_script(
            "return [...document.querySelectorAll('#table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))")

    def test_09_the_table_shows_what_the_drawing_shows(self):
        p = self.p
        p.choose("taliban", "Taliban")
        p.click("#ties")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        drawn = p.driver.execute_script(
            "return [...document.querySelectorAll('#drawing .tie')].flatMap((tie) => tie.getAttribute('aria-label').replace(/^[^:]*: /, '').split('; '))")
        p.click("#tab-table")
        p.wait(lambda: p.find("#table").is_displayed())
        rows = self.rows()
        words = {(row[0], row[1], row[2]) for row in rows}
        assert len(rows) == len(drawn), (len(rows), len(drawn))
        for subject, relation, thing in words:
            assert any(each.startswith(subject) and each.endswith(thing) and relation in each for each in drawn), (subject, relation, thing)
        p.picture("06-table")
        p.press_button("Evidence", "#table")
        p.wait(lambda: p.all("#claims-body article"))
        p.click("#tab-drawing")

    def test_10_a_timeline_tells_how_much_has_no_time(self):
        p = self.p
        p.choose("taliban", "Taliban")
        p.click("#tab-timeline")
        p.wait(lambda: "Timeline of" in p.text("timeline"))
        assert "without one" in p.text("timeline")
        p.picture("07-timeline")
        p.click("#tab-drawing")

    def test_11_the_address_brings_the_view_back(self):
        p = self.p
        p.choose("taliban", "Taliban")
        p.click("#ties")
        p.wait(lambda: "ties=1" in p.driver.current_url)
        self.filter("#filter-layer-canonical")
        p.wait(lambda: "f.layer" in p.driver.current_url)
        p.choose_line("Taliban")
        p.wait(lambda: "edge=" in p.driver.current_url)
        p.press_button("Open the document here", "#claims-body")
        p.wait(lambda: "place=" in p.driver.current_url)
        shown, edges, address = p.shown(), p.edges(), p.driver.current_url
        first = p.svg().read_bytes()
        p.driver.get("about:blank")
        p.driver.get(address)
        p.wait(lambda: p.shown() and p.all("#document-body .cited") and p.all("#claims-body article"))
        assert p.shown() == shown and p.edges() == edges
        assert p.svg().read_bytes() == first, "the same view gave another SVG"
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url)

    def test_12_the_view_is_taken_away_in_four_forms(self):
        p = self.p
        p.choose("qatar", "Qatar")
        svg = p.svg().read_text()
        assert svg.startswith("<svg") and ">Qatar<" in svg
        png = p.saved("png", lambda: p.click("#save-png")).read_bytes()
        assert png.startswith(b"\x89PNG") and len(png) > 5000, len(png)
        kept = p.saved("csv", lambda: p.click("#save-csv"))
        with open(kept, newline="") as file:
            rows = list(csv.DictReader(file))
        assert sorted((row["subject"], row["relation"], row["object"]) for row in rows) == sorted(tuple(row[:3]) for row in self.rows())
        html = p.saved("html", lambda: p.click("#save-html"))
        # The browser keeps one at a time.
        p.handed = html.rename(p.folder / "handed-over.html")

    def test_13_the_handed_over_file_answers_without_the_server(self):
        p = self.p
        address = p.driver.current_url
        p.driver.get(p.handed.as_uri())
        p.wait(lambda: p.shown())
        assert self.ref("Qatar")
        line = p.all("#drawing .tie")[0]
        p.driver.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", line)
        p.wait(lambda: p.all("#claims-body article"))
        p.press_button("Open the document here", "#claims-body")
        p.wait(lambda: p.all("#document-body .cited mark"))
        p.picture("08-handed-over")
        found = p.errors(["/api/path"])
        assert not found, found
        assert not p.all("#tab-review") and not p.all("#judge")
        p.driver.get(address)
        p.wait(lambda: p.shown())

    def test_14_all_is_done_by_keyboard(self):
        p = self.p
        p.driver.get("about:blank")
        p.enter(p.server.home)
        p.press("/", "taliban", Keys.ENTER)
        p.wait(lambda: p.status().startswith("Found"))
        for _ in range(40):
            p.press(Keys.TAB)
            if p.driver.switch_to.active_element.text == "Taliban":
                break
        p.press(Keys.ENTER)
        p.wait(lambda: "shown" in p.status())
        p.press("d")
        focused = lambda: p.driver.execute_script("return document.activeElement.dataset.key ?? ''")
        here = focused()
        assert "entity" in p.driver.switch_to.active_element.get_attribute("class")
        p.press(Keys.ARROW_RIGHT)
        p.wait(lambda: focused() not in (here, ""))
        other = focused()
        p.press("p")
        p.wait(lambda: "pinned" in p.label(other))
        assert focused() == other, "the focus was lost"
        p.press("o")
        p.wait(lambda: "opened" in p.label(other))
        p.press("h")
        p.wait(lambda: other not in p.shown())
        p.press("d", "z")
        p.wait(lambda: other in p.shown())
        p.press("d", "n")
        assert "tie" in p.driver.switch_to.active_element.get_attribute("class")
        p.picture("09-focus")
        p.press(Keys.ENTER)
        p.wait(lambda: p.all("#claims-body article"))
        p.press("t")
        p.wait(lambda: p.find("#ties").get_attribute("aria-pressed") == "true")
        p.press("?")
        p.wait(lambda: p.find("#keys").is_displayed())
        p.picture("10-keys")
        p.press(Keys.ESCAPE)

    def test_15_axe_finds_no_violation(self):
        p = self.p
        p.choose("qatar", "Qatar")
        p.choose_line("Qatar")
        p.press_button("Open the document here", "#claims-body")
        p.wait(lambda: p.all("#document-body .cited"))
        for tab in ["drawing", "table", "timeline"]:
            p.click("#tab-" + tab)
            p.wait(lambda: p.find("#" + tab).is_displayed() and (tab != "timeline" or "Timeline of" in p.text("timeline")))
            assert not p.violations(), (tab, p.violations())
        p.click("#tab-drawing")
        p.dark(True)
        assert not p.violations(), ("dark", p.violations())
        p.picture("11-dark")
        p.dark(False)

    def test_16_the_page_fits_a_narrow_window_and_twice_the_size(self):
        p = self.p
        for name, width, scale in [("12-narrow", 400, 1), ("13-twice", 1400, 2)]:
            p.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                "width": width // scale, "height": 950 // scale, "deviceScaleFactor": scale, "mobile": False})
            p.wait(lambda: p.driver.execute_script("return window.innerWidth") == width // scale)
            found = p.driver.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
            assert found[0] <= found[1], (name, found)
            p.picture(name)
            assert not p.violations(), (name, p.violations())
        p.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def test_17_nothing_can_be_changed_here(self):
        p = self.p
        assert not p.all("#tab-review") and not p.all("#judge") and not p.all("#rejections") and not p.all("#change")
        for path in ["merge", "split", "verdict", "rename", "retype", "reject", "undo", "suggest", "suggestions", "judgements", "members"]:
            status = p.driver.execute_async_script(
                "fetch('/api/' + arguments[0], {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'}).then((a) => arguments[1](a.status))", path)
            assert status == 404, (path, status)

    def test_18_nothing_went_wrong_and_nothing_else_was_asked(self):
        p = self.p
        # Names that nothing bears, and changes that are not there, are answered with 404: tests asked for those.
        expected = ["/api/path"] + [f"/api/{each}" for each in ["merge", "split", "verdict", "rename", "retype", "reject", "undo", "suggest", "judgements", "members"]]
        found = p.errors(expected)
        assert not found, found
        names = p.driver.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        assert all(name.startswith((p.server.home, "blob:")) for name in names), names

    def click_entity(self, ref):
        self.p.steadily(lambda: ActionChains(self.p.driver).move_to_element(self.p.entity(ref).find_element("css selector", ".shape")).click().perform())

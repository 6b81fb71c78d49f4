"""What a page that may write lets a person do, on made-up texts: homonyms, times and pages too."""

import re
import sqlite3

from selenium.webdriver.common.keys import Keys


class JudgingTests:
    def __init__(self, person, graph):
        self.p = person
        self.graph = graph

    def choose(self, words, name, kind=None):
        """Searches and chooses what is called so, of a type where there are several."""
        p = self.p
        p.search(words)
        found = [each for each in p.all("#found button[data-ref]") if each.text == name]
        next(each for each in found if not kind or f":{kind}" in each.get_attribute("data-ref")).click()
        p.wait(lambda: p.text("entity-title") == name and "shown" in p.status())

    def open_changes(self):
        p = self.p
        if not p.find("#judge").get_attribute("open"):
            p.driver.execute_script("document.querySelector('#judge summary').scrollIntoView({block: 'center'})")
            p.click("#judge summary")

    def changed(self, words):
        self.p.wait(lambda: words in self.p.text("change-body"))

    def undo(self):
        self.p.press_button("Undo this change", "#change")
        self.changed("Undone")

    def names(self):
        return sorted(each.rsplit(":", 1)[0][1:] for each in self.p.shown())

    def test_01_homonyms_stay_apart(self):
        p = self.p
        self.choose("jordan", "Jordan", "place")
        assert "Asia" in self.names() and "Hill School" not in self.names(), self.names()
        address = p.driver.current_url
        self.choose("jordan", "Jordan", "person")
        assert "Hill School" in self.names() and "Asia" not in self.names(), self.names()
        p.driver.get("about:blank")
        p.driver.get(address)
        p.wait(lambda: p.shown())
        assert "Asia" in self.names() and "Hill School" not in self.names(), self.names()
        # A name alone that fits both is asked about, and the answer is taken.
        p.fill("#path-from", "Jordan")
        p.fill("#path-to", "Carter Center")
        p.click("#path button")
        p.wait(lambda: "may mean 2" in p.status())
        p.picture("20-homonyms")
        next(each for each in p.all("#found button[data-ref]") if ":person" in each.get_attribute("data-ref")).click()
        p.wait(lambda: "path of 2" in p.status())

    def test_02_a_page_number_stands_beside_the_claim_and_in_the_text(self):
        p = self.p
        self.choose("mara", "Mara Lind")
        p.choose_line("Northwind")
        assert "page 1" in p.text("claims-body") or "page 2" in p.text("claims-body"), p.text("claims-body")
        p.press_button("Open the document here", "#claims-body")
        p.wait(lambda: p.all("#document-body .cited"))
        assert "[page 1" in p.text("document-body") and "[page 2" in p.text("document-body"), p.text("document-body")
        p.picture("21-page-number")

    def test_03_a_bar_of_the_histogram_is_a_filter(self):
        p = self.p
        self.choose("votel", "Joseph Votel")
        p.press_button("2016", "#filters")
        p.wait(lambda: "f.since=2016" in p.driver.current_url)
        assert p.edges() >= 1
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url)
        p.click("#tab-timeline")
        p.wait(lambda: "2016/2019" in p.text("timeline"))
        times = [each.text for each in p.all("#timeline li strong")]
        assert times == sorted(times) and len(times) > 1, times
        p.press_button("Open", "#timeline")
        p.wait(lambda: p.all("#document-body .cited"))
        p.picture("22-histogram")
        p.click("#tab-drawing")

    def test_04_two_names_are_merged_and_the_merge_is_undone(self):
        p = self.p
        self.choose("votel", "Joseph Votel")
        self.open_changes()
        p.fill("#merge-with", "Joseph L. Votel")
        p.press_button("Preview", "#merge")
        self.changed("nothing was changed")
        assert not p.all("#undo-change")
        p.fill("#because", "same post")
        p.fill("#merge-with", "Joseph L. Votel")
        p.press_button("Merge", "#merge")
        p.wait(lambda: p.all("#undo-change"))
        p.picture("23-merged")
        p.press_button("Center", "#entity-body")
        p.wait(lambda: {"Georgia", "Hassan Rouhani"} <= set(self.names()))
        address = p.driver.current_url
        self.undo()
        p.press_button("Center", "#entity-body")
        p.wait(lambda: not {"Georgia", "Hassan Rouhani"} <= set(self.names()))
        # The address of the view before the merge was undone leads to what is left of it.
        p.driver.get("about:blank")
        p.driver.get(address)
        p.wait(lambda: "Joseph L. Votel" in self.names() and p.text("entity-title") == "Joseph L. Votel")

    def test_05_what_was_judged_different_is_not_merged_and_the_chain_is_told(self):
        p = self.p
        self.judge_pair("Different (d)")
        self.changed("are two")
        self.choose("votel", "Joseph Votel")
        self.open_changes()
        # Jimmy Carter has more mentions, so that the two are called by his name: what is asked next was not judged itself.
        p.fill("#merge-with", "Jimmy Carter")
        p.press_button("Merge", "#merge")
        self.changed("are one")
        p.wait(lambda: p.text("entity-title") == "Jimmy Carter")
        self.open_changes()
        # He is one with another who is another than this: this may not be.
        p.fill("#merge-with", "Joseph L. Votel")
        p.press_button("Merge", "#merge")
        self.changed("must stay apart")
        steps = [each.text for each in p.all("#steps li")]
        assert len(steps) > 1 and any("is not" in step for step in steps), steps
        p.picture("24-refused")
        p.press_button(next(each.text for each in p.all("#steps button")), "#steps")
        self.changed("Undone")
        self.undo_all()

    def undo_all(self):
        """Takes back all that stands in the list of judgements."""
        p = self.p
        self.open_review()
        while p.all("#judged tbody tr"):
            last = p.steadily(lambda: p.find("#judged tbody td").text)
            p.press_button("Undo", "#judged")
            p.wait(lambda: not p.all(f"#judged button[aria-label='Undo judgement {last}']") and self.is_reviewed())
        p.click("#tab-drawing")

    def open_review(self):
        self.p.click("#tab-review")
        self.p.wait(lambda: self.p.find("#review").is_displayed() and self.is_reviewed())

    def is_reviewed(self):
        """Whether the tab of the review shows the graph as it is."""
        return self.p.find("#review").get_attribute("aria-busy") == "false"

    def judge_pair(self, text):
        p = self.p
        self.open_review()
        if p.all("#no-pair"):
            p.press_button("Look for pairs anew", "#review")
        p.wait(lambda: p.all("#pair"))
        assert "Votel" in p.text("pair") and "word" in p.text("pair"), p.text("pair")
        p.picture("25-review")
        p.press_button(text, "#review")

    def test_06_a_review_is_done_by_keyboard_and_listed(self):
        p = self.p
        self.open_review()
        p.wait(lambda: p.all("#pair"))
        p.driver.execute_script("document.getElementById('review').focus()")
        p.press("n")
        p.wait(lambda: p.all("#no-pair"))
        p.press_button("Look for pairs anew", "#review")
        p.wait(lambda: p.all("#pair"))
        p.driver.execute_script("document.getElementById('review').focus()")
        p.press("u")
        self.changed("stay open")
        p.wait(lambda: p.all("#judged tbody tr") and p.all("#no-pair"))
        row = p.find("#judged tbody tr")
        assert "unsure" in row.text, row.text
        assert not p.violations(), p.violations()
        p.picture("26-judged")
        p.press_button("Undo", "#judged")
        p.wait(lambda: p.all("#pair"))
        p.driver.execute_script("document.getElementById('review').focus()")
        p.press("s")
        self.changed("are one")
        self.undo()
        p.click("#tab-drawing")

    def test_07_a_name_that_means_two_is_split_by_documents(self):
        p = self.p
        self.choose("georgia", "Georgia")
        assert "Atlanta" in self.names() and "Turkey" in self.names(), self.names()
        self.open_changes()
        p.press_button("Split…", "#judge")
        p.wait(lambda: p.all("#split-documents"))
        box = next(each for each in p.all("#split-documents .row") if "atlanta" in each.text)
        box.find_element("css selector", "input").click()
        p.press_button("Split these off", "#members")
        self.changed("is another")
        p.picture("27-split")
        p.fill("#words", "georgia" + Keys.ENTER)
        p.wait(lambda: len([each for each in p.all("#found button[data-ref]") if each.text == "Georgia"]) == 2)
        refs = [each.get_attribute("data-ref") for each in p.all("#found button[data-ref]") if each.text == "Georgia"]
        assert len(set(refs)) == 2, refs
        for ref in sorted(refs):
            p.click(f'#found button[data-ref="{ref}"]')
            (mine, other) = ("Atlanta", "Turkey") if "@" in ref else ("Turkey", "Atlanta")
            p.wait(lambda: ref in p.shown() and mine in self.names() and other not in self.names())
        self.undo()

    def test_08_an_entity_is_renamed_and_retyped(self):
        p = self.p
        self.choose("carter", "Carter Center")
        shown = len(p.shown())
        self.open_changes()
        p.fill("#new-name", "The Carter Center of Atlanta")
        p.press_button("Rename", "#rename")
        self.changed("is called")
        p.wait(lambda: p.text("entity-title") == "The Carter Center of Atlanta")
        assert len(p.shown()) == shown, p.shown()
        p.fill("#new-type", "group")
        p.press_button("Retype", "#retype")
        self.changed("of the type group")
        p.wait(lambda: any(each.endswith("of Atlanta:group") for each in p.shown()))
        self.undo()
        p.wait(lambda: any(each.endswith("of Atlanta:organization") for each in p.shown()))
        self.undo_all()
        p.wait(lambda: p.text("entity-title") == "Carter Center")

    def test_09_an_edge_is_rejected(self):
        p = self.p
        self.choose("atlanta", "Atlanta")
        edges = p.edges()
        p.choose_line("capital")
        p.driver.execute_script("document.querySelector('#rejections summary').scrollIntoView({block: 'center'})")
        p.click("#rejections summary")
        assert not p.violations(), p.violations()
        next(each for each in p.all("#rejections button") if "capital" in each.text).click()
        self.changed("does not hold")
        p.wait(lambda: p.edges() < edges)
        p.picture("28-rejected")
        self.undo()
        p.wait(lambda: p.edges() == edges)

    def test_10_another_writer_is_not_waited_for_long_and_not_disturbed(self):
        p = self.p
        self.choose("carter", "Carter Center")
        self.open_changes()
        writer = sqlite3.connect(self.graph, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        p.fill("#new-name", "Other")
        p.press_button("Rename", "#rename")
        self.changed("writing to the graph")
        p.picture("29-busy")
        writer.execute("ROLLBACK")
        writer.close()
        p.press_button("Rename", "#rename")
        self.changed("is called")
        self.undo()

    def test_11_only_the_page_itself_may_change_the_graph(self):
        p = self.p
        ask = lambda path, **options: p.driver.execute_async_script(
            "fetch('/api/' + arguments[0], Object.assign({method: 'POST', body: '{}'}, arguments[1])).then((a) => arguments[2](a.status))", path, options)
        json = {"Content-Type": "application/json"}
        assert ask("undo", headers={"Content-Type": "text/plain"}) == 415
        assert ask("undo", headers=json, body="[") == 400
        assert ask("merge", headers=json) == 400
        assert ask("about", headers=json) == 405
        assert p.driver.execute_async_script("fetch('/api/merge').then((a) => arguments[0](a.status))") == 405

    def test_12_nothing_went_wrong(self):
        found = [line for line in self.p.errors() if not re.search(r"status of (400|405|409|415|503)", line)]
        assert not found, found

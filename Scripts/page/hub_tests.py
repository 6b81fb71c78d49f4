"""A hub of very many edges on the page."""

import time


class HubTests:
    def __init__(self, person, edges):
        self.p = person
        self.edges = edges

    def test_1_the_first_paint_does_not_wait_for_the_graph(self):
        paint = self.p.driver.execute_script("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
        print(f"   first paint after {paint:.0f} ms")

    def test_2_a_hub_is_shown_expanded_filtered_and_told_in_order(self):
        p = self.p
        start = time.time()
        p.choose("hub agency", "Hub Agency")
        print(f"   found and shown after {time.time() - start:.1f} s")
        assert len(p.shown()) <= 41, len(p.shown())
        counts = [each.text for each in p.all("#relations button")]
        assert sum(int(each.split(" → ")[1].replace(",", "")) for each in counts) == self.edges, counts
        start, before = time.time(), len(p.shown())
        p.click("#relations button[data-relation='supports']")
        p.wait(lambda: len(p.shown()) > before)
        print(f"   one relation more after {time.time() - start:.1f} s")
        start = time.time()
        p.fill("#filter-since", "2001")
        p.fill("#filter-until", "2001")
        p.press_button("Apply", "#filters")
        p.wait(lambda: "f.since=2001" in p.driver.current_url and "2001" in p.find("#filter-since").get_attribute("value"))
        p.wait(lambda: sum(int(each.text.split(" → ")[1].replace(",", "")) for each in p.all("#relations button")) < self.edges // 10)
        print(f"   filtered after {time.time() - start:.1f} s")
        p.press_button("No filter", "#filters")
        p.wait(lambda: "f." not in p.driver.current_url)
        start = time.time()
        p.click("#tab-timeline")
        p.wait(lambda: f"{self.edges:,} claims with a time" in p.text("timeline"))
        print(f"   timeline after {time.time() - start:.1f} s")
        p.picture("30-hub-timeline")
        p.press_button("More", "#timeline")
        p.wait(lambda: len(p.all("#timeline li")) == 200)
        p.click("#tab-drawing")
        p.picture("31-hub")

    def test_3_nothing_went_wrong(self):
        found = self.p.errors()
        assert not found, found

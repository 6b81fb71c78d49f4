"use strict";

/** The filters of `kg edges`, as a form; what it holds is part of the view. */
function renderFilters(form, view, choices, years, actions) {
  const field = (name, label, attributes = {}) => [
    element("label", { for: "filter-" + name }, label),
    element("input", { id: "filter-" + name, name, autocomplete: "off", value: view.filters[name] ?? "", ...attributes }),
  ];
  const boxes = (name, legend, values) => values.length ? element("fieldset", {}, element("legend", {}, legend),
    values.map((value) => element("div", { class: "row" },
      element("input", { type: "checkbox", id: `filter-${name}-${value}`, name, value, checked: (view.filters[name] ?? []).includes(value) }),
      element("label", { for: `filter-${name}-${value}` }, value)))) : null;
  const few = (name, values) => [...new Set([...values, ...(view.filters[name] ?? [])])].sort(compare).slice(0, 40);
  replace(form,
    element("div", { class: "row" },
      element("input", { type: "checkbox", id: "filter-doubtful", name: "doubtful", checked: Boolean(view.filters.doubtful) }),
      element("label", { for: "filter-doubtful" }, "Also what is denied or doubted")),
    field("confidence", "At least this sure (0 to 1)", { type: "number", min: 0, max: 1, step: 0.05 }),
    field("since", "True since (2001, 2001-09 or 2001-09-10)"), field("until", "True until"),
    element("h3", {}, "When"), histogram(years, (since, until) => actions.filter({ ...view.filters, since, until })),
    field("saidby", "Said by"), field("document", "Document or folder"),
    boxes("layer", "Layer", ["canonical", "imported", "open"]), boxes("type", "Type of the neighbor", few("type", choices.types)),
    boxes("relation", "Relation", few("relation", choices.relations)),
    element("div", { class: "row" }, element("button", { type: "submit" }, "Apply"),
      element("button", { type: "button", onclick: () => actions.filter({}) }, "No filter")));
}

/** What the form holds; empty fields are left out. */
function filtersOf(form) {
  const data = new FormData(form);
  const filters = {};
  for (const name of View.lists) if (data.getAll(name).length) filters[name] = data.getAll(name);
  for (const name of ["confidence", "since", "until", "saidby", "document"]) {
    const value = String(data.get(name) ?? "").trim();
    if (value) filters[name] = value;
  }
  if (data.get("doubtful")) filters.doubtful = "1";
  return filters;
}

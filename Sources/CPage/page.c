#include "CPage.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char index_html[] = {
#embed "page/index.html"
};
static const unsigned char page_css[] = {
#embed "page/page.css"
};
static const unsigned char elements_js[] = {
#embed "page/elements.js"
};
static const unsigned char source_js[] = {
#embed "page/source.js"
};
static const unsigned char file_source_js[] = {
#embed "page/file-source.js"
};
static const unsigned char view_js[] = {
#embed "page/view.js"
};
static const unsigned char layout_js[] = {
#embed "page/layout.js"
};
static const unsigned char shapes_js[] = {
#embed "page/shapes.js"
};
static const unsigned char drawing_js[] = {
#embed "page/drawing.js"
};
static const unsigned char table_js[] = {
#embed "page/table.js"
};
static const unsigned char timeline_js[] = {
#embed "page/timeline.js"
};
static const unsigned char evidence_js[] = {
#embed "page/evidence.js"
};
static const unsigned char filters_js[] = {
#embed "page/filters.js"
};
static const unsigned char exports_js[] = {
#embed "page/exports.js"
};
static const unsigned char judging_js[] = {
#embed "page/judging.js"
};
static const unsigned char review_js[] = {
#embed "page/review.js"
};
static const unsigned char main_js[] = {
#embed "page/main.js"
};

#define FILE_ROW(name, bytes) {name, bytes, sizeof bytes}

static const cpage_file files[] = {
  FILE_ROW("index.html", index_html),
  FILE_ROW("page.css", page_css),
  FILE_ROW("elements.js", elements_js),
  FILE_ROW("source.js", source_js),
  FILE_ROW("file-source.js", file_source_js),
  FILE_ROW("view.js", view_js),
  FILE_ROW("layout.js", layout_js),
  FILE_ROW("shapes.js", shapes_js),
  FILE_ROW("drawing.js", drawing_js),
  FILE_ROW("table.js", table_js),
  FILE_ROW("timeline.js", timeline_js),
  FILE_ROW("evidence.js", evidence_js),
  FILE_ROW("filters.js", filters_js),
  FILE_ROW("exports.js", exports_js),
  FILE_ROW("judging.js", judging_js),
  FILE_ROW("review.js", review_js),
  FILE_ROW("main.js", main_js),
};

size_t cpage_file_count(void) { return sizeof files / sizeof files[0]; }

const cpage_file *cpage_file_at(size_t index) {
  return index < cpage_file_count() ? &files[index] : NULL;
}

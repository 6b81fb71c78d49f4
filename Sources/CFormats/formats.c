#include "CFormats.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct block {
  struct block *next;
  size_t used, size;
} block;

struct kg_html {
  block *blocks;
  size_t memory, most_memory, requests, most_requests;
  jmp_buf give_up;
  GumboOutput *output;
};

static void *allocate(void *arena, size_t size) {
  kg_html *page = arena;
  if (size > page->most_memory) longjmp(page->give_up, 1);
  size = (size + 15) & ~(size_t)15;
  page->requests++;
  if (page->requests > page->most_requests) longjmp(page->give_up, 1);
  if (page->blocks == NULL || page->blocks->size - page->blocks->used < size) {
    size_t whole = size > ((size_t)1 << 18) ? size : ((size_t)1 << 18);
    if (page->memory + whole > page->most_memory) longjmp(page->give_up, 1);
    block *fresh = malloc(sizeof(block) + 16 + whole);
    if (fresh == NULL) longjmp(page->give_up, 1);
    *fresh = (block){page->blocks, 0, whole};
    page->blocks = fresh;
    page->memory += whole;
  }
  char *start = (char *)(((size_t)(page->blocks + 1) + 15) & ~(size_t)15);
  void *result = start + page->blocks->used;
  page->blocks->used += size;
  return result;
}

static void ignore(void *arena, void *pointer) {}

kg_html *kg_html_parse(const char *bytes, size_t count, size_t most_memory, size_t most_requests) {
  kg_html *page = calloc(1, sizeof *page);
  if (page == NULL) return NULL;
  page->most_memory = most_memory;
  page->most_requests = most_requests;
  if (setjmp(page->give_up) != 0) {
    kg_html_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = ignore;
  options.userdata = page;
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, bytes, count);
  return page;
}

GumboNode *kg_html_root(kg_html *page) { return page->output == NULL ? NULL : page->output->document; }

void kg_html_free(kg_html *page) {
  if (page == NULL) return;
  for (block *next, *each = page->blocks; each != NULL; each = next) {
    next = each->next;
    free(each);
  }
  free(page);
}

int kg_inflate_start(z_stream *stream, int window) { return inflateInit2(stream, window); }

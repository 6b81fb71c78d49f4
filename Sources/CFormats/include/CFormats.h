#ifndef KG_CFORMATS_H
#define KG_CFORMATS_H

#include <expat.h>
#include <gumbo.h>
#include <stddef.h>
#include <zlib.h>

/// A page of HTML as gumbo reads it, with all of its memory.
typedef struct kg_html kg_html;

/// Parses HTML in UTF-8; the bytes must stay where they are as long as the result.
///
/// Gumbo neither asks whether memory is left nor frees deep trees without as deep a stack, so that all of it comes out of one arena
/// which is bounded and goes at once.
///
/// Returns NULL where the tree would need more than `most_memory` bytes or `most_requests` pieces of memory.
kg_html *kg_html_parse(const char *bytes, size_t count, size_t most_memory, size_t most_requests);
GumboNode *kg_html_root(kg_html *page);
void kg_html_free(kg_html *page);

/// `inflateInit2`, which is a macro: `window` is -15 for raw data and 31 for gzip.
int kg_inflate_start(z_stream *stream, int window);

#endif

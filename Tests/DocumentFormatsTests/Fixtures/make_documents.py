#!/usr/bin/env python3
"""Writes report.md as plain text, HTML, DOCX, ODT, EPUB, mail and, with reportlab, PDF of one and of two columns: FOLDER."""

import base64
import html
import pathlib
import re
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
STAMP = (2016, 1, 1, 0, 0, 0)


def blocks():
    """The headings and paragraphs of the report."""
    for block in (HERE / "report.md").read_text().split("\n\n"):
        text = " ".join(block.split())
        yield ("h" if text.startswith("#") else "p", text.lstrip("# "))


def wrapped(text, width=72):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join(lines + [line])


def archive(path, files, first=None):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            target.writestr(info, text)


def write_text(path):
    path.write_text("\n\n".join(text for _, text in blocks()) + "\n")


def write_html(path):
    body = "\n".join(
        f"<h2>{html.escape(text)}</h2>" if kind == "h" else f"<p>{html.escape(text).replace('ø', '&oslash;')}</p>"
        for kind, text in blocks())
    links = "".join(f'<li><a href="/{index}">Another page of this site, number {index}</a></li>' for index in range(9))
    path.write_text(f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Water and power - River News</title>
<meta property="og:title" content="Water and power in the Sorel valley">
<meta property="og:site_name" content="River News"><meta name="author" content="Lena Falk">
<meta property="article:published_time" content="2018-02-03T10:00:00Z">
<link rel="canonical" href="https://example.org/water"><style>p {{ color: black }}</style></head>
<body><header><a href="/">River News</a> <nav><ul>{links}</ul></nav></header>
<div class="cookie-banner">This site uses cookies, and Jonas Beck of River News owns all of them.</div>
<main><article>
{body}
</article></main>
<aside class="related"><h3>Related</h3><ul>{links}</ul></aside>
<footer><p>Mirja Koskela founded River News in 1999. Copyright.</p></footer>
<script>var text = "<p>Not a text</p>";</script></body></html>
""")


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Water and power in the Sorel valley</dc:title><dc:creator>Lena Falk</dc:creator>"
        "<dcterms:created>2018-02-01T08:00:00Z</dcterms:created></cp:coreProperties>")


def write_docx(path):
    def run(text):
        # Word cuts its runs where nobody would.
        pieces = re.findall(r".{1,17}", text)
        return "".join(f'<w:r><w:t xml:space="preserve">{html.escape(piece)}</w:t></w:r>' for piece in pieces)

    body = ""
    for index, (kind, text) in enumerate(blocks()):
        style = '<w:pPr><w:pStyle w:val="Otsikko1"/></w:pPr>' if kind == "h" else ""
        extra = ""
        if index == 1:
            extra = ('<w:ins w:id="1"><w:r><w:t xml:space="preserve"> Varland borders Estmark.</w:t></w:r></w:ins>'
                     '<w:del w:id="2"><w:r><w:delText>Anna Berg owns Varland.</w:delText></w:r></w:del>'
                     '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>')
        body += f"<w:p>{style}{run(text)}{extra}</w:p>"
    cell = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Karstad", "4,200", "2014"))
    body += f"<w:tbl><w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
    archive(path, {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles {WORD}><w:style w:styleId="Otsikko1"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/footnotes.xml": f'<w:footnotes {WORD}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
                              f'<w:footnote w:id="2"><w:p>{run("Lars Moen founded the Bank of Karstad.")}</w:p></w:footnote></w:footnotes>',
        "word/comments.xml": f'<w:comments {WORD}><w:comment w:id="0"><w:p>{run("Is this true of Anna Berg?")}</w:p></w:comment></w:comments>',
        "docProps/core.xml": CORE,
    })


ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
       'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"')


def write_odt(path):
    body = "".join(
        f'<text:h text:outline-level="1">{html.escape(text)}</text:h>' if kind == "h"
        else f"<text:p>{html.escape(text)}</text:p>" for kind, text in blocks())
    changes = ('<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Anna Berg owns Varland.'
               "</text:p></text:deletion></text:changed-region></text:tracked-changes>")
    archive(path, {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}><office:body><office:text>{changes}{body}"
                       "</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {ODF}><office:meta><dc:title>Water and power in the Sorel valley</dc:title>"
                    "<meta:initial-creator>Lena Falk</meta:initial-creator>"
                    "<meta:creation-date>2018-02-01T08:00:00</meta:creation-date></office:meta></office:document-meta>",
    }, first="mimetype")


def write_epub(path):
    chapters, current = [], []
    for kind, text in blocks():
        if kind == "h" and current:
            chapters.append(current)
            current = []
        current.append(f"<h1>{html.escape(text)}</h1>" if kind == "h" else f"<p>{html.escape(text)}</p>")
    chapters.append(current)
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                                  '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    }
    items = spine = ""
    for index, chapter in enumerate(chapters):
        files[f"OEBPS/text/c {index}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
            'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>c</title></head><body>'
            f'<span epub:type="pagebreak" title="{index + 7}"/>' + "".join(chapter) + "</body></html>")
        items += f'<item id="c{index}" href="text/c%20{index}.xhtml" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="c{index}"/>'
    files["OEBPS/book.opf"] = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Water and power in the Sorel valley</dc:title><dc:creator>Lena Falk</dc:creator>"
        f"<dc:date>2018-02-01</dc:date><dc:language>en</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>")
    archive(path, files, first="mimetype")


HEAD = """From: =?utf-8?Q?Lena_Falk?= <lena.falk@example.org>
To: Desk <desk@example.org>
Subject: Water and power in the Sorel valley
Date: Sat, 3 Feb 2018 10:00:00 +0100
Message-ID: <1@example.org>
MIME-Version: 1.0
"""


def write_mail(path):
    text = "\n\n".join(wrapped(text) for _, text in blocks()) + "\n"
    path.write_text(HEAD + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                    + base64.encodebytes(text.encode()).decode())


def write_answer(path):
    path.write_text(HEAD.replace("Lena_Falk", "Jonas_Beck").replace("<1@", "<2@").replace("Subject: ", "Subject: Re: ")
                    + """Content-Type: text/plain; charset=utf-8

I founded the River Archive in 2003 and I support Lars Moen.

On Sat, 3 Feb 2018 at 10:00, Lena Falk <lena.falk@example.org> wrote:
> In April 2015 the Sorel Liberation Front attacked a police station in
> Karstad. I visited Karstad in May 2015.
>
> On Fri, 2 Feb 2018, Karin Dahl wrote:
>> I met Peter Holm in Geneva.

-- 
Jonas Beck
River News, Oslo
""")


NOTES = {
    1: ("Geneva in June 2015.", "Erik Lind founded the Geneva Water Trust."),
    2: ("in November 2016.", "Karin Dahl chaired the Estmark Energy Council."),
}
SYLLABLES = {"institute": "insti-tute", "government": "govern-ment", "agreement": "agree-ment", "political": "politi-cal",
             "leader": "lead-er", "president": "presi-dent", "minister": "minis-ter", "researchers": "re-searchers",
             "accusation": "accu-sation", "Commission": "Commis-sion", "commission": "commis-sion",
             "responsibility": "responsi-bility", "neighbours": "neigh-bours", "ambassador": "ambas-sador",
             "Institute": "Insti-tute", "Liberation": "Libera-tion", "intelligence": "intelli-gence"}


def pdf_lines(text, font, size, width, measure):
    """Breaks text into lines as a typesetter does, with hyphens where a word may be cut."""
    words = text.split()
    lines, line = [], ""
    while words:
        word = words.pop(0)
        candidate = f"{line} {word}".strip()
        if measure(candidate, font, size) <= width:
            line = candidate
            continue
        core = re.match(r"\w+", word)
        cut = SYLLABLES.get(core.group()) if core else None
        if cut:
            first, rest = cut.split("-")
            if measure(f"{line} {first}-", font, size) <= width:
                lines.append(f"{line} {first}-".strip())
                line = rest + word[len(core.group()):]
                continue
        elif word.count("-") == 1 and measure(f"{line} {word.split('-')[0]}-", font, size) <= width:
            first, rest = word.split("-")
            lines.append(f"{line} {first}-".strip())
            line = rest
            continue
        lines.append(line)
        line = word
    return lines + [line]


def write_pdf(path, columns):
    from reportlab.lib.pagesizes import A5
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    page_width, page_height = A5
    canvas = Canvas(str(path), pagesize=A5, invariant=1)
    canvas.setTitle("Water and power in the Sorel valley")
    canvas.setAuthor("Lena Falk")
    margin, gap, top, bottom = 48, 20, page_height - 70, 90
    width = (page_width - 2 * margin - gap * (columns - 1)) / columns
    state = {"page": 1, "column": 0, "y": top, "notes": []}

    def finish_page():
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(margin, page_height - 40, "Northern Rivers Review")
        canvas.drawRightString(page_width - margin, page_height - 40, "Volume 7")
        canvas.drawCentredString(page_width / 2, 24, str(state["page"] + 40))
        y = bottom - 14
        for number, note in state["notes"]:
            canvas.setFont("Times-Roman", 7)
            canvas.drawString(margin, y, f"{number} {note}")
            y -= 9
        state["notes"] = []
        canvas.showPage()
        state.update(page=state["page"] + 1, column=0, y=top)

    def draw(line, font, size, x=0):
        if state["y"] < bottom:
            if state["column"] + 1 < columns:
                state.update(column=state["column"] + 1, y=top)
            else:
                finish_page()
        left = margin + state["column"] * (width + gap) + x
        canvas.setFont(font, size)
        canvas.drawString(left, state["y"], line)
        state["y"] -= size * 1.3

    for kind, text in blocks():
        if kind == "h":
            state["y"] -= 8
            for line in pdf_lines(text, "Times-Bold", 13, width, stringWidth):
                draw(line, "Times-Bold", 13)
            state["y"] -= 3
            continue
        note = next(((n, anchor, body) for n, (anchor, body) in NOTES.items() if anchor in text), None)
        lines = pdf_lines(text, "Times-Roman", 10, width - 10, stringWidth)
        for index, line in enumerate(lines):
            marker = None
            if note:
                before = " ".join(lines[:index + 1]).replace("- ", "")
                if note[1] in before.replace("-", "") or note[1] in before:
                    marker = note[0]
                    anchor_end = note[1].split()[-1]
                    if anchor_end in line:
                        head, tail = line.split(anchor_end, 1)
                        draw_with_marker(canvas, state, draw, head + anchor_end, str(marker), tail, margin, width, gap,
                                         10 if index == 0 else 0, stringWidth)
                        state["notes"].append((marker, note[2]))
                        note = None
                        continue
            draw(line, "Times-Roman", 10, 10 if index == 0 else 0)
    finish_page()
    canvas.save()


def draw_with_marker(canvas, state, draw, head, marker, tail, margin, width, gap, x, measure):
    """Draws a line in which the number of a note stands raised."""
    draw(head, "Times-Roman", 10, x)
    y = state["y"] + 13
    left = margin + state["column"] * (width + gap) + x + measure(head, "Times-Roman", 10)
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(left, y + 4, marker)
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(left + measure(marker, "Times-Roman", 6), y, tail)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / "report.txt")
    write_html(folder / "report.html")
    write_docx(folder / "report.docx")
    write_odt(folder / "report.odt")
    write_epub(folder / "report.epub")
    write_mail(folder / "report.eml")
    write_answer(folder / "answer.eml")
    (folder / "report.mbox").write_text(
        "".join("From lena@example.org Sat Feb  3 10:00:00 2018\n" + (folder / name).read_text() + "\n"
                for name in ("report.eml", "answer.eml")))
    try:
        write_pdf(folder / "one-column.pdf", 1)
        write_pdf(folder / "two-columns.pdf", 2)
    except ImportError:
        print("reportlab is not installed: no PDF is written", file=sys.stderr)


if __name__ == "__main__":
    main()

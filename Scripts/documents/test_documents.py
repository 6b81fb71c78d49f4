#!/usr/bin/env python3
"""Writes texts in every format that kg reads, reads them all, and compares what is claimed.

The same text must give the same claims as .txt, .md, .html, .docx, .odt, .epub, .eml and .pdf of one and of two columns, with running
heads, page numbers, footnotes and words cut at the ends of lines, and each sentence of a PDF must have its page. Needs pandoc,
LibreOffice (soffice), reportlab and poppler-utils; what is missing is said and left out. Exits with 1 when a format has fewer than 98
in 100 of the claims, or a sentence another page.
"""

import argparse
import collections
import email.message
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LEAST = 0.98
# The longest texts of each kind are taken.
PER_KIND = 4
FEWEST_BYTES = 400

OWN = {
    "own-report": """The Karstad Institute was founded by Anna Berg in 1998. It employs forty engineers and is based in Oslo. \
Lars Moen, a former minister of defence, has led the institute since March 2011.
On 3 May 2014 the Sorel Liberation Front attacked a police station in Varmund. The government of Estmark condemned the attack and \
arrested Peter Holm, the leader of the front, two days later. “We will never negotiate with them,” said President Karin Dahl.
Erik Lind was born in Geneva and studied law at the University of Oslo. He married Mirja Koskela in 2003. Their daughter Lena works \
for the Northern Bank, which acquired the well-known insurer Sorel Life for 40 million dollars.
In November 2016 Estmark and Varland signed a trade agreement in Karstad. The agreement ended a conflict that had lasted for six years. \
Observers from the European Commission attended the ceremony, and Jonas Beck, the ambassador of Varland, thanked them.
""",
}


def texts(folder):
    """The texts by their names: some of each kind of the folder, where it is there, and our own."""
    kinds = collections.defaultdict(list)
    if folder.is_dir():
        for path in sorted(folder.glob("*.txt")):
            kind = re.sub(r"-[0-9a-f]*\d[0-9a-f-]*$", "", path.stem)
            kinds[kind].append((len(path.read_bytes()), path))
    found = dict(OWN)
    for kind in sorted(kinds):
        for size, path in sorted(kinds[kind], reverse=True)[:PER_KIND]:
            if size >= FEWEST_BYTES:
                found[path.stem] = path.read_text()
    return found


def paragraphs(text):
    """A line each; no white space that a format would not keep."""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def write_plain(folder, name, lines):
    (folder / f"{name}.txt").write_text("\n\n".join(lines) + "\n")
    (folder / f"{name}.md").write_text("\n\n".join(lines) + "\n")
    # Pandoc would take marks of Markdown that stand in a text for such.
    escaped = [re.sub(r"([\\`*_{}\[\]<>#|~^$@])", r"\\\1", re.sub(r"^(\d+)([.)])", r"\1\\\2", line)) for line in lines]
    escaped = [re.sub(r"^([-+])", r"\\\1", line) for line in escaped]
    (folder / "pandoc").mkdir(exist_ok=True)
    (folder / "pandoc" / f"{name}.md").write_text("\n\n".join(escaped) + "\n")


def write_mail(folder, name, lines):
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "desk@example.org", "list@example.org", name
    mail["Date"] = "Sat, 3 Feb 2018 10:00:00 +0100"
    mail["Message-ID"] = f"<{name}@example.org>"
    mail.set_content("\n\n".join(lines) + "\n", cte="quoted-printable")
    (folder / f"{name}.eml").write_bytes(bytes(mail))


def cut(word):
    """A word cut between two consonants, as a typesetter does; None for one that is not."""
    core = re.match(r"[a-z]{7,}", word)
    place = re.search(r"(?<=[a-z]{2}[bcdfgklmnprst])(?=[bcdfgklmnprst][aeiou][a-z])", core.group()) if core else None
    return (word[:place.start()], word[place.start():]) if place else None


def broken(text, width, indent, measure):
    """Lines of a text, the first of which is shorter, with hyphens where a word is cut."""
    width, rest = width - indent, width
    lines, line, words = [], "", text.split()
    while words:
        word = words.pop(0)
        candidate = f"{line} {word}".strip()
        if measure(candidate) <= width:
            line = candidate
            continue
        parts = cut(word)
        if parts and measure(f"{line} {parts[0]}-") <= width:
            lines.append(f"{line} {parts[0]}-".strip())
            line, width = parts[1], rest
            continue
        if line:
            lines.append(line)
        line, width = word, rest
    return lines + [line]


def write_pdf(path, lines, columns):
    """Draws a text with running heads, page numbers and a footnote a page; gives the text of each page's columns."""
    from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    font = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
    name = "Times-Roman"
    if pathlib.Path(font).exists():
        registerFont(TTFont("Serif", font))
        name = "Serif"
    # Small pages, so that a short text has several.
    width, height = 380, 360 if columns == 1 else 260
    margin, gap, top, bottom, size = 40, 18, height - 56, 66, 8.5
    column = (width - 2 * margin - gap * (columns - 1)) / columns
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    drawn = [[]]
    state = {"column": 0, "y": top, "hasNote": False}

    def finish():
        number = len(drawn) + 10
        canvas.setFont(name, 7.5)
        canvas.drawString(margin, height - 30, "Northern Rivers Review")
        canvas.drawRightString(width - margin, height - 30, "Volume 7")
        canvas.drawCentredString(width / 2, 26, str(number))
        if state["hasNote"]:
            canvas.setFont(name, 6)
            canvas.drawString(margin, bottom - 24, f"{len(drawn)} See the second volume of the archive, as before.")
        canvas.showPage()
        state.update(column=0, y=top, hasNote=False)

    for text in lines:
        for index, line in enumerate(broken(text, column, 9, lambda words: stringWidth(words, name, size))):
            if state["y"] < bottom:
                if state["column"] + 1 < columns:
                    state.update(column=state["column"] + 1, y=top)
                else:
                    finish()
                    drawn.append([])
            left = margin + state["column"] * (column + gap) + (9 if index == 0 else 0)
            canvas.setFont(name, size)
            canvas.drawString(left, state["y"], line)
            if not state["hasNote"] and line.endswith("."):
                canvas.setFont(name, 5)
                canvas.drawString(left + stringWidth(line, name, size), state["y"] + 3, str(len(drawn)))
                state["hasNote"] = True
            state["y"] -= size * 1.32
            drawn[-1].append(line)
    finish()
    canvas.save()
    return [letters("".join(page)) for page in drawn]


def letters(text):
    """A text without white space and hyphens, to be found in however it is broken."""
    return re.sub(r"[\s\u00ad-]", "", text)


def write_all(folder, found):
    """Writes all files; gives the text of the pages of each PDF, and what was left out."""
    pages, missing = {}, []
    has_pandoc, has_office = shutil.which("pandoc"), shutil.which("soffice")
    try:
        import reportlab  # noqa: F401
        has_reportlab = shutil.which("pdftotext") is not None
    except ImportError:
        has_reportlab = False
    for name, text in found.items():
        lines = paragraphs(text)
        write_plain(folder, name, lines)
        write_mail(folder, name, lines)
        for kind in ("html", "docx", "odt", "epub") if has_pandoc else ():
            run("pandoc", "-f", "markdown-smart", "-t", kind, "--metadata", "pagetitle=Text", *(["-M", "date=2018-02-03"] if kind == "epub" else []), "-s", folder / "pandoc" / f"{name}.md", "-o",
                folder / f"{name}.{kind}")
        for columns in (1, 2) if has_reportlab else ():
            path = folder / f"{name}.{columns}.pdf"
            pages[path.name] = write_pdf(path, lines, columns)
    if has_office and has_pandoc:
        (folder / "office").mkdir()
        files = [folder / f"{name}.odt" for name in found]
        run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir",
            folder / "office", *files)
        for name in found:
            (folder / "office" / f"{name}.pdf").rename(folder / f"{name}.office.pdf")
    for has, what in ((has_pandoc, "pandoc: no HTML, DOCX, ODT, EPUB"), (has_office, "LibreOffice: no PDF of its"),
                      (has_reportlab, "reportlab or poppler-utils: no PDF of columns")):
        if not has:
            missing.append(what)
    return pages, missing


def claims(kg, files):
    """The claims of each file."""
    output = subprocess.run([kg, "extract", "--date", "2018-02-03", *map(str, files)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    found = collections.defaultdict(list)
    for line in output.stdout.decode().split("\n"):
        if line:
            record = json.loads(line)
            found[pathlib.Path(record["document"]).name].append(record)
    if output.returncode != 0:
        print(output.stderr.decode(), file=sys.stderr)
    return found


def key(claim):
    time = claim.get("time") or {}
    return (claim["subject"]["name"], claim["relation"], claim["object"]["name"], claim["polarity"], claim["modality"],
            time.get("value"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kg", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, nargs="?", default=HERE.parents[2] / "shared" / "gold" / "train")
    parser.add_argument("--kinds", help="only these, such as docx,1.pdf")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what differs")
    arguments = parser.parse_args()
    kg, folder = arguments.kg.resolve(), arguments.folder
    found = texts(folder)
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        pages, missing = write_all(scratch, found)
        for what in missing:
            print(f"left out, for want of {what}")
        wanted = set(arguments.kinds.split(",")) | {"txt"} if arguments.kinds else None
        files = [path for path in sorted(scratch.iterdir())
                 if path.is_file() and (wanted is None or path.name.split(".", 1)[1] in wanted)]
        read = claims(kg, files)
        kinds = sorted({path.name.split(".", 1)[1] for path in files} - {"txt"})
        print(f"{len(found)} texts, {sum(len(read[f'{name}.txt']) for name in found)} claims")
        for kind in kinds:
            same = total = 0
            for name in found:
                expected = collections.Counter(map(key, read[f"{name}.txt"]))
                got = collections.Counter(map(key, read[f"{name}.{kind}"]))
                both = sum((expected & got).values())
                same += 2 * both
                total += sum(expected.values()) + sum(got.values())
                if arguments.verbose and expected != got:
                    print(f"  {name}.{kind}: only text {list((expected - got).elements())[:3]}")
                    print(f"  {name}.{kind}: only here {list((got - expected).elements())[:3]}")
            share = same / max(1, total)
            failed |= share < LEAST
            print(f"{kind:10} {share:.4f}{'' if share >= LEAST else '  FEWER'}")
        wrong = count = 0
        for name, texts_of_pages in pages.items():
            for claim in read[name]:
                # A sentence is where it starts, which is on a page by itself or the first of several.
                start = letters(claim["evidence"])[:24]
                where = [number + 1 for number, text in enumerate(texts_of_pages) if start in text]
                joined = "".join(texts_of_pages).find(start)
                if not where and joined >= 0:
                    end = 0
                    for number, text in enumerate(texts_of_pages):
                        end += len(text)
                        if joined < end:
                            where = [number + 1]
                            break
                count += 1
                if where and claim["page"] not in where:
                    wrong += 1
                    print(f"  {name}: page {claim['page']} and not {where}: {claim['evidence'][:60]}")
        print(f"pages      {count - wrong} of {count}")
        failed |= wrong > 0
    print(f"{'1' if failed else '0'} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""What the tests of the page look at beside the seed: made-up texts, a PDF of two pages, tables, and a hub of any size."""

import random
import subprocess

TEXTS = {
    "votel.txt": "General Joseph Votel led Central Command from 2016 to 2019. Joseph Votel met Hassan Rouhani in Geneva in 2017.\n",
    "visit.txt": "Joseph L. Votel was the commander of Central Command in 2018. Joseph L. Votel visited Georgia in 2018. "
                 "Georgia borders Turkey.\n",
    "atlanta.txt": "Georgia elected Jimmy Carter in 1970. Atlanta is the capital of Georgia. "
                   "Jimmy Carter founded the Carter Center in Atlanta in 1982.\n",
}
TABLE = """subject,subject_type,relation,object,object_type,time
Jordan,place,part-of,Asia,place,1946
Jordan,person,employed-by,Hill School,organization,2001-09-10
Jordan,person,knows,Jimmy Carter,person,1999
"""
PAGES = ["Mara Lind founded Northwind Trust in 1991.", "Mara Lind led Northwind Trust until 2004. Mara Lind lives in Oslo."]


def pdf(pages):
    """A PDF with a line of text on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 60 700 Td ({text}) Tj ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


def made(kg, folder):
    """A graph of the texts, the PDF and the table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    (folder / "trust.pdf").write_bytes(pdf(PAGES))
    (folder / "jordan.csv").write_text(TABLE)
    graph = folder / "made.db"
    graph.unlink(missing_ok=True)
    subprocess.run([kg, "ingest", *TEXTS, "trust.pdf", "--db", "made.db"], cwd=folder, check=True, capture_output=True)
    subprocess.run([kg, "import", "jordan.csv", "--db", "made.db"], cwd=folder, check=True, capture_output=True)
    return str(graph)


def hub(kg, folder, edges=200_000):
    """A graph in which one entity has so many edges, each with a time, and half as many lie between others."""
    folder.mkdir(parents=True, exist_ok=True)
    choose = random.Random(19)
    with open(folder / "hub.csv", "w") as table:
        table.write("subject,subject_type,relation,object,object_type,time\n")
        for number in range(edges):
            relation = choose.choice(["member-of", "employed-by", "supports", "opposes"])
            time = f"{choose.randint(1950, 2025)}-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
            table.write(f"Person {number},person,{relation},Hub Agency,organization,{time}\n")
        for _ in range(edges // 2):
            table.write(f"Person {choose.randrange(edges)},person,knows,Person {choose.randrange(edges)},person,{choose.randint(1950, 2025)}\n")
        for number in range(edges // 100):
            table.write(f"Person {number},person,leader,Second Hub,organization,\n")
    graph = folder / "hub.db"
    graph.unlink(missing_ok=True)
    subprocess.run([kg, "import", "hub.csv", "--db", "hub.db"], cwd=folder, check=True, capture_output=True)
    return str(graph)

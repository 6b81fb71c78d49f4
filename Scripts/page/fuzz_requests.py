"""Sends `kg serve --write` requests, most of them as the page would and the rest wrong in many ways, and looks whether it goes on answering.

usage: fuzz_requests.py KG GRAPH [COUNT]. The same requests each time; GRAPH is copied. Prints how many were answered how.
"""

import json
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.parse

kg, graph = sys.argv[1:3]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
folder = tempfile.TemporaryDirectory()
shutil.copy(graph, folder.name + "/kg.db")
process = subprocess.Popen(
    [kg, "serve", folder.name + "/kg.db", "--write", "--no-browser", "--port", "0"], stdout=subprocess.PIPE, text=True)
port, token = re.search(r":(\d+)/\?token=(\w+)", process.stdout.readline()).groups()
host = f"Host: 127.0.0.1:{port}\r\n"
own = f"Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"


def ask(data):
    with socket.create_connection(("127.0.0.1", int(port)), 120) as connection:
        answer = b""
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                answer += piece
        except (ConnectionResetError, BrokenPipeError):
            # What it refused was still being sent.
            pass
        return answer


entry = ask(f"GET /?token={token} HTTP/1.1\r\n{host}\r\n".encode())
cookie = re.search(rb"Set-Cookie: ([^;]+);", entry).group(1).decode()


def good(path):
    return json.loads(ask(f"GET {path} HTTP/1.1\r\n{host}Cookie: {cookie}\r\nConnection: close\r\n\r\n".encode()).split(b"\r\n\r\n", 1)[1])


about = good("/api/about")
refs = [each["ref"] for each in about["best"]]
relations = [each["name"] for each in about["relations"]] + ["no-such"]
documents = about["documentNames"]
odd = ["", "\0", "'", '"', "%", "*", "é", "漢", "AND", "(", "-1", "9" * 30, "<script>", "../", "#", " ", "=", "=:", "=a:b@c", "\u202e", "x" * 3000]


def value(choose, name):
    """What the page would send under a name; now and then something else."""
    if choose.random() < 0.12:
        return "".join(choose.choices(odd + refs, k=choose.choice([0, 1, 1, 2, 3])))
    return {
        "ref": lambda: choose.choice(refs), "other": lambda: choose.choice(refs), "from": lambda: choose.choice(refs), "to": lambda: choose.choice(refs),
        "of": lambda: choose.choice(relations), "relation": lambda: choose.choice(relations), "document": lambda: choose.choice(documents),
        "sentence": lambda: str(choose.randrange(140)), "offset": lambda: str(choose.choice([0, 0, 40, 80])), "q": lambda: choose.choice(refs)[1:].split(":")[0],
        "confidence": lambda: str(choose.choice([0, 0.5, 0.9, 1])), "since": lambda: str(choose.randrange(1990, 2024)), "layer": lambda: choose.choice(["canonical", "open"]),
        "type": lambda: choose.choice(["person", "place"]), "doubtful": lambda: "1", "saidby": lambda: choose.choice(refs),
    }[name]()


ROUTES = {
    "about": [], "search": ["q"], "entity": ["ref"], "neighbors": ["ref", "of", "offset"], "ties": ["ref", "ref", "ref"], "path": ["from", "to"],
    "claims": ["ref", "other"], "passage": ["document", "sentence"], "timeline": ["ref", "offset"], "suggestions": ["offset"], "judgements": [], "members": ["ref"],
}
FILTERS = ["relation", "layer", "type", "confidence", "since", "doubtful", "saidby"]


def question(choose):
    route = choose.choice(list(ROUTES))
    names = list(ROUTES[route])
    if route in ("entity", "neighbors", "ties", "path", "claims", "timeline"):
        names += choose.sample(FILTERS, choose.choice([0, 0, 1, 2]))
    # The documents of a filter are those of a passage too.
    query = "&".join(f"{name}={urllib.parse.quote(value(choose, name))}" for name in names)
    method = choose.choice(["GET"] * 9 + ["HEAD"])
    return f"{method} /api/{route}?{query} HTTP/1.1\r\n{host}Cookie: {cookie}\r\nConnection: close\r\n\r\n".encode()


def change(choose):
    # Nothing that is kept: a rehearsal, or what is undone at once.
    fields = choose.choice([
        lambda: ("merge", {"refs": [value(choose, "ref"), value(choose, "ref")], "rehearsal": True}),
        lambda: ("rename", {"ref": value(choose, "ref"), "name": "Other", "rehearsal": True}),
        lambda: ("retype", {"ref": value(choose, "ref"), "type": "place", "rehearsal": True}),
        lambda: ("reject", {"subject": value(choose, "ref"), "relation": value(choose, "relation"), "object": value(choose, "ref"), "rehearsal": True}),
        lambda: ("split", {"ref": value(choose, "ref"), "documents": [value(choose, "document")], "rehearsal": True}),
        lambda: ("verdict", {"left": value(choose, "q").lower() + "\t", "right": value(choose, "q").lower() + "\t", "verdict": "unsure", "rehearsal": True}),
        lambda: ("undo", {"batch": choose.randrange(9), "rehearsal": True}),
        lambda: ("merge", {"refs": choose.choice([None, 1, [1], {}, "x"]), "rehearsal": True}),
    ])()
    body = json.dumps(fields[1]).encode()
    head = f"POST /api/{fields[0]} HTTP/1.1\r\n{host}Cookie: {cookie}\r\n{own}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
    return head + body


def mangled(choose, request):
    request = bytearray(request)
    for _ in range(choose.randint(1, 5)):
        place = choose.randrange(len(request))
        act = choose.randrange(3)
        if act == 0:
            request[place] = choose.randrange(256)
        elif act == 1:
            del request[place]
        else:
            request[place:place] = choose.choice([b"\r\n", b"\n", b"\0", b"%", b" ", b":" * 30])
    return bytes(request)


statuses, lock, failures = {}, threading.Lock(), []


def send(seed, number):
    choose = random.Random(seed)
    try:
        for _ in range(number):
            request = change(choose) if choose.random() < 0.15 else question(choose)
            if choose.random() < 0.2:
                request = mangled(choose, request)
            status = ask(request)[9:12].decode(errors="replace")
            with lock:
                statuses[status] = statuses.get(status, 0) + 1
            assert process.poll() is None, f"the server ended with {process.returncode} after {request!r}"
            assert status != "500", request
    except Exception as error:
        failures.append(repr(error))


threads = [threading.Thread(target=send, args=(seed, count // 4)) for seed in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not failures, failures
assert good(f"/api/entity?ref={urllib.parse.quote(refs[0])}")["edges"]
process.terminate()
assert process.wait(60) == 0, process.returncode
print(f"{sum(statuses.values())} requests: {dict(sorted(statuses.items()))}")
assert statuses["200"] > count / 2, "too few of them were good"

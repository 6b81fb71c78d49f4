"""Sends `kg serve` requests that are wrong in many ways and looks whether it goes on answering.

usage: fuzz_requests.py KG GRAPH [COUNT]. The same requests each time.
"""

import random
import re
import socket
import subprocess
import sys
import urllib.parse

kg, graph = sys.argv[1:3]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
process = subprocess.Popen([kg, "serve", graph, "--no-browser", "--port", "0"], stdout=subprocess.PIPE, text=True)
port, token = re.search(r":(\d+)/\?token=(\w+)", process.stdout.readline()).groups()
host = f"Host: 127.0.0.1:{port}\r\n"


def ask(data):
    with socket.create_connection(("127.0.0.1", int(port)), 20) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer


entry = ask(f"GET /?token={token} HTTP/1.1\r\n{host}\r\n".encode())
cookie = re.search(rb"Set-Cookie: ([^;]+);", entry).group(1).decode()
choose = random.Random(19)
pieces = ["Taliban", "=Qatar", "Taliban", "Qatar", "1", "\0", "'", '"', "%", "*", "é", "漢", "AND", "(", "2001", "-1", "9" * 30, "<script>", "../", "#", "", " "]
paths = ["entity", "neighbors", "ties", "path", "claims", "passage", "timeline", "search", "x", "../page.js"]
names = ["ref", "of", "from", "to", "other", "document", "sentence", "q", "offset", "confidence", "since", "layer", "saidby"]
statuses = {}
for _ in range(count):
    query = "&".join(
        f"{choose.choice(names)}={urllib.parse.quote(''.join(choose.choices(pieces, k=choose.choice([0, 1, 1, 1, 2, 3]))))}"
        for _ in range(choose.randint(0, 4)))
    request = bytearray(
        f"{choose.choice(['GET'] * 8 + ['HEAD', 'POST', 'PUT'])} /api/{choose.choice(paths)}?{query} HTTP/1.1\r\n{host}Cookie: {cookie}\r\n"
        f"Content-Length: {choose.choice(['0'] * 12 + ['3', '99999', 'x'])}\r\nConnection: close\r\n\r\n".encode())
    if choose.random() < 0.5:
        for _ in range(choose.randint(1, 5)):
            place = choose.randrange(len(request))
            act = choose.randrange(3)
            if act == 0:
                request[place] = choose.randrange(256)
            elif act == 1:
                del request[place]
            else:
                request[place:place] = choose.choice([b"\r\n", b"\n", b"\0", b"%", b" ", b":" * 30])
    status = ask(bytes(request))[9:12].decode(errors="replace")
    statuses[status] = statuses.get(status, 0) + 1
    assert process.poll() is None, f"the server ended with {process.returncode} after {bytes(request)!r}"
last = ask(f"GET /api/entity?ref=Taliban HTTP/1.1\r\n{host}Cookie: {cookie}\r\nConnection: close\r\n\r\n".encode())
assert b" 200 OK" in last, last[:200]
process.terminate()
assert process.wait(5) == 0, process.returncode
assert statuses.get("500", 0) == 0, statuses
print(f"{count} requests: {dict(sorted(statuses.items()))}")

"""Looks at every line that `kg mcp` writes: whether it is valid in its revision of the protocol, how long it is, and whether wrong lines end it.

usage: lines.py KG GRAPH NAME HUB-GRAPH HUB. Needs PyPI's `mcp` of major version 2, whose `mcp_types` are made from the official schemas.
Exits with 1 where a line is not what it has to be.
"""

import json
import random
import subprocess
import sys
import threading

import jsonschema
from mcp_types import methods
from mcp_types.jsonrpc import JSONRPCError, JSONRPCResponse

kg, graph, name, hub_graph, hub = sys.argv[1:]
REVISIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"]
MALFORMED = 10_000
LONGEST = 20_000


def session(graph, lines, patience=300):
    """What `kg mcp` answers to lines, all sent at once; its exit status has to be 0."""
    process = subprocess.Popen([kg, "mcp", graph], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    writer = threading.Thread(target=lambda: (process.stdin.write(b"".join(line + b"\n" for line in lines)), process.stdin.close()))
    writer.start()
    answers = process.stdout.read().splitlines()
    writer.join()
    assert process.wait(patience) == 0, process.returncode
    return answers


def request(number, method, params, revision):
    if revision >= "2026":
        params = {**params, "_meta": {"io.modelcontextprotocol/protocolVersion": revision,
                                      "io.modelcontextprotocol/clientInfo": {"name": "lines", "version": "1"},
                                      "io.modelcontextprotocol/clientCapabilities": {}}}
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def calls(name):
    call = lambda tool, **arguments: ("tools/call", {"name": tool, "arguments": arguments})
    return [
        call("search", query=name), call("entity", name=name), call("neighbors", name=name), call("neighbors", name=name, limit=200),
        call("neighbors", name=name, include_doubtful=True, since="1990", until="2020"), call("path", **{"from": name, "to": name}),
        call("evidence", name=name), call("timeline", name=name), call("timeline", name=name, limit=200, since="1990"), call("about"),
        call("entity", name="no such thing at all"), call("entity"), call("neighbors", name=name, limit="x"),
        call("neighbors", name=name, cursor="7"), call("read", document="none", sentence=0),
    ]


def answerable(name):
    """The calls that have an answer."""
    return [params for _, params in calls(name)[:5] + calls(name)[6:10]]


def conversation(revision, name):
    """The requests of a session of a revision, by number."""
    asked = [("tools/list", {}), ("resources/list", {}), ("resources/templates/list", {}), ("resources/read", {"uri": "kg://document/none#char=0,1"}), *calls(name),
             ("tools/call", {"name": "none", "arguments": {}}), ("no/such", {})]
    if revision >= "2026":
        asked.insert(0, ("server/discover", {}))
    else:
        asked = [("initialize", {"protocolVersion": revision, "capabilities": {}, "clientInfo": {"name": "lines", "version": "1"}}), ("ping", {}), *asked]
    return {number: (method, params) for number, (method, params) in enumerate(asked, 1)}


def check(graph, name, revision):
    asked = conversation(revision, name)
    answers = session(graph, [json.dumps(request(number, *each, revision)).encode() for number, each in asked.items()])
    assert len(answers) == len(asked), (revision, len(answers), len(asked))
    schemas, longest, wrong = {}, 0, 0
    for line in sorted(answers, key=lambda line: json.loads(line)["id"]):
        answer = json.loads(line)
        method, params = asked[answer["id"]]
        if "error" in answer:
            JSONRPCError.model_validate(answer)
            wrong += 1
            continue
        JSONRPCResponse.model_validate(answer)
        methods.validate_server_result(method, revision, answer["result"])
        if method == "tools/list":
            schemas = {tool["name"]: tool.get("outputSchema") for tool in answer["result"]["tools"]}
            for tool in answer["result"]["tools"]:
                jsonschema.Draft202012Validator.check_schema(tool["inputSchema"])
        if method == "tools/call":
            assert len(line) < LONGEST, (params, len(line))
            longest = max(longest, len(line))
            value = answer["result"].get("structuredContent")
            if params in answerable(name):
                assert not answer["result"]["isError"], (params, answer["result"]["content"][0]["text"])
            if value is not None:
                jsonschema.validate(value, schemas[params["name"]])
                assert json.loads(answer["result"]["content"][0]["text"]) == value, params
    return len(answers), wrong, longest


def malformed(choose):
    """A line that is wrong in some way, or nearly right."""
    good = json.dumps(request(choose.randrange(1, 9), *choose.choice(list(conversation("2025-11-25", name).values())), choose.choice(["2025-11-25", "2026-07-28"])))
    kind = choose.randrange(10)
    if kind == 0:
        return bytes(choose.randrange(256) for _ in range(choose.randrange(60))).replace(b"\n", b" ")
    if kind == 1:
        return choose.choice(["[" * 3000, "{" * 200, '{"jsonrpc":"2.0"}', "[]", "null", "1e999", '""', '{"a":' * 70 + "1" + "}" * 70]).encode()
    if kind == 2:
        value = json.loads(good)
        value[choose.choice(list(value))] = choose.choice([None, 1.5, [], {}, "x" * 2000, True, -1, 1e300])
        return json.dumps(value).encode()
    if kind == 3:
        value = json.loads(good)
        arguments = value["params"].get("arguments")
        if arguments:
            arguments[choose.choice(list(arguments))] = choose.choice([None, 1, [], {}, ["x", 1], "\u0000", "\ud800", -1, 2 ** 70, "#", "=", "=:", "=:@", "*", '"'])
        return json.dumps(value).encode()
    letters = bytearray(good.encode())
    for _ in range(choose.randint(1, 4)):
        place = choose.randrange(len(letters))
        if choose.randrange(2):
            letters[place] = choose.choice(b'{}[]",:\\0u \xff\x00e')
        else:
            del letters[place:place + choose.randint(1, 9)]
    return bytes(letters).replace(b"\n", b" ")


for revision in REVISIONS:
    print(f"{revision}: {'%d lines valid, %d of them errors, the longest answer of a tool %d bytes' % check(graph, name, revision)}", flush=True)
print(f"hub, {REVISIONS[-1]}: {'%d lines valid, %d of them errors, the longest answer of a tool %d bytes' % check(hub_graph, hub, REVISIONS[-1])}", flush=True)
choose = random.Random(7)
last = json.dumps(request(424242, "tools/call", {"name": "about", "arguments": {}}, "2026-07-28")).encode()
answers = session(graph, [malformed(choose) for _ in range(MALFORMED)] + [last])
assert any(json.loads(line).get("id") == 424242 and "result" in json.loads(line) for line in answers), answers[-1]
for line in answers:
    assert json.loads(line)["jsonrpc"] == "2.0"
print(f"{MALFORMED} malformed lines: {len(answers)} answers, the last line answered as ever")

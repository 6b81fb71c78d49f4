"""Lists and calls every tool of `kg mcp` with the client of the installed `mcp` package, of major version 1 or 2.

usage: check.py KG GRAPH NAME OTHER. Exits with 1 where an answer is not what it has to be.
"""

import asyncio
import importlib.metadata
import sys

import jsonschema
from mcp import StdioServerParameters
from mcp.client.stdio import stdio_client

kg, graph, name, other = sys.argv[1:]
version = importlib.metadata.version("mcp")
tools = ["search", "entity", "neighbors", "path", "evidence", "read", "timeline", "about"]
parameters = StdioServerParameters(command=kg, args=["mcp", graph])


def field(value, *names):
    """A field of a result, whichever way the version of the package spells it."""
    for each in names:
        if hasattr(value, each):
            return getattr(value, each)
    raise AttributeError(names)


async def ask(client, label):
    listed = (await client.list_tools()).tools
    assert [tool.name for tool in listed] == tools, [tool.name for tool in listed]
    for tool in listed:
        assert field(tool.annotations, "read_only_hint", "readOnlyHint") is True, tool.name

    async def call(tool, **arguments):
        result = await client.call_tool(tool, arguments)
        text = result.content[0].text
        assert not field(result, "is_error", "isError"), (tool, text)
        value = field(result, "structured_content", "structuredContent")
        schema = field(next(each for each in listed if each.name == tool), "output_schema", "outputSchema")
        jsonschema.validate(value, schema)
        assert len(text.encode()) < 10_000, (tool, len(text))
        return value

    found = await call("search", query=name)
    assert found["entities"], found
    assert (await call("entity", name=name))["edges"] > 0
    edges = await call("neighbors", name=name, limit=3)
    assert edges["shown"] <= 3 and edges["total"] >= edges["shown"], edges
    seen, cursor = 0, None
    while True:
        page = await call("neighbors", name=name, **({"cursor": cursor} if cursor else {}))
        seen += page["shown"]
        cursor = page["cursor"]
        if not cursor or seen > 200:
            break
    assert seen == page["total"] or seen > 200, (seen, page["total"])
    path = await call("path", **{"from": name, "to": other}, include_open=True)
    assert path["paths"], path
    evidence = await call("evidence", name=name)
    cited = [c for claim in evidence["claims"] for c in claim["citations"] if c["quote"]]
    if cited:
        read = await call("read", document=cited[0]["document"], sentence=cited[0]["sentence"])
        assert any(cited[0]["quote"] in s["quote"] for s in read["sentences"]), read
        resource = await client.read_resource(cited[0]["uri"])
        assert cited[0]["quote"][:20] in resource.contents[0].text, resource
    await call("timeline", name=name)
    await call("about")
    wrong = await client.call_tool("entity", {"name": "no such thing at all"})
    assert field(wrong, "is_error", "isError") and "search" in wrong.content[0].text, wrong
    print(f"mcp {version} ({label}): {len(tools)} tools listed and called, {seen} rows paged")


async def modern():
    from mcp import Client

    for mode in ["auto", "2026-07-28", "legacy"]:
        async with Client(parameters, mode=mode) as client:
            await ask(client, f"{mode}: {client.protocol_version}")


async def legacy():
    from mcp import ClientSession

    async with stdio_client(parameters) as (read, write):
        async with ClientSession(read, write) as client:
            agreed = await client.initialize()
            await ask(client, agreed.protocolVersion)


asyncio.run(legacy() if version.startswith("1.") else modern())

"""Files of every kind that `kg` reads, whose bytes came through Spark: laid out in a folder of the worker, and read there."""

import json
import os
import signal
import subprocess
import tempfile

from .extractor import ExtractorError, Reading

# Files of these kinds may hold several documents each, so that one of them is read at a time.
OF_SEVERAL = (".eml", ".mbox", ".gz")
MOST_FILES, MOST_BYTES = 64, 64 << 20


def read_files(binary, files, options=()):
    """Yields a `Reading` for each document of each `(name, bytes, date)`, in order.

    Many files are read by one process; where that fails, each of them by one of its own.
    """
    group, size = [], 0
    for file in files:
        if file[1] is None:
            yield from read_group(binary, group, options)
            group, size = [], 0
            yield Reading(*file)
            continue
        if group and (len(group) == MOST_FILES or size + len(file[1]) > MOST_BYTES or not_together(group[-1], file)):
            yield from read_group(binary, group, options)
            group, size = [], 0
        group.append(file)
        size += len(file[1])
    yield from read_group(binary, group, options)


def not_together(one, other):
    """Whether two files need processes of their own: their days are given apart, or one may hold several documents."""
    return one[2] != other[2] or any(name.lower().endswith(OF_SEVERAL) for name in (one[0], other[0]))


def read_group(binary, group, options):
    if not group:
        return
    with tempfile.TemporaryDirectory(prefix="kg-files-") as folder:
        paths = []
        for number, (name, content, _) in enumerate(group):
            ending = os.path.splitext(name)[1]
            paths.append(os.path.join(folder, f"{number}{ending if ending[1:].isalnum() and ending.isascii() else ''}"))
            with open(paths[-1], "wb") as file:
                file.write(content)
        dated = ["--date", group[0][2]] if group[0][2] else []
        status, readings, complaint = run(binary, [*options, *dated], paths, group)
    complete = status in (0, 65, 66) and (len(group) == 1 and readings or len(readings) == len(group))
    if complete:
        yield from readings
    elif len(group) > 1:
        for file in group:
            yield from read_group(binary, [file], options)
    else:
        yield Reading(*group[0], error=f"kg extract ended while it read this file: {complaint}")


def run(binary, options, paths, group):
    command = [binary, "extract", "--summaries", "--jobs", "1", *options, "--", *paths]
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, start_new_session=True)
        except OSError as error:
            raise ExtractorError(f"kg cannot be started ({binary}): {error}") from error
        try:
            readings = list(parsed(process.stdout, paths, group))
            status = process.wait()
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            process.stdout.close()
        complaints.seek(0)
        complaint = complaints.read()[-2000:].decode("utf-8", "replace").strip()
    if status == 64:
        raise ExtractorError(f"kg extract does not take these options: {complaint}")
    ending = f"signal {-status}" if status < 0 else f"status {status}"
    return status, readings, f"{ending}{': ' + complaint if complaint else ''}"


def parsed(lines, paths, group):
    """The readings in the output of one process, under the names of their files for those of the copies."""
    claims, number = [], 0
    several = len(group) == 1
    for line in lines:
        if not line.endswith(b"\n"):
            return
        record = json.loads(line)
        if "layer" in record:
            claims.append(line)
            continue
        place = 0 if several else number
        if place >= len(group):
            return
        name, path = group[place][0], paths[place]
        error = record.get("error")
        part = (record["document"] or path)[len(path) + 1:] or None
        renamed = [with_name(each, path, name) for each in [*claims, line]]
        yield Reading(
            *group[place], renamed[:-1], None if error else renamed[-1], error and error.replace(path, name), part)
        claims, number = [], number + 1


def with_name(line, path, name):
    """A record with the name of the file in the place of that of its copy."""
    old, new = (json.dumps(each, ensure_ascii=False)[:-1] for each in (path, name))
    return line[:-1].decode("utf-8").replace(f'"document":{old}', f'"document":{new}', 1)

"""One `kg extract` process for a partition of documents: fed while it is read, watched, and ended with the task."""

import json
import os
import signal
import subprocess
import tempfile
import threading
from collections import deque
from dataclasses import dataclass, field


class ExtractorError(Exception):
    """The extractor cannot run here at all: the task fails, and the message says why."""


@dataclass
class Reading:
    """What became of one document: its claim records as `kg` wrote them, and its summary, or the error.

    `given` is its text, or the bytes of its file.
    """

    document: str
    given: str | bytes | None
    date: str | None
    claims: list = field(default_factory=list)
    summary: str | None = None
    error: str | None = None
    part: str | None = None

    @property
    def name(self):
        """The name of the document: that of a part of a file is behind the file's own."""
        return self.document if self.part is None else f"{self.document}/{self.part}"


def input_line(document, text, date=None):
    """A document as a line that `kg extract --jsonl` takes; one without a text is as if it were empty."""
    record = {"id": document, "text": text or ""}
    if date is not None:
        record["date"] = date
    # A lone surrogate cannot be written as UTF-8: the replacement character stands for it, as in any decoder.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def read_documents(binary, documents, options=(), attempts=2):
    """Yields a `Reading` for each `(document, text, date)`, in order.

    Every answer of the extractor is in the order of its inputs, and closes each document with a summary, so that it is
    known which documents are done. Where the extractor dies, the first document that is not done is tried once more
    alone; if it dies again, that document is an error, and the others go on.
    """
    waiting = deque()
    source = iter(documents)
    suspect_attempts = 0
    while True:
        run = _Run(binary, options, waiting, source)
        with run.complaints:
            for reading in run.readings():
                suspect_attempts = 0
                yield reading
            complaint = run.complaint()
        if run.is_complete:
            return
        suspect_attempts += 1
        if not waiting:
            raise ExtractorError(f"kg extract ended before its input: {complaint}")
        if suspect_attempts >= attempts:
            yield Reading(*waiting.popleft(), error=f"kg extract ended while it read this document: {complaint}")
            suspect_attempts = 0


class _Run:
    """One life of the process; `waiting` holds the documents that it was given and has not answered."""

    def __init__(self, binary, options, waiting, source):
        self.waiting = waiting
        self.source = source
        self.is_complete = False
        self.feeding_error = None
        self.lock = threading.Lock()
        self.complaints = tempfile.TemporaryFile()
        command = [binary, "extract", "--jsonl", "--summaries", "--jobs", "1", *options, "-"]
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.complaints,
                start_new_session=True)
        except OSError as error:
            raise ExtractorError(f"kg cannot be started ({' '.join(command)}): {error}") from error

    def readings(self):
        again = list(self.waiting)
        feeder = threading.Thread(target=self._feed, args=(again,), daemon=True)
        feeder.start()
        claims = []
        try:
            for line in self.process.stdout:
                if not line.endswith(b"\n"):
                    break  # cut off by the end of the process: the document is read again
                record = json.loads(line)
                if "layer" in record:
                    claims.append(line[:-1].decode("utf-8"))
                    continue
                with self.lock:
                    document = self.waiting.popleft()
                error = record.get("error")
                yield Reading(*document, claims, None if error else line[:-1].decode("utf-8"), error)
                claims = []
            status = self.process.wait()
            feeder.join()
            if self.feeding_error is not None:
                raise self.feeding_error
            self.is_complete = status == 0 and not self.waiting
            if not self.is_complete and status == 64:
                raise ExtractorError(f"kg extract does not take these options: {self.complaint()}")
        finally:
            self._end()

    def _feed(self, again):
        try:
            for document, text, date in again:
                self.process.stdin.write(input_line(document, text, date))
            for document, text, date in self.source:
                with self.lock:
                    self.waiting.append((document, text, date))
                self.process.stdin.write(input_line(document, text, date))
            self.process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass  # the process is gone; what it did not answer is still waiting
        except BaseException as error:
            self.feeding_error = error
            self._kill()

    def _kill(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def _end(self):
        """Ends the process where it still runs, as when the task is cancelled in the middle."""
        if self.process.poll() is None:
            self._kill()
            self.process.wait()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass

    def complaint(self):
        """The last lines that the process wrote to its standard error, and how it ended."""
        self.complaints.seek(0, os.SEEK_END)
        self.complaints.seek(max(0, self.complaints.tell() - 2000))
        text = self.complaints.read().decode("utf-8", "replace").strip()
        status = self.process.returncode
        ending = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
        return f"{ending}{': ' + text if text else ''}"

"""How fast kg reads: whole processes over one megabyte of English, on one core and on two, and the parts of the work.

usage: reading.py KG READING-STAGES [TEXT]
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def megabyte(folder):
    """The seed interview, over and over, each time with its sentences in another order, so that no chain repeats itself."""
    lines = [line for line in (ROOT / "seeds/afghanistan-interview.txt").read_text(encoding="utf-8").split("\n") if line.strip()]
    parts, size, turn = [], 0, 0
    while size < 1_000_000:
        turn += 1
        part = "\n\n".join(lines[turn * 7 % len(lines):] + lines[:turn * 7 % len(lines)]) + "\n\n"
        parts.append(part)
        size += len(part.encode("utf-8"))
    path = os.path.join(folder, "megabyte.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(parts))
    return path


def run(command):
    """Wall seconds, processor seconds, peak memory in MB and the output of a child process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def main():
    kg, stages = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        text = sys.argv[3] if len(sys.argv) > 3 else megabyte(folder)
        words, first = None, None
        print(f"{'command':28} {'words':>8} {'wall s':>8} {'cpu s':>8} {'words/s':>9} {'words/cpu s':>12} {'MB':>6}")
        for name, command in (
                ("kg analyze --jobs 1", [kg, "analyze", text, "--jobs", "1"]),
                ("kg analyze --jobs 2", [kg, "analyze", text, "--jobs", "2"]),
                ("kg extract --jobs 1", [kg, "extract", text, "--jobs", "1"])):
            wall, cpu, memory, output = run(command)
            if command[1] == "analyze":
                words = sum(line[:1].isdigit() and b"-" not in line.split(b"\t")[0] for line in output.split(b"\n"))
                if first is not None and output != first:
                    sys.exit("one job and two give different bytes")
                first = output
            print(f"{name:28} {words:8} {wall:8.1f} {cpu:8.1f} {words / wall:9.0f} {words / cpu:12.0f} {memory:6.0f}")
        print(subprocess.run([stages, text], capture_output=True, text=True, check=True).stdout, end="")


if __name__ == "__main__":
    main()

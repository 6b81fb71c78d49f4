"""A Spark session whose workers have this package, and the binary where it is not at the same path."""

import os
import sys
import tempfile
import zipfile

from pyspark.sql import SparkSession


def open_session(name: str, master: str | None = None, binary: str | None = None, options=None) -> SparkSession:
    """Opens a session; `binary` is sent along with the job, for workers that have no `kg`."""
    # Workers on this machine run the same Python; on another one the cluster says which (PYSPARK_PYTHON).
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName(name)
    if master:
        builder = builder.master(master)
    # A worker that fails often is one more try, and not the end of the application.
    builder = builder.config("spark.deploy.maxExecutorRetries", "-1")
    for key, value in (options or {}).items():
        builder = builder.config(key, value)
    # Text of many documents in a batch would fill a worker's memory.
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.sparkContext.addPyFile(packed())
    if binary:
        session.sparkContext.addFile(os.path.abspath(binary))
    return session


def packed() -> str:
    """This package as a file that workers import from."""
    folder = os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(tempfile.mkdtemp(prefix="kgcluster-"), "kgcluster.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                archive.write(os.path.join(folder, name), f"kgcluster/{name}")
    return path

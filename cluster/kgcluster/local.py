"""A real Spark cluster on this machine: a master and workers as processes of their own, on loopback."""

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import time

import pyspark


class LocalCluster:
    """Use as a context: `with LocalCluster(workers=2) as cluster: … cluster.master`."""

    def __init__(self, workers=2, cores=1, memory="2g", environment=None):
        self.count, self.cores, self.memory = workers, cores, memory
        self.environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                            "SPARK_NO_DAEMONIZE": "1", **(environment or {})}
        self.folder = tempfile.TemporaryDirectory(prefix="kg-spark-")
        self.master_process, self.workers = None, []
        self.master = None

    def __enter__(self):
        # Processes of their own would stay where this one is interrupted outside of the context.
        atexit.register(self.__exit__)
        port = free_port()
        self.master = f"spark://127.0.0.1:{port}"
        self.master_process = self._start(
            "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port",
            str(free_port()))
        wait_for(port, self.master_process)
        for _ in range(self.count):
            self.start_worker()
        return self

    def start_worker(self, environment=None):
        worker = self._start(
            "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", str(self.cores), "--memory",
            self.memory, "--webui-port", str(free_port()), "--work-dir",
            os.path.join(self.folder.name, f"work-{len(self.workers)}"), self.master, environment=environment)
        self.workers.append(worker)
        return worker

    def __exit__(self, *_):
        atexit.unregister(self.__exit__)
        for process in [*self.workers, self.master_process]:
            if process is not None and process.poll() is None:
                process.terminate()
        for process in [*self.workers, self.master_process]:
            if process is not None:
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        self.folder.cleanup()

    def _start(self, kind, *options, environment=None):
        home = os.path.dirname(pyspark.__file__)
        log = open(os.path.join(self.folder.name, "log.txt"), "ab")
        return subprocess.Popen(
            [os.path.join(home, "bin", "spark-class"), kind, *options], stdout=log, stderr=log,
            stdin=subprocess.DEVNULL, start_new_session=True,
            env={**self.environment, "SPARK_HOME": home, **(environment or {})})


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, seconds=60):
    """Waits until something listens; throws where the process ends before, or nothing comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the master ended with status {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the master does not listen")

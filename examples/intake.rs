//! Prints what intake makes of files: `cargo run --example intake -- FILE…`.

use std::path::Path;

fn main() {
    for path in std::env::args().skip(1) {
        let (articles, diagnostics) = dossier::intake::read_file(Path::new("."), Path::new(&path), false);
        for diagnostic in diagnostics {
            println!("{diagnostic}");
        }
        for article in articles {
            println!("=== {}", article.path);
            println!("title: {:?}", article.title.map(|title| title.value));
            println!("published: {:?}", article.published.map(|date| date.value.to_string()));
            println!("modified: {:?}", article.modified.map(|date| date.value.to_string()));
            println!("authors: {:?}", article.authors.iter().map(|author| &author.value).collect::<Vec<_>>());
            println!(
                "outlet: {:?} url: {:?}",
                article.outlet.map(|outlet| outlet.value),
                article.url.map(|url| url.value)
            );
            println!("tags: {:?}", article.tags);
            for block in &article.blocks {
                let text: String = block.span.of(&article.text).chars().take(90).collect();
                println!("  {:?}: {text}", block.kind);
            }
            for removed in &article.removed {
                println!("  - {:>3} [{}] {}", removed.line, removed.rule, removed.text);
            }
        }
    }
}

//! Lists of words as data: a list begins at its name in brackets, its words are parted by white space.

/// The words of the list `name` in `data`.
///
/// # Panics
/// If the data has no such list.
pub fn list(data: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let title = format!("[{name}]");
    let mut lines = data.lines().skip_while(move |line| *line != title);
    assert!(lines.next().is_some(), "the data has a list [{name}]");
    lines.take_while(|line| !line.starts_with('[')).flat_map(str::split_whitespace)
}

//! Lists of words as data: a list begins at its name in brackets, its words are parted by white space, its phrases by
//! commas or line ends.

/// The words of the list `name` in `data`.
///
/// # Panics
/// If the data has no such list.
pub fn list(data: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    lines(data, name).flat_map(str::split_whitespace)
}

/// The phrases of the list `name` in `data`.
///
/// # Panics
/// If the data has no such list.
pub fn phrases(data: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    lines(data, name).flat_map(|line| line.split(',')).map(str::trim).filter(|phrase| !phrase.is_empty())
}

fn lines(data: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let title = format!("[{name}]");
    let mut lines = data.lines().skip_while(move |line| *line != title);
    assert!(lines.next().is_some(), "the data has a list [{name}]");
    lines.take_while(|line| !line.starts_with('['))
}

//! Pairs of quotation marks, whatever their shape, and the lines of a text.

use crate::span::Span;

/// Words between a pair of marks that lies in no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks.
    pub outer: Span,
    /// Without them, and without white space at the ends.
    pub inner: Span,
}

/// Over how many lines further a quote may run.
const LONGEST: usize = 6;

/// The lines of `text` that are not blank, without white space at their ends.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            lines.push(span);
        }
        start += line.len() + 1;
    }
    lines
}

/// The outermost pairs of quotation marks, in order. A pair is closed on the line where it opens, or
/// runs on over whole lines («…» round several paragraphs).
pub(super) fn marked(text: &str, lines: &[Span]) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut line = 0;
    let mut from = lines.first().map_or(0, |first| first.start);
    while line < lines.len() {
        let mut scan = Scan { text, open: Vec::new(), found: &mut found };
        scan.run(Span::new(from, lines[line].end));
        let Some(&(start, _)) = scan.open.first() else {
            line += 1;
            from = lines.get(line).map_or(from, |next| next.start);
            continue;
        };
        // Straight marks run on no further: one that is never closed would swallow the text.
        let mut closed_on = None;
        if !text[start..].starts_with('"') {
            for (further, span) in lines.iter().enumerate().skip(line + 1).take(LONGEST) {
                let repeated = text[span.start..].chars().next().filter(|first| *first == '«' || *first == '“');
                let begin = span.start + repeated.map_or(0, char::len_utf8);
                scan.run(Span::new(begin, span.end));
                if scan.open.first().is_none_or(|(first, _)| *first != start) {
                    closed_on = Some(further);
                    break;
                }
            }
        }
        match closed_on {
            Some(further) => {
                let end = found.iter().find(|pair: &&Marked| pair.outer.start == start).map(|pair| pair.outer.end);
                line = further;
                from = end.unwrap_or(lines[further].end);
                found.retain(|pair| pair.outer.start <= start);
            }
            None => {
                // Read the rest of the line as if the mark were not there.
                found.retain(|pair| pair.outer.start < start);
                from = start + text[start..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    found
}

struct Scan<'s> {
    text: &'s str,
    /// Where each open pair begins, and the marks that may close it.
    open: Vec<(usize, &'static [char])>,
    found: &'s mut Vec<Marked>,
}

impl Scan<'_> {
    fn run(&mut self, span: Span) {
        let mut before = self.text[..span.start].chars().next_back().unwrap_or(' ');
        for (offset, c) in span.of(self.text).char_indices() {
            let at = span.start + offset;
            let closers = match c {
                '«' => Some(&['»'][..]),
                '„' => Some(&['“', '”', '"'][..]),
                '“' if !self.closes(c) => Some(&['”', '"', '“'][..]),
                '"' if !(self.closes(c) && !before.is_whitespace() && before != '(') => Some(&['"', '”'][..]),
                _ => None,
            };
            match closers {
                Some(closers) => self.open.push((at, closers)),
                None if self.closes(c) => self.close(at, c),
                None => {}
            }
            before = c;
        }
    }

    fn closes(&self, c: char) -> bool {
        self.open.iter().any(|(_, closers)| closers.contains(&c))
    }

    fn close(&mut self, at: usize, c: char) {
        while let Some((start, closers)) = self.open.pop() {
            if !closers.contains(&c) {
                continue;
            }
            if self.open.is_empty() {
                let outer = Span::new(start, at + c.len_utf8());
                let opening = self.text[start..].chars().next().map_or(1, char::len_utf8);
                let inner = Span::new(start + opening, at).trimmed(self.text);
                self.found.push(Marked { outer, inner });
            }
            return;
        }
    }
}

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

/// How many marks may be open at once. Where more are, the first of them is never closed: each mark that is
/// not costs a reading of what follows, which so reaches no further than this many others.
const DEEPEST: usize = 32;

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
        let mut scan = Scan { text, open: Vec::new(), waiting: [0; CLOSERS.len()], found: &mut found };
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
                if scan.is_full() {
                    break;
                }
            }
        }
        match closed_on {
            Some(further) => {
                drop_after(&mut found, start);
                let end = found.last().filter(|pair| pair.outer.start == start).map(|pair| pair.outer.end);
                line = further;
                from = end.unwrap_or(lines[further].end);
            }
            None => {
                // Read the rest of the line as if the mark were not there.
                drop_after(&mut found, start);
                from = start + text[start..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    found
}

/// Takes the pairs that begin behind `start` from the end of those found, which stand in order.
fn drop_after(found: &mut Vec<Marked>, start: usize) {
    while found.pop_if(|pair| pair.outer.start > start).is_some() {}
}

/// The marks that may close a pair.
const CLOSERS: [char; 4] = ['»', '“', '”', '"'];

struct Scan<'s> {
    text: &'s str,
    /// Where each open pair begins, and the marks that may close it.
    open: Vec<(usize, &'static [char])>,
    /// How many open pairs each of [`CLOSERS`] may close.
    waiting: [usize; CLOSERS.len()],
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
                Some(_) if self.is_full() => return,
                Some(closers) => {
                    self.count(closers, usize::wrapping_add);
                    self.open.push((at, closers));
                }
                None if self.closes(c) => self.close(at, c),
                None => {}
            }
            before = c;
        }
    }

    fn closes(&self, c: char) -> bool {
        CLOSERS.iter().position(|closer| *closer == c).is_some_and(|place| self.waiting[place] > 0)
    }

    fn is_full(&self) -> bool {
        self.open.len() >= DEEPEST
    }

    fn count(&mut self, closers: &[char], change: fn(usize, usize) -> usize) {
        for (closer, waiting) in CLOSERS.iter().zip(&mut self.waiting) {
            *waiting = change(*waiting, usize::from(closers.contains(closer)));
        }
    }

    fn close(&mut self, at: usize, c: char) {
        while let Some((start, closers)) = self.open.pop() {
            self.count(closers, usize::wrapping_sub);
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

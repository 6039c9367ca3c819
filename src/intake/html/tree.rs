//! A parsed page as its blocks: each stretch of text that stands on lines of its own, and the elements
//! round it.

use dom_query::{Document, NodeRef};

use super::breaks::{BOLD, LINK, lines_of};
use super::elements::{is_data_table, is_icon, is_inline, is_large, is_silent, is_titled};
use super::marks::{self, Mark};

/// What a block's own element says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// A paragraph, or text directly in a container.
    Text,
    /// A heading of this level, 1–6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A row of a table of data.
    Row,
}

/// One block.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub text: String,
    pub made: Made,
    /// Index of the innermost block element round it.
    pub element: usize,
    /// How many of its characters stand in links.
    pub linked: usize,
    /// Whether all of it is bold, as hand-made headings are.
    pub bold: bool,
}

impl Block {
    /// The share of the text that is links.
    pub fn link_share(&self) -> f32 {
        self.linked as f32 / self.text.chars().count().max(1) as f32
    }

    /// Parts between white space that hold a letter or a digit.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    }
}

/// One block element.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub name: String,
    /// Index of the element round it; the root's is its own.
    pub parent: usize,
    /// What its name, classes and attributes say against its text.
    pub marks: Vec<Mark>,
    /// Whether a picture or a film stands directly in it.
    pub pictured: bool,
    /// Whether it says that it holds a story's title.
    pub titled: bool,
}

/// The page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// In document order, so that a parent stands before its children.
    pub elements: Vec<Element>,
    pub blocks: Vec<Block>,
}

impl Tree {
    /// An element and all round it, innermost first.
    pub fn with_ancestors(&self, element: usize) -> impl Iterator<Item = usize> + '_ {
        let up = move |&at: &usize| (self.elements[at].parent != at).then(|| self.elements[at].parent);
        std::iter::successors(Some(element), up)
    }

    /// Whether `element` is `outer` or lies in it.
    pub fn is_within(&self, element: usize, outer: usize) -> bool {
        self.with_ancestors(element).take_while(|&at| at >= outer).any(|at| at == outer)
    }
}

/// Reads the visible text of a document.
pub(super) fn read(document: &Document) -> Tree {
    let mut reader = Reader { tree: Tree::default(), open: Open::default(), stack: Vec::new() };
    let mut steps = vec![Step::Enter(document.html_root())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => reader.text(&node.text()),
            Step::Enter(node) => {
                if reader.enter(&node) {
                    steps.push(Step::Leave(node));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
            Step::Leave(node) => reader.leave(&node),
        }
    }
    reader.close();
    reader.tree
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

/// What is under construction.
#[derive(Default)]
struct Open {
    /// The text; [`LINK`] and [`BOLD`] stand before each letter that is linked or bold.
    text: String,
    /// Whether an inline element has just been left, with no text or space after it.
    left_inline: bool,
    /// Whether another inline box has been entered directly behind it.
    between: bool,
}

struct Reader {
    tree: Tree,
    open: Open,
    /// The open elements, inline ones too.
    stack: Vec<Level>,
}

#[derive(Clone, Copy)]
struct Level {
    /// Index of the block element.
    element: usize,
    made: Made,
    in_link: bool,
    in_bold: bool,
    preformatted: bool,
    data_table: bool,
    /// Whether the block element is one of running text.
    prose: bool,
}

const ROOT: Level = Level {
    element: 0,
    made: Made::Text,
    in_link: false,
    in_bold: false,
    preformatted: false,
    data_table: false,
    prose: false,
};

impl Reader {
    fn level(&self) -> Level {
        self.stack.last().copied().unwrap_or(ROOT)
    }

    /// Opens an element. False where nothing in it is to be read.
    fn enter(&mut self, node: &NodeRef) -> bool {
        let Some(name) = node.node_name().map(|name| name.to_lowercase()) else { return node.is_document() };
        if is_silent(&name) {
            if matches!(name.as_str(), "img" | "picture" | "video" | "iframe" | "embed" | "object" | "amp-img") {
                let element = self.level().element;
                if let Some(element) = self.tree.elements.get_mut(element) {
                    element.pictured = true;
                }
            }
            return false;
        }
        let mut level = self.level();
        match name.as_str() {
            "br" => {
                self.open.text.push('\n');
                return false;
            }
            "hr" => {
                self.close();
                return false;
            }
            "a" => level.in_link = true,
            "b" | "strong" | "big" => level.in_bold = true,
            "font" | "span" | "div" if is_large(node) => level.in_bold = true,
            _ => {}
        }
        let cell = level.data_table && matches!(name.as_str(), "td" | "th");
        if cell {
            if !self.open.text.trim().is_empty() {
                self.open.left_inline = false;
                self.open.text.push_str(" | ");
            }
        } else if !is_inline(&name) {
            self.close();
            let parent = level.element;
            let marks = if self.tree.elements.is_empty() { Vec::new() } else { marks::of(node, &name) };
            let titled = is_titled(node);
            self.tree.elements.push(Element { name: name.clone(), parent, marks, pictured: false, titled });
            level.element = self.tree.elements.len() - 1;
            level.prose = matches!(
                name.as_str(),
                "p" | "li" | "td" | "th" | "blockquote" | "dd" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            );
            level.made = match name.as_bytes() {
                [b'h', digit @ b'1'..=b'6'] => Made::Heading(digit - b'0'),
                b"li" | b"dd" | b"dt" => Made::Item,
                b"tr" if level.data_table => Made::Row,
                // The first paragraph of an item stands behind its bullet.
                b"p" | b"div" if level.made == Made::Item => Made::Item,
                _ => Made::Text,
            };
            match name.as_str() {
                "pre" => level.preformatted = true,
                "table" => level.data_table = is_data_table(node),
                _ => {}
            }
        } else if !self.tree.elements.is_empty() && matches!(name.as_str(), "span" | "a" | "small" | "font" | "em") {
            let marks = marks::of(node, &name);
            // Boxes are made of any element; a mark needs an element to stand on.
            if !marks.is_empty() {
                self.close();
                let parent = level.element;
                self.tree.elements.push(Element { name: name.clone(), parent, marks, pictured: false, titled: false });
                level.element = self.tree.elements.len() - 1;
            }
        }
        // Emphasis goes on with a word; boxes beside each other stand apart.
        let box_of_text = matches!(name.as_str(), "a" | "span" | "small" | "time" | "label");
        self.open.between |= self.open.left_inline && box_of_text;
        self.stack.push(level);
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let inner = self.level();
        self.stack.pop();
        let outer = self.level();
        let name = node.node_name().map(|name| name.to_lowercase()).unwrap_or_default();
        if inner.element != outer.element || (!is_inline(&name) && !inner.data_table) {
            self.close_in(inner);
        } else if name == "i" && !inner.prose && is_icon(node) {
            // What icons stand before are values of their own: a date, a counter, a name.
            self.open.text.push('\n');
        } else {
            self.open.left_inline = !self.open.text.is_empty() && !self.open.text.ends_with([' ', '\n']);
        }
    }

    fn text(&mut self, text: &str) {
        let level = self.level();
        for c in text.chars() {
            let blank = c.is_whitespace() && c != '\u{A0}';
            if matches!(c, LINK | BOLD) {
                continue;
            }
            if !blank {
                self.part_from_inline(c, level);
                if level.in_link {
                    self.open.text.push(LINK);
                }
                if level.in_bold {
                    self.open.text.push(BOLD);
                }
                self.open.text.push(c);
            } else if level.preformatted && c == '\n' {
                self.open.text.push('\n');
            } else {
                self.open.left_inline = false;
                self.open.between = false;
                if !self.open.text.ends_with([' ', '\n']) {
                    self.open.text.push(' ');
                }
            }
        }
    }

    /// Elements that follow each other without a space stand apart on the screen all the same, unless
    /// the second goes on with the word of the first.
    fn part_from_inline(&mut self, next: char, level: Level) {
        let between = std::mem::take(&mut self.open.between);
        if !std::mem::take(&mut self.open.left_inline) {
            return;
        }
        let Some(last) = self.open.text.chars().next_back() else { return };
        let capital = next.is_uppercase()
            && (last.is_lowercase() || last.is_ascii_digit() || matches!(last, '.' | '»' | ')' | '!' | '?'));
        let parted = between && next.is_alphanumeric() && last.is_alphanumeric();
        if !level.prose && (capital || parted || next.is_ascii_digit() && last.is_alphanumeric()) {
            self.open.text.push('\n');
        } else if capital {
            self.open.text.push(' ');
        }
    }

    fn close(&mut self) {
        let level = self.level();
        self.close_in(level);
    }

    /// Ends the block under construction, which belongs to `level`.
    fn close_in(&mut self, level: Level) {
        let open = std::mem::take(&mut self.open);
        if open.text.trim().is_empty() {
            return;
        }
        let parts = if matches!(level.made, Made::Heading(_)) {
            vec![open.text.replace('\n', " ")]
        } else {
            lines_of(&open.text)
        };
        for part in parts {
            let count = |mark: char| part.matches(mark).count();
            let (linked, bold) = (count(LINK), count(BOLD));
            let plain: String = part.chars().filter(|c| !matches!(*c, LINK | BOLD)).collect();
            let text = plain.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            let letters = text.chars().filter(|c| !c.is_whitespace()).count();
            if letters > 0 {
                let bold = bold * 10 >= letters * 9;
                self.tree.blocks.push(Block { made: level.made, element: level.element, linked, bold, text });
            }
        }
    }
}

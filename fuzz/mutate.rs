//! Damaged inputs, one after the other.

/// Bytes that an input has at most.
pub const LARGEST: usize = 1 << 20;

/// Pieces that readers look for, and numbers at which they break.
const PIECES: [&str; 64] = [
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<script type=\"application/ld+json\">",
    "</script>",
    "<div>",
    "<p>",
    "<table><tr><td>",
    "<time datetime=\"",
    "&",
    "&#",
    "&#x110000;",
    "&nbsp;",
    "&laquo",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE a [<!ENTITY b \"&c;&c;&c;\">]>",
    "<rss><channel><item>",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    "\\u",
    "\\xd0",
    "\\ud800",
    ":",
    ",",
    "null",
    "-1",
    "1e999",
    "99999999999999999999",
    "---\n",
    "\n---\n",
    "tags: [",
    "created: ",
    "\r\n",
    "\n\n",
    "\t",
    "\0",
    "\u{FEFF}",
    "\u{200B}",
    "\u{202E}",
    "\u{AD}",
    "и\u{306}",
    "«",
    "»",
    "— ",
    "12 марта 2024, 14:05",
    "31.02.2024",
    "МОСКВА, 14 мар — РИА Новости. ",
    "Канал, [12.03.2024 14:05]",
    "Content-Type: multipart/mixed; boundary=\"a\"",
    "=?utf-8?B?",
    "=\r\n",
    "\n--a\n",
    "%PDF-1.4",
    "obj<</Length 9>>stream",
    "https://a.example/2024/03/14/",
    "🙂",
];

/// Makes inputs out of seeds.
pub struct Mutator {
    seeds: Vec<Vec<u8>>,
    state: u64,
}

impl Mutator {
    /// The same `name` and `number` make the same inputs.
    pub fn new(name: &str, number: u64, seeds: Vec<Vec<u8>>) -> Self {
        let state = name.bytes().fold(number, |state, byte| state.wrapping_mul(31).wrapping_add(u64::from(byte)));
        Self { seeds, state }
    }

    /// The next input.
    pub fn next(&mut self) -> Vec<u8> {
        let seed = self.below(self.seeds.len());
        let mut input = self.seeds[seed].clone();
        for _ in 0..=self.below(8) {
            self.damage(&mut input);
            input.truncate(LARGEST);
        }
        input
    }

    fn damage(&mut self, input: &mut Vec<u8>) {
        let (from, to) = self.range(input.len());
        match self.below(9) {
            0 => drop(input.drain(from..to)),
            1 => input.truncate(from),
            2 => {
                let piece = input[from..to].to_vec();
                let times = 1 + self.below(64);
                let longest = (LARGEST / piece.len().max(1)).min(times);
                input.splice(from..from, piece.repeat(longest));
            }
            3 => {
                let other = self.below(self.seeds.len());
                let (start, end) = self.range(self.seeds[other].len());
                let piece = self.seeds[other][start..end].to_vec();
                input.splice(from..from, piece);
            }
            4 => {
                for byte in &mut input[from..to.min(from + 8)] {
                    *byte = self.state as u8;
                    self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                }
            }
            5 => {
                let times = if self.below(20) == 0 { 20_000 } else { 1 + self.below(3) };
                let piece = PIECES[self.below(PIECES.len())].as_bytes().repeat(times);
                input.splice(from..from, piece);
            }
            6 => input[from..to].reverse(),
            7 => {
                // Joins or parts lines.
                for byte in &mut input[from..to] {
                    *byte = if *byte == b'\n' { b' ' } else { *byte };
                }
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())].as_bytes();
                input.splice(from..to.min(from + piece.len()), piece.iter().copied());
            }
        }
    }

    /// A part of something so long, mostly a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let most = if self.below(4) == 0 { length - from } else { (length - from).min(64) };
        (from, from + self.below(most + 1))
    }

    /// Below `limit`, which is not 0 (SplitMix64).
    fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }
}

//! Reading the context model's weights where they lie in the dictionary's file.
//!
//! The file is a header and seventeen sections, each its length (`u64`), its bytes, and zeros up to the
//! next eight. The last section is the model: eight bytes, a version, a number of entries, and each
//! entry's name, kind and content. All numbers are little-endian.

use std::collections::HashMap;

const DICTIONARY: &[u8] = b"RUMORPH\0";
/// The version whose last section is the model.
const DICTIONARY_VERSION: u32 = 8;
/// Where the first section begins: after the eight bytes, the version and a checksum.
const HEADER: usize = 16;
const SECTIONS: usize = 17;
const ALIGNMENT: usize = 8;

const MODEL: &[u8] = b"RUMCTX\0\0";
const MODEL_VERSION: u32 = 1;

/// What the model has learnt, by name; each is taken out once.
pub(super) struct Weights(HashMap<&'static str, Entry>);

enum Entry {
    Strings(Vec<&'static str>),
    Matrix { columns: usize, numbers: Vec<f32> },
    Sizes(Vec<usize>),
    Limits(Vec<f64>),
}

impl Weights {
    /// The weights in a dictionary's file; `None` where it has none, or has them in another format.
    pub fn of(dictionary: &'static [u8]) -> Option<Self> {
        let mut bytes = Bytes(model(dictionary)?);
        bytes.expect(MODEL)?;
        if bytes.u32()? != MODEL_VERSION as usize {
            return None;
        }
        let count = bytes.u32()?;
        (0..count).map(|_| bytes.entry()).collect::<Option<_>>().map(Self)
    }

    /// A list of strings.
    pub fn strings(&mut self, name: &str) -> Option<Vec<&'static str>> {
        match self.0.remove(name)? {
            Entry::Strings(strings) => Some(strings),
            _ => None,
        }
    }

    /// A matrix of this many columns, row by row.
    pub fn matrix(&mut self, name: &str, rows: usize, columns: usize) -> Option<Vec<f32>> {
        match self.0.remove(name)? {
            Entry::Matrix { columns: own, numbers } if own == columns && numbers.len() == rows * columns => {
                Some(numbers)
            }
            _ => None,
        }
    }

    /// The rows of a matrix, each of which belongs to something.
    pub fn rows<const COLUMNS: usize>(&mut self, name: &str, rows: usize) -> Option<Vec<[f32; COLUMNS]>> {
        Some(self.matrix(name, rows, COLUMNS)?.as_chunks().0.to_vec())
    }

    /// A single row.
    pub fn row<const COLUMNS: usize>(&mut self, name: &str) -> Option<[f32; COLUMNS]> {
        self.rows(name, 1)?.first().copied()
    }

    /// The sizes of the model's parts.
    pub fn sizes(&mut self, name: &str) -> Option<Vec<usize>> {
        match self.0.remove(name)? {
            Entry::Sizes(sizes) => Some(sizes),
            _ => None,
        }
    }

    /// Numbers that divide a range.
    pub fn limits(&mut self, name: &str) -> Option<Vec<f64>> {
        match self.0.remove(name)? {
            Entry::Limits(limits) => Some(limits),
            _ => None,
        }
    }
}

/// The last section of a dictionary's file.
fn model(dictionary: &'static [u8]) -> Option<&'static [u8]> {
    let mut bytes = Bytes(dictionary);
    bytes.expect(DICTIONARY)?;
    if bytes.u32()? != DICTIONARY_VERSION as usize {
        return None;
    }
    let mut at = HEADER;
    let mut section: &[u8] = &[];
    for _ in 0..SECTIONS {
        let mut rest = Bytes(dictionary.get(at..)?);
        let length = usize::try_from(u64::from_le_bytes(rest.array()?)).ok()?;
        section = rest.take(length)?;
        at = (at + 8 + length).next_multiple_of(ALIGNMENT);
    }
    Some(section)
}

/// Bytes that have not been read yet.
struct Bytes(&'static [u8]);

impl Bytes {
    fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const COUNT: usize>(&mut self) -> Option<[u8; COUNT]> {
        self.take(COUNT)?.try_into().ok()
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        (self.take(bytes.len())? == bytes).then_some(())
    }

    fn u32(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.array()?)).ok()
    }

    fn text(&mut self, length: usize) -> Option<&'static str> {
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let bytes = self.take(count.checked_mul(4)?)?;
        Some(bytes.as_chunks().0.iter().map(|&number| f32::from_le_bytes(number)).collect())
    }

    fn entry(&mut self) -> Option<(&'static str, Entry)> {
        let length = usize::from(u16::from_le_bytes(self.array()?));
        let name = self.text(length)?;
        let [kind] = self.array()?;
        let entry = match kind {
            0 => {
                let count = self.u32()?;
                let mut string = || {
                    let length = self.u32()?;
                    self.text(length)
                };
                Entry::Strings((0..count).map(|_| string()).collect::<Option<_>>()?)
            }
            1 => {
                let (rows, columns) = (self.u32()?, self.u32()?);
                Entry::Matrix { columns, numbers: self.floats(rows.checked_mul(columns)?)? }
            }
            // Whole numbers, and for each row what they are multiplied with.
            2 => {
                let (rows, columns) = (self.u32()?, self.u32()?);
                let scales = self.floats(rows)?;
                let bytes = self.take(rows.checked_mul(columns)?)?;
                let rows = bytes.chunks_exact(columns.max(1)).zip(scales);
                let scaled = |(row, scale): (&'static [u8], f32)| {
                    row.iter().map(move |&byte| f32::from(byte.cast_signed()) * scale)
                };
                Entry::Matrix { columns, numbers: rows.flat_map(scaled).collect() }
            }
            3 => {
                let count = self.u32()?;
                Entry::Sizes((0..count).map(|_| self.u32()).collect::<Option<_>>()?)
            }
            4 => {
                let count = self.u32()?;
                let limit = |bytes: &mut Self| bytes.array().map(f64::from_le_bytes);
                Entry::Limits((0..count).map(|_| limit(self)).collect::<Option<_>>()?)
            }
            _ => return None,
        };
        Some((name, entry))
    }
}

//! Texts that were formatted before.
//!
//! A site of thousands of pages asks for the same few thousand texts millions of times, and formatting is slow.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Texts by the key of their message and by the one thing that was put in.
pub struct Remembered<T>(RwLock<HashMap<String, HashMap<T, String>>>);

// Derived, it would ask for a default `T`.
impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<T: Eq + Hash> Remembered<T> {
    /// The text under `key` with `value` put in: as it was, or else as `format` makes it.
    pub fn text(&self, key: &str, value: T, format: impl FnOnce() -> Option<String>) -> Option<String> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = known.get(key).and_then(|texts| texts.get(&value)) {
            return Some(text.clone());
        }
        drop(known);
        let text = format()?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(key.to_owned()).or_default().insert(value, text.clone());
        Some(text)
    }
}

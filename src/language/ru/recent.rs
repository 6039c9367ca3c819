//! What was met lately: a memory that stays small and keeps what returns.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;

/// Values by their keys. When as many are new as it keeps, the older ones that were not asked for since
/// are forgotten: it has twice as many at the most.
pub(super) struct Recent<K, V> {
    kept: usize,
    young: HashMap<K, V, RandomState>,
    old: HashMap<K, V, RandomState>,
}

impl<K: Hash + Eq, V: Clone> Recent<K, V> {
    /// A memory that keeps at least this many of the values that were asked for last.
    pub fn new(kept: usize) -> Self {
        Self { kept, young: HashMap::default(), old: HashMap::default() }
    }

    /// The value of `key`, if it is remembered.
    pub fn get<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if let Some(value) = self.young.get(key) {
            return Some(value.clone());
        }
        let (key, value) = self.old.remove_entry(key)?;
        self.insert(key, value.clone());
        Some(value)
    }

    /// Remembers the value of `key`.
    pub fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.kept {
            std::mem::swap(&mut self.young, &mut self.old);
            self.young.clear();
        }
        self.young.insert(key, value);
    }

    /// The value of `key`, made by `make` if it is not remembered.
    pub fn find<Q: Hash + Eq + ?Sized>(&mut self, key: &Q, make: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q> + for<'q> From<&'q Q>,
    {
        self.get(key).unwrap_or_else(|| {
            let value = make();
            self.insert(key.into(), value.clone());
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn what_returns_is_kept() {
        let mut recent: Recent<u32, u32> = Recent::new(3);
        for key in 0..20 {
            recent.insert(key, key);
            assert_eq!(recent.get(&0), Some(0), "{key}");
        }
        assert_eq!(recent.get(&1), None);
        assert_eq!(recent.get(&19), Some(19));
    }
}

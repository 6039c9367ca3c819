//! Numbers for the generators of the benchmarks.

/// A small generator of numbers that look random: xorshift, seeded, the same on every machine.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// A rank below `limit`, the first ones far more often: the logarithm of the rank is even.
    pub fn rank(&mut self, limit: usize) -> usize {
        let even = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((limit as f64).powf(even) - 1.0) as usize
    }
}

//! Whether two amounts can both be right.

use crate::analysis::{Bound, Figure};

/// How far «около» reaches, as a part of the greater amount.
const ABOUT: f64 = 0.12;
/// Amounts of one thing that differ more than this are amounts of two, or a misread scale.
const MOST_APART: f64 = 30.0;
/// Whole numbers below this are counted, not rounded.
const COUNTED: f64 = 100.0;

/// Whether two amounts in one unit agree, what is rounded or bounded («около», «более») included.
pub fn agree(a: &Figure, b: &Figure) -> bool {
    let (low, high) = (a.value.abs().min(b.value.abs()), a.value.abs().max(b.value.abs()));
    if low == high || (low > 0.0 && high / low > MOST_APART) {
        return true;
    }
    let within = |bound: Bound, of: f64, other: f64| match bound {
        Bound::AtLeast => other >= of,
        Bound::AtMost => other <= of,
        Bound::About => high - low <= ABOUT * high,
        Bound::Exact => false,
    };
    // Two open bounds exclude each other only when they face apart.
    let open = |bound: Bound| matches!(bound, Bound::AtLeast | Bound::AtMost);
    if open(a.bound) && a.bound == b.bound {
        return true;
    }
    within(a.bound, a.value, b.value) || within(b.bound, b.value, a.value) || is_rounded(a.value, b.value)
}

/// Whether one of two amounts is the other, rounded to the digits that it has.
fn is_rounded(a: f64, b: f64) -> bool {
    let whole = |value: f64| value.fract() == 0.0 && value < COUNTED;
    if whole(a) && whole(b) {
        return false;
    }
    let same = |exact: f64, rough: f64| {
        let digits = significant(rough);
        let magnitude = exact.abs().log10().floor() as i32 + 1;
        let scale = 10f64.powi(digits - magnitude);
        ((exact * scale).round() - rough * scale).abs() < 1e-6 || ((exact * scale).floor() - rough * scale).abs() < 1e-6
    };
    same(a, b) || same(b, a)
}

/// How many digits of an amount tell something: 1 for 20000, 3 for 12.5.
fn significant(value: f64) -> i32 {
    let value = value.abs();
    // Amounts have six decimals at most. What is greater than a whole number can be is told to the last digit anyway.
    let mut digits = if value.fract() == 0.0 { value as u128 } else { (value * 1e6).round() as u128 };
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(1, |power| power as i32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn figure(value: f64, bound: Bound) -> Figure {
        Figure { span: Span::new(0, 0), value, unit: "RUB".to_owned(), of: None, predicate: None, bound, change: false }
    }

    #[test]
    fn digits_that_tell_something_are_counted() {
        let counts = [(20_000.0, 1), (12.5, 3), (0.0, 1), (0.05, 1), (-4.23e9, 3), (1.234e12, 4), (100.25, 5)];
        for (value, count) in counts {
            assert_eq!(significant(value), count, "{value}");
        }
    }

    #[test]
    fn rounded_and_bounded_amounts_agree() {
        use Bound::{About, AtLeast, AtMost, Exact};
        for (a, of_a, b, of_b, expected) in [
            (4.23e9, Exact, 4.2e9, Exact, true),
            (4.2e9, Exact, 5.1e9, Exact, false),
            (14.0, Exact, 10.0, Exact, false),
            (106.0, Exact, 100.0, AtLeast, true),
            (106.0, Exact, 120.0, AtLeast, false),
            (9.6e6, Exact, 1e7, About, true),
            (70.5e6, Exact, 70e6, Exact, true),
            (64.8, Exact, 65.0, Exact, true),
            (90.0, Exact, 100.0, AtMost, true),
            (300.0, Exact, 450.0, Exact, false),
            (5.0, AtLeast, 7.0, AtLeast, true),
        ] {
            assert_eq!(agree(&figure(a, of_a), &figure(b, of_b)), expected, "{a} and {b}");
        }
    }
}

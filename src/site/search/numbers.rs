//! Whole numbers as a few printable ASCII characters: five bits each, the least last.

const LAST: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
const MORE: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()";

/// Appends `number`: capitals and marks for all characters but the last, digits and small letters for
/// the last, so that numbers need nothing between them.
pub fn push(out: &mut Vec<u8>, number: u32) {
    let mut shift = 30;
    while shift > 0 {
        if number >> shift > 0 {
            out.push(MORE[(number >> shift & 31) as usize]);
        }
        shift -= 5;
    }
    out.push(LAST[(number & 31) as usize]);
}

/// `numbers`, which grow, each as its difference from the one before.
pub fn ascending(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    let (mut out, mut last) = (Vec::new(), 0);
    for number in numbers {
        push(&mut out, number - last);
        last = number;
    }
    out
}

/// A weight from 1 to 31 as one character that no number has; 1 is nothing at all.
pub fn push_weight(out: &mut Vec<u8>, weight: u8) {
    const WEIGHTS: &[u8; 30] = b"'*+,-./:;<=>?@[]^_`wxyz{|}~\"#\\";
    if weight > 1 {
        out.push(WEIGHTS[usize::from(weight.min(31)) - 2]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_weights_share_no_character() {
        let mut weights = Vec::new();
        (2..=31).for_each(|weight| push_weight(&mut weights, weight));
        weights.sort_unstable();
        weights.dedup();
        assert_eq!(weights.len(), 30);
        assert!(weights.iter().all(|weight| !LAST.contains(weight) && !MORE.contains(weight)));
    }

    #[test]
    fn numbers_are_written_in_base_32() {
        let written = |number| {
            let mut out = Vec::new();
            push(&mut out, number);
            String::from_utf8(out).unwrap()
        };
        assert_eq!([written(0), written(31), written(32), written(1025)], ["0", "v", "B0", "BA1"]);
        assert_eq!(ascending([3, 3, 40]), b"30B5");
    }
}

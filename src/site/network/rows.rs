//! Names put into rows, each as near as can be to where it would stand, none on another.

use super::layout::{Cell, PLAY};

/// The rows of a box.
pub struct Rows {
    /// Cell, row, and the place of its mark from the upper left corner.
    pub places: Vec<(usize, usize, f64, f64)>,
    pub count: usize,
    pub height: f64,
}

/// Puts the cells of one box into rows of the given width: as many as fit into `height`, and more where
/// they would be too full.
pub fn rows(cells: &[Cell], members: &[usize], wanted: &[(f64, f64)], width: f64, height: f64) -> Rows {
    let mut by_height = members.to_vec();
    by_height.sort_by(|&a, &b| wanted[a].1.total_cmp(&wanted[b].1).then(a.cmp(&b)));
    let tall = |cell: usize| cells[cell].up + cells[cell].down + 2.0 * PLAY;
    let mean = members.iter().map(|&cell| tall(cell)).sum::<f64>() / members.len() as f64;
    let mut count = ((height / mean) as usize).clamp(1, members.len());
    let rows = loop {
        let rows = parted(cells, &by_height, count);
        let fits = |row: &Vec<usize>| row.len() == 1 || row.iter().map(|&cell| cells[cell].width).sum::<f64>() <= width;
        if count == members.len() || rows.iter().all(fits) {
            break rows;
        }
        count += 1;
    };
    let left = members.iter().map(|&cell| wanted[cell].0).fold(f64::MAX, f64::min);
    let right = members.iter().map(|&cell| wanted[cell].0).fold(f64::MIN, f64::max);
    // What was scattered over some of the box is drawn out over its width.
    let stretch = if right - left > 1.0 { width * 0.9 / (right - left) } else { 0.0 };
    let mut places = Vec::with_capacity(members.len());
    let mut top = 0.0;
    for (number, row) in rows.iter().enumerate() {
        let up = row.iter().map(|&cell| cells[cell].up).fold(0.0, f64::max);
        let down = row.iter().map(|&cell| cells[cell].down).fold(0.0, f64::max);
        let mut row = row.clone();
        row.sort_by(|&a, &b| wanted[a].0.total_cmp(&wanted[b].0).then(a.cmp(&b)));
        let (high, low) = (wanted[row_end(&row, wanted, true)].1, wanted[row_end(&row, wanted, false)].1);
        let x =
            |cell: usize| if stretch > 0.0 { width * 0.05 + (wanted[cell].0 - left) * stretch } else { width / 2.0 };
        let set = apart(&row.iter().map(|&cell| (x(cell), cells[cell].width)).collect::<Vec<_>>(), width);
        for (&cell, x) in row.iter().zip(set) {
            let play = if low - high > 1.0 { (wanted[cell].1 - high) / (low - high) * 2.0 * PLAY } else { PLAY };
            places.push((cell, number, x, top + up + play));
        }
        top += up + down + 2.0 * PLAY;
    }
    Rows { places, count: rows.len(), height: top }
}

/// The cell of a row that stands highest, or lowest.
fn row_end(row: &[usize], wanted: &[(f64, f64)], highest: bool) -> usize {
    let by = |a: &&usize, b: &&usize| wanted[**a].1.total_cmp(&wanted[**b].1);
    let end = if highest { row.iter().min_by(by) } else { row.iter().max_by(by) };
    *end.expect("a row has a cell")
}

/// Cells in order, parted into `count` rows of about the same width, none of them empty.
fn parted(cells: &[Cell], ordered: &[usize], count: usize) -> Vec<Vec<usize>> {
    let all: f64 = ordered.iter().map(|&cell| cells[cell].width).sum();
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut before = 0.0;
    for (number, &cell) in ordered.iter().enumerate() {
        let middle = before + cells[cell].width / 2.0;
        let row = ((middle / all * count as f64) as usize).min(count - 1);
        // As many rows are open yet as there are cells left, at the most.
        rows[row.max((number + count).saturating_sub(ordered.len()))].push(cell);
        before += cells[cell].width;
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// Middles of intervals (wanted middle, width), in order, that touch no other and lie between 0 and
/// `width`, with the least sum of squared moves: runs that would touch are pooled, as in isotonic
/// regression.
fn apart(wanted: &[(f64, f64)], width: f64) -> Vec<f64> {
    // Each run: where its left edge would be, summed over its parts; how many; how wide.
    let mut runs: Vec<(f64, f64, f64)> = Vec::new();
    for &(middle, wide) in wanted {
        let mut run = (middle - wide / 2.0, 1.0, wide);
        while let Some(&(sum, count, long)) = runs.last() {
            let left = (sum / count).clamp(0.0, (width - long).max(0.0));
            if left + long <= (run.0 / run.1).clamp(0.0, (width - run.2).max(0.0)) {
                break;
            }
            // The later run's edge, seen from the pooled one's.
            run = (sum + run.0 - run.1 * long, count + run.1, long + run.2);
            runs.pop();
        }
        runs.push(run);
    }
    let mut middles = Vec::with_capacity(wanted.len());
    for (sum, count, long) in runs {
        let mut left = (sum / count).clamp(0.0, (width - long).max(0.0));
        for _ in 0..count as usize {
            let wide = wanted[middles.len()].1;
            middles.push(left + wide / 2.0);
            left += wide;
        }
    }
    middles
}

//! A bar for long work, on a terminal only.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Progress;

/// Files from which there is something to wait for.
const MANY: usize = 50;

/// The bar of one build.
pub struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// A bar that stays hidden when it is `quiet`, when standard error is no terminal, or when there is
    /// little to do.
    pub fn new(quiet: bool) -> Self {
        let bar = ProgressBar::hidden();
        if !quiet && std::io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} sources, {eta} left");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_length(0);
        }
        Self { bar }
    }

    /// Shows how far the build is.
    pub fn show(&self, progress: Progress) {
        match progress {
            Progress::Files(count) if count >= MANY && self.bar.length().is_some() => {
                self.bar.set_length(count as u64);
                self.bar.set_draw_target(indicatif::ProgressDrawTarget::stderr_with_hz(10));
            }
            Progress::Files(_) => {}
            Progress::FileDone => self.bar.inc(1),
            Progress::AllDone => self.clear(),
        }
    }

    /// Takes the bar off the terminal.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

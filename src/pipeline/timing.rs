//! How long each stage of a build takes.

use std::time::{Duration, Instant};

/// A stage of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Finding that nothing has changed since the last build.
    Comparing,
    /// Configuration, language of the interface, templates.
    Settings,
    /// Reading and analysing the sources, each by itself.
    Analysis,
    /// Putting the analyses together.
    Linking,
    /// Reading `content/`, and drafting its pages.
    Drafts,
    /// Rendering the site.
    Rendering,
    /// Comparing with the last site, and putting the new one in its place.
    Publishing,
    /// Writing the drafts that changed.
    Writing,
}

impl Stage {
    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparing => "comparing",
            Self::Settings => "settings",
            Self::Analysis => "analysis",
            Self::Linking => "linking",
            Self::Drafts => "drafts",
            Self::Rendering => "rendering",
            Self::Publishing => "publishing",
            Self::Writing => "writing",
        }
    }
}

/// The stages of a build so far, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timings {
    since: Instant,
    stages: Vec<(Stage, Duration)>,
}

impl Timings {
    /// Starts the clock.
    pub fn begin() -> Self {
        Self { since: Instant::now(), stages: Vec::new() }
    }

    /// Ends a stage; the next one begins.
    pub fn end(&mut self, stage: Stage) {
        let now = Instant::now();
        self.stages.push((stage, now - self.since));
        self.since = now;
    }

    /// Each stage with its time.
    pub fn stages(&self) -> &[(Stage, Duration)] {
        &self.stages
    }
}

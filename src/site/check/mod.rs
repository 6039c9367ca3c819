//! Every internal link and anchor of a site, checked: while it is rendered, and where it is published.

mod places;
mod published;
mod rendered;

pub use published::{Checked, check_published};
pub use rendered::LinkCheck;

//! The site while it is being made.

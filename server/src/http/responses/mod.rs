//! Answers arriving at school.

pub mod post;

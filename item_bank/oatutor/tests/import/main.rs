//! One small pool of our own for each rule of the import.

mod pool;
mod questions;
mod rules;

//! The conformance suite on each backend.

mod sqlite;

//! Fingerprints of everything that a browser and the server must compute alike.
//!
//! `cargo xtask golden` computes them natively and in WASM and compares both with the committed
//! `golden.json`.

mod fingerprint;
mod items;

/// Where the simulated students' seeds begin. Any number would do; changing it changes every hash.
const FIRST_STUDENT: u64 = 2026;

/// What `students` simulated students practise, and every bit of every estimate.
#[expect(unsafe_code, reason = "an export that JavaScript calls by name")]
#[unsafe(no_mangle)]
pub extern "C" fn trace_hash(students: u32) -> u64 {
    engine::simulate::trace_hash(students, FIRST_STUDENT)
}

/// The items of `seeds` seeds, dealt over all templates of the embedded bank, and the verdicts on
/// a few answers to each.
#[expect(unsafe_code, reason = "an export that JavaScript calls by name")]
#[unsafe(no_mangle)]
pub extern "C" fn items_hash(seeds: u32) -> u64 {
    items::hash(seeds)
}

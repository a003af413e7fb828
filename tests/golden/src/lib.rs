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

/// Makes so many items, dealt over all templates of the embedded bank, for
/// `cargo xtask bench content`, which times it. Gives how many were made.
#[expect(unsafe_code, reason = "an export that JavaScript calls by name")]
#[unsafe(no_mangle)]
pub extern "C" fn make_many(times: u32) -> u32 {
    items::make(times)
}

/// Chooses the next question so many times among 500 skills with 5,000 templates, for
/// `cargo xtask bench engine`, which times it. Gives the sum of the skills chosen.
#[expect(unsafe_code, reason = "an export that JavaScript calls by name")]
#[unsafe(no_mangle)]
pub extern "C" fn select_many(times: u32) -> u32 {
    let district = engine::simulate::District::new(500, 10);
    let mut selector = engine::Selector::default();
    district.pick(&mut selector, times) as u32
}

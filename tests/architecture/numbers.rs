//! The same bits on every machine.

use crate::tree::{refuse, sources};

/// Left to the platform's mathematics library or to the compiler by Rust's documentation; only
/// `+ - * /` and `sqrt` are rounded exactly by IEEE 754.
const UNPORTABLE: [&str; 16] = [
    ".powf(",
    ".powi(",
    ".exp(",
    ".exp2(",
    ".exp_m1(",
    ".ln(",
    ".ln_1p(",
    ".log(",
    ".log2(",
    ".log10(",
    ".sin(",
    ".cos(",
    ".tan(",
    ".tanh(",
    ".cbrt(",
    ".mul_add(",
];

#[test]
fn engine_and_item_bank_use_portable_arithmetic() {
    let mut offences = Vec::new();
    for source in ["engine/src", "item_bank/src"]
        .iter()
        .flat_map(|f| sources(f, "rs"))
    {
        // `fit` runs on the server only, and is compared within a tolerance
        if source.is_test() || source.path.contains("/fit/") {
            continue;
        }
        for (number, line) in source.code() {
            if let Some(call) = UNPORTABLE.iter().find(|call| line.contains(**call)) {
                offences.push(format!("{}:{number}: {call}..)", source.path));
            }
        }
    }
    refuse(
        "A browser and the server must compute the same bits: use the crate libm.",
        &offences,
    );
}

//! Right or wrong, as files write it.

use super::Problem;

/// 1 and 0 in any numeric spelling, or a word; anything else, NaN and shares among it, is an error.
pub(super) fn answer(text: &str) -> Result<bool, Problem> {
    let text = text.trim();
    match text {
        "1" => return Ok(true),
        "0" => return Ok(false),
        "" => return Err(Problem::EmptyValue),
        _ => {}
    }
    for (word, correct) in [
        ("true", true),
        ("correct", true),
        ("false", false),
        ("incorrect", false),
    ] {
        if text.eq_ignore_ascii_case(word) {
            return Ok(correct);
        }
    }
    match text.parse::<f64>() {
        Ok(1.0) => Ok(true),
        Ok(0.0) => Ok(false),
        _ => Err(Problem::NotAnAnswer(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for right in ["1", " 1 ", "1.0", "1.000", "TRUE", "Correct"] {
            assert!(answer(right).unwrap(), "{right}");
        }
        for wrong in ["0", "0.0", "-0", "false", "INCORRECT"] {
            assert!(!answer(wrong).unwrap(), "{wrong}");
        }
        for bad in [
            "", " ", "NaN", "0.5", "2", "-1", "inf", "yes", "1,0", "hint",
        ] {
            assert!(answer(bad).is_err(), "{bad}");
        }
    }
}

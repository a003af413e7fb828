//! Numbers as a teacher reads them.

use std::fmt;

/// A probability in words. Rounded down, so that 95% never stands for something under 95%, and
/// never 0% or 100%: the engine is never certain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent(pub f64);

impl Percent {
    /// Whole percents, rounded down, at most 99.
    pub fn whole(self) -> u8 {
        // 0.29 * 100.0 is 28.999999999999996
        (self.0 * 100.0 + 1e-9).floor().clamp(0.0, 99.0) as u8
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            0 => f.write_str("under 1%"),
            n => write!(f, "{n}%"),
        }
    }
}

/// "1 student", "2 students".
pub fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

/// A title inside a sentence: "Unit rate" becomes "unit rate", "GCF and LCM" stays.
pub fn mid_sentence(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => title.to_owned(),
    }
}

/// "a", "a and b", "a, b and c".
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// How long a student took: "under 1 s", "42 s", "1 min 20 s", "2 h 5 min".
pub fn duration(ms: u32) -> String {
    let seconds = ms / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, 0) => "under 1 s".to_owned(),
        (0, 0, s) => format!("{s} s"),
        (0, m, 0) => format!("{m} min"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, 0, _) => format!("{h} h"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

/// "9 times", "1.8 times": two digits where they mean something, none past ten.
pub fn times(ratio: f64) -> String {
    if ratio >= 9.95 {
        return format!("{ratio:.0} times");
    }
    let tenths = format!("{ratio:.1}");
    format!("{} times", tenths.strip_suffix(".0").unwrap_or(&tenths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_never_certain_and_never_rounded_up() {
        let said = |p: f64| Percent(p).to_string();
        assert_eq!(said(0.9499), "94%");
        assert_eq!(said(0.29), "29%");
        assert_eq!(said(0.9999), "99%");
        assert_eq!(said(0.004), "under 1%");
    }

    #[test]
    fn sentences_read_as_english() {
        assert_eq!(counted(1, "student", "students"), "1 student");
        assert_eq!(counted(0, "student", "students"), "0 students");
        assert_eq!(mid_sentence("Unit rate"), "unit rate");
        assert_eq!(mid_sentence("GCF and LCM"), "GCF and LCM");
        assert_eq!(mid_sentence(""), "");
        let all = ["a", "b", "c"].map(String::from);
        assert_eq!(listed(&all), "a, b and c");
        assert_eq!(listed(&all[..1]), "a");
    }

    #[test]
    fn durations_and_ratios() {
        assert_eq!(duration(300), "under 1 s");
        assert_eq!(duration(80_000), "1 min 20 s");
        assert_eq!(duration(120_000), "2 min");
        assert_eq!(duration(7_500_000), "2 h 5 min");
        assert_eq!(times(9.0), "9 times");
        assert_eq!(times(1.84), "1.8 times");
        assert_eq!(times(17.6), "18 times");
        assert_eq!(times(9.97), "10 times");
    }
}
